"""What an account may see and do once it asks."""

from dataclasses import replace
from datetime import UTC, datetime

from graph.model.account import Account, Role
from graph.model.ids import AccountId, OrganizationId
from graph.scope import Actor, VisibleOrganizations
from hub.auth.permissions import Permission
from hub.auth.subject import subject_of

NOW = datetime(2026, 11, 24, 0, 10, tzinfo=UTC)
OWN, OTHER = OrganizationId("own"), OrganizationId("other")
MANAGER = Account(AccountId("a"), "dimitra", "Dimitra", Role.PROVIDER_MANAGER, (OWN, OTHER), "el", NOW)


def test_somebody_sees_the_bodies_acted_for_and_acts_for_the_own_one() -> None:
    subject = subject_of(MANAGER)
    assert subject.scope == VisibleOrganizations(frozenset({OWN, OTHER}))
    assert subject.actor(NOW) == Actor(MANAGER.id, OWN, NOW)


def test_an_account_without_a_body_sees_nothing() -> None:
    subject = subject_of(replace(MANAGER, organization_ids=()))
    assert subject.scope == VisibleOrganizations()
    assert subject.organization_id is None


def test_hidden_places_are_open_to_the_receiving_side_of_their_own_body_only() -> None:
    assert subject_of(MANAGER).clearance() == VisibleOrganizations(frozenset({OWN, OTHER}))
    coordinator = subject_of(replace(MANAGER, role=Role.INTAKE_COORDINATOR))
    assert not coordinator.may(Permission.SEE_HIDDEN_LOCATIONS)
    assert coordinator.clearance() == VisibleOrganizations()
