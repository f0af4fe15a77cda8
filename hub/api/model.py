"""The base of every body that the API takes or gives."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any
from unicodedata import category

from fastapi import APIRouter
from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from graph.model.lists.entry import CodedList, Entry
from hub.paths import API

LONGEST_TEXT = 4000


class ApiModel(BaseModel):
    """Unknown fields are refused; text is trimmed and bounded; numbers are finite."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        str_max_length=LONGEST_TEXT,
        allow_inf_nan=False,
        hide_input_in_errors=True,
    )


Whole = Annotated[int, Field(strict=True)]
"""A whole number, not text that looks like one and not true or false."""
Truth = Annotated[bool, Field(strict=True)]


def _one_line(text: str) -> str:
    if any(category(sign) == "Cc" for sign in text):
        raise PydanticCustomError("control_characters", "control characters")
    return text


def _lines(text: str) -> str:
    _one_line(text.translate(LINE_ENDS))
    return text


def _of_our_time(at: datetime) -> datetime:
    if not 2000 <= at.year < 2100:
        raise PydanticCustomError("instant_out_of_range", "instant out of range")
    return at


LINE_ENDS = str.maketrans("", "", "\r\n\t")
Line = Annotated[str, AfterValidator(_one_line)]
"""Text in one line, without control characters."""
Lines = Annotated[str, AfterValidator(_lines)]
Id = Annotated[Line, StringConstraints(min_length=1, max_length=64)]
Code = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[a-z0-9_\-]+$")]
Instant = AwareDatetime
GivenInstant = Annotated[AwareDatetime, AfterValidator(_of_our_time)]
"""One that comes from outside: no calendar overflows in any zone."""
Note = Annotated[Lines | None, Field(max_length=500)]
"""A sentence; needed where the code given says nothing by itself, such as `other`."""


class OneOf:
    """A code of a coded list: `Annotated[str, OneOf(URGENCIES)]`. The description of the API shows them all."""

    def __init__(self, codes: CodedList[Entry], *more: str, without: Iterable[Entry] = ()) -> None:
        """`without`: entries that nobody outside may give, such as those that only the hub itself records."""
        left_out = {entry.code for entry in without}
        self.codes = [code for code in (*more, *codes.codes) if code not in left_out]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.literal_schema(self.codes)


class FieldProblemOut(BaseModel):
    field: str
    message: str
    code: str


class ProblemOut(BaseModel):
    """A problem (RFC 9457); `type` is one stable word, further members depend on it."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldProblemOut] | None = None
    retry_after: int | None = None


def api_router(tag: str) -> APIRouter:
    """A router of the API: under its prefix, with the problems that every route may answer."""
    told = {"model": ProblemOut, "content": {"application/problem+json": {}}}
    statuses = {401: "no valid token", 403: "not permitted", 404: "not there, or not for this account", 422: "mistakes"}
    return APIRouter(
        prefix=API,
        tags=[tag],
        responses={status: {**told, "description": words} for status, words in statuses.items()},
    )
