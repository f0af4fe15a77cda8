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
    """A point with no Greek settlement near it; 422. `distance_m` is to the nearest one."""

    def __init__(self, distance_m: int, *, limit_m: int, field: str = "near") -> None:
        kilometres = {"distance_km": round(distance_m / 1000), "limit_km": round(limit_m / 1000)}
        super().__init__(field, "point-outside-country", kilometres)
        self.distance_m = distance_m

    def __str__(self) -> str:
        away, limit = self.details["distance_km"], self.details["limit_km"]
        return (
            f"{self.field}: the nearest settlement in Greece is {away} km away, more than {limit} km; "
            "check that latitude and longitude are not swapped"
        )
