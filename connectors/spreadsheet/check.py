"""What of a spreadsheet would be taken, row by row, against the structures that the uploader speaks for."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from connectors.kit.observations import CapacityReported
from connectors.spreadsheet.fields import Field
from connectors.spreadsheet.known import Known
from connectors.spreadsheet.read import SpreadsheetRead
from connectors.spreadsheet.refusal import RowProblem, RowRefusal
from connectors.spreadsheet.resolve import unit_of
from connectors.spreadsheet.suggest import with_suggestions


@dataclass(frozen=True)
class Taken:
    """An observation and the unit it is about; `known_places` is that unit's total as the hub knows it."""

    observation: CapacityReported
    capacity_unit_id: str
    known_places: int


@dataclass(frozen=True)
class Checked:
    """Every row of the file, once: in `taken` or in `refused`, both in the order of the file."""

    taken: Sequence[Taken]
    refused: Sequence[RowRefusal]


def check(read: SpreadsheetRead, known: Known) -> Checked:
    """Sorts the rows of a file into those to take and those to give back. Changes nothing."""
    rows = {row.number: row for row in read.rows}
    resolved: list[Taken] = []
    refused = list(read.refused)
    for observation in read.observations:
        try:
            resolved.append(_taken(observation, known, read.header.column(Field.FREE)))
        except RowProblem as problem:
            refused.append(problem.refusing(rows[observation.row_number]))
    taken: list[Taken] = []
    for each, problem in _once_per_unit(resolved):
        if problem is None:
            taken.append(each)
        else:
            refused.append(problem.refusing(rows[each.observation.row_number]))
    refused.sort(key=lambda refusal: refusal.row_number)
    return Checked(taken, with_suggestions(refused, known))


def _taken(observation: CapacityReported, known: Known, free_column: int | None) -> Taken:
    unit = unit_of(observation, known)
    if observation.free > unit.places:
        raise RowProblem("free-over-known-places", column=free_column, free=observation.free, places=unit.places)
    return Taken(observation, unit.id, unit.places)


def _once_per_unit(resolved: Sequence[Taken]) -> list[tuple[Taken, RowProblem | None]]:
    """Each row with what is wrong with it beside the others of its unit: only one figure can be the last."""
    by_unit: defaultdict[str, list[Taken]] = defaultdict(list)
    for each in resolved:
        by_unit[each.capacity_unit_id].append(each)
    return [(each, _beside(each, by_unit[each.capacity_unit_id])) for each in resolved]


def _beside(each: Taken, same_unit: Sequence[Taken]) -> RowProblem | None:
    said = {(other.observation.free, other.observation.as_of) for other in same_unit}
    if len(said) > 1:
        numbers = [str(other.observation.row_number) for other in same_unit]
        return RowProblem("rows-contradict", rows=numbers[:20])
    if each is not same_unit[0]:
        return RowProblem("row-repeated", rows=[str(same_unit[0].observation.row_number)])
    return None
