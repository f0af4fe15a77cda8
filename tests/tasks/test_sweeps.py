"""The nightly look at everything."""

from structlog.testing import capture_logs

from graph.model.referral import Referral
from graph.model.service import ServiceAtLocation
from hub.bootstrap import Hub
from hub.checks import LastSweep, find_last_sweep, run_checks
from hub.tasks.outcomes import Outcome
from hub.tasks.sweeps import check_invariants
from tests.givens.cast import NOW
from tests.givens.claims import given_a_referral


def break_something(hub: Hub, referral: Referral) -> str:
    """Accepts a referral behind the hub's back; returns what should be said of it."""
    hub.graph.run_alone("MATCH (r:Referral {id: $id}) SET r.status = 'accepted' RETURN r.id AS id", id=referral.id)
    return f"INV-3 referral {referral.id}"


def test_a_sound_store_is_noted_as_sound(hub: Hub, shelter: ServiceAtLocation) -> None:
    given_a_referral(hub.graph, shelter)
    assert find_last_sweep(hub.redis) is None
    assert check_invariants(hub) is Outcome.DONE
    assert find_last_sweep(hub.redis) == LastSweep(at=NOW, breaches=0)
    assert run_checks(hub.settings) == []


def test_a_breach_is_logged_and_counted(hub: Hub, shelter: ServiceAtLocation) -> None:
    breach = break_something(hub, given_a_referral(hub.graph, shelter))
    with capture_logs() as logs:
        check_invariants(hub)
    told = [entry["breach"] for entry in logs if entry["event"] == "invariant_broken"]
    assert [line.startswith(breach) for line in told] == [True]
    assert find_last_sweep(hub.redis) == LastSweep(at=NOW, breaches=1)
    assert [line.startswith(breach) for line in run_checks(hub.settings)] == [True]
