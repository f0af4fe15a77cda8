"""Suggestions while a person types the name of an area, in Greek, English, Greeklish or on the wrong layout."""

from collections.abc import Collection
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from graph.model.place import Area, AreaKind
from hub.areas.folding import SOUND, search_keys, typed_keys
from hub.areas.gazetteer import Gazetteer, load_gazetteer
from hub.areas.loading import most_populous
from hub.areas.regions import REGIONS

FROM_SMALL_TO_LARGE = (AreaKind.SETTLEMENT, AreaKind.MUNICIPALITY, AreaKind.REGIONAL_UNIT, AreaKind.REGION)


class Fit(IntEnum):
    """How a name holds what was typed, best first."""

    BEGINS = 0
    A_WORD_BEGINS = 1
    CONTAINS = 2


class SearchEntry(NamedTuple):
    """An area as it is searched. Each key has a space in front, so that every word of it begins after one.

    `weight`: the people of its largest settlement, so that the town of Larissa stands before the municipality and
    the regional unit that are named after it.
    """

    area: Area
    keys: tuple[str, ...]
    weight: int


class Reading(NamedTuple):
    """One reading of what was typed, ready to be compared with keys: as a whole and word by word, spaces in front."""

    text: str
    start: str
    words: tuple[str, ...]
    by_sound: bool


def suggest(text: str, *, limit: int = 8, kinds: Collection[AreaKind] | None = None) -> tuple[Area, ...]:
    """At most `limit` areas for what was typed, best first; of all kinds unless `kinds` names some.

    A name that begins with the text comes first, then one whose words begin with its words («ν ιων»: Νέα Ιωνία),
    then one that contains it; among equals one that is written so before one that only sounds so, and the larger
    place before the smaller.
    """
    typed = tuple(_reading(key) for key in typed_keys(text))
    ranked = [
        (*fit, -entry.weight, FROM_SMALL_TO_LARGE.index(entry.area.kind), entry.area.id, entry.area)
        for entry in _entries()
        if (kinds is None or entry.area.kind in kinds) and (fit := _best_fit(entry.keys, typed)) is not None
    ]
    return tuple(area for *_, area in sorted(ranked, key=lambda row: row[:-1])[:limit])


def _best_fit(keys: tuple[str, ...], typed: tuple[Reading, ...]) -> tuple[Fit, bool] | None:
    """The best fit of any reading of the text in any key, and whether it fits by sound only; None if it does not."""
    best: tuple[Fit, bool] | None = None
    for reading in typed:
        for key in keys:
            fit = _fit(key, reading)
            if fit is not None and (best is None or (fit, reading.by_sound) < best):
                best = (fit, reading.by_sound)
    return best


def _fit(key: str, reading: Reading) -> Fit | None:
    if not all(map(key.__contains__, reading.words)):
        return Fit.CONTAINS if reading.text in key else None
    return Fit.BEGINS if key.startswith(reading.start) else Fit.A_WORD_BEGINS


@cache
def _entries() -> tuple[SearchEntry, ...]:
    gazetteer = load_gazetteer()
    return tuple(_entry(gazetteer, area) for area in gazetteer.areas.values())


def _entry(gazetteer: Gazetteer, area: Area) -> SearchEntry:
    names = (area.name_el, area.name_en, *(region.spoken_el for region in REGIONS if area.code == region.code))
    keys = dict.fromkeys(f" {key}" for name in names for key in search_keys(name))
    return SearchEntry(area, tuple(keys), most_populous(gazetteer.settlements_of(area.id)).population)


def _reading(key: str) -> Reading:
    return Reading(key, f" {key}", tuple(f" {word}" for word in key.split()), key.startswith(SOUND))
