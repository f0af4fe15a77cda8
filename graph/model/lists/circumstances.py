"""What applies to a person or household: the chips of a new case, each chosen by a letter.

Flags: `suggests_keep_away` from whom or where? · `suggests_safe_contact` safe contact may not stay unset ·
`asks_order` number, date and authority of the order are asked for.
"""

from dataclasses import dataclass

from graph.model.lists.entry import CodedList, Entry


@dataclass(frozen=True, kw_only=True)
class Circumstance(Entry):
    """`letter` is Greek; `latin` sits on the same key of a Greek keyboard. `target_group` is its code."""

    letter: str
    latin: str
    target_group: str | None = None


_DANGER = frozenset({"suggests_keep_away", "suggests_safe_contact"})

CIRCUMSTANCES = CodedList(
    "circumstances",
    (
        Circumstance("violence", "Βία", "violence", flags=_DANGER, letter="Β", latin="B", target_group="violence"),
        Circumstance("hidden_address", "Κρυφή διεύθυνση", "hidden address", letter="Κ", latin="K"),
        Circumstance(
            "trafficking",
            "Εμπορία ανθρώπων",
            "trafficking",
            flags=_DANGER,
            letter="Τ",
            latin="T",
            target_group="trafficking",
        ),
        Circumstance(
            "no_documents",
            "Χωρίς έγγραφα",
            "no documents",
            letter="Δ",
            latin="D",
            target_group="undocumented",
        ),
        Circumstance(
            "refugee",
            "Πρόσφυγας ή αιτών/ούσα άσυλο",
            "refugee or asylum seeker",
            letter="Π",
            latin="P",
            target_group="refugees",
        ),
        Circumstance(
            "unaccompanied_minor",
            "Ασυνόδευτος/η ανήλικος/η",
            "unaccompanied minor",
            letter="Α",
            latin="A",
            target_group="uam",
        ),
        Circumstance(
            "prosecutor_order",
            "Εισαγγελική εντολή",
            "prosecutor's order",
            flags=frozenset({"asks_order"}),
            letter="Ε",
            latin="E",
        ),
        Circumstance("pet", "Κατοικίδιο ζώο", "pet", letter="Ζ", latin="Z"),
        Circumstance("step_free", "Χωρίς σκάλες", "step-free", letter="Σ", latin="S"),
        Circumstance("medicines", "Φάρμακα ή αιμοκάθαρση", "medicines or dialysis", letter="Φ", latin="F"),
        Circumstance("care_needed", "Χρειάζεται βοήθεια στη φροντίδα", "needs help with care", letter="Ν", latin="N"),
        Circumstance(
            "substance_support",
            "Υποστήριξη για ουσίες ή αλκοόλ",
            "substance or alcohol support",
            letter="Ο",
            latin="O",
            target_group="substance",
        ),
        Circumstance(
            "mental_health_support",
            "Υποστήριξη ψυχικής υγείας",
            "mental health support",
            letter="Ψ",
            latin="C",
            target_group="mental_health",
        ),
    ),
)
