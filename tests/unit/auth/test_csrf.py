"""Tokens of forms."""

from hypothesis import given
from hypothesis import strategies as st

from hub.auth.csrf import form_token, is_of, new_secret


def test_a_token_belongs_to_its_secret_only() -> None:
    mine, yours = new_secret(), new_secret()
    assert is_of(mine, form_token(mine))
    assert not is_of(mine, form_token(yours))


def test_no_two_tokens_are_alike() -> None:
    secret = new_secret()
    assert form_token(secret) != form_token(secret)


@given(st.text())
def test_no_other_text_is_a_token(text: str) -> None:
    assert not is_of("a secret of this session", text)
