"""The version of the hub, as pages and the API tell it."""

VERSION = "0.1.0"
