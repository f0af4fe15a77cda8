"""Where a graph server answers and how to sign in to it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class GraphServer:
    """`url` is a Bolt address such as `bolt://127.0.0.1:7687`; the password stays out of the repr."""

    url: str
    user: str
    password: str = field(repr=False)
    name: str = "graph"
