"""A form without mistakes as the case and the needs that it speaks of; what identifies people is sealed on the way."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from graph.model.case import Danger, Household, PaperState, SafeContact
from graph.model.ids import AreaId
from graph.model.lists.circumstances import CIRCUMSTANCES
from graph.model.lists.need_kinds import NEED_KINDS
from graph.model.place import AreaKind
from hub.areas.gazetteer import load_gazetteer
from hub.cases.household_line import people_of, read_line
from hub.cases.intake_form import AWAY, FROM_DATE, IntakeForm
from hub.cases.service import SHELTER_ANY, Intake, NeedSaid
from hub.people.vault import Vault

ASK = "ask"
TONIGHT = "shelter_tonight"


def intake_of(form: IntakeForm, vault: Vault) -> Intake:
    """The name goes to the first of the household."""
    first, *others = people_of(read_line(form.household))
    named = replace(first, sealed_name=vault.seal(form.name.strip()))
    return Intake(
        household=Household((named, *others), tuple(form.languages or ["el"]), together=form.together == "yes"),
        danger=Danger(form.danger),
        caller=form.caller,
        whereabouts=form.whereabouts or None,
        where_now=form.area("where"),
        circumstances=frozenset(form.circumstances),
        papers={code: PaperState(state) for code, state in form.papers.items() if state != PaperState.UNKNOWN},
        safe_contact=SafeContact(
            tuple(safe_ways_of(form)), form.safe_hours.strip() or None, vault.seal(form.phone.strip())
        ),
        sharing_basis=form.sharing_basis or None,
        sealed_note=vault.seal(form.note.strip()),
    )


def safe_ways_of(form: IntakeForm) -> Sequence[str]:
    """Where there is violence the answer may not stay open: until somebody has asked, nothing is sent."""
    endangered = any("suggests_safe_contact" in CIRCUMSTANCES.get(code).flags for code in form.circumstances)
    return form.safe_ways or ([ASK] if endangered else [])


def needs_of(form: IntakeForm) -> list[NeedSaid]:
    """One need per kind chosen, in the order of the page, all from where they are now."""
    starts_on = date.fromisoformat(form.starts_on) if form.starts_on else None
    return [
        NeedSaid(
            kind=SHELTER_ANY if kind.code == TONIGHT else kind.code,
            urgency=form.urgency or kind.default_urgency,
            area_id=form.area("where"),
            point=None,
            starts_on=None if kind.code == TONIGHT and FROM_DATE in form.kinds else starts_on,
            nights=int(form.nights) if form.nights else 1,
            away_area_ids=away_areas(form),
            away_kilometres=int(form.away_kilometres) if form.away_kilometres else None,
        )
        for kind in NEED_KINDS
        if kind.code in form.kinds
    ]


def away_areas(form: IntakeForm) -> list[str]:
    """Each once. Where they are now means all of its municipality: nobody flees from one street to the next."""
    found = [form.area(name) for name in AWAY]
    here = form.area("where")
    if form.away_here and here:
        found.insert(0, _around(here))
    return list(dict.fromkeys(area for area in found if area))


def _around(area_id: str) -> str:
    area = load_gazetteer().get(AreaId(area_id))
    if area.kind is not AreaKind.SETTLEMENT:
        return area_id
    return load_gazetteer().part(area.id, AreaKind.MUNICIPALITY).id
