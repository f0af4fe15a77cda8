"""The parts of a hub on one machine."""

from pathlib import Path

import pytest

from hub.processes.child import Child, Part, Step
from hub.processes.data_folder import addresses_path
from hub.processes.plan import Plan, make_plan
from hub.processes.remember import remembered
from hub.settings import Settings


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return make_plan(tmp_path, None, clock_standing=True)


def secrets(plan: Plan) -> list[str]:
    return [plan.graph.password, plan.redis.password, plan.environment["HUB_SECRET_KEY"]]


def processes(parts: list[Part]) -> list[Child | Step]:
    return [single for part in parts for single in ([part] if isinstance(part, Step) else part)]


def test_stores_start_before_what_needs_them(plan: Plan) -> None:
    stores, load, *later = plan.parts()
    assert {child.name for child in processes([stores])} == {"graph", "redis"}
    assert isinstance(load, Step)
    assert {child.name for child in processes(later)} == {"web", "worker", "beat"}


def test_no_secret_stands_on_a_command_line_or_in_a_repr(plan: Plan) -> None:
    for part in processes(plan.parts()):
        assert not any(secret in word for secret in secrets(plan) for word in part.command)
        assert not any(secret in repr(part) for secret in secrets(plan))


def test_children_get_settings_that_are_accepted(plan: Plan) -> None:
    given = {name.removeprefix("HUB_").lower(): value for name, value in plan.environment.items()}
    settings = Settings.model_validate(given)
    assert settings.demo
    assert settings.demo_clock_standing
    assert settings.graph_url == plan.graph.url
    assert settings.public_base_url == plan.url


def test_passwords_and_key_are_kept_for_the_next_start(plan: Plan, tmp_path: Path) -> None:
    again = make_plan(tmp_path, None, clock_standing=True)
    assert secrets(again) == secrets(plan)


def test_the_addresses_are_left_for_other_commands_while_it_runs(plan: Plan) -> None:
    path = addresses_path(plan.folder)
    with remembered(plan):
        assert f"HUB_GRAPH_URL='{plan.graph.url}'\n" in path.read_text()
    assert not path.exists()
