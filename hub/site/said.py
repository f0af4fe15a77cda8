"""What was just recorded, in words, as the store has it: the address only says which, and for how long it is news."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from graph.model.claims import ClaimKind
from hub.site.service import Site
from hub.site.words import people_line
from hub.web.formats import clock
from hub.web.i18n import Language, translate, translate_count
from hub.web.i18n import msgid as _

NEWS_FOR = timedelta(seconds=30)
RECORDED = _("Recorded: %(what)s, %(time)s. Thank you.")


@dataclass(frozen=True, slots=True)
class Said:
    """`unit_id` and `before`: what the way back restates, until `until`; None where there is none."""

    text: str
    until: datetime
    unit_id: str | None = None
    before: int | None = None


def said_of(site: Site, which: str, before: int | None, language: Language) -> Said | None:
    """`which`: the id of a unit, or `all`. None once it is no news any more."""
    units = list(site.units) if which == "all" else [u for u in site.units if u.id == which]
    said_at = [u.view.as_of for u in units if u.view.as_of is not None]
    if not said_at or site.now - max(said_at) > NEWS_FOR:
        return None
    until = max(said_at) + NEWS_FOR
    if which == "all":
        what = translate_count(language, "no change in %(count)s unit", "no change in %(count)s units", len(units))
        return Said(_recorded(what, max(said_at), language), until)
    what = translate_count(language, "%(count)s free", "%(count)s free", units[0].free)
    if len(site.units) > 1:
        what = f"{units[0].view.unit.name}: {what}"
    text = _recorded(what, max(said_at), language)
    undoes = before is not None and before != units[0].free
    return Said(text, until, units[0].id, before) if undoes else Said(text, until)


def arrived_words(site: Site, placement_id: str, language: Language) -> Said | None:
    """Who has just come, of a stay that is not told by anything but its id."""
    for claim in site.claims:
        if claim.id == placement_id and claim.kind is ClaimKind.PLACEMENT:
            case = site.cases[claim.case_id]
            who = f"{case.number} · {people_line(case, language, claim.person_ids)}"
            text = translate(language, "Recorded: %(who)s arrived, %(time)s.", who=who, time=clock(claim.period.starts))
            return Said(text, site.now + NEWS_FOR)
    return None


def _recorded(what: str, at: datetime, language: Language) -> str:
    return translate(language, RECORDED, what=what, time=clock(at))
