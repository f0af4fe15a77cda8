from pathlib import Path

import pytest

from hub.areas.greek_names import is_well_formed, name_of_today
from hub.areas.make_settlements import UnusableRecord, settlements, write

FARM = (
    "1234\tFárma\tFarma\t{names}\t38.10000\t22.20000\tP\tPPL\tGR\t\tESYE24\t\t{municipality}"
    "\t\t1500\t\t7\tEurope/Athens\t2020-01-01"
)


def test_today_s_name_is_chosen_among_old_foreign_and_mistyped_ones() -> None:
    assert name_of_today("Athína", ["Atenas - Αθήνα", "Athens", "Αθήνα", "Αθήναι", "Αθηνα", "Ἀθῆναι"]) == "Αθήνα"
    assert name_of_today("Síndos", ["Σίνδος", "Τεκελί"]) == "Σίνδος"
    assert name_of_today("Tolón", ["Τολo", "Τολό", "Τολόν"]) == "Τολό"
    assert name_of_today("Káto Miliá", ["Κάτω Μέλεα", "Κάτω Μηλιά"]) == "Κάτω Μηλιά"
    assert name_of_today("Orestiáda", ["Ορεστιάδα", "Ορεστιάς"]) == "Ορεστιάδα"


def test_a_record_without_a_well_formed_greek_name_gives_none() -> None:
    assert name_of_today("Arvi", ["Arvi", "Αρβη", "ΑΡΒΗ"]) is None


@pytest.mark.parametrize("name", ["Κως", "Φρυ", "Άγιος Κωνσταντίνος", "Ελευθέριο - Κορδελιό", "Μοραΐτικα", "Ύδρα"])
def test_a_greek_name_has_one_accent_in_every_word_but_the_shortest(name: str) -> None:
    assert is_well_formed(name)


@pytest.mark.parametrize("name", ["", "Αθηνα", "ΑΘΗΝΑ", "Τολo", "Σκάλα Όρωπού", "Athens", "Ἀθῆναι", "Αθήνα 2"])
def test_a_name_with_a_wrong_letter_or_accent_is_not_well_formed(name: str) -> None:
    assert not is_well_formed(name)


def _package(folder: Path, *lines: str) -> Path:
    records = folder / "cities500.txt"
    records.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return records


def test_a_record_of_the_package_becomes_a_row_beside_the_places_added_by_hand(tmp_path: Path) -> None:
    records = _package(tmp_path, FARM.format(names="Farma,Φάρμα", municipality=9100))
    target = tmp_path / "settlements.csv"
    write(settlements(records), target)
    lines = target.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "id,name_el,name_en,latitude,longitude,municipality,population,seat"
    assert "1234,Φάρμα,Farma,38.10000,22.20000,9100,1500,0" in lines
    assert "katomeri,Κατωμέρι,Katomeri,38.65560,20.78110,9122,0,1" in lines


@pytest.mark.parametrize(("names", "municipality"), [("Farma", "9100"), ("Φάρμα", "")])
def test_a_record_that_lacks_a_greek_name_or_a_municipality_stops_the_making(
    tmp_path: Path, names: str, municipality: str
) -> None:
    records = _package(tmp_path, FARM.format(names=names, municipality=municipality))
    with pytest.raises(UnusableRecord, match=r"1234 Fárma.*corrections\.py"):
        settlements(records)
