"""Why a place other than the first of the ranking was chosen."""

from graph.model.lists.entry import CodedList, Entry

OVERRIDE_REASONS = CodedList(
    "override_reasons",
    (
        Entry("person_wish", "Επιθυμία του ατόμου", "the person's wish"),
        Entry("school_work_near", "Κοντά σε σχολείο ή εργασία", "school or work near"),
        Entry("family_near", "Κοντά στην οικογένεια", "family near"),
        Entry("pets", "Κατοικίδιο ζώο", "pets"),
        Entry("known_to_site", "Το άτομο είναι γνωστό στη δομή", "known to the structure"),
        Entry("continuity_of_care", "Συνέχεια φροντίδας", "continuity of care"),
        Entry("phone_confirmed", "Επιβεβαιώθηκε τηλεφωνικά", "confirmed by phone"),
        Entry("staff_judgement", "Επαγγελματική κρίση", "professional judgement", needs_note=True),
    ),
)
