"""What must be true when a repetition is over, whoever won.

    peak <= places · winners are the claims that stand · each loser was told `no-places-left` · nobody was refused
    while a place stood free · no error of another kind

*While a place stood free* is judged by when each writer began and ended: a loser may have met every claim that was
there before and not surely gone when he began, and every claim whose maker began before he ended. If what he wanted
would have fitted beside all of these, he was refused wrongly.
"""

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from graph.model.capacity import Sharing
from graph.repositories.checks import broken_invariants
from graph.session import Graph
from tests.givens.cast import NOW
from tests.race.field import Field, Wish
from tests.race.oracle import Room, Taken, Wanted, highest, moment, oversold, read_claims, would_fit
from tests.race.writers import Command, Told, writers

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


@dataclass(frozen=True, slots=True)
class Bout:
    """One repetition: who enters it, the rooms, and what stands in them before."""

    entries: Sequence[Entry]
    rooms: dict[str, Room]
    before: Sequence[Taken] = ()
    now: datetime = NOW
    codes: frozenset[str] = NO_PLACES_LEFT
    lost: Sequence[Taken] = field(default=())
    """Places that drop out during the bout."""


@dataclass(frozen=True, slots=True)
class Outcome:
    bout: Bout
    told: Sequence[Told]
    stands: Sequence[Taken]

    def refused(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those of `entries` that were not done."""
        asked = {id(entry) for entry in entries}
        pairs = zip(self.bout.entries, self.told, strict=True)
        return [entry for entry, told in pairs if id(entry) in asked and told.refusal is not None]


def rooms_of(field: Field) -> dict[str, Room]:
    return {u.id: Room(u.places, u.sharing is Sharing.BY_HOUSEHOLD) for u in field.service.units}


def wanted_by(wish: Wish) -> Wanted:
    return Wanted(len(wish.people), wish.unit_ids, moment(wish.period.starts), moment(wish.period.ends))


def fought(graph: Graph, bouts: Sequence[Bout]) -> Generator[Outcome]:
    """Runs the bouts one after the other and judges each, except the first: in it the server learns the statements."""
    with writers(len(bouts[0].entries)) as race:
        race.run([entry.command for entry in bouts[0].entries])
        for bout in bouts[1:]:
            told = race.run([entry.command for entry in bout.entries])
            yield Outcome(bout, told, judge(graph, bout, told))
    assert graph.read(lambda tx: broken_invariants(tx, now=bouts[0].now)) == []


def judge(graph: Graph, bout: Bout, told: Sequence[Told]) -> list[Taken]:
    """Returns what stands now.

    Where facts were told meanwhile, each room keeps back the most that they may have taken from it. A room whose claims
    may have exceeded the rest at any moment may be disputed since, and turns people away rightly until it is settled.
    """
    assert [t.error for t in told if t.error is not None] == []
    assert {t.refusal for t in told if t.refusal is not None} <= bout.codes
    after = read_claims(graph, list(bout.rooms), now=bout.now)
    assert oversold(after, bout.rooms) == set()
    ever = [*bout.before, *after]
    won = [entry for entry, t in zip(bout.entries, told, strict=True) if t.refusal is None]
    stood = {t.id for t in bout.before} | {e.makes for e in won if e.makes}
    assert {t.id for t in after} == stood - {e.ends for e in won}
    for entry, his in zip(bout.entries, told, strict=True):
        if entry.wanted is not None and his.refusal is not None:
            met = [*_possibly_met(his, bout, told, after), *entry.met_besides]
            free = would_fit(entry.wanted, met, bout.rooms)
            assert [u for u in free if not _may_be_disputed(ever, u, bout.rooms[u])] == [], "refused a free place"
    return after


def _may_be_disputed(ever: Sequence[Taken], unit_id: str, room: Room) -> bool:
    return room.kept_back > 0 and highest(ever, unit_id) > room.places - room.kept_back


def _possibly_met(loser: Told, bout: Bout, told: Sequence[Told], after: Sequence[Taken]) -> list[Taken]:
    made: set[str] = set()
    gone: set[str] = set()
    for entry, t in zip(bout.entries, told, strict=True):
        converts = entry.makes is not None and entry.ends is not None
        if t.refusal is not None or converts:
            continue
        if entry.makes and t.began < loser.ended:
            made.add(entry.makes)
        if entry.ends and t.ended < loser.began:
            gone.add(entry.ends)
    return [t for t in bout.before if t.id not in gone] + [t for t in after if t.id in made]
