"""A ranking as text for the store: all that a reader is shown of it, in codes and figures, so that it can be told again
in either language. Places are named as any asking reader may know them (INV-9); nothing about the people stands in it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from json import dumps, loads
from typing import Any

from matching.codes import Code
from matching.finding import Finding
from matching.match import Match, Ranking

MOST_STORED = 100
"""Matches of each list that are stored with their findings: as many as one may ask to be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMatch:
    """One match before it is put into words. `name` of a hidden place is its public one; `belief` per mille."""

    place_id: str
    unit_ids: tuple[str, ...]
    name: str
    hidden: bool
    metres: int
    minutes: int
    mode: str
    free: int
    as_of: datetime | None
    belief: int
    findings: tuple[Finding, ...]

    @property
    def unmet(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.unmet)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRanking:
    """`not_looked_at`: places of the right kind beyond all that were looked at, once enough of those fitted."""

    matches: tuple[ShownMatch, ...]
    ask_first: tuple[ShownMatch, ...]
    near_misses: tuple[ShownMatch, ...]
    reasons: Mapping[str, int]
    not_looked_at: int


def shown(match: Match) -> ShownMatch:
    """`unit_ids` and `free` are of the first unit, the one that the findings are about."""
    first = match.unit_ids[:1]
    return ShownMatch(
        place_id=match.service_at_location_id,
        unit_ids=first,
        name=match.offer.name,
        hidden=match.offer.hidden,
        metres=match.journey.distance_m,
        minutes=match.journey.minutes,
        mode=str(match.journey.mode),
        free=sum(u.free for u in match.offer.units if u.id in first),
        as_of=match.as_of,
        belief=match.belief,
        findings=match.findings,
    )


def content_of(ranking: Ranking, *, not_looked_at: int) -> str:
    return dumps(
        {
            "matches": _rows(ranking.matches),
            "ask_first": _rows(ranking.ask_first),
            "near_misses": _rows(ranking.near_misses),
            "further": [
                m.service_at_location_id for found in (ranking.matches, ranking.ask_first) for m in found[MOST_STORED:]
            ],
            "reasons": dict(ranking.reasons),
            "unmet": dict(ranking.unmet),
            "considered": ranking.considered,
            "not_looked_at": not_looked_at,
        },
        ensure_ascii=False,
    )


def ranking_of(content: str) -> ShownRanking:
    """What `content_of` has written."""
    values: dict[str, Any] = loads(content)
    return ShownRanking(
        matches=tuple(_match(row) for row in values["matches"]),
        ask_first=tuple(_match(row) for row in values["ask_first"]),
        near_misses=tuple(_match(row) for row in values["near_misses"]),
        reasons=values["reasons"],
        # Rankings from before this was written looked at every place there was.
        not_looked_at=values.get("not_looked_at", 0),
    )


def _rows(matches: Iterable[Match]) -> list[dict[str, object]]:
    return [_row(shown(m)) for m in list(matches)[:MOST_STORED]]


def _row(match: ShownMatch) -> dict[str, object]:
    return {
        "place": match.place_id,
        "units": list(match.unit_ids),
        "name": match.name,
        "hidden": match.hidden,
        "metres": match.metres,
        "minutes": match.minutes,
        "mode": match.mode,
        "free": match.free,
        "as_of": match.as_of.isoformat() if match.as_of else None,
        "belief": match.belief,
        "findings": [[str(f.code), dict(f.params)] for f in match.findings],
    }


def _match(row: Mapping[str, Any]) -> ShownMatch:
    return ShownMatch(
        place_id=row["place"],
        unit_ids=tuple(row["units"]),
        name=row["name"],
        hidden=row["hidden"],
        metres=row["metres"],
        minutes=row["minutes"],
        mode=row["mode"],
        free=row["free"],
        as_of=datetime.fromisoformat(row["as_of"]) if row["as_of"] else None,
        belief=row["belief"],
        findings=tuple(Finding(Code(code), _params(params)) for code, params in row["findings"]),
    )


def _params(params: Mapping[str, Any]) -> dict[str, str | int | tuple[str, ...]]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in params.items()}
