"""Ties the life of a process to its parent, so that a parent killed with -9 leaves nothing running.

Linux sends the chosen signal when the *thread* that started the child ends (prctl(2), PR_SET_PDEATHSIG),
so children are started from a main thread. The setting survives exec and is cleared by fork: a program that
forks workers of its own needs it in each of them. Other systems have nothing like it; there, children are
stopped by their parent alone.

    python -m graph.servers.parentage --parent 1234 --signal TERM -- redis-server redis.conf
"""

import argparse
import ctypes
import os
import signal
import sys
from collections.abc import Sequence

PR_SET_PDEATHSIG = 1


def end_with_parent(parent: int, death_signal: signal.Signals = signal.SIGTERM) -> None:
    """Have the kernel signal this process when `parent` ends; exits at once if it has ended already."""
    if sys.platform == "linux":
        library = ctypes.CDLL(None, use_errno=True)
        if library.prctl(PR_SET_PDEATHSIG, int(death_signal), 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl(PR_SET_PDEATHSIG) failed")
    if os.getppid() != parent:
        # The parent may have died between starting us and the call above: no signal will come then.
        raise SystemExit(1)


def tied(command: Sequence[str], death_signal: signal.Signals = signal.SIGTERM) -> list[str]:
    """The command line that runs `command` as a child of this process and ends it with this process."""
    name = death_signal.name.removeprefix("SIG")
    own = [sys.executable, "-m", "graph.servers.parentage", "--parent", str(os.getpid()), "--signal", name]
    return [*own, "--", *command]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="graph.servers.parentage", description=__doc__)
    parser.add_argument("--parent", type=int, required=True)
    parser.add_argument("--signal", default="TERM")
    parser.add_argument("command", nargs="+")
    given = parser.parse_args(arguments)
    end_with_parent(given.parent, signal.Signals[f"SIG{given.signal}"])
    os.execvp(given.command[0], given.command)


if __name__ == "__main__":
    main()
