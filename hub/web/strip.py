"""The capacity strip: how a group of like places stands, drawn in a fixed order so that free ends the row.

Up to MOST_CELLS places it is one cell a place, above that a bar in proportion. Always also a sentence.
"""

from dataclasses import dataclass

from hub.web.i18n import Language, translate_count

MOST_CELLS = 24
_PITCH, _WIDTH, _HEIGHT = 16, 14, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Counts of places. `mine`: how many of the held and secured ones are claimed by the reader's own desk.

    What the counts leave of `places` is given elsewhere and drawn as occupied; counts above it are drawn as given.
    """

    free: int
    held: int
    secured: int
    occupied: int
    out_of_service: int
    places: int
    overflow: int = 0
    mine: int = 0

    @property
    def taken(self) -> int:
        known = self.free + self.held + self.secured + self.occupied + self.out_of_service + self.overflow
        return self.occupied + max(0, self.places - known)

    def counts(self) -> list[tuple[str, int]]:
        """State and count in the order in which they are drawn."""
        return [
            ("occupied", self.taken),
            ("overflow", self.overflow),
            ("secured", self.secured),
            ("held", self.held),
            ("out_of_service", self.out_of_service),
            ("free", self.free),
        ]


@dataclass(frozen=True, slots=True)
class Part:
    """One cell or one stretch of the bar, in pixels from the left. `mine` underlines it."""

    state: str
    x: float
    width: float
    count: int
    mine: bool = False


def is_bar(strip: Strip) -> bool:
    return sum(count for _, count in strip.counts()) > MOST_CELLS


def parts(strip: Strip) -> list[Part]:
    return _stretches(strip) if is_bar(strip) else _cells(strip)


def width(strip: Strip) -> int:
    cells = min(MOST_CELLS, sum(count for _, count in strip.counts()))
    return max(0, cells * _PITCH - (_PITCH - _WIDTH))


def _cells(strip: Strip) -> list[Part]:
    states = [state for state, count in strip.counts() for _ in range(count)]
    claimed = [place for place, state in enumerate(states) if state in ("secured", "held")]
    mine = set(claimed[len(claimed) - strip.mine :]) if strip.mine else set[int]()
    return [Part(state, place * _PITCH, _WIDTH, 1, place in mine) for place, state in enumerate(states)]


def _stretches(strip: Strip) -> list[Part]:
    total = sum(count for _, count in strip.counts())
    whole, x, found = width(strip), 0.0, list[Part]()
    for state, count in strip.counts():
        if count:
            wide = whole * count / total
            found.append(Part(state, round(x, 1), round(wide, 1), count))
            x += wide
    return found


def words(strip: Strip, language: Language) -> str:
    """6 θέσεις: 2 ελεύθερες, 1 δεσμευμένη, 3 κατειλημμένες. States nobody is in are left out, free never."""
    head = translate_count(language, "%(count)s place", "%(count)s places", strip.places)
    said = [_state_words(state, count, language) for state, count in reversed(strip.counts())]
    shown = [
        text for text, (state, count) in zip(said, reversed(strip.counts()), strict=True) if count or state == "free"
    ]
    return f"{head}: {', '.join(shown)}"


def _state_words(state: str, count: int, language: Language) -> str:
    match state:
        case "free":
            return translate_count(language, "%(count)s free", "%(count)s free", count)
        case "held":
            return translate_count(language, "%(count)s held", "%(count)s held", count)
        case "secured":
            return translate_count(language, "%(count)s secured", "%(count)s secured", count)
        case "occupied":
            return translate_count(language, "%(count)s occupied", "%(count)s occupied", count)
        case "overflow":
            return translate_count(language, "%(count)s overflow", "%(count)s overflow", count)
        case _:
            return translate_count(language, "%(count)s out of service", "%(count)s out of service", count)
