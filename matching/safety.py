"""Places that must not be offered: they become absent before anything is assessed (INV-9).

No finding, no near miss and no count comes of them, so that nobody can tell a place that is kept away from one that
does not exist. Of a hidden place only its regional unit is used, so that its absence tells nothing finer either.
"""

from graph.model.place import Spot
from matching.people import groups_of
from matching.snapshot import NeedProfile, Offer
from matching.travel.roads import straight_line_m

PROTECTED_GROUPS = frozenset({"violence", "violence_other", "trafficking"})
PERPETRATORS = "perpetrators"
WIDEST_UNIT_M = 200_000
"""No regional unit reaches further from its centroid: taken where its own reach is not known."""
_SPHERE_PER_MILLE = 1_005
"""The sphere may show a distance half a per cent too long."""


def without_absent(need: NeedProfile, offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """The offers that may be looked at for this need, in the same order."""
    groups = groups_of(need)
    return tuple(o for o in offers if not (_is_kept_away(need, o) or _endangers(groups, o) or _stays_hidden(groups, o)))


def _is_kept_away(need: NeedProfile, offer: Offer) -> bool:
    away = need.keep_away
    return (
        offer.id in away.service_at_location_ids
        or not away.areas.isdisjoint(offer.areas)
        or (offer.hidden and offer.regional_unit_id in need.keep_away_units)
        or any(_is_within(offer, centre, metres) for centre, metres in away.around)
    )


def _is_within(offer: Offer, centre: Spot, metres: int) -> bool:
    """A hidden place may be anywhere in its unit, so the whole unit counts, from its centroid to its furthest end."""
    reach = 0
    if offer.hidden:
        reach = WIDEST_UNIT_M if offer.unit_radius_m is None else offer.unit_radius_m
    return straight_line_m(offer.spot.point, centre.point) * 1000 <= (metres + reach) * _SPHERE_PER_MILLE


def _endangers(groups: frozenset[str], offer: Offer) -> bool:
    """People who fled violence never meet those who come because of theirs."""
    return PERPETRATORS in (offer.rules.target_groups or ()) and not groups.isdisjoint(PROTECTED_GROUPS)


def _stays_hidden(groups: frozenset[str], offer: Offer) -> bool:
    """A hidden place is there only for the groups it states; where it protects somebody, for those alone."""
    if not offer.hidden:
        return False
    stated = offer.rules.target_groups or frozenset()
    return groups.isdisjoint(stated & PROTECTED_GROUPS or stated)
