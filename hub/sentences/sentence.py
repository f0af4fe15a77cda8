"""What the reader of an error is told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """English texts, which are message ids: `title` is the same for every case, `detail` says what to do.

    `%(name)s` is filled from the error's details, which hold codes and numbers only.
    """

    title: str
    detail: str
