"""`hub import`: a provider's file from the command line, taken as on the upload page."""

from datetime import datetime
from pathlib import Path

from connectors.kit.errors import RefusedInputError
from graph.model.ids import OrganizationId
from graph.repositories.organizations import get_organization
from graph.scope import HUB, Actor, VisibleOrganizations
from graph.session import Graph
from hub.bootstrap import build_hub
from hub.cli.errors import CommandError
from hub.files.service import FileTaken, LookedOver, Sender, look_over, read_upload, take
from hub.settings import Settings

SENT_BY = "hub import"


def import_file(settings: Settings, path: Path, *, organization: str, dry_run: bool) -> list[str]:
    """Lines that say what was taken, or would be, and each refused row with its reason.

    Raises CommandError for a file that cannot be used, NotThere for an unknown organization.
    """
    hub = build_hub(settings)
    try:
        return _import(hub.graph, path, OrganizationId(organization), dry_run=dry_run, now=hub.clock.now())
    finally:
        hub.close()


def _import(graph: Graph, path: Path, organization: OrganizationId, *, dry_run: bool, now: datetime) -> list[str]:
    graph.read(lambda tx: get_organization(tx, organization))
    scope = VisibleOrganizations(frozenset({organization}))
    sender = Sender(organization, scope, Actor(HUB, organization, now), SENT_BY)
    try:
        with path.open("rb") as file:
            content = read_upload(file)
        looked = look_over(graph, sender, content, path.name, uploaded_at=now)
    except RefusedInputError as refused:
        raise CommandError(refused.in_language("en")) from refused
    if looked.before:
        return [f"This file was taken on {looked.before.taken_at:%d/%m/%Y at %H:%M} UTC: nothing was changed."]
    if dry_run:
        return [f"{len(looked.checked.taken)} of {looked.rows} rows would be taken.", *_refusals(looked)]
    return [*_summary(take(graph, sender, looked, uploaded_at=now), looked), *_refusals(looked)]


def _summary(taken: FileTaken, looked: LookedOver) -> list[str]:
    lines = [f"{taken.file.taken} of {looked.rows} rows were taken."]
    if taken.older:
        lines.append(f"{taken.older} of them are kept as history: something newer has been said since.")
    if taken.disputed:
        lines.append(f"{taken.disputed} units now have more claims than places: see the page of the structure.")
    return lines


def _refusals(looked: LookedOver) -> list[str]:
    return [f"Row {refusal.row_number}: {refusal.in_language('en')}" for refusal in looked.checked.refused]
