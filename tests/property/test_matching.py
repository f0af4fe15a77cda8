"""Laws of the matcher on generated needs and places."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model.capacity import Sharing, UnitKind
from graph.model.case import KeepAway, PaperState
from graph.model.eligibility import EntryWindow, PaperRule, PaperStage, Rules, Sex, SexAgeRule
from matching.codes import Verdict
from matching.engine import match
from matching.explanation import reason, what_to_ask, what_would_change
from matching.match import Ranking
from matching.policy import CURRENT
from matching.snapshot import NeedProfile, Offer, UnitOffer
from matching.terms import TermName
from matching.unmet import reasons_nobody_takes_them
from tests.unit.matching.givens import (
    EVERYONE,
    NOW,
    TOWNS,
    WOMEN_WITH_CHILDREN,
    a_hidden_offer,
    a_need,
    a_unit,
    an_offer,
)

T = TypeVar("T")


def usually(value: T, otherwise: st.SearchStrategy[T]) -> st.SearchStrategy[T]:
    """Mostly what fits, so that generated places fit often enough and fail for few reasons at a time."""
    return st.integers(0, 9).flatmap(lambda n: otherwise if n == 9 else st.just(value))


yes_no_unsaid = st.sampled_from([True, False, None])
draws = st.integers(0, (1 << 64) - 1)
sex_age_rules = st.builds(
    lambda sex, ends, accompanied: SexAgeRule(sex, min(ends), max(ends), accompanied),
    st.sampled_from(Sex),
    st.tuples(st.sampled_from([0, 12, 18, 65]), st.sampled_from([11, 17, 64, 120])),
    st.booleans(),
)
sex_ages: st.SearchStrategy[tuple[SexAgeRule, ...] | None] = (
    st.none() | st.just(WOMEN_WITH_CHILDREN) | st.lists(sex_age_rules, max_size=3).map(tuple)
)
people_lines = st.lists(
    st.sampled_from(["Γ34", "Γ6", "Α13", "Α58@", "Χ30", "Γ?", "Α~17", "Γ71"]), min_size=1, max_size=3
).map(" ".join)
circumstances = st.sampled_from([frozenset[str](), frozenset({"violence"})]) | usually(
    frozenset({"violence"}),
    st.frozensets(
        st.sampled_from(["violence", "trafficking", "no_documents", "pet", "step_free", "medicines"]), max_size=3
    ),
)
groups = st.frozensets(
    st.sampled_from(["violence", "homeless", "perpetrators", "older", "roma", "single_parent"]), max_size=3
)
papers = st.builds(
    PaperRule, st.sampled_from(["xray", "id", "amka"]), st.sampled_from(PaperStage), st.none() | st.integers(1, 9)
).map(lambda rule: (rule,))
rules_ = st.builds(
    Rules,
    sex_age=usually(EVERYONE, sex_ages),
    target_groups=usually(frozenset({"homeless", "violence", "violence_other"}), st.none() | groups),
    refuses=usually(frozenset[str](), st.frozensets(st.sampled_from(["pet", "medicines"]))),
    order_required=usually(False, yes_no_unsaid),
    without_residence_papers=usually(True, yes_no_unsaid),
    entry=usually(None, st.sampled_from([EntryWindow(time(19), time(21)), EntryWindow(time(20), time(8))])),
    entry_stated=usually(True, st.just(False)),
    papers=usually((), papers),
    longest_stay_nights=usually(None, st.integers(1, 30)),
    call_first=st.booleans(),
)


@st.composite
def units(draw: st.DrawFn, id_: str) -> UnitOffer:
    places = draw(st.integers(1, 5))
    said = st.integers(0, 9000).map(lambda minutes: NOW - timedelta(minutes=minutes))
    return a_unit(
        id_=id_,
        places=places,
        free=draw(usually(places, st.integers(-1, places))),
        sharing=draw(st.sampled_from(Sharing)),
        kind=draw(usually(UnitKind.PLACE, st.sampled_from(UnitKind))),
        sex_age=draw(usually(None, sex_ages)),
        step_free=draw(yes_no_unsaid),
        as_of=draw(usually(NOW, st.none() | said)),
        in_discrepancy=draw(usually(False, st.just(True))),
    )


@st.composite
def offers_of(draw: st.DrawFn, number: int) -> Offer:
    hidden, town = draw(st.booleans()), draw(st.sampled_from(sorted(TOWNS)))
    parts: dict[str, Any] = {
        "name": f"place {number}",
        "at": town,
        "kind": draw(usually("refuge_ekka", st.sampled_from(["night_shelter", "legal_aid"]))),
        "rules": draw(rules_),
        "units": tuple(draw(units(f"unit {number}.{n}")) for n in range(draw(usually(2, st.integers(0, 3))))),
        "languages": draw(usually(None, st.frozensets(st.sampled_from(["el", "en", "fa"]), min_size=1))),
        "suspended": draw(usually(False, st.just(True))),
        "certified_until": draw(usually(None, st.sampled_from([date(2026, 11, 1), date(2027, 11, 1)]))),
        "catchment": draw(usually(None, st.just(frozenset(TOWNS["Larissa"].areas[2:3])))),
        "figures_right": draw(st.integers(0, 10)),
        "figures_checked": 10,
    }
    return (a_hidden_offer if hidden else an_offer)(**parts)


networks = usually(4, st.integers(0, 3)).flatmap(lambda size: st.tuples(*(offers_of(number) for number in range(size))))
needs = st.builds(
    a_need,
    who=people_lines,
    kind=usually("shelter_from_date", st.sampled_from(["shelter_tonight", "legal"])),
    at=st.sampled_from(sorted(TOWNS)),
    nights=st.integers(1, 40),
    urgency=st.sampled_from(["emergency", "short_notice"]),
    circumstances=circumstances,
    languages=usually(("el",), st.sampled_from([("fa", "en"), ()])),
    papers=st.dictionaries(st.sampled_from(["xray", "id", "order"]), st.sampled_from(PaperState)),
    together=st.booleans(),
)
law = settings(max_examples=50, deadline=None)


def placed(ranking: Ranking) -> set[str]:
    return {m.service_at_location_id for m in ranking.matches}


@law
@given(needs, networks, draws)
def test_every_place_stands_where_its_findings_say(need: NeedProfile, network: tuple[Offer, ...], draw: int) -> None:
    ranking = match(need, network, CURRENT, draw=draw)
    assert all(f.verdict is Verdict.MET for m in ranking.matches for f in m.findings)
    assert all(m.unknown and not m.unmet for m in ranking.ask_first)
    assert all(1 <= len(m.unmet) <= 2 for m in ranking.near_misses)
    listed = [*ranking.matches, *ranking.ask_first, *ranking.near_misses]
    assert len({m.service_at_location_id for m in listed}) == len(listed) <= ranking.answering
    assert sum(ranking.unmet.values()) == ranking.not_fitting
    assert ranking.answering + ranking.reasons.get("kind", 0) == ranking.considered
    assert ranking.matches or reasons_nobody_takes_them(ranking)


@law
@given(needs, networks, draws)
def test_a_match_holds_on_one_unit_that_has_everything(
    need: NeedProfile, network: tuple[Offer, ...], draw: int
) -> None:
    for found in match(need, network, CURRENT, draw=draw).matches:
        for unit in found.offer.units:
            if unit.id in found.unit_ids:
                assert unit.unit.places >= need.size
                assert unit.free >= unit.places_for(need.size)
                assert not unit.in_discrepancy
                assert unit.unit.step_free or not any(m.wheelchair for m in need.members)


@law
@given(needs, networks, draws, st.randoms(use_true_random=False))
def test_the_order_in_which_places_come_in_does_not_matter_and_a_replay_is_the_same(
    need: NeedProfile, network: tuple[Offer, ...], draw: int, shuffle: Any
) -> None:
    mixed = [replace(o, units=tuple(shuffle.sample(o.units, len(o.units)))) for o in network]
    shuffle.shuffle(mixed)
    ranking = match(need, network, CURRENT, draw=draw)
    assert str(match(need, network, CURRENT, draw=draw)) == str(ranking)
    again = match(need, mixed, CURRENT, draw=draw)
    assert said(again) == said(ranking)


def said(ranking: Ranking) -> object:
    """Everything but the order of units inside the offers themselves."""
    lists = (ranking.matches, ranking.ask_first, ranking.near_misses)
    shown = [[(m.service_at_location_id, m.unit_ids, m.findings, m.notes, m.terms) for m in each] for each in lists]
    return shown, list(ranking.reasons.items()), list(ranking.unmet.items()), ranking.considered


@law
@given(needs, networks, draws, st.data())
def test_one_more_free_place_never_loses_a_match(
    need: NeedProfile, network: tuple[Offer, ...], draw: int, data: st.DataObject
) -> None:
    before = placed(match(need, network, CURRENT, draw=draw))
    with_units = [n for n, offer in enumerate(network) if offer.units]
    if not with_units:
        return
    which = data.draw(st.sampled_from(with_units))
    roomier = tuple(one_more(offer) if n == which else offer for n, offer in enumerate(network))
    assert before <= placed(match(need, roomier, CURRENT, draw=draw))


def one_more(offer: Offer) -> Offer:
    first, *rest = offer.units
    larger = replace(first, unit=replace(first.unit, places=first.unit.places + 1), free=first.free + 1)
    return replace(offer, units=(larger, *rest))


@law
@given(needs, networks, draws, st.data())
def test_a_place_kept_away_from_leaves_no_trace(
    need: NeedProfile, network: tuple[Offer, ...], draw: int, data: st.DataObject
) -> None:
    towns = data.draw(st.sets(st.sampled_from(sorted(TOWNS)), min_size=1, max_size=3))
    away = replace(
        need,
        keep_away=KeepAway(areas=frozenset(TOWNS[t].areas[0] for t in towns)),
        keep_away_units=frozenset(TOWNS[t].areas[2] for t in towns),
    )
    settlements = away.keep_away.areas
    rest = tuple(
        o
        for o in network
        if settlements.isdisjoint(o.areas) and not (o.hidden and o.regional_unit_id in away.keep_away_units)
    )
    assert match(away, network, CURRENT, draw=draw) == match(away, rest, CURRENT, draw=draw)


@law
@given(needs, networks, draws)
def test_every_place_that_is_left_out_for_safety_leaves_no_trace(
    need: NeedProfile, network: tuple[Offer, ...], draw: int
) -> None:
    ranking = match(need, network, CURRENT, draw=draw)
    named = {m.service_at_location_id for m in (*ranking.matches, *ranking.ask_first, *ranking.near_misses)}
    dangerous = [o for o in network if "perpetrators" in (o.rules.target_groups or ())]
    if need.circumstances & {"violence", "trafficking"}:
        assert named.isdisjoint({o.id for o in dangerous})
        safe = tuple(o for o in network if o not in dangerous)
        assert match(need, safe, CURRENT, draw=draw) == ranking


@law
@given(needs, draws, st.lists(offers_of(0), min_size=2, max_size=5), st.sampled_from(sorted(TOWNS)))
def test_hidden_places_of_one_regional_unit_are_all_as_far(
    need: NeedProfile, draw: int, others: list[Offer], town: str
) -> None:
    groups_ = frozenset({"violence", "homeless"})
    hidden = [
        a_hidden_offer(
            name=f"Α{n}", at=town, units=o.units, rules=replace(o.rules, target_groups=groups_), kind="refuge_ekka"
        )
        for n, o in enumerate(others)
    ]
    fled = replace(need, kind="shelter_tonight", circumstances=frozenset({"violence"}))
    ranking = match(fled, hidden, CURRENT, draw=draw)
    listed = [*ranking.matches, *ranking.ask_first, *ranking.near_misses]
    assert len({(m.journey, m.terms.value(TermName.TRAVEL), m.terms.distance) for m in listed}) <= 1


@law
@given(needs, networks, draws)
def test_everything_can_be_told_in_both_languages(need: NeedProfile, network: tuple[Offer, ...], draw: int) -> None:
    ranking = match(need, network, CURRENT, draw=draw)
    for found in (*ranking.matches, *ranking.ask_first, *ranking.near_misses):
        for finding in (*found.findings, *found.notes):
            for language in ("el", "en"):
                assert reason(finding, language)
                assert bool(what_would_change(finding, language)) is finding.unmet
                assert bool(what_to_ask(finding, found.offer, language)) is finding.unknown


@law
@given(needs, networks, draws)
def test_a_place_that_has_been_tried_is_as_if_it_were_not_there(
    need: NeedProfile, network: tuple[Offer, ...], draw: int
) -> None:
    tried = replace(need, exclude=frozenset(o.id for o in network[:1]))
    assert match(tried, network, CURRENT, draw=draw) == match(need, network[1:], CURRENT, draw=draw)
