import pytest

from graph.model.place import AreaKind
from hub.areas.gazetteer import load_gazetteer
from hub.areas.search import suggest

TOWNS = {AreaKind.SETTLEMENT}


def names(text: str, **how: object) -> list[str]:
    return [area.name_el for area in suggest(text, **how)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("λαρ", "Λάρισα"),
        ("lar", "Λάρισα"),
        ("ΛΆΡΙΣΑ", "Λάρισα"),
        ("λάρισα ", "Λάρισα"),
        ("larisa", "Λάρισα"),
        ("Larissa", "Λάρισα"),
        ("l;arisa", "Λάρισα"),
        ("thessaloniki", "Θεσσαλονίκη"),
        ("8essalonikh", "Θεσσαλονίκη"),
        ("uessal", "Θεσσαλονίκη"),
        ("xania", "Χανιά"),
        ("hania", "Χανιά"),
        ("volos", "Βόλος"),
        ("βολος", "Βόλος"),
        ("bolos", "Βόλος"),
        ("ΒΌΛΟΣ", "Βόλος"),
        ("athens", "Αθήνα"),
        ("ατηενσ", "Αθήνα"),
        ("athina", "Αθήνα"),
        ("Corfu", "Κέρκυρα"),
        ("kerkyra", "Κέρκυρα"),
        ("korinthos", "Κόρινθος"),
        ("Κως", "Κως"),
        ("κωσ", "Κως"),
        ("αγ. κηρ", "Άγιος Κήρυκος"),
        ("Καστελόριζο", "Καστελλόριζο (Μεγίστη)"),
        ("μεγιστη", "Καστελλόριζο (Μεγίστη)"),
        ("ν. ιωνία", "Νέα Ιωνία"),
        ("Ήπειρος", "Περιφέρεια Ηπείρου"),
        ("πελοπόννησος", "Περιφέρεια Πελοποννήσου"),
        ("Crete", "Περιφέρεια Κρήτης"),
        ("δημος λαρ", "Δήμος Λαρισαίων"),
        ("π.ε. λαρ", "Π.Ε. Λάρισας"),
        ("Λέσβος", "Π.Ε. Λέσβου"),
    ],
)
def test_a_place_is_found_however_it_is_typed(typed: str, first: str) -> None:
    assert names(typed)[:1] == [first]


def test_beginnings_come_first_then_words_then_insides_and_larger_before_smaller() -> None:
    found = suggest("ιωνια", limit=50, kinds=TOWNS)
    assert {area.name_el for area in found} == {"Νέα Ιωνία"}
    assert [area.population for area in found] == sorted((area.population for area in found), reverse=True)
    order = names("πηγη", limit=50, kinds=TOWNS)
    assert order[0] == "Πηγή"
    assert order.index("Πηγή") < order.index("Πετροπηγή")
    assert names("volos", kinds=TOWNS) == ["Βόλος", "Άνω Βόλος"]


def test_a_name_written_so_stands_before_one_that_only_sounds_so() -> None:
    found = suggest("fi", limit=200, kinds=TOWNS)
    by_name = {area.name_el: area for area in found}
    assert found[0] == by_name["Φιλοθέη"]
    assert by_name["Βύρωνας"].population > by_name["Φιλοθέη"].population


def test_the_town_stands_before_the_areas_that_bear_its_name() -> None:
    assert names("ΛΑΡΙΣΑ") == ["Λάρισα", "Π.Ε. Λάρισας", "Δήμος Λαρισαίων"]


def test_only_the_kinds_asked_for_are_suggested() -> None:
    found = suggest("α", kinds={AreaKind.REGIONAL_UNIT}, limit=100)
    assert found
    assert {area.kind for area in found} == {AreaKind.REGIONAL_UNIT}
    assert suggest("α", kinds=set()) == ()


def test_no_more_than_the_limit_is_given() -> None:
    assert len(suggest("α")) == 8
    assert len(suggest("α", limit=3)) == 3


@pytest.mark.parametrize("typed", ["", "  ", ";", "zzzzzz", "ςςςςς", "2310123456", "Λάρισα Βόλος"])
def test_nothing_is_made_up_for_what_names_no_place(typed: str) -> None:
    assert suggest(typed) == ()


def test_areas_are_found_by_their_full_name_in_both_languages() -> None:
    for area in list(load_gazetteer().areas.values())[::60]:
        for name in (area.name_el, area.name_en):
            assert area in suggest(name, limit=2_500), name
