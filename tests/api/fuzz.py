"""Requests made at random from the description of the API: right ones, nearly right ones, and nonsense."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.api.calling import API, Json

NASTY: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, float("nan"), float("inf"), 2**31, 2**63, 10**30, -(10**400), 0.5, 1e308,
    "", " ", "\u0000", "a\u0007b", "\ud800",
    "Ω" * 70, "x" * 5000, "null", "0", "2026-11-24", "2026-02-30", "2026-11-24T02:10:00", "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00", "' OR 1=1 --", "{{7*7}}", "../../etc/passwd", "𝕏\u202e\u200f", "=cmd()", [], {}, [[]],
    [None], {"a": {"b": []}}, ["x"] * 200,
)  # fmt: skip
"""Values that have broken programs before."""


@dataclass(frozen=True)
class Asked:
    """One request; `template` is the path as it is described."""

    method: str
    template: str
    path: str
    body: Any
    params: dict[str, str]


class Requests:
    """Makes requests from a description. `ids` are those of records that exist, by the word before them in a path."""

    def __init__(self, described: Json, random: Random, ids: dict[str, list[str]]) -> None:
        self.described, self.random, self.ids = described, random, ids

    def some(self, operations: list[tuple[str, str]], count: int) -> Iterator[Asked]:
        for _ in range(count):
            method, template = self.random.choice(operations)
            operation = self.described["paths"][template][method]
            yield Asked(method, template, self._path(template), self._body(operation), self._params(operation))

    def _path(self, template: str) -> str:
        parts = template.removeprefix(API).split("/")
        named = [
            self.an_id(parts[i - 1]) if part.startswith("{") else part for i, part in enumerate(parts) if part or i == 0
        ]
        return "/".join(named)

    def an_id(self, kind: str) -> str:
        known = self.ids.get(kind) or ["none"]
        return (
            self.random.choice(known) if self.random.random() < 0.8 else self.random.choice(["none", "%00", "x" * 300])
        )

    def _params(self, operation: Json) -> dict[str, str]:
        asked = [p for p in operation.get("parameters", []) if p["in"] == "query"]
        return {p["name"]: str(self._value(p["schema"])) for p in asked if self.random.random() < 0.3}

    def _body(self, operation: Json) -> Any:
        content = operation.get("requestBody", {}).get("content", {}).get("application/json")
        if content is None:
            return None
        return self._value(content["schema"]) if self.random.random() < 0.95 else self.random.choice(NASTY)

    def _value(self, schema: Json) -> Any:
        """A value of a schema; every twenty-fifth is nonsense instead."""
        random = self.random
        if random.random() < 1 / 25:
            return random.choice(NASTY)
        if "$ref" in schema:
            return self._value(self.described["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]])
        if "anyOf" in schema:
            return self._value(random.choice(schema["anyOf"]))
        if "enum" in schema:
            return random.choice(schema["enum"])
        return self._of_type(schema)

    def _of_type(self, schema: Json) -> Any:
        random = self.random
        match schema.get("type"):
            case "object":
                return self._object(schema)
            case "array":
                return [self._value(schema.get("items", {})) for _ in range(random.choice((0, 1, 1, 2)))]
            case "integer":
                low = int(schema.get("minimum", 0))
                return random.choice((low, low + 1, low - 1, int(schema.get("maximum", 10))))
            case "number":
                return random.choice((0.0, 39.637, 22.42, schema.get("maximum", 1)))
            case "boolean":
                return random.random() < 0.5
            case "string":
                return self._text(schema)
            case _:
                return None

    def _object(self, schema: Json) -> Json:
        needed = set(schema.get("required", ()))
        chosen = {n: s for n, s in schema.get("properties", {}).items() if n in needed or self.random.random() < 0.4}
        made: Json = {}
        for name, of in chosen.items():
            known = name.removesuffix("_id") + "s"
            made[name] = self.an_id(known) if known in self.ids else self._value(of)
        if self.random.random() < 0.05:
            made["surprise"] = 1
        if needed and self.random.random() < 0.05:
            made.pop(next(iter(needed)), None)
        return made

    def _text(self, schema: Json) -> str:
        match schema.get("format"):
            case "date-time":
                return self.random.choice(("2026-11-24T00:09:00Z", "2026-11-24T02:09:30+02:00", "2027-03-01T06:00:00Z"))
            case "date":
                return self.random.choice(("2026-11-23", "2026-11-24", "2026-12-24", "2020-01-01"))
            case _:
                return self.random.choice(("x", "moved_room", "Ms Maria", "a note of some words"))
