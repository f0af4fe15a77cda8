"""All figures of several structures in one form: a stepper per unit, one button."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from fastapi import Request
from starlette.datastructures import FormData

from graph.model.capacity import Sharing
from graph.model.lists.states import PLACE_STATES
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.site.figures import (
    FigureRefused,
    Say,
    Saying,
    must_ask,
    number_said,
    require_room,
    state_free,
)
from hub.site.places import OwnPlace, own_places
from hub.site.service import SiteUnit
from hub.web.components import Choice
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _

MOST_UNITS = 500
ASK_THERE = _(
    "The network has promised %(coming)s places here: say on the page of the structure whether they are among these."
)


@dataclass(frozen=True, slots=True)
class UpdateForm:
    """`sayings` by unit id; `found`, `start` and `q` are where in the list the form stood."""

    sayings: dict[str, Saying] = field(default_factory=dict[str, Saying])
    found: int = 0
    start: int = 0
    q: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateRow:
    own: OwnPlace
    unit: SiteUnit
    typed: str
    first_of_place: bool
    choices: Sequence[Choice]
    error: str | None = None

    @property
    def whole(self) -> bool:
        """Given as a whole to one household: free or not."""
        return self.unit.view.unit.sharing is Sharing.BY_HOUSEHOLD


async def update_form(request: Request) -> UpdateForm:
    """Fields `free-<unit>`, `stood-<unit>` and `listed-<unit>` of each unit named in `unit`."""
    sent = await request.form()
    units = [str(unit) for unit in sent.getlist("unit")[:MOST_UNITS]]
    sayings = {unit: _saying(sent, unit) for unit in units}
    return UpdateForm(sayings, _number(sent, "found"), _number(sent, "start"), str(sent.get("q", ""))[:100])


def update_rows(places: Sequence[OwnPlace], language: Language) -> list[UpdateRow]:
    return [
        UpdateRow(
            own=own,
            unit=unit,
            typed=str(unit.free),
            first_of_place=place == 0,
            choices=_free_or_not(unit, language),
        )
        for own in places
        for place, unit in enumerate(own.units)
    ]


def say_all(hub: Hub, subject: Subject, language: Language, form: UpdateForm) -> list[UpdateRow]:
    """States each number that can be meant; the rows with what is wrong with the others."""
    rows: list[UpdateRow] = []
    for row in update_rows(own_places(hub, subject, language), language):
        saying = form.sayings.get(row.unit.id)
        if saying is not None:
            error = _said(hub, subject, row.unit, saying, language)
            rows.append(replace(row, typed=saying.typed, error=error))
    return rows


def _free_or_not(unit: SiteUnit, language: Language) -> list[Choice]:
    words = [(str(unit.places), "free"), ("0", "occupied")]
    return [Choice(value=value, label=PLACE_STATES.get(code).in_language(language.value)) for value, code in words]


def _said(hub: Hub, subject: Subject, unit: SiteUnit, saying: Saying, language: Language) -> str | None:
    try:
        free = number_said(unit, saying)
        require_room(unit, saying, free, hub.clock.now())
    except FigureRefused as refused:
        return refused.in_language(language)
    if must_ask(unit, saying, free):
        return translate(language, ASK_THERE, coming=unit.coming)
    state_free(hub, subject, unit, free, saying.listed)
    return None


def _saying(sent: FormData, unit: str) -> Saying:
    typed, stood = str(sent.get(f"free-{unit}", ""))[:20], _number(sent, f"stood-{unit}")
    listed = tuple(str(claim) for claim in sent.getlist(f"listed-{unit}"))
    say = Say.SAME if typed.strip() == str(stood) else Say.TYPED
    return Saying(say, typed, stood, listed)


def _number(sent: FormData, name: str) -> int:
    text = str(sent.get(name, ""))
    return int(text) if text.isdecimal() and len(text) < 7 else 0
