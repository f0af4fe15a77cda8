"""Typed settings of one hub process, from the environment (`HUB_…`) and from files of secrets.

A secret may stand in a file named like its variable, in lower case, in the folder `HUB_SECRETS_DIR`:
`hub_graph_password`, `hub_redis_password`, `hub_secret_key`. Nothing that protects people has a default, and a
value that would be unsafe keeps the process from starting, with one sentence.
"""

import os
from pathlib import Path
from typing import Self
from urllib.parse import quote, urlsplit, urlunsplit

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from hub.processes.data_folder import addresses_path, is_in_use

SHORTEST_PASSWORD = 12
SHORTEST_KEY = 32
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class SettingsError(Exception):
    """The message is one sentence that names the setting and says what to do."""


class Settings(BaseSettings):
    """`graph_url` is a Bolt address; `redis_url` comes out with the password in it."""

    model_config = SettingsConfigDict(
        env_prefix="HUB_", hide_input_in_errors=True, frozen=True, extra="ignore", env_ignore_empty=True
    )

    graph_url: str
    graph_user: str = "neo4j"
    graph_password: str = Field(repr=False)
    redis_url: str = Field(repr=False)
    redis_password: str | None = Field(default=None, repr=False)
    secret_key: str = Field(repr=False)
    data: Path = Path("data")
    public_base_url: str = "https://localhost"
    cookie_secure: bool = True
    demo: bool = False
    demo_clock_standing: bool = False

    @field_validator("graph_password")
    @classmethod
    def long_enough_password(cls, value: str) -> str:
        if len(value) < SHORTEST_PASSWORD:
            raise ValueError(f"must have {SHORTEST_PASSWORD} characters or more")
        return value

    @field_validator("secret_key")
    @classmethod
    def long_enough_key(cls, value: str) -> str:
        if len(value) < SHORTEST_KEY:
            raise ValueError(f"must have {SHORTEST_KEY} characters or more")
        return value

    @field_validator("public_base_url")
    @classmethod
    def without_closing_slash(cls, value: str) -> str:
        if urlsplit(value).scheme not in ("http", "https"):
            raise ValueError("must begin with http:// or https://")
        return value.rstrip("/")

    @model_validator(mode="after")
    def protected(self) -> Self:
        """Plain cookies only on this machine; no open Redis on a network."""
        if not self.cookie_secure and urlsplit(self.public_base_url).hostname not in LOOPBACK:
            raise ValueError("HUB_COOKIE_SECURE may be off only when HUB_PUBLIC_BASE_URL is on this machine")
        if self.redis_password:
            # Written around the freeze: readers get one complete address and cannot forget the password.
            object.__setattr__(self, "redis_url", with_password(self.redis_url, self.redis_password))
        parts = urlsplit(self.redis_url)
        if parts.scheme != "unix" and parts.hostname not in LOOPBACK and not parts.password:
            raise ValueError("HUB_REDIS_PASSWORD is missing, and the Redis of HUB_REDIS_URL is on a network")
        return self


def with_password(url: str, password: str) -> str:
    """The address with the password in it, unless it carries one already."""
    parts = urlsplit(url)
    if parts.password:
        return url
    return urlunsplit(parts._replace(netloc=f":{quote(password, safe='')}@{parts.netloc.rpartition('@')[2]}"))


def load_settings(data: Path | None = None) -> Settings:
    """From the environment, else from the hub that runs on the folder `data` (or HUB_DATA, or ./data).

    Raises `SettingsError`.
    """
    folder = data or Path(os.environ.get("HUB_DATA", "data"))
    running = addresses_path(folder) if is_in_use(folder) else None
    secrets = os.environ.get("HUB_SECRETS_DIR")
    if secrets is not None and not Path(secrets).is_dir():
        raise SettingsError(f"HUB_SECRETS_DIR names {secrets}, which is no folder: correct it or remove it.")
    try:
        return Settings(_env_file=running, _secrets_dir=secrets)  # pyright: ignore[reportCallIssue]
    except ValidationError as problem:
        raise SettingsError(sentence(problem, folder)) from problem


def sentence(problem: ValidationError, folder: Path) -> str:
    """One sentence over all that is wrong; no value is repeated in it."""
    errors = problem.errors(include_input=False, include_url=False)
    missing = [variable(error["loc"]) for error in errors if error["type"] == "missing"]
    wrong = [f"{variable(error['loc'])} {plain(error['msg'])}".strip() for error in errors if error["loc"]]
    wrong = [text for text, error in zip(wrong, errors, strict=False) if error["type"] != "missing"]
    wrong += [plain(error["msg"]) for error in errors if not error["loc"]]
    if missing:
        wrong.append(
            f"{', '.join(missing)} not set: give them in the environment or as files in HUB_SECRETS_DIR, "
            f"or start a hub on the folder {folder} with `hub demo`"
        )
    return "The hub does not start: " + "; ".join(wrong) + "."


def variable(location: tuple[int | str, ...]) -> str:
    return f"HUB_{location[0]}".upper() if location else ""


def plain(message: str) -> str:
    return message.removeprefix("Value error, ")
