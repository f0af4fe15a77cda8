"""Expected errors as one sentence for the person at the terminal."""

from graph.model.errors import HubError, Invalid, Unavailable
from graph.servers.errors import GraphServerError
from hub.assets.errors import AssetsError
from hub.cli.errors import CommandError
from hub.processes.errors import ProcessError
from hub.settings import SettingsError

EXPECTED = (
    HubError,
    GraphServerError,
    ProcessError,
    SettingsError,
    AssetsError,
    CommandError,
    ModuleNotFoundError,
)


def sentence(problem: BaseException) -> str:
    """Of one of the `EXPECTED` errors."""
    if isinstance(problem, ModuleNotFoundError):
        return f"the Python module {problem.name} is missing: run `make install`, then try again."
    if isinstance(problem, Unavailable):
        return f"the {problem.details['part']} server is out of reach: see that it runs, then try again."
    if isinstance(problem, Invalid):
        return f"{problem.field} is wrong ({described(problem)}): correct it and try again."
    if isinstance(problem, HubError):
        return f"not done: {described(problem)}."
    return str(problem)


def described(problem: HubError) -> str:
    details = ", ".join(f"{name} {value}" for name, value in problem.details.items())
    return f"{problem.code}: {details}" if details else problem.code
