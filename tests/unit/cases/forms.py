"""The intake page's form as a browser sends it."""

from typing import Any

from starlette.datastructures import FormData

from hub.cases.intake_form import IntakeForm, read_form

LARISSA = "settlement-258576"
VOLOS = "settlement-251833"


def sent(**fields: str | list[str]) -> FormData:
    pairs: list[tuple[str, Any]] = []
    for name, value in fields.items():
        pairs += [(name, one) for one in ([value] if isinstance(value, str) else value)]
    return FormData(pairs)


def filled(**changed: str | list[str]) -> dict[str, str | list[str]]:
    """Enough to open a case, with what is changed."""
    enough: dict[str, str | list[str]] = {
        "danger": "no",
        "caller": "self",
        "where": "Λάρισα",
        "where_id": LARISSA,
        "household": "Γ34 Γ6 Α13",
        "together": "yes",
        "kinds": ["shelter_tonight"],
        "languages": ["el"],
    }
    return {**enough, **changed}


def a_form(**changed: str | list[str]) -> IntakeForm:
    return read_form(sent(**filled(**changed)))
