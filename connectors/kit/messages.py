"""Sentences for people, in Greek and English, with slots for what was found.

A message travels as its code and its parameters and becomes a sentence only for a reader, so that one stored
refusal can be read in either language.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.model.lists.entry import Language


@dataclass(frozen=True)
class Words:
    """A word or phrase that has both languages, to stand in a slot."""

    el: str
    en: str


Param = str | int | Words | Sequence["Param"]
Params = Mapping[str, Param]


@dataclass(frozen=True)
class Message:
    """`el` and `en` hold named slots in braces; `code` is what is stored and sent."""

    code: str
    el: str
    en: str

    def in_language(self, language: Language, params: Params) -> str:
        """The sentence. A slot without a parameter is a KeyError: a mistake of ours, never of the reader's."""
        sentence = self.el if language == "el" else self.en
        return sentence.format(**{name: _shown(value, language) for name, value in params.items()})


def _shown(value: Param, language: Language) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        grouped = f"{value:,}"
        return grouped.replace(",", ".") if language == "el" else grouped
    if isinstance(value, Words):
        return value.el if language == "el" else value.en
    return ", ".join(_shown(each, language) for each in value)


def by_code(*messages: Message) -> dict[str, Message]:
    """The messages keyed by code; two of one code are a ValueError."""
    found = {message.code: message for message in messages}
    if len(found) != len(messages):
        raise ValueError("a message code stands twice")
    return found


MOST_SHOWN = 60
"""Characters of a stranger's text that a sentence repeats."""


def quoted(text: str) -> str:
    """A stranger's text on one line and short enough to stand inside a sentence."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return line if len(line) <= MOST_SHOWN else line[: MOST_SHOWN - 1] + "…"
