"""Bytes to text: UTF-8, UTF-16, and the Windows and ISO code pages for Greek. Nothing is guessed in silence."""

import codecs
import re
from dataclasses import dataclass

from connectors.kit.errors import RefusedInputError
from connectors.spreadsheet.file_messages import NOT_A_SPREADSHEET, UNKNOWN_ENCODING

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1b]")
_WORD = re.compile(r"[^\W\d_]+")
_GREEK_WORD = re.compile(r"[\u0370-\u03ff]+")
_ISO_CAPITAL_ALPHA = re.compile(r"¶(?=[\u0370-\u03ff])")
_ENOUGH_GREEK = 0.7


@dataclass(frozen=True)
class Decoded:
    """`encoding` is a name that people know: UTF-8, UTF-16, Windows-1253 or ISO-8859-7."""

    text: str
    encoding: str


def decode(content: bytes) -> Decoded:
    """The text of a CSV file. Raises RefusedInputError `encoding-unknown` or `not-a-spreadsheet`."""
    decoded = _unicode(content) or _greek_page(content)
    if _BINARY.search(decoded.text):
        raise RefusedInputError(NOT_A_SPREADSHEET)
    return decoded


def _unicode(content: bytes) -> Decoded | None:
    """UTF-16 by its mark or by where its zero bytes stand; else UTF-8 where every byte agrees."""
    wide = _utf16_codec(content)
    try:
        if wide is not None:
            return Decoded(content.decode(wide), "UTF-16")
        return Decoded(content.decode("utf-8-sig"), "UTF-8")
    except UnicodeDecodeError:
        return None


def _utf16_codec(content: bytes) -> str | None:
    if content.startswith(_UTF16_MARKS):
        return "utf-16"
    even, odd = content[::2].count(0), content[1::2].count(0)
    if bool(even) == bool(odd) or len(content) % 2:
        return None
    return "utf-16-be" if even else "utf-16-le"


def _greek_page(content: bytes) -> Decoded:
    """Windows-1253, believed only if its words come out Greek; ISO-8859-7 where only its capital Ά fits.

    A French or German file would give words of Latin and Greek letters mixed, and is refused.
    """
    try:
        text = content.decode("cp1253")
        encoding = "Windows-1253"
        if _ISO_CAPITAL_ALPHA.search(text):
            text = content.decode("iso8859-7")
            encoding = "ISO-8859-7"
    except UnicodeDecodeError as error:
        raise RefusedInputError(UNKNOWN_ENCODING) from error
    foreign = [word for word in _WORD.findall(text) if not word.isascii()]
    greek = [word for word in foreign if _GREEK_WORD.fullmatch(word)]
    if not greek or len(greek) < _ENOUGH_GREEK * len(foreign):
        raise RefusedInputError(UNKNOWN_ENCODING)
    return Decoded(text, encoding)
