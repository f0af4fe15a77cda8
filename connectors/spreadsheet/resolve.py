"""Which capacity unit an observation is about."""

from collections.abc import Sequence

from connectors.kit.folding import folded
from connectors.kit.messages import quoted
from connectors.kit.observations import CapacityReported
from connectors.spreadsheet.known import Known, KnownStructure, KnownUnit
from connectors.spreadsheet.refusal import RowProblem

_MOST_LISTED = 10


def unit_of(observation: CapacityReported, known: Known) -> KnownUnit:
    """The one unit that is meant. Raises RowProblem where none or several could be."""
    structure = _structure(observation, known)
    if not structure.units:
        raise RowProblem("structure-without-units")
    if observation.unit_code is not None or observation.unit_name is not None:
        return _unit(observation, structure)
    first, *others = structure.units
    if others:
        raise RowProblem("capacity-unit-required", units=_listed(structure.units))
    return first


def _structure(observation: CapacityReported, known: Known) -> KnownStructure:
    code, name = observation.structure_code, observation.structure_name
    written = code or name or ""
    named = known.by_name if code is None else known.by_code
    found: Sequence[KnownStructure] = named.get(folded(written), ())
    if not found:
        raise RowProblem("structure-unknown", value=quoted(written))
    if code is not None and name is not None:
        found = [structure for structure in found if structure in known.by_name.get(folded(name), ())]
        if not found:
            raise RowProblem("structure-disagrees", code=quoted(code), name=quoted(name))
    if len(found) > 1:
        codes = [structure.code or structure.id for structure in found]
        raise RowProblem("structure-ambiguous", value=quoted(written), codes=codes[:_MOST_LISTED])
    return found[0]


def _unit(observation: CapacityReported, structure: KnownStructure) -> KnownUnit:
    found = list(structure.units)
    written = ""
    if observation.unit_code is not None:
        written = observation.unit_code
        found = [unit for unit in found if folded(written) in _codes(unit)]
    if observation.unit_name is not None:
        written = observation.unit_name
        found = [unit for unit in found if folded(written) in (folded(unit.name), *_codes(unit))]
    if not found:
        raise RowProblem("unit-unknown", value=quoted(written), units=_listed(structure.units))
    if len(found) > 1:
        codes = [unit.code or unit.id for unit in found]
        raise RowProblem("unit-ambiguous", value=quoted(written), codes=codes[:_MOST_LISTED])
    return found[0]


def _codes(unit: KnownUnit) -> tuple[str, str]:
    return folded(unit.id), folded(unit.code or unit.id)


def _listed(units: Sequence[KnownUnit]) -> list[str]:
    return [quoted(unit.name) for unit in units[:_MOST_LISTED]]
