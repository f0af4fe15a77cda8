"""Why the asker takes a referral back.

Flag `danger`: somebody looks at the person's safety before the case moves on.
"""

from graph.model.lists.entry import CodedList, Entry

WITHDRAW_REASONS = CodedList(
    "withdraw_reasons",
    (
        Entry("person_changed_mind", "Το άτομο άλλαξε γνώμη", "the person changed their mind"),
        Entry("found_elsewhere", "Βρέθηκε λύση εκτός δικτύου", "found elsewhere: family, own means, other place"),
        Entry("accepted_elsewhere", "Έγινε δεκτή από άλλη δομή", "accepted by another provider"),
        Entry("danger_changed", "Άλλαξε ο κίνδυνος", "the danger changed", flags=frozenset({"danger"})),
        Entry("hospitalised", "Εισαγωγή σε νοσοκομείο", "admitted to hospital"),
        Entry("detained", "Το άτομο κρατείται", "detained"),
        Entry("unreachable", "Δεν υπάρχει επαφή με το άτομο", "the person cannot be reached"),
        Entry("consent_withdrawn", "Ανάκληση συναίνεσης", "consent withdrawn"),
        Entry("duplicate", "Διπλή παραπομπή", "duplicate referral"),
        Entry("error", "Στάλθηκε από λάθος", "sent by mistake"),
        Entry("order_revoked", "Ανακλήθηκε η εντολή", "the order was revoked"),
    ),
)
