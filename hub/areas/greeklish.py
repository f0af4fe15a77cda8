"""One spelling for all the ways in which a Greek word is written in Latin letters.

«Θεσσαλονίκη» may be typed thessaloniki, 8esalonikh or thesalonikh; «Χανιά» as chania, hania or xania. Both
sides, the name and what was typed, are brought to the same coarse spelling, which is for comparing only: vowels of
one sound fall together, so do ξ and χ (both typed x), double letters, β, φ and μπ.
"""

import re
from collections.abc import Mapping

FROM_GREEK_PAIRS = {
    "ου": "U", "αι": "e", "ει": "i", "οι": "i", "υι": "i", "αυ": "av", "ευ": "ev", "ηυ": "iv",
    "μπ": "v", "ντ": "d", "γγ": "g", "γκ": "g", "γξ": "nx", "γχ": "nx",
}  # fmt: skip
FROM_GREEK = str.maketrans("αβγδεζηθικλμνξοπρστυφχω", "avgdezi8iklmnxoprstivxo") | {ord("ψ"): "ps"}

# Read from the left, so those of three letters come before the two with which they begin.
LATIN_PAIRS = {
    "nth": "n8", "mph": "mv", "th": "8", "ch": "x", "ph": "v", "ks": "x", "ou": "U", "oy": "U", "ai": "e",
    "ei": "i", "oi": "i", "yi": "i", "ui": "i", "au": "av", "af": "av", "ay": "av", "eu": "ev", "ef": "ev",
    "ey": "ev", "mp": "v", "nt": "d", "ng": "g", "gk": "g", "gg": "g",
}  # fmt: skip
BREATHED_PAIRS = {"kh": "x", "gh": "g", "dh": "d"}
FROM_LATIN = str.maketrans({"b": "v", "c": "k", "f": "v", "q": "k", "u": "i", "w": "o", "y": "i", "3": "x", "9": "8"})
FROM_LATIN |= {ord("4"): "ps"}

A_LETTER_TWICE = re.compile(r"(.)\1")


def sound_of_greek(word: str) -> str:
    """The coarse spelling of a folded Greek word."""
    return _single(_with_pairs(word, FROM_GREEK_PAIRS).translate(FROM_GREEK))


def sounds_of_latin(word: str) -> tuple[str, ...]:
    """The coarse spellings of a folded Latin word: two where it has an `h`, read as breath (hania) or as η (a8hna)."""
    breathed = _latin(word, LATIN_PAIRS | BREATHED_PAIRS, h="x")
    lettered = _latin(word, LATIN_PAIRS, h="i")
    return (breathed,) if breathed == lettered else (breathed, lettered)


def _latin(word: str, pairs: Mapping[str, str], *, h: str) -> str:
    return _single(_with_pairs(word, pairs).replace("h", h).translate(FROM_LATIN))


def _with_pairs(word: str, pairs: Mapping[str, str]) -> str:
    return re.sub("|".join(pairs), lambda pair: pairs[pair.group()], word)


def _single(word: str) -> str:
    return A_LETTER_TWICE.sub(r"\1", word)
