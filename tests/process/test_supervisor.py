"""The hub's own processes, on the real graph server and Redis."""

import os
import signal
from pathlib import Path

import psutil
import pytest

from hub.processes.readiness import page_answers
from tests.process.hub_process import HubProcess, all_gone, stand_in_hub, wait_until

pytestmark = pytest.mark.process


def child_named(hub: HubProcess, part: str) -> psutil.Process:
    return next(child for child in hub.children() if part in " ".join(child.cmdline()))


def test_parts_start_in_order_and_progress_is_told(tmp_path: Path) -> None:
    with stand_in_hub(tmp_path / "data") as hub:
        hub.wait_until_ready()
        lines = hub.said().splitlines()

    started = [line.partition(":")[0] for line in lines if line.endswith("starting.")]
    assert started == ["Graph server", "Redis", "Demonstration data", "Web server"]
    assert "one figure loaded" in lines


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_the_hub_cleanly_with_all_its_children(tmp_path: Path, sign: signal.Signals) -> None:
    with stand_in_hub(tmp_path / "data") as hub:
        hub.wait_until_ready()
        children = hub.children()
        hub.process.send_signal(sign)

        assert hub.process.wait(20) == 0
        assert len(children) == 3
        assert all_gone(children)


def test_a_signal_while_it_starts_stops_it_cleanly(tmp_path: Path) -> None:
    with stand_in_hub(tmp_path / "data") as hub:
        wait_until(lambda: "Graph server: starting" in hub.said(), "the graph server starts")
        wait_until(lambda: bool(hub.children()), "there is a child")
        children = hub.children()
        hub.process.terminate()

        assert hub.process.wait(20) == 0
        assert all_gone(children)


def test_children_end_when_the_hub_is_killed(tmp_path: Path) -> None:
    with stand_in_hub(tmp_path / "data") as hub:
        hub.wait_until_ready()
        children = hub.children()
        hub.process.kill()
        hub.process.wait()

        wait_until(lambda: all_gone(children), "all children have ended", seconds=10)


@pytest.mark.parametrize("name", ["graph", "redis", "web"])
def test_a_killed_child_is_started_again_at_the_same_address(tmp_path: Path, name: str) -> None:
    with stand_in_hub(tmp_path / "data") as hub:
        ready = hub.wait_until_ready()
        os.kill(ready["pids"][name], signal.SIGKILL)

        wait_until(lambda: "running again" in hub.said(), f"{name} is back")
        assert "status -9" in hub.said()
        assert len(hub.children()) == 3
        assert page_answers(int(ready["url"].rsplit(":", 1)[1]), "/")


def test_a_child_that_keeps_dying_ends_the_hub_with_its_last_lines_and_one_sentence(tmp_path: Path) -> None:
    with stand_in_hub(tmp_path / "data", "dies") as hub:
        assert hub.process.wait(60) == 1
        last = hub.said().splitlines()[-1]

    assert "web | the shelf is empty" in hub.said()
    assert last.startswith("Web server ended 3 times")
    assert str(tmp_path / "data" / "log" / "web.log") in last


def test_two_hubs_do_not_share_a_data_folder(tmp_path: Path) -> None:
    with stand_in_hub(tmp_path / "data") as first:
        first.wait_until_ready()
        with stand_in_hub(tmp_path / "data") as second:
            assert second.process.wait(20) == 1
            sentence = second.said().splitlines()[-1]

    assert sentence.startswith(f"Another hub (process {first.process.pid}) is running on the data folder")


def test_a_killed_hub_leaves_its_folder_free_for_the_next(tmp_path: Path) -> None:
    with stand_in_hub(tmp_path / "data") as first:
        first.wait_until_ready()
        first.process.kill()
        first.process.wait()
        with stand_in_hub(tmp_path / "data") as second:
            assert second.wait_until_ready()["pids"]
