"""The command line: help for every command, one sentence for every mistake, and exit codes that tell."""

import argparse
import socket
import sys
import types
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.model.errors import Invalid, NotThere, Unavailable
from hub.cli import main as command_line
from hub.cli.common import say
from hub.cli.errors import CommandError
from hub.cli.main import COMMANDS, INNER_COMMANDS, main
from hub.cli.sentences import sentence
from hub.processes.errors import StepFailed


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts a module in the place of one that a command imports."""

    def put(name: str, **contents: object) -> None:
        module = types.ModuleType(name)
        vars(module).update(contents)
        monkeypatch.setitem(sys.modules, name, module)
        monkeypatch.delitem(sys.modules, "hub.cli.check", raising=False)

    return put


def test_help_lists_every_command_and_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    said = capsys.readouterr().out
    assert end.value.code == 0
    assert all(f"    {name} " in said for name in COMMANDS)
    assert "demo-load" not in said
    assert "3 `hub check` found something wrong" in " ".join(said.split())


@pytest.mark.parametrize("name", [*COMMANDS, *INNER_COMMANDS])
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])
    assert end.value.code == 0
    assert f"usage: hub {name}" in capsys.readouterr().out


@pytest.mark.parametrize("given", [[], ["nonsense"], ["demo", "--port", "many"], ["check", "--nonsense"]])
def test_a_wrong_command_line_ends_with_2(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(given)
    assert end.value.code == 2
    assert "usage: hub" in capsys.readouterr().err


def test_a_missing_library_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "hub.cli.serve", raising=False)
    assert main(["serve"]) == 1
    said = capsys.readouterr().err
    assert said == "hub: the Python module uvicorn is missing: run `make install`, then try again.\n"


def test_missing_settings_are_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("HUB_GRAPH_URL", raising=False)
    assert main(["migrate", "--data", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("hub: The hub does not start: HUB_GRAPH_URL")
    assert said.count("\n") == 1


def test_a_port_in_use_is_one_sentence_and_nothing_is_started(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert main(["demo", "--port", str(port), "--data", str(tmp_path / "data")]) == 1
    said = capsys.readouterr()
    assert said.err.startswith(f"hub: Port {port} on 127.0.0.1 is in use")
    assert said.err.count("\n") == 1
    assert not (tmp_path / "data" / "log").exists()


@pytest.mark.parametrize(("violations", "status"), [([], 0), (["INV-1 broken on unit a"], 3)])
def test_check_tells_by_its_exit_code(
    stub: Callable[..., None], capsys: pytest.CaptureFixture[str], violations: list[str], status: int
) -> None:
    stub("hub.checks", run_checks=lambda _: violations)
    stub("hub.settings", load_settings=lambda _: None)
    assert main(["check"]) == status
    assert all(violation in capsys.readouterr().out for violation in violations)


def test_a_fault_of_the_hub_itself_shows_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(_arguments: argparse.Namespace) -> int:
        raise KeyError("a bug")

    broken = types.SimpleNamespace(add_arguments=lambda _parser: None, run=fault)
    monkeypatch.setattr(command_line, "load", lambda _name: broken)
    with pytest.raises(KeyError):
        main(["check"])


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (CommandError("there is no file a.csv: check the name."), "there is no file a.csv: check the name."),
        (StepFailed("It ended."), "It ended."),
        (Unavailable("graph"), "the graph server is out of reach: see that it runs, then try again."),
        (Invalid("role", "unknown", {"given": "boss"}), "role is wrong (unknown: given boss): correct it"),
        (NotThere("organization"), "not done: not-found: kind organization."),
    ],
)
def test_expected_errors_are_sentences(problem: Exception, said: str) -> None:
    assert sentence(problem).startswith(said)


def test_progress_goes_on_when_the_terminal_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        def write(self, _text: str) -> int:
            raise OSError(5, "Input/output error")

        def flush(self) -> None:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(sys, "stderr", Gone())
    say("still stopping")
