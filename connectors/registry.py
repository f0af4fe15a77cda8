"""Every kind of connector that the hub has, written out: nothing registers itself."""

from connectors.kit.contract import ConnectorKind, Direction
from connectors.spreadsheet.config import SpreadsheetConfig
from graph.model.lists.entry import CodedList

CONNECTOR_KINDS = CodedList(
    "connector_kinds",
    (
        ConnectorKind(
            "spreadsheet",
            "Υπολογιστικό φύλλο (CSV, XLSX)",
            "spreadsheet (CSV, XLSX)",
            direction=Direction.UPLOADED,
            config=SpreadsheetConfig,
        ),
    ),
)
