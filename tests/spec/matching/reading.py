"""Reads the tables of this folder: plain words of a cell become a need, a place or a unit.

A cell is a list of clauses with `;` between them. The words that a clause may use are the patterns below; any other
word is an error, so that no row is ever tested for less than it says.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from graph.model.capacity import Sharing, UnitKind
from graph.model.case import PaperState
from graph.model.eligibility import EntryWindow, PaperRule, PaperStage, Sex, SexAgeRule
from graph.model.ids import AreaId
from graph.model.period import ATHENS
from matching.snapshot import NeedProfile, Offer, UnitOffer
from matching.travel.estimate import Journey, Mode
from tests.unit.matching.givens import TOWNS, a_need, a_unit, an_offer, rules

HERE = Path(__file__).parent
EVENING = datetime(2026, 11, 24, 18, 0, tzinfo=ATHENS)
Parts = dict[str, Any]
_NOBODY: frozenset[str] = frozenset()


class Table(NamedTuple):
    """One file: the criterion it is about, its names, its rule in a sentence, what silence means, and its rows."""

    criterion: str
    name: str
    rule: str
    silence: str
    rows: list[dict[str, str]]


def tables(folder: Path = HERE) -> list[Table]:
    return [_table(path) for path in sorted(folder.glob("*.md"))]


def _table(path: Path) -> Table:
    title, rule, silence, *_ = (block.strip() for block in path.read_text(encoding="utf-8").split("\n\n"))
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    head, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return Table(
        criterion=path.stem.replace("-", "_"),
        name=title.removeprefix("# "),
        rule=" ".join(rule.splitlines()),
        silence=silence.removeprefix("Silence: "),
        rows=[dict(zip(head, row, strict=True)) for row in rows],
    )


Clause = tuple[str, Callable[[re.Match[str]], Parts]]


def _clauses(cell: str, known: list[Clause]) -> Iterator[Parts]:
    for clause in filter(None, (part.strip() for part in cell.split(";"))):
        found = ((re.fullmatch(pattern, clause), make) for pattern, make in known)
        first = next(((read, make) for read, make in found if read), None)
        if first is None:
            raise ValueError(f"these words are not known in a table: {clause!r}")
        yield first[1](first[0])


def _codes(text: str) -> frozenset[str]:
    return frozenset(re.split(r",\s*", text))


def _at(text: str) -> datetime:
    return EVENING.replace(hour=int(text[:2]), minute=int(text[3:]))


_NEED: list[Clause] = [
    (r"psychosocial", lambda m: {"kind": "psychosocial"}),
    (r"legal", lambda m: {"kind": "legal"}),
    (r"health", lambda m: {"kind": "health"}),
    (r"from (\d{4}-\d\d-\d\d)", lambda m: {"kind": "shelter_from_date", "starts_on": date.fromisoformat(m[1])}),
    (r"at (\d\d:\d\d)", lambda m: {"now": _at(m[1])}),
    (r"in ([A-Z][\w ]+)", lambda m: {"at": m[1]}),
    (r"in a place not known", lambda m: {"origin_areas": ()}),
    (r"(\d+) nights?", lambda m: {"nights": int(m[1])}),
    (r"not urgent", lambda m: {"urgency": "short_notice"}),
    (r"apart is allowed", lambda m: {"together": False}),
    (r"speaks ([a-z, ]+)", lambda m: {"languages": tuple(re.split(r",\s*", m[1]))}),
    (r"no language named", lambda m: {"languages": ()}),
    (r"applies: ([a-z_, ]+)", lambda m: {"circumstances": _codes(m[1])}),
    (r"(\w+): (has|has not|pending|not known)", lambda m: {"papers": {m[1]: PaperState(m[2].replace(" ", "_"))}}),
]


def read_need(row: dict[str, str]) -> NeedProfile:
    parts: Parts = {"now": EVENING, "who": row.get("people") or "Γ34"}
    papers: dict[str, PaperState] = {}
    for more in _clauses(row.get("need", ""), _NEED):
        papers |= more.get("papers", {})
        parts |= more
    return a_need(**{**parts, "papers": papers})


_GROUP = re.compile(r"(women|men|girls|boys|people) (\d+)(?:–(\d+)|\+)( with an adult)?")
_SEX = {"women": Sex.FEMALE, "girls": Sex.FEMALE, "men": Sex.MALE, "boys": Sex.MALE, "people": Sex.UNSTATED}


def _sex_age(text: str) -> tuple[SexAgeRule, ...] | None:
    if text == "not stated":
        return None
    read = [_GROUP.fullmatch(part.strip()) for part in text.split(",")]
    if None in read:
        raise ValueError(f"not a rule on sex and age: {text!r}")
    return tuple(SexAgeRule(_SEX[m[1]], int(m[2]), int(m[3] or 120), bool(m[4])) for m in read if m)


def _papers(document: str, rest: str) -> Parts:
    days = re.search(r"within (\d+) days", rest)
    stage = PaperStage.BEFORE_ENTRY if "before entry" in rest else PaperStage.WITHIN_DAYS
    stage = PaperStage.NOT_ASKED if "not asked" in rest else stage
    rule = PaperRule(document, stage, int(days[1]) if days else None, waived_in_emergency="always" not in rest)
    return {"papers": (rule,)}


_RULES: list[Clause] = [
    (r"takes (not stated|(?:wo)?men .*|girls .*|boys .*|people .*)", lambda m: {"sex_age": _sex_age(m[1])}),
    (r"is for everybody", lambda m: {"target_groups": _NOBODY}),
    (r"group not stated", lambda m: {"target_groups": None}),
    (r"is for ([a-z_, ]+)", lambda m: {"target_groups": _codes(m[1])}),
    (r"takes: ([a-z_, ]+)", lambda m: {"takes": _codes(m[1])}),
    (r"refuses: ([a-z_, ]+)", lambda m: {"refuses": _codes(m[1])}),
    (r"order (required|not required|not stated)", lambda m: {"order_required": _yes_no(m[1], "required")}),
    (r"without papers: (yes|no|not stated)", lambda m: {"without_residence_papers": _yes_no(m[1], "yes")}),
    (r"entry round the clock", lambda m: {"entry": None}),
    (r"entry not stated", lambda m: {"entry_stated": False}),
    (r"entry (\d\d:\d\d)–(\d\d:\d\d)", lambda m: {"entry": _window(m[1], m[2])}),
    (r"call first", lambda m: {"call_first": True}),
    (r"asks for (\w+) (.*)", lambda m: _papers(m[1], m[2])),
    (r"longest stay (\d+) nights", lambda m: {"longest_stay_nights": int(m[1])}),
    (r"longest stay not stated", lambda m: {"longest_stay_nights": None}),
]


def _yes_no(text: str, yes: str) -> bool | None:
    return None if text == "not stated" else text == yes


def _window(opens: str, closes: str) -> EntryWindow:
    return EntryWindow(time.fromisoformat(opens), time.fromisoformat(closes))


_PLACE: list[Clause] = [
    (r"at ([A-Z][\w ]+)", lambda m: {"at": m[1]}),
    (r"(\d+) minutes away by (road|ferry)", lambda _: {}),
    (r"kind (\w+)", lambda m: {"kind": m[1]}),
    (r"certified until (\d{4}-\d\d-\d\d)", lambda m: {"certified_until": date.fromisoformat(m[1])}),
    (r"suspended", lambda m: {"suspended": True}),
    (r"catchment ([\w, -]+)", lambda m: {"catchment": frozenset(AreaId(a) for a in _codes(m[1]))}),
    (r"catchment of nobody", lambda m: {"catchment": frozenset()}),
    (r"speaks ([a-z, ]+)", lambda m: {"languages": _codes(m[1])}),
    (r"hidden", lambda m: {"hidden": True}),
]


def read_offer(row: dict[str, str]) -> Offer:
    of_rules: Parts = {}
    of_place: Parts = {}
    for more in _clauses(row.get("place", ""), [*((p, _as_rule(make)) for p, make in _RULES), *_PLACE]):
        papers = (*of_rules.get("papers", ()), *more.get("rules", {}).get("papers", ()))
        of_rules |= more.pop("rules", {})
        of_rules |= {"papers": papers} if papers else {}
        of_place |= more
    if of_place.get("hidden"):
        of_place["areas"] = TOWNS[of_place.get("at", "Trikala")].areas[2:]
    return an_offer(rules=rules(**of_rules), units=read_units(row), **of_place)


def read_journey(row: dict[str, str]) -> Journey:
    """An hour by road unless the place says otherwise; a kilometre a minute."""
    told = re.search(r"(\d+) minutes away by (road|ferry)", row.get("place", ""))
    minutes = int(told[1]) if told else 60
    return Journey(minutes * 1000, minutes, Mode(told[2]) if told else Mode.ROAD)


def _as_rule(make: Callable[[re.Match[str]], Parts]) -> Callable[[re.Match[str]], Parts]:
    return lambda read: {"rules": make(read)}


_UNIT: list[Clause] = [
    (r"(room|dormitory|bed|flat|place|appointment) of (\d+)", lambda m: {"kind": UnitKind(m[1]), "places": int(m[2])}),
    (r"given whole", lambda m: {"sharing": Sharing.BY_HOUSEHOLD}),
    (r"given by place", lambda m: {"sharing": Sharing.BY_PLACE}),
    (r"(\d+) free", lambda m: {"free": int(m[1])}),
    (r"step-free", lambda m: {"step_free": True}),
    (r"steps", lambda m: {"step_free": False}),
    (r"steps not stated", lambda m: {"step_free": None}),
    (r"said (\d+) (minutes|hours|days) ago", lambda m: {"as_of": EVENING - timedelta(**{m[2]: int(m[1])})}),
    (r"never said", lambda m: {"as_of": None}),
    (r"disputed", lambda m: {"in_discrepancy": True}),
    (r"(\d+) out of service", lambda m: {"out_of_service": int(m[1])}),
    (r"for (not stated|(?:wo)?men .*|girls .*|boys .*|people .*)", lambda m: {"sex_age": _sex_age(m[1])}),
]


def read_units(row: dict[str, str]) -> tuple[UnitOffer, ...]:
    """Units have ` / ` between them; `none` is a place that has set out none."""
    cell = row.get("unit", "")
    if cell == "none":
        return ()
    return tuple(_unit(number, text) for number, text in enumerate(cell.split(" / "), start=1))


def _unit(number: int, text: str) -> UnitOffer:
    parts: Parts = {"as_of": EVENING - timedelta(minutes=40)}
    for more in _clauses(text, _UNIT):
        parts |= more
    return a_unit(id_=f"unit {number}", **parts)
