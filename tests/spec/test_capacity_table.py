"""Runs `capacity.md`: the document that people read is the test."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from graph.model.capacity import (
    ExpectedFree,
    Figure,
    LeftOut,
    Outage,
    Sharing,
    Slice,
    UnitState,
    elsewhere_after,
    excess,
    free_over,
)
from graph.model.claims import ClaimKind
from graph.model.ids import CapacityUnitId, ClaimId, ServiceAtLocationId
from graph.model.period import ATHENS, Period

TODAY = date(2026, 11, 24)
DAYS = {"": 0, "yesterday ": -1, "tomorrow ": 1}
WHEN = r"((?:yesterday |tomorrow )?\d\d:\d\d)"
CLAIM = re.compile(rf"(hold|reservation|placement) (\w+)(?: of (\w+))? (\d+) {WHEN} to {WHEN}(?: left {WHEN})?")
OUT = re.compile(rf"out (\d+) {WHEN} to {WHEN}")
EXPECTED = re.compile(rf"expected (\d+) {WHEN}")
FIGURE = re.compile(rf"(\d+) at {WHEN}(?: beyond (.+))?")
ASKED = re.compile(rf"{WHEN}(?: (to|for) {WHEN})?")


@dataclass(frozen=True)
class Row:
    case: str
    unit: str
    figure: str
    on_it: str
    asked: str
    elsewhere: int
    free: int


def rows() -> list[Row]:
    text = (Path(__file__).parent / "capacity.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("| ")][1:]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [Row(*c[:5], int(c[5]), int(c[6])) for c in cells]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.case)
def test_what_is_free(row: Row) -> None:
    now, asked = question(row.asked)
    unit = unit_of(row)
    assert unit.elsewhere == row.elsewhere
    assert free_over(unit, asked, now=now) == row.free


@pytest.mark.parametrize("row", [r for r in rows() if r.case.endswith("contradiction")], ids=lambda row: row.case)
def test_what_is_below_nought_is_an_excess(row: Row) -> None:
    now, _ = question(row.asked)
    assert excess(unit_of(row), now=now) == -row.free


def test_only_contradictions_are_below_nought() -> None:
    below = [r.case for r in rows() if r.free < 0]
    assert below
    assert all("contradiction" in case for case in below)


def unit_of(row: Row) -> UnitState:
    sharing, places = (
        (Sharing.BY_HOUSEHOLD, row.unit.removeprefix("room of "))
        if row.unit.startswith("room")
        else (Sharing.BY_PLACE, row.unit.removesuffix(" places"))
    )
    slices = tuple(slice_of(found) for found in CLAIM.finditer(row.on_it))
    assert len(slices) == len(re.findall(r"hold|reservation|placement", row.on_it)), row.on_it
    unit = UnitState(
        id=CapacityUnitId("unit"),
        service_at_location_id=ServiceAtLocationId("place"),
        places=int(places),
        sharing=sharing,
        elsewhere=0,
        slices=slices,
        outages=tuple(Outage(int(n), Period(at(a), at(b))) for n, a, b in OUT.findall(row.on_it)),
        expected=tuple(ExpectedFree(at(when), int(n)) for n, when in EXPECTED.findall(row.on_it)),
    )
    return replace(unit, elsewhere=elsewhere_after(unit, figure_of(row.figure)))


def slice_of(found: re.Match[str]) -> Slice:
    kind, name, root, places, starts, ends, left = found.groups()
    return Slice(
        claim_id=ClaimId(name),
        root_id=ClaimId(root or name),
        kind=ClaimKind(kind),
        places=int(places),
        period=Period(at(starts), at(ends)),
        made_at=at(starts),
        ended_at=at(left) if left else None,
    )


def figure_of(text: str) -> Figure:
    found = FIGURE.fullmatch(text)
    assert found, text
    free, when, beyond = found.groups()
    basis = {None: LeftOut.PLACEMENTS, "all": LeftOut.ALL, "none": LeftOut.NOTHING}.get(beyond, LeftOut.SHOWN)
    roots = frozenset(ClaimId(name) for name in beyond.split()) if basis is LeftOut.SHOWN else frozenset[ClaimId]()
    return Figure(int(free), at(when), basis, roots)


def question(text: str) -> tuple[datetime, Period]:
    """`20:00` is that instant, `20:00 to X` the time until X, `20:00 for X` asks at 20:00 about the instant X."""
    found = ASKED.fullmatch(text)
    assert found, text
    now = at(found[1])
    if found[2] == "to":
        return now, Period(now, at(found[3]))
    begins = at(found[3]) if found[2] == "for" else now
    return now, Period(begins, begins + timedelta(microseconds=1))


def at(text: str) -> datetime:
    day, clock = re.fullmatch(r"(yesterday |tomorrow )?(\d\d:\d\d)", text).groups()  # type: ignore[union-attr]
    on = TODAY + timedelta(days=DAYS[day or ""])
    return datetime.combine(on, time.fromisoformat(clock), tzinfo=ATHENS).astimezone(UTC)
