"""Files made to hurt: each is refused with a sentence, and none is unpacked beyond the limit."""

import io
import random
import struct
import zipfile
from contextlib import suppress
from dataclasses import replace

import pytest

from connectors.kit.errors import RefusedInputError
from connectors.spreadsheet.limits import MEGABYTE, Limits
from tests.connectors.spreadsheet.sheets import READ_AS_USUAL, read, xlsx_bytes

HONEST = xlsx_bytes([("Δομή", "Ελεύθερες"), ("Ιτιά", 3), ("Φάρος", 4)])
SHEET = "xl/worksheets/sheet1.xml"


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def with_sheet(xml: bytes) -> bytes:
    return zipped(parts_of(HONEST) | {SHEET: xml})


def code_of(content: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(RefusedInputError) as refused:
        read(content, replace(READ_AS_USUAL, limits=limits or Limits()))
    assert refused.value.in_language("el") != refused.value.in_language("en")
    return refused.value.code


def test_a_zip_bomb_is_refused_by_its_directory() -> None:
    bomb = with_sheet(b"<x>" + b" " * (80 * MEGABYTE))
    assert len(bomb) < MEGABYTE
    assert code_of(bomb) == "file-unpacks-too-large"


def test_a_smaller_bomb_is_refused_by_how_far_it_shrinks() -> None:
    assert code_of(with_sheet(b" " * (10 * MEGABYTE))) == "file-unpacks-too-large"


def test_a_bomb_in_many_parts_is_refused_by_their_sum() -> None:
    noise = random.Random(1).randbytes(16 * 1024)
    parts = parts_of(HONEST) | {f"xl/media/{number}.bin": noise * 64 for number in range(6)}
    assert code_of(zipped(parts), Limits(unpacked_bytes=4 * MEGABYTE)) == "file-unpacks-too-large"


def test_what_the_directory_claims_is_enough_to_refuse_without_unpacking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("connectors.spreadsheet.archive._check_by_unpacking", lambda archive, limits: None)
    assert code_of(with_sheet(b" " * (2 * MEGABYTE)), Limits(unpacked_bytes=MEGABYTE)) == "file-unpacks-too-large"


def test_a_directory_of_thousands_of_parts_is_refused() -> None:
    parts = parts_of(HONEST) | {f"xl/{number}.xml": b"" for number in range(2_000)}
    assert code_of(zipped(parts)) == "file-unpacks-too-large"


def test_a_directory_that_lies_about_a_size_does_not_help_a_bomb() -> None:
    size = 3 * MEGABYTE
    honest = with_sheet(b" " * size)
    lying = honest.replace(struct.pack("<I", size), struct.pack("<I", 1_000))
    assert lying != honest
    assert code_of(lying) == "file-damaged"


def test_what_is_really_unpacked_is_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("connectors.spreadsheet.archive._check_directory", lambda parts, limits: None)
    assert code_of(with_sheet(b" " * (3 * MEGABYTE)), Limits(unpacked_bytes=MEGABYTE)) == "file-unpacks-too-large"


def test_entities_that_multiply_are_refused() -> None:
    entities = b"".join(
        b'<!ENTITY a%d "%s">' % (number, b"&a%d;" % (number - 1) * 10 if number else b"ha" * 10) for number in range(9)
    )
    document = b"<!DOCTYPE x [" + entities + b"]>"
    assert code_of(with_sheet(document + b"<worksheet>&a8;</worksheet>")) == "file-damaged"


def test_a_row_number_beyond_the_format_does_not_make_us_count_to_it() -> None:
    xml = parts_of(HONEST)[SHEET].replace(b'r="3"', b'r="99999999999"').replace(b'r="A3"', b"").replace(b'r="B3"', b"")
    assert code_of(with_sheet(xml)) == "file-damaged"


def test_a_formatted_last_row_of_the_format_is_no_reason_to_refuse() -> None:
    last = b'<row r="1048576"><c r="A1048576" s="0"/></row></sheetData>'
    xml = parts_of(HONEST)[SHEET].replace(b"</sheetData>", last)
    assert len(read(with_sheet(xml)).observations) == 2


def test_a_flood_of_blank_rows_is_refused() -> None:
    limits = replace(Limits(), rows=10)
    assert code_of(b"\xce\x94\xce\xbf\xce\xbc\xce\xae\n" + b";\n" * 200, limits) == "too-many-rows"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100, "old-or-locked-excel"),
        (zipped({"xl/workbook.bin": b"x"}), "old-or-locked-excel"),
        (zipped({"mimetype": b"application/vnd.oasis", "content.xml": b"<x/>"}), "open-document"),
        (zipped({"word/document.xml": b"<x/>"}), "not-a-spreadsheet"),
        (zipped({"xl/workbook.xml": b"<x/>"}), "file-damaged"),
        (b"PK\x03\x04 and then nothing", "file-damaged"),
        (HONEST[:-40], "file-damaged"),
    ],
)
def test_other_kinds_of_file_are_told_apart(content: bytes, code: str) -> None:
    assert code_of(content) == code


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("seed", range(60))
def test_a_workbook_with_spoiled_bytes_is_read_or_refused_and_nothing_else(seed: int) -> None:
    chance = random.Random(seed)
    parts = parts_of(HONEST)
    name = chance.choice(sorted(parts))
    part = bytearray(parts[name])
    for _ in range(chance.randint(1, 5)):
        part[chance.randrange(len(part))] = chance.choice(b"<>/\"'0aZ \xff&")
    with suppress(RefusedInputError):
        assert read(zipped(parts | {name: bytes(part)})).header.headings
