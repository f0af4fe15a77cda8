"""Every feature of the hub, one line each: its routers, in the order in which the API describes them."""

from fastapi import APIRouter

from hub.api import description
from hub.areas import api as areas
from hub.about import pages as about_pages
from hub.alerts import pages as alert_pages
from hub.auth import pages as auth_pages
from hub.capacity import api as capacity
from hub.cases import api as cases
from hub.cases import intake_page, list_page
from hub.desk import pages as desk_pages
from hub.events import api as events
from hub.health import api as health
from hub.holds import api as holds
from hub.matches import api as matches
from hub.placements import api as placements
from hub.referrals import api as referrals
from hub.reservations import api as reservations
from hub.wake import stream

ROUTERS: tuple[APIRouter, ...] = (
    health.router,
    auth_pages.router,
    stream.router,
    areas.router,
    capacity.router,
    cases.router,
    matches.router,
    holds.router,
    referrals.router,
    reservations.router,
    placements.router,
    events.router,
    desk_pages.router,
    intake_page.router,
    list_page.router,
    alert_pages.router,
    about_pages.router,
    description.router,
)
