"""Settings come from the environment and from files, and refuse what would be unsafe with one sentence."""

from pathlib import Path

import pytest

from hub.processes.data_folder import addresses_path, only_hub_in
from hub.processes.output import open_private
from hub.settings import Settings, SettingsError, load_settings

PASSWORD = "a-long-password"
KEY = "k" * 32
SAFE = {
    "HUB_GRAPH_URL": "bolt://127.0.0.1:7687",
    "HUB_GRAPH_PASSWORD": PASSWORD,
    "HUB_REDIS_URL": "redis://127.0.0.1:6379/0",
    "HUB_SECRET_KEY": KEY,
}


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in (*SAFE, "HUB_SECRETS_DIR", "HUB_REDIS_PASSWORD", "HUB_COOKIE_SECURE", "HUB_PUBLIC_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HUB_DATA", str(tmp_path / "data"))


def load(monkeypatch: pytest.MonkeyPatch, **changes: str) -> Settings:
    for name, value in (SAFE | changes).items():
        monkeypatch.setenv(name, value)
    return load_settings()


def test_what_is_missing_is_named_in_one_sentence() -> None:
    with pytest.raises(SettingsError) as refusal:
        load_settings()
    said = str(refusal.value)
    assert "HUB_GRAPH_URL, HUB_GRAPH_PASSWORD, HUB_REDIS_URL, HUB_SECRET_KEY not set" in said
    assert "\n" not in said


def test_there_is_no_default_password_and_no_default_key() -> None:
    required = {name for name, field in Settings.model_fields.items() if field.is_required()}
    assert {"graph_password", "secret_key"} <= required


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("HUB_SECRET_KEY", "short", "HUB_SECRET_KEY must have 32 characters or more"),
        ("HUB_GRAPH_PASSWORD", "neo4j", "HUB_GRAPH_PASSWORD must have 12 characters or more"),
        ("HUB_COOKIE_SECURE", "perhaps", "HUB_COOKIE_SECURE"),
        ("HUB_PUBLIC_BASE_URL", "hub.example", "must begin with http:// or https://"),
        ("HUB_REDIS_URL", "redis://redis:6379/0", "HUB_REDIS_PASSWORD is missing"),
        ("HUB_SECRETS_DIR", "/nowhere/at/all", "HUB_SECRETS_DIR names /nowhere/at/all"),
    ],
)
def test_an_unsafe_value_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, name: str, value: str, says: str) -> None:
    with pytest.raises(SettingsError, match=says):
        load(monkeypatch, **{name: value})


def test_plain_cookies_are_for_this_machine_only(monkeypatch: pytest.MonkeyPatch) -> None:
    here = load(monkeypatch, HUB_COOKIE_SECURE="false", HUB_PUBLIC_BASE_URL="http://127.0.0.1:8000")
    assert not here.cookie_secure
    with pytest.raises(SettingsError, match="HUB_COOKIE_SECURE"):
        load(monkeypatch, HUB_COOKIE_SECURE="false", HUB_PUBLIC_BASE_URL="https://hub.example")


def test_no_value_of_a_secret_is_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError) as refusal:
        load(monkeypatch, HUB_SECRET_KEY="swordfish", HUB_GRAPH_PASSWORD="hunter2")
    assert "swordfish" not in str(refusal.value)
    assert "hunter2" not in str(refusal.value)
    settings = load(monkeypatch, HUB_REDIS_PASSWORD="another-password")
    assert not any(secret in repr(settings) for secret in (PASSWORD, KEY, "another-password"))


def test_secrets_are_read_from_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in (("graph_password", PASSWORD), ("redis_password", "of:redis/12"), ("secret_key", KEY)):
        (tmp_path / f"hub_{name}").write_text(value + "\n")
    monkeypatch.setenv("HUB_SECRETS_DIR", str(tmp_path))
    monkeypatch.setenv("HUB_GRAPH_URL", SAFE["HUB_GRAPH_URL"])
    monkeypatch.setenv("HUB_REDIS_URL", "redis://redis:6379/0")

    settings = load_settings()

    assert settings.graph_password == PASSWORD
    assert settings.secret_key == KEY
    assert settings.redis_url == "redis://:of%3Aredis%2F12@redis:6379/0"


def test_the_running_hub_of_a_data_folder_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with only_hub_in(folder):
        with open_private(addresses_path(folder)) as file:
            file.write("".join(f"{name}='{value}'\n" for name, value in SAFE.items()).encode())
        assert load_settings().graph_url == SAFE["HUB_GRAPH_URL"]

    with pytest.raises(SettingsError, match="start a hub on the folder"):
        load_settings()
