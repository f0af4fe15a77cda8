"""Runs `what_is_said.md` on each graph server: the document that people read is the test."""

import pytest

from graph.repositories.checks import broken_invariants
from graph.session import Graph
from tests.spec.player import player
from tests.spec.tables import Table, tables


@pytest.mark.parametrize("story", tables("what_is_said.md"), ids=lambda story: story.title)
def test_the_hub_knows_at_each_step_what_the_table_says(empty_graph: Graph, story: Table) -> None:
    playing = player(empty_graph, story.title)
    for clock, sentence, elsewhere, free, then in story.rows:
        came_of_it = playing.play(clock, sentence)
        known = (playing.state().elsewhere, playing.free(), came_of_it)
        assert known == (int(elsewhere), int(free), then), f"{clock} {sentence}"
        assert empty_graph.read(lambda tx: broken_invariants(tx, now=playing.now)) == []
