"""The order among places: term by term as the policy says, then by id, so that no tie is ever left."""

from collections.abc import Iterable

from matching.match import Match
from matching.terms import TermName


def rank_key(match: Match, order: tuple[TermName, ...]) -> tuple[int | str, ...]:
    return (*(match.terms.value(name) for name in order), match.service_at_location_id)


def ranked(matches: Iterable[Match], order: tuple[TermName, ...]) -> tuple[Match, ...]:
    """The best first. Waiting time orders needs, not places, and has no term here."""
    return tuple(sorted(matches, key=lambda m: rank_key(m, order)))
