"""Whatever dies, what was acknowledged is there, once."""

from pathlib import Path

import pytest

from tests.faults.running import PARTS
from tests.faults.soak import soak

SECONDS = 90


@pytest.mark.process
@pytest.mark.timeout(400)
def test_nothing_acknowledged_is_lost_or_doubled_while_parts_are_killed_in_turn(tmp_path: Path) -> None:
    report = soak(SECONDS, tmp_path)
    assert report.wrong == []
    assert all(report.kills[name] for name in PARTS), "each part was killed at least once"
    assert report.acknowledged["departure"] > 0
