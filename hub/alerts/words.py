"""What the bell says of each kind of event that somebody is told of: no name, no place, no number of a case."""

from graph.model.events import EventType as E
from hub.web.i18n import msgid as _

WORDS: dict[E, str] = {
    E.REFERRAL_SENT: _("A referral has come"),
    E.REFERRAL_ACCEPTED: _("A referral was accepted"),
    E.REFERRAL_DECLINED: _("A referral was not accepted"),
    E.REFERRAL_WITHDRAWN: _("A referral was withdrawn"),
    E.REFERRAL_EXPIRED: _("A referral had no answer in time"),
    E.RESERVATION_CANCELLED: _("A reservation was cancelled"),
    E.NON_ARRIVAL_RECORDED: _("Somebody did not come"),
    E.ARRIVAL_RECORDED: _("They have arrived"),
    E.DEPARTURE_RECORDED: _("Somebody has left"),
    E.PLACEMENT_EXTENDED: _("A stay was extended"),
    E.PLACEMENT_TRANSFERRED: _("Somebody moved to another room"),
    E.DISCREPANCY_OPENED: _("A figure contradicts places already promised"),
}
