"""Pages of lists: `{items, next}`, where `next` is an opaque mark for the page after, or null."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as BadBase64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Generic, TypeVar, cast

from fastapi import Depends, Query
from pydantic import BaseModel

from graph.model.errors import Invalid

T = TypeVar("T")
MOST = 1000
USUAL = 100


class Page(BaseModel, Generic[T]):
    items: list[T]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class PageAsked:
    """`limit` rows from behind `after`: the sort values of the last row seen, None for the first page."""

    limit: int
    after: tuple[str | int, ...] | None

    @property
    def after_instant(self) -> tuple[datetime, str] | None:
        """The mark of a list ordered by instant and id. Raises Invalid `cursor-malformed`."""
        if self.after is None:
            return None
        try:
            at, id_ = self.after
            return datetime.fromisoformat(str(at)).astimezone(UTC), str(id_)
        except ValueError as error:
            raise Invalid("cursor", "cursor-malformed") from error

    def cut(self, rows: Sequence[T], mark: Callable[[T], tuple[str | int, ...]]) -> tuple[Sequence[T], str | None]:
        """The page of `rows`, of which `limit + 1` were fetched, and the mark for the next one."""
        shown = rows[: self.limit]
        return shown, encode_cursor(*mark(shown[-1])) if len(rows) > self.limit else None


def page_asked(
    limit: Annotated[int, Query(ge=1, le=MOST)] = USUAL,
    cursor: Annotated[str | None, Query(description="the `next` of the page before, unchanged")] = None,
    next_: Annotated[str | None, Query(alias="next", description="the same as `cursor`")] = None,
    after: Annotated[str | None, Query(description="the same as `cursor`")] = None,
) -> PageAsked:
    """Raises Invalid `cursor-malformed`."""
    mark = cursor or next_ or after
    return PageAsked(limit, decode_cursor(mark) if mark else None)


Paging = Annotated[PageAsked, Depends(page_asked)]


def encode_cursor(*values: str | int) -> str:
    return urlsafe_b64encode(json.dumps(values, ensure_ascii=False).encode()).decode().rstrip("=")


def decode_cursor(cursor: str) -> tuple[str | int, ...]:
    """Raises Invalid `cursor-malformed`."""
    try:
        values: object = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, BadBase64) as error:
        raise Invalid("cursor", "cursor-malformed") from error
    if not isinstance(values, list) or any(not isinstance(v, str | int) for v in cast(list[object], values)):
        raise Invalid("cursor", "cursor-malformed")
    return tuple(cast(list[str | int], values))
