"""The simulated day: every minute some of the invented providers publish what has become free, or has not.

They speak as real ones do: a figure beyond everybody whom the network has promised a place. Evenings fill the night
shelters, mornings empty them.
"""

from datetime import datetime, timedelta
from random import Random

from graph.model.capacity import LeftOut, Sharing, free_at
from graph.model.errors import HubError
from graph.model.ids import ObservationId, new_id
from graph.model.period import ATHENS
from graph.repositories.capacity import UnitNow, list_units_now
from graph.repositories.reports import Report, record_report
from graph.scope import EVERYTHING, the_hub_itself
from hub.bootstrap import Hub

REPORTS_A_MINUTE = 12
FILLING_HOURS = range(17, 24)
EMPTYING_HOURS = range(6, 11)


def live_one_step(hub: Hub) -> int:
    """Some units say a new figure; returns how many did. The minute itself is the seed of who and what."""
    now = hub.clock.now()
    random = Random(int(now.timestamp()) // 60)
    units = hub.graph.read(lambda tx: list_units_now(tx, now=now))
    speaking = random.sample(units, min(REPORTS_A_MINUTE, len(units)))
    return sum(_speak(hub, unit, random, now) for unit in speaking)


def next_figure(unit: UnitNow, random: Random, now: datetime) -> int:
    """One more or one fewer than stands now; a shared room is free whole or not at all."""
    places = unit.state.places
    free = max(0, free_at(unit.state, now, now=now))
    if unit.state.sharing is Sharing.BY_HOUSEHOLD:
        return places if free == 0 and random.random() < 0.3 else 0 if random.random() < 0.3 else free
    hour = now.astimezone(ATHENS).hour
    step = -1 if hour in FILLING_HOURS else 1 if hour in EMPTYING_HOURS else random.choice((-1, 0, 1))
    return min(places, max(0, free + step))


def _speak(hub: Hub, unit: UnitNow, random: Random, now: datetime) -> bool:
    report = Report(
        id=ObservationId(new_id()),
        unit_id=unit.state.id,
        free=next_figure(unit, random, now),
        as_of=now - timedelta(seconds=random.randrange(1, 50)),
        leaves_out=LeftOut.ALL,
        channel=random.choice(("own_page", "feed")),
    )
    try:
        return hub.graph.write(the_hub_itself(now), lambda tx: record_report(tx, EVERYTHING, report)).taken
    except HubError:
        # Somebody was quicker with the same unit; it speaks again in some other minute.
        return False
