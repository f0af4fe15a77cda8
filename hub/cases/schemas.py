"""What the calls about cases and needs take and give. What identifies people comes in here and is sealed at once."""

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from graph.model.case import Danger, PaperState
from graph.model.eligibility import Sex
from graph.model.events import Event
from graph.model.lists.callers import CALLERS
from graph.model.lists.circumstances import CIRCUMSTANCES
from graph.model.lists.documents import DOCUMENTS
from graph.model.lists.languages import LANGUAGES
from graph.model.lists.need_kinds import NEED_KINDS
from graph.model.lists.outcomes import OUTCOMES
from graph.model.lists.safe_contact import SAFE_CONTACT
from graph.model.lists.sharing_bases import SHARING_BASES
from graph.model.lists.urgencies import URGENCIES
from graph.model.lists.whereabouts import WHEREABOUTS
from hub.api.model import ApiModel, Id, Instant, Line, Lines, OneOf, Truth, Whole

FHIR_GENDERS = {"female": "f", "male": "m", "other": "x", "unknown": "x"}
"""FHIR administrative gender, which partners send, in the hub's letters."""

LanguageCode = Annotated[str, OneOf(LANGUAGES)]
NeedKindCode = Annotated[str, OneOf(NEED_KINDS, "shelter")]
UrgencyCode = Annotated[str, OneOf(URGENCIES)]
SharingBasisCode = Annotated[str, OneOf(SHARING_BASES)]


def _letter(value: Any) -> Any:
    return FHIR_GENDERS.get(value, value) if isinstance(value, str) else value


class MemberIn(ApiModel):
    """One person. `age` in whole years, null where not known; `name` is what to call them."""

    sex: Annotated[Sex, BeforeValidator(_letter)]
    age: Annotated[Whole | None, Field(ge=0, le=120)] = None
    age_is_approximate: Truth = False
    age_months: Annotated[Whole | None, Field(ge=0, le=35)] = None
    pregnant: Truth | None = None
    wheelchair: Truth | None = None
    name: Annotated[Line | None, Field(max_length=120)] = None


class HouseholdIn(ApiModel):
    members: Annotated[list[MemberIn], Field(min_length=1, max_length=30)]
    languages: Annotated[list[LanguageCode], Field(max_length=10)] = ["el"]
    together: Truth = True


class SafeContactIn(ApiModel):
    """How it is safe to reach them: ways (codes), hours in words, and a telephone number."""

    ways: Annotated[list[Annotated[str, OneOf(SAFE_CONTACT)]], Field(max_length=5)] = []
    hours: Annotated[Line | None, Field(max_length=60)] = None
    phone: Annotated[Line | None, Field(max_length=30)] = None


class CaseIn(ApiModel):
    household: HouseholdIn
    sharing_basis: SharingBasisCode | None = None
    danger: Danger = Danger.UNKNOWN
    caller: Annotated[str, OneOf(CALLERS)] | None = None
    whereabouts: Annotated[str, OneOf(WHEREABOUTS)] | None = None
    where_now_area_id: Id | None = None
    circumstances: Annotated[list[Annotated[str, OneOf(CIRCUMSTANCES)]], Field(max_length=20)] = []
    papers: Annotated[dict[Annotated[str, OneOf(DOCUMENTS)], PaperState], Field(max_length=30)] = {}
    safe_contact: SafeContactIn = SafeContactIn()
    note: Annotated[Lines | None, Field(max_length=280)] = None


class SharingBasisIn(ApiModel):
    basis: SharingBasisCode


class CloseIn(ApiModel):
    outcome: Annotated[str, OneOf(OUTCOMES)]


class PlaceIn(ApiModel):
    """An area of the country, or a point (WGS 84 degrees)."""

    area_id: Id | None = None
    latitude: Annotated[float | None, Field(ge=-90, le=90)] = None
    longitude: Annotated[float | None, Field(ge=-180, le=180)] = None


class KeepAwayIn(ApiModel):
    """Areas, places, and a distance around where they are now."""

    area_ids: Annotated[list[Id], Field(max_length=30)] = []
    service_at_location_ids: Annotated[list[Id], Field(max_length=30)] = []
    kilometres: Annotated[Whole | None, Field(ge=1, le=500)] = None


class NeedIn(ApiModel):
    """`shelter` stands for shelter tonight, or from a date where `starts_on` is a later one."""

    kind: NeedKindCode
    urgency: UrgencyCode
    near: PlaceIn
    starts_on: date | None = None
    nights: Annotated[Whole, Field(ge=1, le=1100)] = 1
    keep_away: KeepAwayIn = KeepAwayIn()


class MemberOut(ApiModel):
    id: str
    sex: Sex
    age: int | None
    pregnant: bool | None
    wheelchair: bool | None
    name: str | None


class NeedOut(ApiModel):
    id: str
    case_id: str
    kind: str
    urgency: str
    starts_on: date
    nights: int
    status: str


class CaseOut(ApiModel):
    id: str
    number: str
    opened_at: Instant
    members: list[MemberOut]
    sharing_basis: str | None
    danger: Danger
    circumstances: list[str]
    needs: list[NeedOut]
    closed_at: Instant | None
    outcome: str | None


class CaseMade(ApiModel):
    id: str
    number: str


class Made(ApiModel):
    id: str


class EventOut(ApiModel):
    """`subject_id` is what it is about; ask for it to learn more."""

    id: str
    type: str
    recorded_at: Instant
    subject_id: str
    number: int
    data: dict[str, Any]


def event_out(event: Event) -> EventOut:
    return EventOut(
        id=event.id,
        type=str(event.type),
        recorded_at=event.recorded_at,
        subject_id=event.subject_id,
        number=event.number,
        data=dict(event.data),
    )
