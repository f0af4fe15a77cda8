"""Who brings a case to us. `key` is the digit that chooses it."""

from dataclasses import dataclass

from graph.model.lists.entry import CodedList, Entry


@dataclass(frozen=True, kw_only=True)
class Caller(Entry):
    key: str


CALLERS = CodedList(
    "callers",
    (
        Caller("self", "Ο ίδιος / η ίδια", "the person themselves", key="1"),
        Caller("relative_neighbour", "Συγγενής ή γείτονας", "relative or neighbour", key="2"),
        Caller("social_service", "Κοινωνική υπηρεσία", "social service", key="3"),
        Caller("hospital", "Νοσοκομείο", "hospital", key="4"),
        Caller("police", "Αστυνομία", "police", key="5"),
        Caller("prosecutor", "Εισαγγελία", "prosecutor", key="6"),
        Caller("school", "Σχολείο", "school", key="7"),
        Caller("other_line", "Άλλη γραμμή", "another helpline", key="8"),
        Caller("ngo", "ΜΚΟ", "non-governmental organization", key="9"),
        Caller("other", "Άλλος", "other", needs_note=True, key="0"),
    ),
)
