"""Why somebody who was expected did not come.

Flags: `safety_call` a call at a safe hour is due · `danger` look at once · `complaint` opens one against the
structure.
"""

from graph.model.lists.entry import CodedList, Entry

NON_ARRIVAL_REASONS = CodedList(
    "non_arrival_reasons",
    (
        Entry("no_contact", "Δεν απαντά", "no contact"),
        Entry("changed_mind", "Άλλαξε γνώμη", "changed their mind"),
        Entry("returned_home", "Γύρισε στο σπίτι", "went back home", flags=frozenset({"safety_call"})),
        Entry("found_other", "Βρήκε αλλού", "found another place"),
        Entry("transport_failed", "Δεν βρέθηκε μεταφορά", "no transport"),
        Entry("missed_sailing", "Έχασε το πλοίο ή απαγορευτικό", "missed the sailing, or none sailed"),
        Entry("late_entry", "Έφτασε μετά την ώρα εισόδου", "came after entry hours"),
        Entry(
            "refused_at_door",
            "Δεν έγινε δεκτός/ή στην πόρτα",
            "refused at the door",
            flags=frozenset({"complaint"}),
        ),
        Entry("hospitalised", "Εισαγωγή σε νοσοκομείο", "admitted to hospital"),
        Entry("detained", "Κρατείται", "detained"),
        Entry("stopped_by_other", "Τον/την εμπόδισαν", "stopped by somebody", flags=frozenset({"danger"})),
        Entry("absconded", "Αυθαίρετη αποχώρηση", "absconded", flags=frozenset({"danger"})),
        Entry("died", "Απεβίωσε", "died"),
        Entry("unknown", "Δεν γνωρίζουμε", "not known"),
    ),
)
