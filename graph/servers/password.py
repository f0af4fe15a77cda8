"""Passwords that the hub makes for its own servers and keeps in files only their owner can read."""

import os
import secrets
from pathlib import Path


def kept_password(path: Path) -> str:
    """The password in `path`; the first call makes it (48 characters, mode 0600) and its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        password = secrets.token_urlsafe(36)
        file.write(password)
    return password
