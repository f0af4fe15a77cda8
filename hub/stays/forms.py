"""What the forms of a stay bring, and the times in them: by the clock of Athens, as people write them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated

from fastapi import Form

from graph.model.period import turn_of_day
from graph.model.service import Terms
from hub.web.formats import ATHENS
from hub.web.i18n import msgid as _

SHORT = Form(max_length=100)
NOTE = Form(max_length=500)


class Act(StrEnum):
    ARRIVE = "arrive"
    DID_NOT_COME = "did_not_come"
    CANCEL = "cancel"
    LEAVE = "leave"
    EXTEND = "extend"
    MOVE = "move"


class StayRefused(Exception):  # noqa: N818 -- the other refusals of the hub are named alike
    """A form that cannot be taken yet: `field` is the id of what to correct, `sentence` an English message."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
        self.sentence = sentence


NOBODY_TICKED = _("Tick who it is about.")
REASON_MISSING = _("Choose a reason.")
NO_SUCH_TIME = _("Write date and hour like this: 24/11/2026 21:30.")
NO_SUCH_DAY = _("Choose the day until which they stay.")
NO_UNIT = _("Choose where they move to.")


@dataclass(frozen=True, slots=True)
class StayForm:
    """`who` are person ids; `everyone` stands for all of them. `back`: the structure whose page the form stood on."""

    act: Act
    who: tuple[str, ...] = ()
    everyone: bool = False
    at: str = ""
    reason: str = ""
    note: str = ""
    moved_on_to: str = ""
    until: str = ""
    to_unit: str = ""
    back: str = ""

    def people(self) -> tuple[str, ...]:
        """Nobody named means all. Raises StayRefused where nobody was ticked."""
        if self.everyone:
            return ()
        if not self.who:
            raise StayRefused("who", NOBODY_TICKED)
        return self.who

    def instant(self) -> datetime | None:
        """None means now. Raises StayRefused."""
        if not self.at.strip():
            return None
        try:
            local = datetime.fromisoformat(self.at.strip())
        except ValueError as error:
            raise StayRefused("at", NO_SUCH_TIME) from error
        return (local if local.tzinfo else local.replace(tzinfo=ATHENS)).astimezone(UTC)

    def required_reason(self, field: str) -> str:
        if not self.reason:
            raise StayRefused(field, REASON_MISSING)
        return self.reason

    def last_day(self, terms: Terms) -> datetime:
        """The turn of the day on which they leave. Raises StayRefused."""
        try:
            return turn_of_day(date.fromisoformat(self.until.strip()), terms.day_turns_at)
        except ValueError as error:
            raise StayRefused("until", NO_SUCH_DAY) from error


def stay_form(
    *,
    act: Annotated[Act, Form()],
    who: Annotated[list[str] | None, Form(max_length=30)] = None,
    everyone: Annotated[bool, Form()] = False,
    at: Annotated[str, SHORT] = "",
    reason: Annotated[str, SHORT] = "",
    note: Annotated[str, NOTE] = "",
    moved_on_to: Annotated[str, SHORT] = "",
    until: Annotated[str, SHORT] = "",
    to_unit: Annotated[str, SHORT] = "",
    back: Annotated[str, SHORT] = "",
) -> StayForm:
    return StayForm(
        act=act,
        who=tuple(who or ()),
        everyone=everyone,
        at=at,
        reason=reason,
        note=note,
        moved_on_to=moved_on_to,
        until=until,
        to_unit=to_unit,
        back=back,
    )
