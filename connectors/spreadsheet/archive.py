"""Looks over an XLSX file, which is a zip, before anything in it is believed."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from connectors.kit.errors import RefusedInputError
from connectors.spreadsheet.file_messages import (
    DAMAGED,
    NOT_A_SPREADSHEET,
    OLD_EXCEL,
    OPEN_DOCUMENT,
    UNPACKS_TOO_LARGE,
)
from connectors.spreadsheet.limits import Limits

ZIP_START = b"PK"
OLD_START = b"\xd0\xcf\x11\xe0"
"""How an Excel file from before 2007 begins, and any that is locked with a password."""
_CHUNK = 64 * 1024


def check_archive(content: bytes, limits: Limits) -> None:
    """Raises RefusedInputError unless the zip is a workbook that unpacks to a reasonable size.

    First by what its directory claims, which costs nothing; then, since a directory may lie, by unpacking
    every part in pieces and counting.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            _check_kind(archive)
            _check_directory(archive.infolist(), limits)
            _check_by_unpacking(archive, limits)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise RefusedInputError(DAMAGED) from error


def _check_kind(archive: ZipFile) -> None:
    names = archive.namelist()
    if "xl/workbook.bin" in names:
        raise RefusedInputError(OLD_EXCEL)
    if "content.xml" in names and "mimetype" in names:
        raise RefusedInputError(OPEN_DOCUMENT)
    if not any(name.endswith(".xml") and name.startswith("xl/") for name in names):
        raise RefusedInputError(NOT_A_SPREADSHEET)


def _check_directory(parts: list[ZipInfo], limits: Limits) -> None:
    if len(parts) > limits.parts or sum(part.file_size for part in parts) > limits.unpacked_bytes:
        raise RefusedInputError(UNPACKS_TOO_LARGE)
    for part in parts:
        if _is_blown_up(part.file_size, part.compress_size, limits):
            raise RefusedInputError(UNPACKS_TOO_LARGE)


def _check_by_unpacking(archive: ZipFile, limits: Limits) -> None:
    left = limits.unpacked_bytes
    for part in archive.infolist():
        with archive.open(part) as opened:
            while chunk := opened.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise RefusedInputError(UNPACKS_TOO_LARGE)


def _is_blown_up(unpacked: int, packed: int, limits: Limits) -> bool:
    return unpacked > limits.ratio_counts_from and unpacked > limits.ratio * max(packed, 1)
