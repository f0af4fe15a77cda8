"""What happened to a case, one past-tense sentence for each kind of event that can stand on it.

`%(name)s` are filled from the event's data: `reason` and `kind` by their labels, `until` by the hour.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model.events import EventType as E
from graph.model.lists.cancel_reasons import CANCEL_REASONS
from graph.model.lists.decline_reasons import DECLINE_REASONS
from graph.model.lists.departure_reasons import DEPARTURE_REASONS
from graph.model.lists.entry import CodedList, Entry
from graph.model.lists.extension_reasons import EXTENSION_REASONS
from graph.model.lists.need_kinds import NEED_KINDS
from graph.model.lists.non_arrival_reasons import NON_ARRIVAL_REASONS
from graph.model.lists.outcomes import OUTCOMES
from graph.model.lists.override_reasons import OVERRIDE_REASONS
from graph.model.lists.release_reasons import RELEASE_REASONS
from graph.model.lists.sharing_bases import SHARING_BASES
from graph.model.lists.withdraw_reasons import WITHDRAW_REASONS
from hub.web.i18n import msgid as _


@dataclass(frozen=True, slots=True)
class EventSentence:
    """`shape`: a sign of `hub.web.shapes`. `lists`: where the code in `data[coded]` has its label."""

    text: str
    shape: str
    lists: tuple[CodedList[Entry], ...] = ()
    coded: str = "reason"


SENTENCES: Mapping[E, EventSentence] = {
    E.CASE_OPENED: EventSentence(_("Opened the case"), "+"),
    E.CASE_CLOSED: EventSentence(_("Closed the case: %(coded)s"), "✓", (OUTCOMES,), "outcome"),
    E.SHARING_BASIS_RECORDED: EventSentence(
        _("Recorded the basis for sharing: %(coded)s"), "✓", (SHARING_BASES,), "basis"
    ),
    E.NEED_RECORDED: EventSentence(_("Recorded a need: %(coded)s"), "+", (NEED_KINDS,), "kind"),
    E.NEED_CLOSED: EventSentence(_("The need was closed"), "✓"),
    E.NEED_RANKED: EventSentence(_("Looked for places: %(fits)s suitable, %(ask_first)s to ask first"), "…"),
    E.HOLD_PLACED: EventSentence(_("Held a place until %(until)s"), "◔"),
    E.HOLD_LOST: EventSentence(_("Tried to hold a place, which had just been given"), "✕"),
    E.HOLD_EXTENDED: EventSentence(_("Extended the hold until %(until)s: %(coded)s"), "◔", (EXTENSION_REASONS,)),
    E.HOLD_RELEASED: EventSentence(_("The hold was given back: %(coded)s"), "↩", (RELEASE_REASONS,)),
    E.HOLD_EXPIRED: EventSentence(_("The hold expired"), "⏱"),
    E.HOLD_CONVERTED: EventSentence(_("The hold became a reservation"), "◑"),
    E.REFERRAL_SENT: EventSentence(_("Sent the referral, answer due by %(until)s"), "→"),
    E.REFERRAL_DELIVERED: EventSentence(_("The referral reached the structure"), "→"),
    E.REFERRAL_RECEIVED: EventSentence(_("Read the referral"), "→"),
    E.REFERRAL_ACCEPTED: EventSentence(_("Accepted the referral"), "✓"),
    E.REFERRAL_DECLINED: EventSentence(_("Did not accept: %(coded)s"), "✕", (DECLINE_REASONS,)),
    E.REFERRAL_WITHDRAWN: EventSentence(_("Withdrew the referral: %(coded)s"), "↩", (WITHDRAW_REASONS,)),
    E.REFERRAL_EXPIRED: EventSentence(_("The referral expired without an answer"), "⏱"),
    E.RESERVATION_MADE: EventSentence(_("The place was secured"), "◑"),
    E.RESERVATION_CANCELLED: EventSentence(
        _("The reservation was cancelled: %(coded)s"), "↩", (CANCEL_REASONS, RELEASE_REASONS)
    ),
    E.NON_ARRIVAL_RECORDED: EventSentence(_("Recorded that they did not come: %(coded)s"), "○", (NON_ARRIVAL_REASONS,)),
    E.ARRIVAL_RECORDED: EventSentence(_("Recorded the arrival, people: %(people)s"), "●"),
    E.DEPARTURE_RECORDED: EventSentence(_("Recorded the departure: %(coded)s"), "→", (DEPARTURE_REASONS,)),
    E.PLACEMENT_EXTENDED: EventSentence(_("Extended the stay until %(until)s: %(coded)s"), "●", (EXTENSION_REASONS,)),
    E.PLACEMENT_TRANSFERRED: EventSentence(_("Moved them to another unit"), "→"),
}
"""Kinds of events that concern no single case have no sentence here."""

WHY_HELD = EventSentence(_("Reason: %(coded)s"), "", (OVERRIDE_REASONS,), "second_reason")
