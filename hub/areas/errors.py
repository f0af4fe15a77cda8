"""What can go wrong when a place is looked up."""

from graph.model.errors import Invalid, NotThere
from graph.model.ids import AreaId


class UnknownArea(NotThere):
    """No area has this id; 404. Where the id came in a request's body, raise `Invalid` with its field instead."""

    def __init__(self, area_id: AreaId) -> None:
        super().__init__("area")
        self.area_id = area_id

    def __str__(self) -> str:
        return f"no area has the id {self.area_id!r}; ids look like municipality-9186 or regional-unit-45"


class PointOutsideCountry(Invalid, ValueError):
    """A point with no Greek settlement near it; 422. `distance_m` is to the nearest one.

    `kilometres` among the details is how far it may be.
    """

    def __init__(self, distance_m: int, *, limit_m: int, field: str = "near") -> None:
        super().__init__(field, "place-outside-country", {"kilometres": round(limit_m / 1000)})
        self.distance_m = distance_m

    def __str__(self) -> str:
        return (
            f"{self.field}: the nearest settlement in Greece is {round(self.distance_m / 1000)} km away, "
            f"more than {self.details['kilometres']} km; check that latitude and longitude are not swapped"
        )
