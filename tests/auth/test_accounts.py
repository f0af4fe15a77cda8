"""Accounts in the graph, and the command that makes them."""

from dataclasses import replace

import pytest

from graph.model.account import Account, Role
from graph.model.errors import Conflict, Invalid, NotThere
from graph.model.ids import AccountId, OrganizationId, new_id
from graph.model.organization import Organization, OrganizationKind
from graph.repositories import accounts
from graph.repositories.organizations import (
    create_organization,
    find_organization,
    get_organization,
    list_organizations,
)
from graph.scope import the_hub_itself
from hub.auth.command import create_account, new_account, store_account
from hub.bootstrap import Hub
from tests.auth.a_hub import PASSWORD

pytestmark = pytest.mark.graph


def test_an_account_comes_back_as_it_was_made(hub: Hub, ana: Account, shelter: OrganizationId) -> None:
    found = hub.graph.read(lambda tx: accounts.get_account(tx, ana.id))
    made = replace(
        ana,
        password_hash=found.password_hash,
        password_set_at=hub.clock.now(),
        own_organization_name="Almond Shelter",
    )
    assert found == made
    assert hub.graph.read(lambda tx: accounts.find_account_by_username(tx, ana.username)) == found


def test_the_bodies_acted_for_keep_their_order(hub: Hub) -> None:
    bodies = [Organization(OrganizationId(new_id()), f"Body {n}", OrganizationKind.NGO) for n in range(30)]
    actor = the_hub_itself(hub.clock.now())
    for body in bodies:
        hub.graph.write(actor, lambda tx, body=body: create_organization(tx, body))
    wanted = [body.id for body in reversed(bodies)]
    manager = new_account(hub, username=f"m-{new_id()}", role="provider_manager", organizations=wanted, name="M")
    store_account(hub, manager, PASSWORD)
    found = hub.graph.read(lambda tx: accounts.get_account(tx, manager.id))
    assert (list(found.organization_ids), found.own_organization_name) == (wanted, "Body 29")


def test_an_administrator_may_act_for_no_body_at_all(hub: Hub) -> None:
    admin = new_account(hub, username=f"a-{new_id()[:8]}", role="administrator", organizations=[], name="A")
    store_account(hub, admin, PASSWORD)
    found = hub.graph.read(lambda tx: accounts.get_account(tx, admin.id))
    assert (found.organization_ids, found.own_organization_name) == ((), None)


def test_a_username_is_taken_once(hub: Hub, ana: Account) -> None:
    second = replace(ana, id=AccountId(new_id()), role=Role.AUDITOR)
    with pytest.raises(Conflict, match="username-taken"):
        store_account(hub, second, PASSWORD)
    assert hub.graph.read(lambda tx: accounts.get_account(tx, ana.id)).role is Role.INTAKE_COORDINATOR


def test_an_account_for_a_body_that_is_not_there_is_not_made(hub: Hub, ana: Account) -> None:
    lost = replace(ana, id=AccountId(new_id()), username=f"l-{new_id()}", organization_ids=(OrganizationId("no"),))
    with pytest.raises(Invalid, match="unknown-organization"):
        store_account(hub, lost, PASSWORD)
    assert hub.graph.read(lambda tx: accounts.find_account_by_username(tx, lost.username)) is None


def test_what_is_not_there_is_said_to_be_not_there(hub: Hub) -> None:
    with pytest.raises(NotThere):
        hub.graph.read(lambda tx: accounts.get_account(tx, AccountId("no")))
    with pytest.raises(NotThere):
        hub.graph.read(lambda tx: get_organization(tx, OrganizationId("no")))
    assert hub.graph.read(lambda tx: find_organization(tx, OrganizationId("no"))) is None


def test_accounts_and_organizations_are_listed_page_by_page(hub: Hub, ana: Account) -> None:
    all_accounts = hub.graph.read(lambda tx: accounts.list_accounts(tx, limit=1000))
    names = [account.username for account in all_accounts]
    assert names == sorted(names)
    assert ana.username in names
    rest = hub.graph.read(lambda tx: accounts.list_accounts(tx, limit=1000, after=names[0]))
    assert [account.username for account in rest] == names[1:]
    bodies = hub.graph.read(lambda tx: list_organizations(tx, limit=1000))
    first, *others = bodies
    after = hub.graph.read(lambda tx: list_organizations(tx, limit=1000, after_name=first.name, after_id=first.id))
    assert after == others


def test_the_command_makes_a_password_when_none_is_given(hub: Hub, shelter: OrganizationId) -> None:
    name = f"eleni-{new_id()[:8]}"
    password = create_account(hub.settings, username=name, role="planner", organizations=[shelter])
    found = hub.graph.read(lambda tx: accounts.find_account_by_username(tx, name))
    assert found is not None
    assert hub.passwords.verify(found.password_hash, password).matches


@pytest.mark.parametrize(("field", "username", "role"), [("username", "Ώ", "planner"), ("role", "eleni", "queen")])
def test_the_command_names_what_is_wrong(hub: Hub, field: str, username: str, role: str) -> None:
    with pytest.raises(Invalid) as refused:
        new_account(hub, username=username, role=role, organizations=[], name="E")
    assert refused.value.field == field
