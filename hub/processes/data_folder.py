"""The folder in which one hub keeps its data, and the lock that keeps a second hub out of it.

graph/ redis/ celery/   files of the servers
log/                    what the children wrote
secrets/                passwords and keys made at the first start (0600)
run/                    lock, and the addresses of the hub that is running now (0600)
"""

import fcntl
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from hub.processes.errors import DataFolderInUse, ProcessError


@contextmanager
def only_hub_in(folder: Path) -> Generator[None]:
    """Hold the folder for the length of the block; the kernel lets go of it even if we are killed.

    Raises `DataFolderInUse` while another hub holds it, `ProcessError` when it cannot be written.
    """
    try:
        # Files of the servers hold what is known about people: nobody else on this machine may read them.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / "run").mkdir(exist_ok=True)
        lock = os.open(lock_path(folder), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as problem:
        raise ProcessError(
            f"The data folder {folder} cannot be written ({problem.strerror}): choose another with --data."
        ) from problem
    with os.fdopen(lock, "r+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as problem:
            raise DataFolderInUse(folder, file.read().strip() or "unknown") from problem
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        yield


def is_in_use(folder: Path) -> bool:
    """Whether a hub is running on the folder now."""
    path = lock_path(folder)
    if not path.is_file():
        return False
    with path.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def lock_path(folder: Path) -> Path:
    return folder / "run" / "lock"


def addresses_path(folder: Path) -> Path:
    """Settings of the running hub, in the form of an env file, for the other commands."""
    return folder / "run" / "hub.env"
