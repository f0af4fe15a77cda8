"""What can go wrong, as a small tree. Each error knows its HTTP status and whether trying again can help.

    HubError
    ├── NotThere            404  not there, or not for this reader: nobody can tell which
    ├── Invalid             422  a field is wrong; says which
    ├── Refused             403  the reader may see it but not do this
    ├── Conflict            409  the record has moved on, or says something else already
    │   ├── NoPlacesLeft    409  somebody was faster; carries nothing about who
    │   └── KeyReused       409  one idempotency key, two different requests
    └── Unavailable         503  a store is out of reach; trying again helps

`code` is stable and is the problem's `type`; `details` fill the sentence that the reader gets in Greek or English.
"""

from collections.abc import Mapping


class HubError(Exception):
    """Base of all expected errors. `details` hold codes and numbers, never anything about a person."""

    status = 500
    retry_helps = False

    def __init__(self, code: str, details: Mapping[str, object] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.details: Mapping[str, object] = details or {}


class NotThere(HubError):
    status = 404

    def __init__(self, kind: str = "record") -> None:
        super().__init__("not-found", {"kind": kind})


class Invalid(HubError):
    """`field` is a dotted path in the request, such as `household.members.0.age`."""

    status = 422

    def __init__(self, field: str, code: str, details: Mapping[str, object] | None = None) -> None:
        super().__init__(code, details)
        self.field = field


class Refused(HubError):
    status = 403


class Conflict(HubError):
    status = 409


class NoPlacesLeft(Conflict):
    def __init__(self) -> None:
        super().__init__("no-places-left")


class KeyReused(Conflict):
    def __init__(self) -> None:
        super().__init__("idempotency-key-reused")


class Unavailable(HubError):
    status = 503
    retry_helps = True

    def __init__(self, part: str) -> None:
        super().__init__("unavailable", {"part": part})
