"""The hidden places of the network, what must never be told of them, and rankings made straight from the matcher."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.model.case import KeepAway
from graph.model.ids import LocationId, OrganizationId, new_id
from graph.model.place import Area, AreaKind, Point, Spot
from graph.model.service import ServiceAtLocation
from hub.areas.errors import PointOutsideCountry
from hub.areas.gazetteer import Gazetteer
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.matches.reading import MatchInputs, offers_of, profile_of, units_of
from hub.matches.words import match_out
from hub.web.i18n import Language
from matching.engine import match
from matching.match import Ranking
from matching.policy import CURRENT
from matching.snapshot import NeedProfile, Offer

KILOMETRES_A_DEGREE = 111.2


def secrets_of(service: ServiceAtLocation, others: Sequence[ServiceAtLocation]) -> list[str]:
    """Texts that would give a hidden place away, as far as no public place has the same."""
    point = service.location.spot.point
    own = [service.name, service.location.address or "", service.phone or "", f"{point.latitude}", f"{point.longitude}"]
    public = {text for o in others for text in (o.name, o.location.address, o.phone)}
    return [text for text in own if text and text not in public]


def places_in(answer: Any) -> Iterator[dict[str, Any]]:
    """Every object of an answer that is about a place, at whatever depth."""
    if isinstance(answer, dict):
        if "service_at_location_id" in answer or "capacity_units" in answer:
            yield answer
        for value in answer.values():
            yield from places_in(value)
    elif isinstance(answer, list):
        for value in answer:
            yield from places_in(value)


def is_about(place: dict[str, Any], service: ServiceAtLocation) -> bool:
    return service.id in (place.get("id"), place.get("service_at_location_id"))


def grid_around(gazetteer: Gazetteer, centre: Point, *, count: int, within_km: float) -> list[tuple[Spot, Area]]:
    """At least `count` points of a square grid within so many kilometres, with the settlement that each counts to."""
    step = within_km / KILOMETRES_A_DEGREE / 40
    found: list[tuple[Spot, Area]] = []
    for row in range(-40, 41):
        for column in range(-40, 41):
            point = Point(round(centre.latitude + row * step, 5), round(centre.longitude + column * step, 5))
            if (row * row + column * column) > 40 * 40:
                continue
            try:
                settlement = gazetteer.locate(point)
            except PointOutsideCountry:
                continue
            found.append((Spot(point, settlement.spot.landmass), settlement))
    spread = max(1, len(found) // count)
    return found[::spread]


@dataclass(frozen=True)
class Asking:
    """One need of one coordinator, asked again from anywhere: the matcher as the hub calls it, without the store."""

    hub: Hub
    subject: Subject
    inputs: MatchInputs

    def with_services(self, services: Sequence[ServiceAtLocation]) -> "Asking":
        return replace(self, inputs=replace(self.inputs, services=tuple(services)))

    def profile(self, origin: Spot | None = None, settlement: Area | None = None) -> NeedProfile:
        profile = profile_of(self.inputs, self.hub.gazetteer)
        if origin is None or settlement is None:
            return profile
        return replace(profile, origin=origin, origin_areas=self.hub.gazetteer.chain(settlement.id))

    def offers(self, *only: str) -> list[Offer]:
        offers = offers_of(self.inputs, self.hub.gazetteer)
        return [o for o in offers if not only or o.id in only]

    def ranked(self, profile: NeedProfile, offers: Sequence[Offer]) -> Ranking:
        return match(profile, offers, CURRENT, draw=7)

    def kept_away(self, profile: NeedProfile, away: KeepAway) -> NeedProfile:
        return replace(profile, keep_away=away, keep_away_units=units_of(away, self.hub.gazetteer))


def told(ranking: Ranking) -> list[dict[str, Any]]:
    """All that a coordinator is shown of a ranking's places."""
    shown = (*ranking.matches, *ranking.ask_first, *ranking.near_misses)
    return [match_out(m, Language.EN).model_dump(mode="json") for m in shown]


def twin_of(service: ServiceAtLocation, gazetteer: Gazetteer, town: Area) -> ServiceAtLocation:
    """The same place as if it stood in another town of its regional unit, run by another body under another name."""
    point = town.spot.point
    moved = replace(
        service.location,
        id=LocationId(new_id()),
        spot=Spot(Point(point.latitude + 0.004, point.longitude - 0.004), town.spot.landmass),
        municipality_id=gazetteer.part(town.id, AreaKind.MUNICIPALITY).id,
        settlement_id=town.id,
        address="another street",
    )
    return replace(
        service,
        location=moved,
        name="another name",
        organization_id=OrganizationId(new_id()),
        organization_name="another body",
        phone="another telephone",
    )
