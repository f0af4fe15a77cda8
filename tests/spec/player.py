"""Plays a story of `what_is_said.md` on a real graph: one method per sentence that may stand in a table."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from itertools import islice

from graph.model.capacity import LeftOut, Sharing, UnitState, free_at
from graph.model.claims import Claim
from graph.model.errors import Conflict
from graph.model.ids import ClaimId, ObservationId, OutOfServiceId, PersonId, new_id
from graph.model.period import ATHENS, Period, tonight
from graph.model.service import CapacityUnit, ServiceAtLocation
from graph.repositories.arrivals import Arrival, record_arrival
from graph.repositories.capacity import list_units_now
from graph.repositories.discrepancies import sweep_overstay
from graph.repositories.organizations import create_organization
from graph.repositories.outages import OutOfService, change_places, return_to_service, take_out_of_service
from graph.repositories.placements import Departure, record_departure
from graph.repositories.publishing import publish_services
from graph.repositories.reports import Report, record_report
from graph.session import Graph
from tests.givens.cast import ANA, NOW, CastMember, bram_of
from tests.givens.claims import given_a_hold, given_a_reservation
from tests.givens.network import a_service, a_unit, an_organization

TODAY = tonight(NOW)
CLOCK = r"((?:tomorrow )?\d\d:\d\d)"


def at(text: str) -> datetime:
    day = TODAY + timedelta(days=1 if text.startswith("tomorrow ") else 0)
    return datetime.combine(day, time.fromisoformat(text[-5:]), tzinfo=ATHENS).astimezone(UTC)


@dataclass
class Player:
    """`claims` by the names that the story gives them."""

    graph: Graph
    service: ServiceAtLocation
    now: datetime = NOW
    claims: dict[str, Claim] = field(default_factory=dict)
    outs: dict[str, OutOfServiceId] = field(default_factory=dict)

    @property
    def unit(self) -> CapacityUnit:
        return self.service.units[0]

    @property
    def bram(self) -> CastMember:
        return bram_of(self.service)

    def play(self, clock: str, sentence: str) -> str:
        """Does what the sentence says and returns what came of it."""
        self.now = at(clock)
        for pattern, step in SENTENCES.items():
            found = re.fullmatch(pattern, sentence)
            if found:
                disputed = self.state().discrepancy_id
                try:
                    then = step(self, *found.groups())
                except Conflict as refusal:
                    return refusal.code
                return self._noticed(disputed) or then
        raise AssertionError(f"no such sentence: {sentence}")

    def state(self) -> UnitState:
        (found,) = self.graph.read(lambda tx: list_units_now(tx, now=self.now, service_ids=[self.service.id]))
        return found.state

    def free(self) -> int:
        return free_at(self.state(), self.now, now=self.now)

    def _noticed(self, before: str | None) -> str | None:
        after = self.state().discrepancy_id
        if before is None and after is not None:
            return "discrepancy"
        return "settled" if before is not None and after is None else None

    def says(self, free: str, as_of: str | None, beyond: str | None) -> str:
        names = beyond.split() if beyond else []
        report = Report(
            id=ObservationId(new_id()),
            unit_id=self.unit.id,
            free=int(free),
            as_of=at(as_of) if as_of else self.now,
            leaves_out=LeftOut.SHOWN if names else LeftOut.PLACEMENTS,
            left_out_claim_ids=tuple(self.claims[name].id for name in names),
        )
        answer = self.graph.write(self.bram.at(self.now), lambda tx: record_report(tx, self.bram.scope, report))
        return answer.why_not or "taken"

    def claims_places(self, verb: str, name: str, people: str, nights: str | None, tomorrow: str | None) -> str:
        make = given_a_hold if verb == "holds" else given_a_reservation
        claim = make(
            self.graph,
            self.service,
            ages=[30] * int(people),
            nights=int(nights or 3),
            starts_on=TODAY + timedelta(days=1 if tomorrow else 0),
            at=self.now,
        )
        self.claims[name] = claim
        return str(claim.status)

    def arrives(self, some: str | None, name: str, as_name: str, when: str | None) -> str:
        reservation = self.claims[name]
        come = {p for claim in self.claims.values() if claim.kind == "placement" for p in claim.person_ids}
        arrival = Arrival(ClaimId(new_id()), at(when) if when else self.now, self._some(reservation, some, come))
        done = self.graph.write(
            self.bram.at(self.now), lambda tx: record_arrival(tx, self.bram.scope, reservation.id, arrival)
        )
        self.claims[as_name] = done
        return str(done.status)

    def leaves(self, some: str | None, name: str, when: str | None) -> str:
        placement = self.claims[name]
        departure = Departure(
            at(when) if when else self.now, "goal_reached", person_ids=self._some(placement, some, set())
        )
        done = self.graph.write(
            self.bram.at(self.now), lambda tx: record_departure(tx, self.bram.scope, placement.id, departure)
        )
        self.claims[name] = done
        return str(done.status)

    def drops_out(self, places: str, name: str) -> str:
        period = Period(self.now, self.now + timedelta(days=3))
        out = OutOfService(OutOfServiceId(new_id()), self.unit.id, int(places), period, "repairs")
        self.graph.write(self.bram.at(self.now), lambda tx: take_out_of_service(tx, self.bram.scope, out))
        self.outs[name] = out.id
        return "out"

    def is_back(self, name: str) -> str:
        self.graph.write(self.bram.at(self.now), lambda tx: return_to_service(tx, self.bram.scope, self.outs[name]))
        return "back"

    def has_places(self, places: str) -> str:
        self.graph.write(
            self.bram.at(self.now), lambda tx: change_places(tx, self.bram.scope, self.unit.id, int(places))
        )
        return "changed"

    def is_swept(self) -> str:
        self.graph.write(self.bram.at(self.now), lambda tx: sweep_overstay(tx, self.unit.id))
        return "nothing"

    def _some(self, claim: Claim, some: str | None, come: set[PersonId]) -> tuple[PersonId, ...]:
        if some is None:
            return ()
        return tuple(islice((p for p in claim.person_ids if p not in come), int(some)))


SENTENCES: dict[str, Callable[..., str]] = {
    rf"Bram says (\d+) free(?: as of {CLOCK})?(?: beyond (.+))?": Player.says,
    r"Ana (holds|reserves) (\w+) for (\d+)(?: for (\d+) nights?)?(?: from (tomorrow))?": Player.claims_places,
    rf"(?:(\d+) of )?(\w+) arrives as (\w+)(?: at {CLOCK})?": Player.arrives,
    rf"(?:(\d+) of )?(\w+) leaves(?: at {CLOCK})?": Player.leaves,
    r"(\d+) out of service as (\w+)": Player.drops_out,
    r"(\w+) is back in service": Player.is_back,
    r"the unit has (\d+) places": Player.has_places,
    r"the nightly sweep": Player.is_swept,
}


def player(graph: Graph, title: str) -> Player:
    """A service with the unit that the title names in brackets; nobody has said anything about it."""
    found = re.search(r"\((a room of )?(\d+)(?: places)?\)", title)
    assert found, title
    unit = a_unit(places=int(found[2]), sharing=Sharing.BY_HOUSEHOLD if found[1] else Sharing.BY_PLACE)
    organization = an_organization()
    service = a_service(organization=organization, units=[unit])
    graph.write(ANA.at(), lambda tx: (create_organization(tx, organization), publish_services(tx, [service])))
    return Player(graph, service)
