"""A hub with a web application around it, and somebody of a structure's staff signed in; see `tests.auth.a_hub`."""

from tests.auth.a_hub import app, browser, clock, hub
from tests.site.staff import desk, shelter, staff

__all__ = ["app", "browser", "clock", "desk", "hub", "shelter", "staff"]
