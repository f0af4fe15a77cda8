"""An error as its reader gets it: the code, and sentences in their language (RFC 9457 names the fields)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus

from fastapi.encoders import jsonable_encoder

from graph.model.errors import HubError, Invalid
from hub.error_sentences import SENTENCES
from hub.errors import retry_after
from hub.validation_sentences import field_sentence
from hub.web.i18n import Language, translate

LONGEST_NAME = 80
WHOLE_BODY = "body"


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """`field` is a dotted path in the request, such as `household.members.0.age`."""

    field: str
    message: str
    code: str


@dataclass(frozen=True, slots=True)
class Problem:
    """`type` is the stable code; `retry_after` in seconds where a retry helps; `members` are further ones."""

    type: str
    title: str
    status: int
    detail: str
    errors: tuple[FieldProblem, ...] = ()
    retry_after: int | None = None
    members: Mapping[str, object] = field(default_factory=dict[str, object])

    def as_json(self) -> dict[str, object]:
        body: dict[str, object] = {
            "type": self.type,
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
        }
        if self.errors:
            body["errors"] = [{"field": e.field, "message": e.message, "code": e.code} for e in self.errors]
        if self.retry_after is not None:
            body["retry_after"] = self.retry_after
        return {**jsonable_encoder(self.members), **body}


Tell = Callable[[Language], Problem]
"""Puts one error into words in the language asked for."""


def problem_of(error: HubError, language: Language, members: Mapping[str, object] | None = None) -> Problem:
    """The problem of an expected error. One without a sentence of its own is told by its status."""
    title, detail = sentences_of(error, language)
    return Problem(
        type=error.code,
        title=title,
        status=error.status,
        detail=detail,
        errors=(FieldProblem(error.field, f"{title}. {detail}", error.code),) if isinstance(error, Invalid) else (),
        retry_after=retry_after(error),
        members=members or {},
    )


def sentences_of(error: HubError, language: Language) -> tuple[str, str]:
    sentence = SENTENCES.get(error.code) or SENTENCES[code_of_status(error.status)]
    return translate(language, sentence.title), translate(language, sentence.detail, **dict(error.details))


def validation_problem(errors: Sequence[Mapping[str, object]], language: Language) -> Problem:
    """All mistakes that pydantic found in a request, each with its field."""
    sentence = SENTENCES["invalid-request"]
    return Problem(
        type="invalid-request",
        title=translate(language, sentence.title),
        status=HTTPStatus.UNPROCESSABLE_ENTITY,
        detail=translate(language, sentence.detail),
        errors=tuple(_field_problem(error, language) for error in errors),
    )


def status_problem(status: int, language: Language) -> Problem:
    """For what the framework refuses by itself: unknown address, wrong method, broken form."""
    code = code_of_status(status)
    sentence = SENTENCES[code]
    return Problem(code, translate(language, sentence.title), status, translate(language, sentence.detail))


def code_of_status(status: int) -> str:
    known = {
        401: "not-signed-in",
        403: "not-permitted",
        404: "not-found",
        405: "method-not-allowed",
        413: "too-large",
        422: "invalid-request",
        503: "unavailable",
    }
    return known.get(status, "malformed-request" if status < 500 else "internal-error")


def _field_problem(error: Mapping[str, object], language: Language) -> FieldProblem:
    location, limits = error.get("loc"), error.get("ctx")
    kind = str(error["type"])
    told = field_sentence(kind, limits if isinstance(limits, Mapping) else {}, language)
    return FieldProblem(_path(location if isinstance(location, tuple) else (), kind), told.sentence, told.code)


def _path(location: tuple[object, ...], kind: str) -> str:
    """The dotted path without the part of the request, `body` for all of it; a position in broken JSON says nothing."""
    parts = () if kind == "json_invalid" else (part for part in location[1:] if part != "[key]")
    # The name of an unknown field is the sender's own text: short, and in one line.
    return ".".join(str(part)[:LONGEST_NAME].replace("\n", " ") for part in parts) or WHOLE_BODY
