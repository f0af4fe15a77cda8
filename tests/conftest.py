"""Fixtures that every test may ask for: real servers, started once for the whole run, and the graph layer on them."""

pytest_plugins = ["tests.servers.fixtures", "tests.givens.fixtures"]
