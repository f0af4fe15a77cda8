"""The life cycles of claims and referrals, as tables: what may follow what, and what has ended."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from graph.model.claims import LIVE, Claim, ClaimKind, ClaimLine, ClaimStatus
from graph.model.claims import TRANSITIONS as OF_CLAIMS
from graph.model.errors import Conflict
from graph.model.ids import (
    AccountId,
    CapacityUnitId,
    CaseId,
    ClaimId,
    NeedId,
    OrganizationId,
    PersonId,
    ReferralId,
    ServiceAtLocationId,
)
from graph.model.period import Period
from graph.model.referral import TRANSITIONS as OF_REFERRALS
from graph.model.referral import Referral, ReferralStatus

NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)
SOON = NOW + timedelta(minutes=90)
C, R = ClaimStatus, ReferralStatus

HOLD = Claim(
    id=ClaimId("hold"),
    kind=ClaimKind.HOLD,
    status=C.HELD,
    root_id=ClaimId("hold"),
    need_id=NeedId("need"),
    case_id=CaseId("case"),
    service_at_location_id=ServiceAtLocationId("place"),
    asker_id=OrganizationId("asker"),
    provider_id=OrganizationId("provider"),
    lines=(ClaimLine(CapacityUnitId("room"), 2), ClaimLine(CapacityUnitId("bed"), 1)),
    period=Period(NOW, NOW + timedelta(days=3)),
    made_at=NOW,
    person_ids=(PersonId("person"),),
    expires_at=SOON,
)
REFERRAL = Referral(
    id=ReferralId("referral"),
    status=R.REQUESTED,
    need_id=NeedId("need"),
    case_id=CaseId("case"),
    service_at_location_id=ServiceAtLocationId("place"),
    asker_id=OrganizationId("asker"),
    provider_id=OrganizationId("provider"),
    sent_by=AccountId("ana"),
    sent_at=NOW,
    visible_at=NOW + timedelta(seconds=10),
    answer_by=SOON,
)

WRITTEN_OF_CLAIMS = {
    (C.HELD, C.CONVERTED),
    (C.HELD, C.RELEASED),
    (C.HELD, C.EXPIRED),
    (C.MADE, C.CONVERTED),
    (C.MADE, C.CANCELLED),
    (C.MADE, C.NON_ARRIVAL),
    (C.ARRIVED, C.DEPARTED),
}
WRITTEN_OF_REFERRALS = {
    (R.DRAFT, R.REQUESTED),
    (R.DRAFT, R.WITHDRAWN),
    *product((R.REQUESTED, R.RECEIVED), (R.ACCEPTED, R.DECLINED, R.WITHDRAWN, R.EXPIRED)),
    (R.REQUESTED, R.RECEIVED),
    *product((R.ACCEPTED,), (R.IN_PROGRESS, R.WITHDRAWN, R.FAILED)),
    *product((R.IN_PROGRESS,), (R.COMPLETED, R.FAILED)),
}


@pytest.mark.parametrize(("status", "to"), list(product(C, C)))
def test_a_claim_moves_as_its_life_cycle_says_and_not_otherwise(status: ClaimStatus, to: ClaimStatus) -> None:
    claim = replace(HOLD, status=status)
    if (status, to) in WRITTEN_OF_CLAIMS:
        claim.require(to, NOW)
        return
    with pytest.raises(Conflict) as refused:
        claim.require(to, NOW)
    assert (refused.value.code, refused.value.details) == ("hold-has-ended", {"status": str(status)})


@pytest.mark.parametrize(("status", "to"), list(product(R, R)))
def test_a_referral_moves_as_its_life_cycle_says_and_not_otherwise(status: ReferralStatus, to: ReferralStatus) -> None:
    referral = replace(REFERRAL, status=status)
    if (status, to) in WRITTEN_OF_REFERRALS:
        referral.require(to, NOW)
        return
    with pytest.raises(Conflict) as refused:
        referral.require(to, NOW)
    assert (refused.value.code, refused.value.details) == ("referral-has-moved-on", {"status": str(status)})


def test_whatever_has_a_way_on_is_live() -> None:
    assert {C.HELD, C.MADE, C.ARRIVED} == LIVE
    assert set(OF_CLAIMS) == LIVE
    ended = {status for status in R if status not in OF_REFERRALS}
    assert ended == {R.DECLINED, R.WITHDRAWN, R.EXPIRED, R.COMPLETED, R.FAILED}


def test_a_hold_is_over_at_the_instant_at_which_it_runs_out() -> None:
    assert HOLD.status_at(SOON - timedelta(microseconds=1)) is C.HELD
    assert HOLD.status_at(SOON) is C.EXPIRED
    assert [HOLD.is_live(at) for at in (NOW, SOON)] == [True, False]
    with pytest.raises(Conflict):
        HOLD.require(C.CONVERTED, SOON)


@pytest.mark.parametrize("status", [status for status in C if status is not C.HELD])
def test_time_ends_nothing_but_a_hold(status: ClaimStatus) -> None:
    assert replace(HOLD, status=status).status_at(SOON + timedelta(days=9)) is status


def test_a_claim_takes_the_places_of_all_its_lines() -> None:
    assert HOLD.places == 3


@pytest.mark.parametrize("kind", ClaimKind)
def test_the_refusal_names_what_has_ended(kind: ClaimKind) -> None:
    with pytest.raises(Conflict, match=f"{kind}-has-ended"):
        replace(HOLD, kind=kind, status=C.DEPARTED).require(C.DEPARTED, NOW)


@pytest.mark.parametrize("status", [R.REQUESTED, R.RECEIVED])
def test_a_referral_that_nobody_answers_is_over_when_its_time_is(status: ReferralStatus) -> None:
    waiting = replace(REFERRAL, status=status)
    assert waiting.status_at(SOON - timedelta(microseconds=1)) is status
    assert waiting.status_at(SOON) is R.EXPIRED
    with pytest.raises(Conflict):
        waiting.require(R.ACCEPTED, SOON)


def test_an_answer_in_time_stays_an_answer() -> None:
    assert replace(REFERRAL, status=R.ACCEPTED).status_at(SOON + timedelta(days=1)) is R.ACCEPTED


@pytest.mark.parametrize(("after", "undone"), [(9, True), (10, False), (11, False)])
def test_what_is_taken_back_before_anybody_could_see_it_is_undone(after: int, undone: bool) -> None:
    taken_back = replace(REFERRAL, status=R.WITHDRAWN, decided_at=NOW + timedelta(seconds=after))
    assert taken_back.undone is undone


def test_a_referral_that_stands_is_not_undone() -> None:
    assert not REFERRAL.undone
    assert not replace(REFERRAL, status=R.DECLINED, decided_at=NOW).undone
