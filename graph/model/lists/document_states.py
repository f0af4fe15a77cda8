"""When a structure wants a document, and how far a person has got with it."""

from graph.model.lists.entry import CodedList, Entry

DOCUMENT_DEMANDS = CodedList(
    "document_demands",
    (
        Entry("before_entry", "Πριν την είσοδο", "before entry"),
        Entry("within_days", "Μέσα σε ημέρες από την είσοδο", "within days of entry"),
        Entry("not_asked", "Δεν ζητείται", "not asked"),
        Entry("waived_in_emergency", "Δεν χρειάζεται σε έκτακτο", "waived in an emergency"),
    ),
)

DOCUMENT_STATES = CodedList(
    "document_states",
    (
        Entry("has", "Έχει", "has it"),
        Entry("pending", "Εκκρεμεί", "pending"),
        Entry("has_not", "Δεν έχει", "has not"),
        Entry("not_known", "Δεν γνωρίζω", "not known"),
    ),
)
