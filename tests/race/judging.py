"""What must be true when a repetition is over, whoever won.

    peak <= places · winners are the claims that stand · each loser was told `no-places-left` · nobody was refused
    while a place stood free · no error of another kind

*While a place stood free* is judged by when each writer began and ended: a loser may have met every claim that was
there before and not surely gone when he began, and every claim whose maker began before he ended. If what he wanted
would have fitted beside all of these, he was refused wrongly.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.model.capacity import Sharing
from graph.session import Graph
from tests.givens.cast import NOW
from tests.race.field import Field, Wish
from tests.race.oracle import Room, Taken, Wanted, highest, moment, oversold, read_claims, would_fit
from tests.race.writers import Command, Told

NO_PLACES_LEFT = frozenset({"no-places-left"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One writer: his command, the claim that stands if he wins, the claim it takes away, and what he wanted.

    `wanted` is None for a fact, which nobody refuses. A command that both makes and takes away converts a hold.
    `met_besides`: what only he may count, since his clock is behind.
    """

    command: Command
    makes: str | None = None
    ends: str | None = None
    wanted: Wanted | None = None
    met_besides: Sequence[Taken] = ()


def rooms_of(field: Field) -> dict[str, Room]:
    return {u.id: Room(u.places, u.sharing is Sharing.BY_HOUSEHOLD) for u in field.service.units}


def wanted_by(wish: Wish) -> Wanted:
    return Wanted(len(wish.people), wish.unit_ids, moment(wish.period.starts), moment(wish.period.ends))


def judge(
    graph: Graph,
    rooms: Mapping[str, Room],
    entries: Sequence[Entry],
    told: Sequence[Told],
    *,
    before: Sequence[Taken],
    now: datetime = NOW,
    codes: frozenset[str] = NO_PLACES_LEFT,
) -> list[Taken]:
    """Returns what stands now.

    Where facts were told meanwhile, each room keeps back the most that they may have taken from it. A room whose claims
    may have exceeded the rest for a moment may have been disputed then, and turned people away rightly.
    """
    assert [t.error for t in told if t.error is not None] == []
    assert {t.refusal for t in told if t.refusal is not None} <= codes
    after = read_claims(graph, list(rooms), now=now)
    assert oversold(after, rooms) == set()
    won = [entry for entry, t in zip(entries, told, strict=True) if t.refusal is None]
    stood = {t.id for t in before} | {e.makes for e in won if e.makes}
    assert {t.id for t in after} == stood - {e.ends for e in won}
    for entry, his in zip(entries, told, strict=True):
        if entry.wanted is not None and his.refusal is not None:
            met = [*_possibly_met(his, entries, told, before, after), *entry.met_besides]
            free = would_fit(entry.wanted, met, rooms)
            assert [u for u in free if not _may_be_disputed(met, u, rooms[u])] == [], "refused a free place"
    return after


def _may_be_disputed(met: Sequence[Taken], unit_id: str, room: Room) -> bool:
    return room.kept_back > 0 and highest(met, unit_id) > room.places - room.kept_back


def _possibly_met(
    loser: Told, entries: Sequence[Entry], told: Sequence[Told], before: Sequence[Taken], after: Sequence[Taken]
) -> list[Taken]:
    made: set[str] = set()
    gone: set[str] = set()
    for entry, t in zip(entries, told, strict=True):
        converts = entry.makes is not None and entry.ends is not None
        if t.refusal is not None or converts:
            continue
        if entry.makes and t.began < loser.ended:
            made.add(entry.makes)
        if entry.ends and t.ended < loser.began:
            gone.add(entry.ends)
    return [t for t in before if t.id not in gone] + [t for t in after if t.id in made]
