"""A hub with a web application around it; see `tests.auth.a_hub`."""

from tests.auth.a_hub import ana, app, browser, client, clock, hub, shelter

__all__ = ["ana", "app", "browser", "client", "clock", "hub", "shelter"]
