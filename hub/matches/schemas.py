"""What a ranking looks like over the API."""

from hub.api.model import ApiModel, Instant


class FindingOut(ApiModel):
    """What one criterion said: met, unmet or unknown, and why, in the reader's language."""

    criterion: str
    verdict: str
    reason: str


class MatchOut(ApiModel):
    """`distance_km` and `travel_minutes` are estimates; `belief` is the chance (0 to 1) that the place is truly free.

    For a protected place all three travel figures are those of the published centre of its regional unit.
    """

    service_at_location_id: str
    capacity_unit_ids: list[str]
    name: str
    distance_km: float
    travel_minutes: int
    mode: str
    free: int
    as_of: Instant | None
    belief: float
    belief_in_words: str
    findings: list[FindingOut]
    what_would_change_it: str | None = None


class RankingOut(ApiModel):
    """Three lists: what fits, whom to ask first, and what would fit if little changed; and the reasons counted.

    `not_looked_at` places of the right kind lie further away than all of these, and were not needed.
    """

    id: str
    need_id: str
    ranked_at: Instant
    policy: str
    matches: list[MatchOut]
    ask_first: list[MatchOut]
    near_misses: list[MatchOut]
    reasons: dict[str, int]
    not_looked_at: int
