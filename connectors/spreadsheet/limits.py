"""How much of a spreadsheet is taken, and the reading of an upload up to there."""

from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO

from connectors.kit.errors import RefusedInputError
from connectors.spreadsheet.file_messages import TOO_LARGE

MEGABYTE = 1024 * 1024
_CHUNK = 64 * 1024


@dataclass(frozen=True)
class Limits:
    """Bytes, counts and, for `ratio`, unpacked bytes per packed byte of one part of an XLSX file.

    A ratio is only looked at in parts that unpack to more than `ratio_counts_from` bytes: small ones of many
    like cells shrink a hundredfold in honest files.
    """

    upload_bytes: int = 5 * MEGABYTE
    rows: int = 20_000
    columns: int = 200
    unpacked_bytes: int = 20 * MEGABYTE
    ratio: int = 100
    ratio_counts_from: int = 2 * MEGABYTE
    parts: int = 1_000
    text_length: int = 200


def take_upload(stream: BinaryIO, limits: Limits) -> bytes:
    """The bytes of an upload. A longer one is refused as soon as the limit is passed, the rest unread.

    Raises RefusedInputError `file-too-large`.
    """
    taken = bytearray()
    while chunk := stream.read(_CHUNK):
        taken += chunk
        if len(taken) > limits.upload_bytes:
            raise RefusedInputError(TOO_LARGE, megabytes=limits.upload_bytes // MEGABYTE)
    return bytes(taken)


def fingerprint(content: bytes) -> str:
    """SHA-256 of the bytes as 64 hex digits: the same file again has the same one."""
    return sha256(content).hexdigest()
