"""How a person may be reached without putting them in danger.

Flags: `needs_hours` between which hours is asked · `silent` nothing is ever sent · `unset` nobody has asked
yet, so nothing is sent; with violence this may not stay.
"""

from graph.model.lists.entry import CodedList, Entry

SAFE_CONTACT = CodedList(
    "safe_contact",
    (
        Entry("call", "Κλήση", "call"),
        Entry("sms", "Μήνυμα SMS", "text message"),
        Entry("only_at", "Μόνο αυτή την ώρα", "only at this hour", flags=frozenset({"needs_hours"})),
        Entry("through_service", "Μέσω της υπηρεσίας", "through the service that asked"),
        Entry("never", "Ποτέ", "never", flags=frozenset({"silent"})),
        Entry("ask", "Ρωτήστε", "ask the person", flags=frozenset({"unset"})),
    ),
)
