"""What import-linter cannot see: who writes Cypher, and who looks at the clock."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.sources import Source, product, sources

CYPHER = re.compile(
    r"\b(?:(?:OPTIONAL )?MATCH|MERGE|CREATE) \(|\bDETACH DELETE\b|\bUNWIND \$|\bON CREATE SET\b|\bRETURN count\("
)
CLOCKS = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("time", "time")}
TOLD_THE_TIME = ("graph/model/", "graph/repositories/", "matching/", "connectors/")


def texts(file: Source) -> Iterator[str]:
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_cypher_is_written_in_the_graph_layer_only() -> None:
    elsewhere = [
        file.name
        for file in product()
        if not file.name.startswith("graph/") and any(CYPHER.search(text) for text in texts(file))
    ]
    assert elsewhere == []


def test_cypher_in_the_graph_layer_stands_with_the_repositories_the_schema_and_the_one_door() -> None:
    homes = ("graph/repositories/", "graph/schema/", "graph/session.py", "graph/event_store.py")
    holders = {file.name for file in sources("graph") if any(CYPHER.search(text) for text in texts(file))}
    assert {name for name in holders if not name.startswith(homes)} == set()
    assert len(holders) > 20


def test_the_session_and_the_server_are_the_only_ones_to_run_a_statement() -> None:
    """Repositories ask the transaction they are given; nobody else holds a driver."""
    running = {
        file.name
        for file in product()
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Attribute) and node.attr in {"execute_write", "execute_read", "begin_transaction"}
    }
    assert running == {"graph/session.py"}


def test_model_repositories_matching_and_connectors_are_told_the_time() -> None:
    looking = {
        file.name
        for file in product()
        if file.name.startswith(TOLD_THE_TIME)
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and (node.value.id, node.attr) in CLOCKS
    }
    assert looking == set()


def test_every_repository_function_that_reads_a_case_a_claim_or_a_referral_takes_a_scope() -> None:
    """What is found without one is for the caller's own use under its lock, and says so by its name: `find_`."""
    unscoped = {
        f"{file.name}: {function.name}"
        for file in sources("graph/repositories")
        for function in file.functions()
        if function.name in SCOPED and "scope" not in {a.arg for a in function.args.args}
    }
    assert unscoped == set()


SCOPED = {
    "get_case",
    "get_cases",
    "get_need",
    "get_claim",
    "get_referral",
    "get_ranking",
    "get_discrepancy",
    "get_out_of_service",
    "get_report_answer",
    "list_case_ids",
    "list_events_of_case",
    "list_events_after",
    "list_live_claims_of_provider",
    "list_open_discrepancies",
    "list_referrals_to",
    "list_referrals_from",
    "list_alerts",
    "list_taken_files",
}
