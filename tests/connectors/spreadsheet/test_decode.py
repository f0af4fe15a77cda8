from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.kit.errors import RefusedInputError
from connectors.spreadsheet.decode import decode

TEXT = "Δομή;Ελεύθερες κλίνες\r\nΞενώνας «Ιτιά»;3\r\nΆσυλο Ελπίς;2\r\n"


@pytest.mark.parametrize(
    ("codec", "named"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1253", "Windows-1253"),
        ("iso8859-7", "ISO-8859-7"),
    ],
)
def test_greek_text_is_read_in_every_encoding_that_programs_write(codec: str, named: str) -> None:
    text = TEXT.replace("«", '"').replace("»", '"') if codec == "iso8859-7" else TEXT
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding) == (text, named)


GREEK = st.text(st.sampled_from("αβγδεζηθικλμνξοπρστυφχψωάέήίόύώςΑΒΓΔΕΖΗΘΞΠΣΦΨΩΈΉΌΎΏ 0123456789;,\n"), min_size=1)


@given(GREEK)
def test_any_greek_text_survives_windows_1253(text: str) -> None:
    sheet = TEXT + text
    assert decode(sheet.encode("cp1253")).text == sheet


@given(GREEK)
def test_any_greek_text_survives_utf_8(text: str) -> None:
    assert decode(text.encode("utf-8-sig")).text == text


@pytest.mark.parametrize(
    ("text", "codec"),
    [("Unité;Places\nCafé de la gare;3", "cp1252"), ("Δομή;Ελεύθερες\nΙτιά;3", "cp737"), ("Grüße;äöü", "cp1252")],
)
def test_another_code_page_is_refused_rather_than_read_as_nonsense(text: str, codec: str) -> None:
    with pytest.raises(RefusedInputError) as refused:
        decode(text.encode(codec))
    assert refused.value.code == "encoding-unknown"


@pytest.mark.parametrize("content", [b"%PDF-1.7\n\x00\x01", b"\x89PNG\r\n\x1a\n\x00", b"GIF89a\x01\x00\x01\x00"])
def test_what_is_no_text_at_all_is_refused(content: bytes) -> None:
    with pytest.raises(RefusedInputError):
        decode(content)


@given(st.binary(max_size=200))
def test_any_bytes_are_either_text_or_a_clear_refusal(content: bytes) -> None:
    with suppress(RefusedInputError):
        assert "\x00" not in decode(content).text
