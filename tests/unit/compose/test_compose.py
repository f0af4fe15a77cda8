"""compose.yaml: valid, healthy, and with no password in it."""

import argparse
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from compose_spec import PyCompose

from hub.cli.main import COMMANDS, INNER_COMMANDS, load
from hub.settings import SHORTEST_KEY, SHORTEST_PASSWORD, Settings

PROJECT = Path(__file__).parents[3]
OURS = ("web", "worker", "beat", "migrate")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return yaml.safe_load((PROJECT / "compose.yaml").read_text(encoding="utf-8"))


def validated(compose: dict[str, Any]) -> PyCompose:
    """Raises ValueError. Written anew first, as the validator knows no merged keys (`<<`)."""
    return PyCompose.from_yaml(yaml.safe_dump(compose))


def our_commands(compose: dict[str, Any]) -> list[list[str]]:
    services = [compose["services"][name] for name in OURS]
    checks = [service["healthcheck"]["test"][1:] for service in services if "healthcheck" in service]
    return [service["command"] for service in services] + checks


def test_it_follows_the_compose_specification(compose: dict[str, Any]) -> None:
    assert set(validated(compose).service_names()) == {"graph", "redis", *OURS}


def test_the_specification_is_really_checked(compose: dict[str, Any]) -> None:
    broken = compose | {"services": compose["services"] | {"web": {"imagine": "this"}}}
    with pytest.raises(ValueError, match="imagine"):
        validated(broken)


def test_its_commands_are_those_of_the_command_line(compose: dict[str, Any]) -> None:
    for program, name, *rest in our_commands(compose):
        assert program == "hub"
        assert name in {*COMMANDS, *INNER_COMMANDS}
        parser = argparse.ArgumentParser(exit_on_error=False)
        load(name).add_arguments(parser)
        parser.parse_args(rest)


def test_every_lasting_service_has_a_health_check_and_waits_for_the_migrations(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        assert ("healthcheck" in service) == (name != "migrate")
    for name in ("web", "worker", "beat"):
        after = compose["services"][name]["depends_on"]
        assert after["migrate"]["condition"] == "service_completed_successfully"
    assert compose["services"]["migrate"]["depends_on"]["graph"]["condition"] == "service_healthy"


def test_secrets_come_from_files_and_every_secret_setting_has_one(compose: dict[str, Any]) -> None:
    assert all(set(secret) == {"file"} for secret in compose["secrets"].values())
    hidden = {f"hub_{name}" for name, field in Settings.model_fields.items() if not field.repr} - {"hub_redis_url"}
    for name in OURS:
        assert set(compose["services"][name]["secrets"]) == hidden
        assert compose["services"][name]["environment"]["HUB_SECRETS_DIR"] == "/run/secrets"


def test_no_password_stands_in_it(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        for name, value in service.get("environment", {}).items():
            assert not re.search("PASSWORD|SECRET_KEY|AUTH$|TOKEN", name), name
            assert not re.search(r"//[^/]*:[^/]*@", str(value)), name
        assert "env_file" not in service


def test_settings_named_in_it_exist(compose: dict[str, Any]) -> None:
    known = {f"HUB_{name.upper()}" for name in Settings.model_fields} | {"HUB_SECRETS_DIR"}
    for name in OURS:
        given = {key for key in compose["services"][name]["environment"] if key.startswith("HUB_")}
        assert given <= known


def test_data_lives_in_volumes_and_only_the_pages_are_reachable(compose: dict[str, Any]) -> None:
    mounts = [mount for service in compose["services"].values() for mount in service.get("volumes", [])]
    assert {mount.split(":")[0] for mount in mounts if not mount.startswith(".")} == set(compose["volumes"])
    assert [name for name, service in compose["services"].items() if "ports" in service] == ["web"]
    assert all(port.startswith("127.0.0.1:") for port in compose["services"]["web"]["ports"])


def test_mounted_scripts_are_there_and_can_be_run(compose: dict[str, Any]) -> None:
    mounts = [mount for service in compose["services"].values() for mount in service.get("volumes", [])]
    for path in (PROJECT / mount.split(":")[0] for mount in mounts if mount.startswith(".")):
        assert path.stat().st_mode & 0o111
        subprocess.run(["sh", "-n", path], check=True)


def test_secrets_are_made_once_long_and_out_of_sight(compose: dict[str, Any], tmp_path: Path) -> None:
    script = tmp_path / "make-secrets"
    script.write_bytes((PROJECT / "compose" / "make-secrets").read_bytes())
    for _ in range(2):
        subprocess.run(["sh", script], check=True, stdout=subprocess.DEVNULL)
        made = {path.name: path.read_text() for path in (tmp_path / "secrets").iterdir()}

    assert set(made) == set(compose["secrets"])
    assert made["graph_auth"] == f"neo4j/{made['hub_graph_password']}"
    assert len(set(made.values())) == 4
    assert len(made["hub_secret_key"]) >= SHORTEST_KEY
    assert len(made["hub_graph_password"]) >= SHORTEST_PASSWORD
    assert (tmp_path / "secrets").stat().st_mode & 0o077 == 0


def test_secrets_are_kept_out_of_git_and_out_of_the_image() -> None:
    assert (PROJECT / "compose" / "secrets" / ".gitignore").read_text().splitlines()[0] == "*"
    ignored = (PROJECT / ".dockerignore").read_text().splitlines()
    assert {"compose", "data", ".git"} <= set(ignored)
