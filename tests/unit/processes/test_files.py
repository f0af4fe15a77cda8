"""Passwords, logs and the lock of the data folder."""

import stat
from pathlib import Path

import pytest

from graph.servers.password import kept_password
from hub.processes.data_folder import is_in_use, only_hub_in
from hub.processes.errors import DataFolderInUse, ProcessError
from hub.processes.output import KEPT_BYTES, last_lines, open_log, open_private
from hub.processes.redis_server import find_redis_server, redis_in
from hub.processes.remember import quoted


def test_a_password_is_made_once_and_is_private(tmp_path: Path) -> None:
    path = tmp_path / "secrets" / "password"
    first = kept_password(path)
    assert len(first) == 48
    assert kept_password(path) == first
    assert kept_password(tmp_path / "other") != first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_takes_one_hub_at_a_time(tmp_path: Path) -> None:
    with only_hub_in(tmp_path):
        assert is_in_use(tmp_path)
        with pytest.raises(DataFolderInUse, match="choose another folder with --data"), only_hub_in(tmp_path):
            pass
    assert not is_in_use(tmp_path)
    with only_hub_in(tmp_path):
        pass


def test_a_new_data_folder_is_closed_to_others(tmp_path: Path) -> None:
    with only_hub_in(tmp_path / "data"):
        assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ProcessError, match="cannot be written"), only_hub_in(tmp_path / "file"):
        pass


def test_the_last_lines_of_a_log(tmp_path: Path) -> None:
    log = tmp_path / "log" / "web.log"
    assert last_lines(log) == []
    with open_log(log) as file:
        file.write("".join(f"line {number}\n" for number in range(5000)).encode())
    assert last_lines(log, 2) == ["line 4998", "line 4999"]


def test_a_log_goes_on_after_a_restart_and_is_put_aside_when_it_is_long(tmp_path: Path) -> None:
    log = tmp_path / "web.log"
    for text in (b"first\n", b"second\n"):
        with open_log(log) as file:
            file.write(text)
    assert log.read_bytes() == b"first\nsecond\n"
    log.write_bytes(b"x" * (KEPT_BYTES + 1))
    with open_log(log) as file:
        file.write(b"third\n")
    assert log.read_bytes() == b"third\n"
    assert (tmp_path / "web.log.1").stat().st_size == KEPT_BYTES + 1


def test_what_may_hold_passwords_is_private(tmp_path: Path) -> None:
    open_private(tmp_path / "a").close()
    open_log(tmp_path / "b").close()
    assert {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in "ab"} == {0o600}


def test_redis_gets_its_password_by_file_and_never_by_command_line(tmp_path: Path) -> None:
    server = redis_in(tmp_path / "redis", 20123)
    command = server.command()
    assert not any(server.password in word for word in command)
    assert f"requirepass {server.password}\n" in (tmp_path / "redis" / "redis.conf").read_text()
    assert server.password not in repr(server)
    assert find_redis_server().is_file()


def test_a_value_with_quotes_survives_the_env_file() -> None:
    assert quoted("it's a \\ path") == r"'it\'s a \\ path'"
