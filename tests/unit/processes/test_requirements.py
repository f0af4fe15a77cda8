"""The pinned libraries agree with what the project declares."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

PROJECT = Path(__file__).parents[3]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    text = (PROJECT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return {library.lower(): version for library, version in PIN.findall(text)}


def declared(extra: str | None) -> list[str]:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["optional-dependencies"][extra] if extra else project["dependencies"]


@pytest.mark.parametrize(("name", "extra"), [("base", None), ("assets", "assets"), ("test", "test")])
def test_every_declared_library_is_pinned_as_declared(name: str, extra: str | None) -> None:
    pinned = pins(name)
    for line in declared(extra) + ["setuptools>=75"]:
        wanted = Requirement(line)
        assert pinned[wanted.name.lower()] in wanted.specifier, f"run `make lock`: {line} in {name}.txt"


def test_all_files_pin_the_same_versions() -> None:
    base = pins("base")
    for name in ("assets", "test"):
        assert base.items() <= pins(name).items()


@pytest.mark.parametrize("name", ["base", "assets", "test"])
def test_every_pin_has_hashes_and_no_file_names_an_index(name: str) -> None:
    text = (PROJECT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S+==)", text)[1:]
    assert blocks
    assert all("--hash=sha256:" in block for block in blocks)
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", text)
