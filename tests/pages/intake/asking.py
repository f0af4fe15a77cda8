"""Somebody without scripts, signed in already: asks for pages, and sends the forms that they were shown."""

import re
from html import unescape

import httpx

from graph.model.account import Account
from hub.auth.csrf import form_token
from tests.pages.server import Served
from tests.unit.cases.forms import filled

TAGS = re.compile(r"<[^>]+>")


class Asker:
    def __init__(self, served: Served, account: Account) -> None:
        self._served, self._account = served, account
        self._client = httpx.Client(base_url=served.address)
        self.come_back()

    def come_back(self) -> None:
        """Signs in anew, after hours in which nobody touched the page."""
        self._session = self._served.hub.sessions.start(self._account.id, self._served.clock.now())
        self._client.cookies.set("hub_session", self._session.id)

    def get(self, path: str, **params: str) -> httpx.Response:
        return self._client.get(path, params=params or None)

    def send(self, path: str, *, token: str | None = None, **fields: str | list[str]) -> httpx.Response:
        data: dict[str, str | list[str]] = {"csrf_token": token or form_token(self._session.form_secret)}
        return self._client.post(path, data={**data, **fields})

    def open_case(self, **changed: str | list[str]) -> httpx.Response:
        """The form of a new case, filled in with enough and with what is changed."""
        return self.send("/cases/new", token=None, **filled(**changed))

    def close(self) -> None:
        self._client.close()


def words(answer: httpx.Response) -> str:
    """The page as it is read: without tags, one space between words."""
    return " ".join(unescape(TAGS.sub(" ", answer.text)).split())
