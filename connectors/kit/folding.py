"""Names made comparable: accents, case, final sigma, quotation marks and look-alike letters do not count."""

import unicodedata

_LOOK_ALIKE = str.maketrans("ABEZHIKMNOPTYX", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")
"""Latin capitals that nobody can tell from Greek ones, and that get typed among them."""


def folded(text: str) -> str:
    """The text as capitals and digits with single spaces: «Ξενώνας “Ιτιά”» and ΞΕΝΩΝΑΣ ΙΤΙΑ become one.

    Two texts are the same name when their folded forms are equal. Nothing but marks folds to "".
    """
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    spaced = "".join(letter if letter.isalnum() else " " for letter in bare.upper())
    return " ".join(spaced.translate(_LOOK_ALIKE).split())
