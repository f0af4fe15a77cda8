"""A client that does not give up: an unanswered command is asked again under the same key until an answer comes."""

import time
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx

from tests.faults.ledger import Acknowledged, Ledger

API = "/api/v1"
PATIENCE_SECONDS = 90.0
PAUSE_SECONDS = 0.3
AGAIN = {502, 503, 504}


class GaveUp(Exception):
    """No answer within the patience of a client."""


class Refused(Exception):
    """The hub said no, for a reason of the domain."""

    def __init__(self, status: int, type_: str) -> None:
        super().__init__(f"{status} {type_}")
        self.status = status
        self.type = type_


@dataclass
class Tally:
    """What one client met: answers, refusals by name, answers that asked to come again, broken connections."""

    answered: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    unavailable: int = 0
    cut: int = 0


@dataclass
class Client:
    http: httpx.Client
    token: str
    ledger: Ledger
    tally: Tally = field(default_factory=Tally)

    def get(self, path: str) -> Any:
        return self._until_answered("GET", path, None, None)

    def command(self, step: str, path: str, body: dict[str, Any], *, case_id: str = "") -> dict[str, Any]:
        """Returns the answer, which is in the ledger by then. Raises Refused."""
        key = str(uuid4())
        answer = self._until_answered("POST", path, body, key)
        self.ledger.write(Acknowledged(case_id or answer["id"], step, path, key, body, answer["id"]))
        return answer

    def post(self, path: str, body: dict[str, Any]) -> Any:
        """A question that is asked by POST: not in the ledger."""
        return self._until_answered("POST", path, body, None)

    def repeat(self, entry: Acknowledged) -> dict[str, Any]:
        return self._until_answered("POST", entry.path, entry.body, entry.key)

    def _until_answered(self, method: str, path: str, body: dict[str, Any] | None, key: str | None) -> Any:
        headers = {"Authorization": f"Bearer {self.token}"} | ({"Idempotency-Key": key} if key else {})
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            try:
                answer = self.http.request(method, API + path, json=body, headers=headers)
            except httpx.TransportError:
                self.tally.cut += 1
                time.sleep(PAUSE_SECONDS)
                continue
            if answer.status_code not in AGAIN:
                return self._heeded(answer)
            self.tally.unavailable += 1
            assert "Retry-After" in answer.headers, f"{answer.status_code} does not say when to come again"
            time.sleep(min(float(answer.headers["Retry-After"]), 1.0))
        raise GaveUp(f"{method} {path}: no answer in {PATIENCE_SECONDS:.0f} s")

    def _heeded(self, answer: httpx.Response) -> Any:
        if answer.is_success:
            self.tally.answered += 1
            return answer.json()
        type_ = str(answer.json().get("type", answer.status_code))
        self.tally.refused[type_] = self.tally.refused.get(type_, 0) + 1
        raise Refused(answer.status_code, type_)
