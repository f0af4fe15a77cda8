"""Access tokens of the API: long random text, shown once, known afterwards only by its digest."""

from hashlib import sha256
from secrets import token_urlsafe

PREFIX = "hub_"


def new_token() -> str:
    """A new token: the prefix lets scanners of leaked secrets recognise it."""
    return PREFIX + token_urlsafe(32)


def digest(token: str) -> str:
    """SHA-256 in hexadecimal. A slow hash would protect nothing here: the token has 256 bits of chance."""
    return sha256(token.encode()).hexdigest()
