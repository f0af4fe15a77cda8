"""What is counted and logged of a request holds no word that a client chose."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from hub.health.requests import Metrics, ObserveRequests


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
def client(metrics: Metrics, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder = tmp_path_factory.mktemp("static")
    (folder / "one.css").write_text("p {}")
    routes = [
        Route("/people/{name}", lambda _: PlainTextResponse("yes"), methods=["GET", "MARIA"]),
        Mount("/static", StaticFiles(directory=folder)),
    ]
    return TestClient(ObserveRequests(Starlette(routes=routes), metrics))  # type: ignore[arg-type]


def test_a_method_that_is_none_is_counted_and_logged_as_other(client: TestClient, metrics: Metrics) -> None:
    with capture_logs() as lines:
        client.request("MARIA", "/people/eleni")
    assert [line["method"] for line in lines] == ["other"]
    assert b'method="other"' in metrics.text()
    assert b"MARIA" not in metrics.text()


def test_an_address_is_never_counted_or_logged_as_it_was_asked(client: TestClient, metrics: Metrics) -> None:
    with capture_logs() as lines:
        client.get("/people/eleni?code=kyklamino")
        client.get("/nowhere/eleni")
    told = str(lines) + metrics.text().decode()
    assert "eleni" not in told
    assert "kyklamino" not in told


def test_assets_are_counted_as_one_and_not_logged(client: TestClient, metrics: Metrics) -> None:
    with capture_logs() as lines:
        assert client.get("/static/one.css").status_code == 200
        client.get("/static/eleni.css")
    assert lines == []
    assert b'route="/static"' in metrics.text()
    assert b"eleni" not in metrics.text()
