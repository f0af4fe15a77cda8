"""What was meant when the wrong keyboard layout was on: the two layouts share their keys."""

LATIN_KEYS = "qwertyuiopasdfghjklzxcvbnm"
GREEK_KEYS = ";ςερτυθιοπασδφγηξκλζχψωβνμ"

TO_GREEK = {ord(latin): greek for latin, greek in zip(LATIN_KEYS, GREEK_KEYS, strict=True)}
TO_LATIN = {ord(greek): latin for latin, greek in zip(LATIN_KEYS, GREEK_KEYS, strict=True)} | {ord("σ"): "s"}
# On the Greek layout the accent is a key of its own; with the Latin layout on, it leaves one of these behind.
ACCENT_KEYS = str.maketrans("", "", ";:")


def as_greek_keys(text: str) -> str:
    """Small Latin letters as the Greek ones of the same keys: `uessalonikh` gives θεσσαλονικη."""
    return text.translate(ACCENT_KEYS).translate(TO_GREEK)


def as_latin_keys(text: str) -> str:
    """Small bare Greek letters as the Latin ones of the same keys: `ατηενσ` gives athens."""
    return text.translate(TO_LATIN)
