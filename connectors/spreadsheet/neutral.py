"""Cells that a spreadsheet program would run, made into text before they are given back to anybody."""

import re

_RUNS = ("=", "+", "-", "@", "\t", "\r")
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")


def neutral(text: str) -> str:
    """The text with a mark before it where it would otherwise be run; -3 is a number and stays."""
    if text.startswith(_RUNS) and not _PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text
