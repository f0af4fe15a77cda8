"""The steps of the chain as an outside client takes them, with the least that each call needs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.model.capacity import Sharing
from graph.model.ids import OrganizationId
from graph.model.place import Point, Spot
from graph.model.service import ServiceAtLocation
from graph.scope import the_hub_itself
from hub.bootstrap import Hub
from tests.api.a_network import a_token
from tests.api.calling import Caller, Json
from tests.givens.network import LARISSA as LARISSA_SPOT
from tests.givens.network import a_service, a_unit, an_organization, publish_with_figures

LARISSA = "settlement-258576"
KYTHIRA = Spot(Point(36.14955, 22.98979), "kythira")
NEAR_KYTHIRA = {"area_id": "settlement-259710"}
MEMBERS = ({"sex": "f", "age": 34}, {"sex": "f", "age": 6})


def open_case(
    asker: Caller, *, members: Sequence[Json] = MEMBERS, basis: str | None = "verbal_consent", **more: Any
) -> str:
    body = {"household": {"members": list(members), "languages": ["el"]}, **more}
    return asker.made("/cases", {**body, "sharing_basis": basis} if basis else body)["id"]


def record_need(asker: Caller, case_id: str, **more: Any) -> str:
    body = {"kind": "shelter", "urgency": "emergency", "near": {"area_id": LARISSA}, "nights": 3}
    return asker.made(f"/cases/{case_id}/needs", {**body, **more})["id"]


def a_need(
    asker: Caller, *, members: Sequence[Json] = MEMBERS, basis: str | None = "verbal_consent", **more: Any
) -> str:
    """A need of a case of its own."""
    return record_need(asker, open_case(asker, members=members, basis=basis), **more)


@dataclass(frozen=True)
class Shelter:
    """A small place of its own in the network, and those who work there."""

    service: ServiceAtLocation
    staff: Caller

    @property
    def id(self) -> str:
        return self.service.id

    @property
    def unit_ids(self) -> list[str]:
        return [unit.id for unit in self.service.units]

    def free(self) -> int:
        return self.staff.got(f"/service_at_locations/{self.id}")["free"]


def given_a_shelter(
    hub: Hub,
    asker: Caller,
    *,
    units: Sequence[int] = (4,),
    sharing: Sharing = Sharing.BY_PLACE,
    free: int | None = None,
    spot: Spot = LARISSA_SPOT,
) -> Shelter:
    """A shelter for homeless people with units of so many places, all free unless `free` says how many of each."""
    rooms = [a_unit(places=places, sharing=sharing) for places in units]
    service = a_service(organization=an_organization(), units=rooms, spot=spot)
    hub.graph.write(the_hub_itself(hub.clock.now()), lambda tx: publish_with_figures(tx, [service], free=free))
    return Shelter(service, staff_of(hub, asker, service.organization_id))


def staff_of(hub: Hub, like: Caller, *organizations: OrganizationId) -> Caller:
    return replace(like, token=a_token(hub, "provider_staff", organizations))


def held(asker: Caller, shelter: Shelter, need_id: str | None = None, **more: Any) -> Json:
    body = {"need_id": need_id or a_need(asker), "service_at_location_id": shelter.id, **more}
    return asker.made("/holds", body)


def referred(asker: Caller, shelter: Shelter, **more: Any) -> Json:
    return asker.made("/referrals", {"hold_id": held(asker, shelter)["id"], **more})


def accepted(asker: Caller, shelter: Shelter) -> Json:
    return shelter.staff.done(f"/referrals/{referred(asker, shelter)['id']}/accept")


def arrived(asker: Caller, shelter: Shelter) -> Json:
    return shelter.staff.done(f"/reservations/{accepted(asker, shelter)['reservation_id']}/arrival", {})
