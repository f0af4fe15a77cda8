"""Why a hold ended without becoming a reservation, or by becoming one.

Flag `by_machine`: only the hub itself gives this reason.
"""

from graph.model.lists.entry import CodedList, Entry

_BY_MACHINE = frozenset({"by_machine"})

RELEASE_REASONS = CodedList(
    "release_reasons",
    (
        Entry("converted", "Έγινε κατοχύρωση", "became a reservation"),
        Entry("found_better", "Βρέθηκε καταλληλότερη θέση", "a more suitable place was found"),
        Entry("person_declined", "Το άτομο δεν θέλησε", "the person did not want it"),
        Entry("need_ended", "Η ανάγκη έπαψε", "the need ended"),
        Entry("wrong_case", "Λάθος περιστατικό", "wrong case"),
        Entry("provider_took", "Το ζήτησε η δομή", "the provider asked for it", needs_note=True),
        Entry("unit_out", "Η θέση βγήκε εκτός λειτουργίας", "the unit went out of service"),
        Entry("site_closed", "Έκλεισε η δομή", "the structure closed"),
        Entry("replaced", "Αντικαταστάθηκε από άλλη δέσμευση", "replaced by another hold"),
        Entry("expired", "Έληξε", "expired", flags=_BY_MACHINE),
        Entry("incident_end", "Τέλος συμβάντος", "the incident ended", flags=_BY_MACHINE),
    ),
)
