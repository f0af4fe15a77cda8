"""How soon a need must be answered."""

from dataclasses import dataclass

from graph.model.lists.entry import CodedList, Entry


@dataclass(frozen=True, kw_only=True)
class UrgencyEntry(Entry):
    """`within_el`, `within_en` say how soon, in words."""

    within_el: str
    within_en: str


URGENCIES = CodedList(
    "urgencies",
    (
        UrgencyEntry("emergency", "Έκτακτο", "emergency", within_el="μέσα σε ώρες", within_en="within hours"),
        UrgencyEntry(
            "short_notice",
            "Σύντομο",
            "short notice",
            within_el="ως 5 εργάσιμες ημέρες",
            within_en="up to 5 working days",
        ),
        UrgencyEntry("standard", "Τακτικό", "standard", within_el="με τη σειρά", within_en="in its turn"),
    ),
)
