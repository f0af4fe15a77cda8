"""An outside client of the API: a token, JSON, and the steps of the chain as it would take them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fastapi.testclient import TestClient
from httpx import Response

API = "/api/v1"
Json = dict[str, Any]


@dataclass(frozen=True)
class Caller:
    """`get` and `post` give the whole answer; `got` and `made` the JSON of an answer that must be 200 or 201."""

    client: TestClient
    token: str
    language: str = "en"

    def headers(self, key: str | None = None) -> dict[str, str]:
        own = {"Authorization": f"Bearer {self.token}", "Accept-Language": self.language}
        return {**own, "Idempotency-Key": key} if key else own

    def get(self, path: str, **params: Any) -> Response:
        return self.client.get(API + path, headers=self.headers(), params=params)

    def post(self, path: str, body: Any = None, *, key: str | None = None) -> Response:
        if body is None:
            return self.client.post(API + path, headers=self.headers(key))
        return self.client.post(API + path, headers=self.headers(key), json=body)

    def got(self, path: str, **params: Any) -> Json:
        return _expected(self.get(path, **params), 200)

    def made(self, path: str, body: Any = None, *, key: str | None = None) -> Json:
        return _expected(self.post(path, body, key=key), 201)

    def done(self, path: str, body: Any = None, *, key: str | None = None) -> Json:
        return _expected(self.post(path, body, key=key), 200)


def _expected(answer: Response, status: int) -> Json:
    assert answer.status_code == status, f"{answer.request.method} {answer.request.url.path}: {answer.text}"
    return answer.json()


def problem(answer: Response, status: int, type_: str) -> Json:
    """The problem of an answer that must be this refusal."""
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), answer.text
    told = answer.json()
    assert told["type"] == type_, told
    assert told["status"] == status
    assert told["title"]
    assert told["detail"]
    return told


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text)
