"""Codes that come from outside are checked against the coded lists here, so that every refusal reads alike."""

from graph.model.errors import Invalid
from graph.model.lists.entry import CodedList


def require_code(codes: CodedList, code: str, field: str) -> None:
    """Raises Invalid `code-unknown` with the codes that are known."""
    if code not in codes:
        raise Invalid(field, "code-unknown", {"known": ", ".join(sorted(codes.codes))})


def require_note(codes: CodedList, code: str, note: str | None) -> None:
    """Raises Invalid `note-required` where a code such as `other` says nothing by itself."""
    if codes.get(code).needs_note and not (note or "").strip():
        raise Invalid("note", "note-required", {"code": code})
