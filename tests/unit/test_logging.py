"""Logs carry no personal field, whoever wrote them."""

import json
import logging

import pytest
import structlog

from hub.logging import configure_logging, drop_personal, without_values


@pytest.fixture(autouse=True)
def _logging_as_before() -> object:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_personal_fields_are_dropped_at_any_depth() -> None:
    given = {
        "event": "x",
        "case_id": "1",
        "Phone": "2410",
        "household": [{"age": 3}],
        "data": {"note": "n", "code": "c"},
    }
    assert drop_personal(None, "info", given) == {
        "event": "x",
        "case_id": "1",
        "data": {"code": "c"},
        "dropped": ["Phone", "household", "note"],
    }


def test_a_line_is_json_with_the_id_of_its_request(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging()
    with structlog.contextvars.bound_contextvars(request_id="r1"):
        structlog.get_logger().info("hold_placed", hold_id="h1", name="Maria")
    (line,) = lines(capsys)
    assert (line["event"], line["hold_id"], line["request_id"], line["dropped"]) == (
        "hold_placed",
        "h1",
        "r1",
        ["name"],
    )
    assert "Maria" not in json.dumps(line)


def test_an_exception_is_told_without_its_message(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging()
    try:
        raise ValueError("Maria of Larissa")
    except ValueError:
        logging.getLogger("a.library").exception("it failed")
    (line,) = lines(capsys)
    assert line["error"] == "builtins.ValueError"
    assert "Maria" not in json.dumps(line)


def test_what_an_exception_came_from_is_told_by_class() -> None:
    try:
        try:
            raise KeyError("Maria")
        except KeyError as first:
            raise RuntimeError("of Larissa") from first
    except RuntimeError as second:
        told = without_values(second)
    assert (told["error"], told["causes"]) == ("builtins.RuntimeError", ["builtins.KeyError"])
