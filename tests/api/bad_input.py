"""Requests with mistakes, and what their answers must have in common."""

import json
from typing import Any

from httpx import Response

from tests.api.calling import API, Caller, Json
from tests.api.steps import LARISSA, MEMBERS

CASE: Json = {"household": {"members": list(MEMBERS)}}
NEED: Json = {"kind": "shelter", "urgency": "emergency", "near": {"area_id": LARISSA}, "nights": 2}
HUGE = 10**9


def with_member(**fields: Any) -> Json:
    return {"household": {"members": [{"sex": "f", **fields}]}}


def near(**where: Any) -> Json:
    return {**NEED, "near": where}


def assert_named(caller: Caller, path: str, body: Any, field: str) -> None:
    """The field is named in both languages, in different words."""
    english, greek = (Caller(caller.client, caller.token, language) for language in ("en", "el"))
    told = [_named(asker, path, body, field) for asker in (english, greek)]
    assert told[0]["errors"][0]["message"] != told[1]["errors"][0]["message"]
    assert told[0]["title"] != told[1]["title"]
    assert told[0]["errors"][0]["code"] == told[1]["errors"][0]["code"]


def _named(caller: Caller, path: str, body: Any, field: str) -> Json:
    answer = send(caller, path, json.dumps(body))
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json"), answer.text
    told = answer.json()
    assert set(told) >= {"type", "title", "status", "detail", "errors"}
    assert field in [error["field"] for error in told["errors"]]
    assert all(error["message"] and error["code"] for error in told["errors"])
    return told


def send(caller: Caller, path: str, content: str | bytes, kind: str | None = "application/json") -> Response:
    headers = {**caller.headers(), **({"Content-Type": kind} if kind else {})}
    return caller.client.post(API + path, headers=headers, content=content)
