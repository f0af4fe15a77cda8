"""A ranking as text for the store: places, units, figures and codes; nothing about the people it was made for."""

from collections.abc import Iterable
from json import dumps

from matching.match import Match, Ranking

MOST_STORED = 500


def content_of(ranking: Ranking) -> str:
    return dumps(
        {
            "matches": _rows(ranking.matches),
            "ask_first": _rows(ranking.ask_first),
            "near_misses": _rows(ranking.near_misses),
            "reasons": dict(ranking.reasons),
            "unmet": dict(ranking.unmet),
            "considered": ranking.considered,
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def _rows(matches: Iterable[Match]) -> list[dict[str, object]]:
    return [
        {
            "place": m.service_at_location_id,
            "units": list(m.unit_ids),
            "metres": m.journey.distance_m,
            "minutes": m.journey.minutes,
            "mode": str(m.journey.mode),
            "as_of": m.as_of.isoformat() if m.as_of else None,
            "belief": m.belief,
            "findings": [str(f.code) for f in m.findings],
        }
        for m in list(matches)[:MOST_STORED]
    ]
