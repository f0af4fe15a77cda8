"""A form that was refused: its page is shown again with what was typed and a sentence that says what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request

from graph.model.errors import Conflict, HubError, Invalid
from hub.problems import sentences_of
from hub.web.i18n import Language

SHOWN_AGAIN = (Invalid, Conflict)
"""What a page tells beside its form. Everything else has a page of its own."""


@dataclass(frozen=True, slots=True)
class FormRefusal:
    """`form` names the form of the page; `errors` holds sentences by field, `title` and `text` one about all of it."""

    status: int = 200
    form: str = ""
    errors: Mapping[str, str] = field(default_factory=dict[str, str])
    typed: Mapping[str, str] = field(default_factory=dict[str, str])
    title: str | None = None
    text: str | None = None

    def error(self, form: str, name: str) -> str | None:
        return self.errors.get(name) if form == self.form else None

    def value(self, form: str, name: str, default: str = "") -> str:
        return self.typed.get(name, default) if form == self.form else default

    def is_about(self, form: str) -> bool:
        return self.form == form

    def by_id(self) -> dict[str, str]:
        """The sentences by the id of their field, as the error summary links to them."""
        return {f"{self.form}-{name}": text for name, text in self.errors.items()}


NOTHING_REFUSED = FormRefusal()


def refusal_of(error: HubError, form: str, typed: Mapping[str, str], language: Language) -> FormRefusal:
    """An error of a service as the page of `form` tells it."""
    title, text = sentences_of(error, language)
    if isinstance(error, Invalid):
        return FormRefusal(error.status, form, {error.field: f"{title}. {text}"}, typed)
    return FormRefusal(error.status, form, {}, typed, title, text)


def field_refusal(form: str, errors: Mapping[str, str], typed: Mapping[str, str]) -> FormRefusal:
    """Fields that were left empty or cannot be read."""
    return FormRefusal(422, form, errors, typed)


async def typed_fields(request: Request) -> dict[str, str]:
    """Every text field of the form by name, as it was typed."""
    return {name: value for name, value in (await request.form()).items() if isinstance(value, str)}


Typed = Annotated[Mapping[str, str], Depends(typed_fields)]
