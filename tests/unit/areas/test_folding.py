import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.areas.folding import SOUND, fold, search_keys, typed_keys
from hub.areas.romanise import romanise

GREEK = st.text(alphabet="αβγδεζηθικλμνξοπρστυφχψως άέήίόύώϊϋΐΰΑΒΓΔΕΖΗΘ", max_size=30)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Λάρισας", "λαρισασ"),
        ("  ΛΆΡΙΣΑΣ, ", "λαρισασ"),
        ("Ἀθῆναι", "αθηναι"),
        ("Π.Ε. Καρπάθου - Κάσου", "π ε καρπαθου κασου"),
        ("Χαϊδάρι", "χαιδαρι"),
        ("Γεωργία Ο’Κόνορ", "γεωργια ο κονορ"),
        ("Île-de-France_1", "ile de france 1"),
        ("", ""),
        (" – ", ""),
    ],
)
def test_folding_leaves_small_bare_letters_and_single_spaces(written: str, folded: str) -> None:
    assert fold(written) == folded


@settings(deadline=None)
@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(GREEK)
def test_capitals_and_small_letters_fold_alike(text: str) -> None:
    assert fold(text.upper()) == fold(text)


@pytest.mark.parametrize(
    ("greek", "latin"),
    [
        ("Εύβοια", "Evvoia"),
        ("Ευαγγελισμός", "Evangelismos"),
        ("Μπαϊρακτάρης", "Bairaktaris"),
        ("Λάμπεια", "Lampeia"),
        ("Ναύπακτος", "Nafpaktos"),
        ("Αύρα", "Avra"),
        ("Άυλος", "Aylos"),
        ("Χαϊδάρι", "Chaidari"),
        ("Θήβα", "Thiva"),
        ("Ψυχικό", "Psychiko"),
        ("Γκούρα 2", "Gkoura 2"),
        ("Άγχος", "Anchos"),
        ("Τζαμπ", "Tzab"),
    ],
)
def test_greek_is_written_in_latin_letters_by_elot_743(greek: str, latin: str) -> None:
    assert romanise(greek) == latin


@settings(deadline=None)
@given(GREEK)
def test_no_greek_letter_is_left_in_latin(text: str) -> None:
    assert romanise(text).isascii()


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("Θεσσαλονίκη", ["thessaloniki", "8essalonikh", "thesaloniki", "thessalonikh", "THESSALONIKI", "uessalonikh"]),
        ("Χανιά", ["chania", "xania", "hania", "khania", "ψηανια"]),
        ("Ξάνθη", ["xanthi", "ksanthi", "3anthi", "xan8h", "januh"]),
        ("Εύβοια", ["evvoia", "evia", "euboia", "eyboia", "eyvia"]),
        ("Ναύπακτος", ["nafpaktos", "naupaktos", "navpaktos", "naypaktos"]),
        ("Μπενίτσες", ["benitses", "mpenitses", "benitsess"]),
        ("Χαϊδάρι", ["chaidari", "haidari", "xaidari", "xaidarh"]),
        ("Κουφονήσι", ["koufonisi", "koyfonhsi", "coufonissi"]),
        ("Δράμα", ["drama", "dhrama"]),
        ("Γούβες", ["gouves", "ghouves", "goybes"]),
        ("Ψαρά", ["psara", "4ara"]),
    ],
)
def test_every_way_of_typing_a_name_meets_one_of_its_keys(name: str, spellings: list[str]) -> None:
    keys = set(search_keys(name))
    assert [typed for typed in spellings if not keys & set(typed_keys(typed))] == []


def test_an_accent_key_struck_on_the_latin_layout_is_passed_over() -> None:
    assert "λαρισα" in typed_keys("l;arisa")


def test_a_plain_name_is_read_as_it_stands_first() -> None:
    assert typed_keys("Λάρ")[0] == "λαρ"


def test_keys_by_sound_never_meet_written_ones() -> None:
    assert [key for key in search_keys("Νέα Ιωνία") if SOUND in key] == ["~nea ~ionia"]


@pytest.mark.parametrize("text", ["", "   ", ";", "—"])
def test_nothing_typed_gives_no_keys(text: str) -> None:
    assert search_keys(text) == ()
    assert typed_keys(text) == ()


@settings(deadline=None)
@given(GREEK)
def test_a_name_typed_as_it_stands_is_always_found(text: str) -> None:
    assert set(search_keys(text)) >= set(typed_keys(text)[:1])
