import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from hub.web.security_headers import CONTENT_SECURITY_POLICY, SecurityHeaders


def answer(_: object) -> PlainTextResponse:
    return PlainTextResponse("x")


def keep(_: object) -> PlainTextResponse:
    return PlainTextResponse("x", headers={"Cache-Control": "public"})


def fail(_: object) -> PlainTextResponse:
    raise RuntimeError


def client(scheme: str = "http") -> TestClient:
    app = Starlette(routes=[Route("/", answer), Route("/keep", keep), Route("/fail", fail)])
    return TestClient(SecurityHeaders(app), f"{scheme}://hub", raise_server_exceptions=False)


def test_nothing_may_be_loaded_that_the_hub_does_not_serve_itself():
    policy = client().get("/").headers["Content-Security-Policy"]
    assert policy == CONTENT_SECURITY_POLICY
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", ["/", "/nowhere", "/fail"])
def test_every_answer_carries_the_headers_errors_too(path: str):
    headers = client().get(path).headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_an_answer_may_set_a_header_of_its_own():
    assert client().get("/keep").headers["Cache-Control"] == "public"


def test_transport_security_is_asked_for_over_https_only():
    assert "Strict-Transport-Security" not in client().get("/").headers
    assert "max-age" in client("https").get("/").headers["Strict-Transport-Security"]
