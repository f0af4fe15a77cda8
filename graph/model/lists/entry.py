"""What a coded list is: codes that are stored and sent, each with a Greek and an English label.

A code is never reworded or reused once recorded; the labels may be. `needs_note` marks an entry that says
too little alone, so that the writer must add a sentence. `flags` name what choosing the entry sets in
motion; each list's file says which flags it uses.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

Language = Literal["el", "en"]


@dataclass(frozen=True)
class Entry:
    """One row of a coded list. `code` is snake_case, `el` and `en` are labels for people."""

    code: str
    el: str
    en: str
    needs_note: bool = False
    flags: frozenset[str] = frozenset()

    def in_language(self, language: Language) -> str:
        return self.el if language == "el" else self.en


class UnknownCodeError(ValueError):
    """A code that is not in the list it was looked up in. Retrying does not help."""

    def __init__(self, list_name: str, code: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{list_name}: unknown code {code!r}; known codes: {', '.join(known)}")
        self.list_name = list_name
        self.code = code
        self.known = known


EntryT = TypeVar("EntryT", bound=Entry, covariant=True)


class CodedList(Generic[EntryT]):
    """An ordered, closed set of entries, found by code. Two entries of one code are a ValueError."""

    def __init__(self, name: str, entries: Iterable[EntryT]) -> None:
        rows = tuple(entries)
        self.name = name
        self._by_code = {entry.code: entry for entry in rows}
        if len(self._by_code) != len(rows):
            raise ValueError(f"{name}: a code stands twice")

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self._by_code)

    def get(self, code: str) -> EntryT:
        """The entry of `code`; raises UnknownCodeError, which names the list and the known codes."""
        entry = self._by_code.get(code)
        if entry is None:
            raise UnknownCodeError(self.name, code, self.codes)
        return entry

    def flagged(self, flag: str) -> tuple[EntryT, ...]:
        """The entries that carry `flag`, in list order."""
        return tuple(entry for entry in self if flag in entry.flags)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __iter__(self) -> Iterator[EntryT]:
        return iter(self._by_code.values())

    def __len__(self) -> int:
        return len(self._by_code)
