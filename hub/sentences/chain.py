"""Errors of holds, referrals, reservations and stays."""

from hub.sentences.sentence import Sentence
from hub.web.i18n import msgid as _

SENTENCES: dict[str, Sentence] = {
    "not-suitable": Sentence(
        _("This place does not suit the need"), _("Rank the need again and choose one of its matches.")
    ),
    "no-places-left": Sentence(
        _("No places left"), _("Somebody else has just taken the last one. Choose another place.")
    ),
    "referral-has-moved-on": Sentence(
        _("The referral has moved on"), _("Load it again: it no longer waits for this step.")
    ),
    "hold-has-ended": Sentence(_("The hold has ended"), _("Place a new hold if a place is still needed.")),
    "reservation-has-ended": Sentence(_("The reservation has ended"), _("Load it again to see what became of it.")),
    "placement-has-ended": Sentence(_("The stay has ended"), _("Load it again to see what became of it.")),
    "hold-already-extended": Sentence(
        _("The hold was extended already"), _("A hold is extended once. Send the referral or release the hold.")
    ),
    "need-already-held": Sentence(
        _("A place is held for this need already"), _("Release it first, or say why a second one is needed.")
    ),
    "already-resident": Sentence(
        _("Somebody of them stays elsewhere already"), _("Record that departure first, or name only those who arrived.")
    ),
    "arrival-recorded-otherwise": Sentence(
        _("Another arrival is recorded already"), _("Load it again to see what was recorded.")
    ),
    "departure-recorded-otherwise": Sentence(
        _("Another departure is recorded already"), _("Load it again to see what was recorded.")
    ),
    "recorded-otherwise": Sentence(
        _("Something else is recorded already"), _("Load it again to see what was recorded.")
    ),
    "departure-before-arrival": Sentence(
        _("The departure is before the arrival"), _("Give an instant after the arrival.")
    ),
    "extension-not-later": Sentence(
        _("The new end is not later than the old one"), _("Give a later end, or record a departure.")
    ),
    "extension-too-long": Sentence(
        _("The extension is too long"), _("Give an earlier end; the stay can be extended again later.")
    ),
    "hold-already-referred": Sentence(
        _("This hold belongs to a referral already"), _("Load the referral, or place a hold of its own.")
    ),
    "hold-or-need": Sentence(
        _("A referral needs a hold, or a need and a place"),
        _("Give hold_id alone, or need_id and service_at_location_id."),
    ),
    "instant-in-the-future": Sentence(_("This has not happened yet"), _("Give the present instant or an earlier one.")),
    "instant-too-old": Sentence(_("This is too long ago"), _("Give an instant within the last month.")),
    "minutes-out-of-limits": Sentence(
        _("The hold is too short or too long for this place"), _("Give %(least)s to %(most)s minutes.")
    ),
    "person-not-expected": Sentence(
        _("Somebody of them is not expected here"), _("Name only people of this reservation.")
    ),
    "person-not-resident": Sentence(_("Somebody of them does not stay here"), _("Name only people of this stay.")),
    "sharing-basis-missing": Sentence(
        _("The basis for sharing is not recorded"),
        _("Record on what basis facts may be shared, then send the referral."),
    ),
    "transfer-of-several-units": Sentence(
        _("This stay takes several units"), _("Record a departure and a new arrival for each unit.")
    ),
    "undo-too-long": Sentence(_("The time to undo is too long"), _("Give 0 to %(most)s seconds.")),
    "unit-not-claimable": Sentence(
        _("This unit takes nobody at the moment"), _("Its figures or its certification must be settled first.")
    ),
}
