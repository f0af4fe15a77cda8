"""Rows to observations, each row on its own: what cannot be read is refused with the reason."""

from datetime import UTC, datetime

from connectors.kit.folding import folded
from connectors.kit.observations import CapacityReported
from connectors.spreadsheet.cells import RawRow
from connectors.spreadsheet.config import SpreadsheetConfig
from connectors.spreadsheet.fields import Field
from connectors.spreadsheet.headers import Header
from connectors.spreadsheet.moments import instant_of
from connectors.spreadsheet.refusal import RowProblem, RowRefusal
from connectors.spreadsheet.row_reader import RowReader


def translate(
    row: RawRow, header: Header, config: SpreadsheetConfig, *, now: datetime
) -> CapacityReported | RowRefusal:
    """The observation that a row makes, or its refusal with a code of `row_messages`.

    `now` is the instant of the upload, aware.
    """
    reader = RowReader(row, header, config.limits.text_length)
    try:
        reader.check_shape()
        return _observation(reader, config, now)
    except RowProblem as problem:
        return problem.refusing(row)


def _observation(reader: RowReader, config: SpreadsheetConfig, now: datetime) -> CapacityReported:
    structure_code, structure_name = _structure(reader, config)
    unit_code, unit_name = reader.text(Field.UNIT_CODE), reader.text(Field.UNIT_NAME)
    free, places = _figures(reader)
    names = (structure_code, structure_name, unit_code, unit_name)
    return CapacityReported(
        row_number=reader.row.number,
        structure_code=structure_code,
        structure_name=structure_name,
        unit_code=unit_code,
        unit_name=unit_name,
        free=free,
        places=places,
        as_of=_as_of(reader, config, now),
        source_key="|".join(folded(name or "") for name in names),
    )


def _structure(reader: RowReader, config: SpreadsheetConfig) -> tuple[str | None, str | None]:
    columns = [
        field for field in (Field.STRUCTURE_NAME, Field.STRUCTURE_CODE) if reader.header.column(field) is not None
    ]
    if not columns:
        return config.structure_code, None
    code, name = reader.text(Field.STRUCTURE_CODE), reader.text(Field.STRUCTURE_NAME)
    if code is None and name is None:
        raise reader.problem("cell-missing", columns[0])
    return code, name


def _figures(reader: RowReader) -> tuple[int, int | None]:
    free, places = reader.number(Field.FREE), reader.number(Field.PLACES)
    if free is None:
        raise reader.problem("cell-missing", Field.FREE)
    if places is not None and free > places:
        raise reader.problem("free-over-places", Field.FREE, free=free, places=places)
    return free, places


def _as_of(reader: RowReader, config: SpreadsheetConfig, now: datetime) -> datetime | None:
    day, clock = reader.day(), reader.clock()
    if day is None:
        if clock is not None:
            raise reader.problem("time-without-date", Field.TIME)
        return None
    on, at = day
    if at is not None and clock is not None:
        raise reader.problem("time-given-twice", Field.TIME)
    try:
        instant = instant_of(on, clock if at is None else at, now=now, zone=config.zone)
    except RowProblem as problem:
        raise reader.problem(problem.code, Field.DATE, **problem.params) from problem
    return _plausible(instant, reader, config, now)


def _plausible(instant: datetime, reader: RowReader, config: SpreadsheetConfig, now: datetime) -> datetime:
    moment = f"{instant.astimezone(config.zone):%d/%m/%Y %H:%M}"
    if instant > now + config.clock_skew:
        raise reader.problem("as-of-in-future", Field.DATE, value=moment)
    if instant < now - config.oldest:
        raise reader.problem("as-of-too-old", Field.DATE, value=moment)
    return instant.astimezone(UTC)
