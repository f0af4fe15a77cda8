"""Greek letters in Latin ones by ELOT 743, the standard of road signs and identity cards (ISO 843, type 2)."""

import unicodedata

LETTERS = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th",
    "ι": "i", "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p",
    "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
PAIRS = {"ου": "ou", "γγ": "ng", "γξ": "nx", "γχ": "nch"}
VOICED = frozenset("αεηιουωβγδζλμνρ")
TONOS, DIAERESIS = "\u0301", "\u0308"


def romanise(text: str) -> str:
    """`text` with every Greek letter in Latin: «Εύβοια» is Evvoia, «Χαϊδάρι» Chaidari. The rest stays as it is."""
    letters = _letters(text)
    written: list[str] = []
    position = 0
    while position < len(letters):
        latin, taken = _next_sound(letters, position)
        written.append(_in_case_of(latin, letters[position][0]))
        position += taken
    return "".join(written)


def _letters(text: str) -> list[tuple[str, str]]:
    """Each character with the marks that stand on it."""
    letters: list[tuple[str, str]] = []
    for character in unicodedata.normalize("NFD", text):
        if unicodedata.combining(character) and letters:
            base, marks = letters.pop()
            letters.append((base, marks + character))
        else:
            letters.append((character, ""))
    return letters


def _next_sound(letters: list[tuple[str, str]], position: int) -> tuple[str, int]:
    """The Latin for what stands at `position`, and how many letters it takes up."""
    first = letters[position][0].lower()
    second = _letter_at(letters, position + 1)
    if second and _is_pair(letters, position):
        if first in "αεη" and second == "υ":
            return LETTERS[first] + ("v" if _letter_at(letters, position + 2) in VOICED else "f"), 2
        if first + second == "μπ":
            at_an_edge = not _letter_at(letters, position - 1) or not _letter_at(letters, position + 2)
            return ("b" if at_an_edge else "mp"), 2
        if first + second in PAIRS:
            return PAIRS[first + second], 2
    return LETTERS.get(first, letters[position][0]), 1


def _letter_at(letters: list[tuple[str, str]], position: int) -> str:
    """The Greek letter there, small and bare; empty at the end of a word."""
    if not 0 <= position < len(letters):
        return ""
    letter = letters[position][0].lower()
    return letter if letter in LETTERS else ""


def _is_pair(letters: list[tuple[str, str]], position: int) -> bool:
    """A tonos on the first letter or a diaeresis on the second keeps two vowels apart."""
    return TONOS not in letters[position][1] and DIAERESIS not in letters[position + 1][1]


def _in_case_of(latin: str, letter: str) -> str:
    return latin[:1].upper() + latin[1:] if letter.isupper() else latin
