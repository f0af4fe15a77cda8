"""A browser without scripts: keeps cookies, fills in the forms that it was shown."""

import re

from fastapi.testclient import TestClient
from httpx import Response

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


class Browser:
    def __init__(self, client: TestClient) -> None:
        self.client = client

    def get(self, path: str) -> Response:
        return self.client.get(path)

    def token_on(self, path: str) -> str:
        """The token of the first form on a page."""
        found = TOKEN.search(self.get(path).text)
        assert found, f"no form on {path}"
        return found[1]

    def sign_in(self, username: str, password: str, *, next_path: str = "/") -> Response:
        fields = {"username": username, "password": password, "next": next_path}
        return self.client.post("/sign-in", data={**fields, "csrf_token": self.token_on("/sign-in")})

    @property
    def session(self) -> str | None:
        return self.client.cookies.get("hub_session", domain="testserver.local")

    def keep_session(self, session_id: str | None) -> None:
        """Puts another session's cookie in the place of this one's."""
        self.client.cookies.set("hub_session", session_id or "", domain="testserver.local")
