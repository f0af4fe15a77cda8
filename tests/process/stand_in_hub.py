"""A hub with the real graph and Redis and stand-ins for the rest, run as a process of its own by the tests.

    python -m tests.process.stand_in_hub FOLDER [--web dies]

Prints one line of JSON when ready: {"url", "graph", "pids": {name: pid}}.
"""

import json
import sys
from pathlib import Path

from graph.servers.parentage import tied
from hub.processes.child import Child, Part, Step
from hub.processes.data_folder import only_hub_in
from hub.processes.errors import ProcessError
from hub.processes.plan import Plan, make_plan
from hub.processes.readiness import page_answers
from hub.processes.signals import stop_on_signals
from hub.processes.supervisor import Supervisor
from hub.processes.watched import Patience

IMPATIENT = Patience(deaths=3, first_pause=0.1, longest_pause=0.2)
LOADING = "import sys; print('one figure loaded', file=sys.stderr); print('[]')"
DYING = "print('the shelf is empty'); raise SystemExit(7)"


def stand_ins(plan: Plan, *, dies: bool) -> list[Part]:
    stores, *_ = plan.parts()
    pages = ["-m", "http.server", "--bind", "127.0.0.1", str(plan.port)]
    command = tied([sys.executable, *(["-c", DYING] if dies else pages)])
    web = Child("web", "Web server", command, lambda _: page_answers(plan.port, "/"))
    load = Step("load", "Demonstration data", tied([sys.executable, "-c", LOADING]), plan.accounts_path)
    return [stores, load, (web,)]


def show(plan: Plan, supervisor: Supervisor) -> None:
    pids = {watched.child.name: watched.pid for watched in supervisor.watched}
    sys.stdout.write(json.dumps({"url": plan.url, "graph": plan.graph.url, "pids": pids}) + "\n")
    sys.stdout.flush()


def say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def main() -> int:
    folder = Path(sys.argv[1])
    with stop_on_signals() as stop, only_hub_in(folder):
        plan = make_plan(folder, None, clock_standing=True)
        parts = stand_ins(plan, dies="dies" in sys.argv)
        supervisor = Supervisor(parts, logs=folder / "log", say=say, stop=stop, patience=IMPATIENT)
        supervisor.run(when_ready=lambda: show(plan, supervisor))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ProcessError as problem:
        sys.exit(str(problem))
