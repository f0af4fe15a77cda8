"""Which of the many spellings that GeoNames keeps of a Greek place is its name today.

The alternate names of a record come in alphabetical order and without a mark: today's name, the learned one of
before 1976, Ottoman ones, typing errors with a Latin letter in between. The record's main name is the right one
or near it, but in Latin letters, so that it serves as the measure.
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from hub.areas.folding import fold
from hub.areas.greeklish import sounds_of_latin
from hub.areas.romanise import romanise

PLAIN = "α-ωϊϋ"
STRESSED = "άέήίόύώΐΰ"
CAPITALS = "Α-ΩΪΫ"
STRESSED_CAPITALS = "ΆΈΉΊΌΎΏ"
WORD = re.compile(
    f"[{CAPITALS}]?[{PLAIN}]*[{STRESSED}][{PLAIN}]*"  # an accent inside
    f"|[{STRESSED_CAPITALS}][{PLAIN}]*"  # or on the first letter
    f"|[{CAPITALS}{PLAIN}][{PLAIN}]{{0,2}}"  # or none, on a word as short as Κως
)
BETWEEN_WORDS = re.compile(r"[ \-]+")

LIKE_ENOUGH = 0.6
NEARLY_AS_LIKE = 0.26
LEARNED_ENDINGS = (
    ("ιον", "ι"), ("ον", "ο"), ("όν", "ό"), ("αι", "ες"), ("αί", "ές"), ("ις", "η"), ("ης", "η"),
    ("άς", "άδα"), ("ών", "ώνας"), ("ίς", "ίδα"),
)  # fmt: skip


def name_of_today(main_name: str, alternates: Iterable[str]) -> str | None:
    """The alternate to use, or None where none is written in well-formed Greek."""
    likeness = {name: _likeness(name, main_name) for name in alternates if is_well_formed(name)}
    if not likeness:
        return None
    floor = min(max(likeness.values()), max(LIKE_ENOUGH, max(likeness.values()) - NEARLY_AS_LIKE))
    near = [name for name, like in likeness.items() if like >= floor]
    return min(near, key=lambda name: (_is_learned(name, near), -likeness[name], name))


def is_well_formed(name: str) -> bool:
    """Greek letters only, each word with one accent, which very short words may lack."""
    return bool(name) and all(WORD.fullmatch(word) for word in BETWEEN_WORDS.split(name))


def _likeness(name: str, main_name: str) -> float:
    return SequenceMatcher(None, _sound(romanise(name)), _sound(main_name)).ratio()


def _sound(latin: str) -> str:
    return " ".join(sounds_of_latin(word)[0] for word in fold(latin).split())


def _is_learned(name: str, rivals: Iterable[str]) -> bool:
    """Whether a rival with the same beginning has the ending of today: Τραγανόν beside Τραγανό."""
    return any(
        name.endswith(old) and any(rival.endswith(new) and rival[:3] == name[:3] for rival in rivals if rival != name)
        for old, new in LEARNED_ENDINGS
    )
