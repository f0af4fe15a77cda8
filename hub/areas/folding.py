"""Text made comparable: how names are kept for searching and how what was typed is read.

A key is a folded text. Keys by sound have SOUND before each word, so that the two kinds never meet by chance.
"""

import re
import unicodedata

from hub.areas.greeklish import sound_of_greek, sounds_of_latin
from hub.areas.keyboard import as_greek_keys, as_latin_keys
from hub.areas.romanise import romanise

SOUND = "~"
NOT_A_WORD = re.compile(r"[\W_]+")
GREEK = re.compile(r"[α-ω]")
LATIN = re.compile(r"[a-z]")


def fold(text: str) -> str:
    """Small letters without accents, final ς as σ, words parted by single spaces: « ΛΆΡΙΣΑΣ, » gives λαρισασ."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return NOT_A_WORD.sub(" ", bare.casefold()).strip()


def search_keys(text: str) -> tuple[str, ...]:
    """The keys under which a name is found: as it is written, in Latin letters by ELOT 743, and by sound."""
    folded = fold(text)
    if not folded:
        return ()
    return _once((folded, fold(romanise(text)), *_sounds(folded)))


def typed_keys(text: str) -> tuple[str, ...]:
    """The readings of what a person typed, likeliest first: as it stands, with the other keyboard layout, by sound."""
    folded = fold(text)
    if not folded:
        return ()
    return _once((folded, *_other_layout(text, folded), *_sounds(folded)))


def _other_layout(text: str, folded: str) -> tuple[str, ...]:
    if GREEK.search(folded):
        return (fold(as_latin_keys(folded)),)
    if LATIN.search(folded):
        return (fold(as_greek_keys(text.lower())),)
    return ()


def _sounds(folded: str) -> tuple[str, ...]:
    """Two readings at most: every `h` of the text is read the same way."""
    words = [_sounds_of_word(word) for word in folded.split()]
    return tuple(" ".join(SOUND + word[min(reading, len(word) - 1)] for word in words) for reading in range(2))


def _sounds_of_word(word: str) -> tuple[str, ...]:
    if GREEK.search(word):
        return (sound_of_greek(word),)
    if LATIN.search(word):
        return sounds_of_latin(word)
    return (word,)


def _once(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key in keys if key))
