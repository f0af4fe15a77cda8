"""All six commands at the same instant on the same rooms."""

from dataclasses import replace

import pytest

from graph.model.period import Period, lodging_period, tonight
from graph.session import Graph
from tests.givens.cast import NOW
from tests.race.commands import confirm, expire, hold, out_of_service, release, report, soon
from tests.race.field import REHEARSALS, REPETITIONS, WRITERS, Field, given_fields
from tests.race.judging import NO_PLACES_LEFT, Bout, Entry, fought, rooms_of
from tests.race.oracle import Taken, moment, read_disputed, uncovered
from tests.race.standing import Held, as_taken, given_holds, given_referrals

pytestmark = [pytest.mark.race, pytest.mark.timeout(60, func_only=True)]

BEFORE, RUNS_OUT, AFTER = soon(29), soon(30), soon(31)
MOST_HELD = 6
FACTS = 2
"""Reports, and as many places that drop out."""


def test_whatever_comes_together_no_room_is_oversold_in_silence(graph: Graph) -> None:
    fields = given_fields(graph, "all at once", repetitions=REPETITIONS // 2 + REHEARSALS)
    every_held = given_holds(graph, fields, most=MOST_HELD, run_out=[RUNS_OUT, soon(90), soon(90)], referred=True)
    bouts = [_bout(graph, field, held) for field, held in zip(fields, every_held, strict=True)]
    for outcome in fought(graph, bouts):
        rooms = outcome.bout.rooms
        assert outcome.refused(e for e in outcome.bout.entries if e.wanted is None) == []
        assert read_disputed(graph, list(rooms)) >= uncovered(outcome.stands, outcome.bout.lost, rooms)


def _bout(graph: Graph, field: Field, held: list[Held]) -> Bout:
    lapsed = [h for h in held if h.hold.expires_at == RUNS_OUT]
    live = [h for h in held if h.hold.expires_at != RUNS_OUT]
    entries = [expire(graph, h.hold, at=AFTER) for h in lapsed]
    for h in lapsed:
        entries.append(replace(confirm(graph, h.wish, h.referral_id, at=BEFORE), met_besides=as_taken(lapsed)))
    entries += [release(graph, h.hold, at=AFTER) for h in live[::2]]
    entries += [_confirm_held(graph, h) for h in live[1::2]]
    facts, lost = _facts(graph, field)
    entries += facts
    having = {h.wish.need_id for h in held}
    entries += _wanting(graph, field, having, WRITERS - len(entries))
    rooms = {u: replace(r, kept_back=sum(t.unit_id == u for t in lost)) for u, r in rooms_of(field).items()}
    codes = NO_PLACES_LEFT | {"unit-not-claimable"}
    return Bout(entries, rooms, before=as_taken(live), now=AFTER, codes=codes, lost=lost)


def _confirm_held(graph: Graph, h: Held) -> Entry:
    """Accepting converts the hold, so that it wants the very room that is held: where that is disputed, it waits."""
    entry = confirm(graph, h.wish, h.referral_id, held=h.hold.id, at=AFTER)
    assert entry.wanted is not None
    return replace(entry, wanted=replace(entry.wanted, unit_ids=[h.hold.lines[0].unit_id]))


def _facts(graph: Graph, field: Field) -> tuple[list[Entry], list[Taken]]:
    entries: list[Entry] = []
    lost: list[Taken] = []
    for n in range(FACTS):
        still_right, dropping = (field.random.choice(field.service.units) for _ in range(2))
        entries.append(report(graph, still_right.id, still_right.places, at=AFTER))
        period: Period = lodging_period(tonight(NOW), field.random.randint(1, 4))
        lost.append(Taken(f"drop {n}", dropping.id, 1, moment(period.starts), moment(period.ends)))
        entries.append(out_of_service(graph, dropping.id, period, at=AFTER))
    return entries, lost


def _wanting(graph: Graph, field: Field, having: set[str], many: int) -> list[Entry]:
    """Half of those without a hold ask for one, half have been referred without."""
    wishes = [wish for wish in field.wishes if wish.need_id not in having][:many]
    referrals = [field.referral(wish) for wish in wishes[::2]]
    given_referrals(graph, referrals)
    entries = [confirm(graph, wish, r.id, at=AFTER) for wish, r in zip(wishes[::2], referrals, strict=True)]
    return [*entries, *(hold(graph, field, wish, at=AFTER) for wish in wishes[1::2])]
