"""Errors of intake: cases, needs, places, coded lists."""

from hub.sentences.sentence import Sentence
from hub.web.i18n import msgid as _

SENTENCES: dict[str, Sentence] = {
    "case-closed-otherwise": Sentence(
        _("The case was closed with another outcome"), _("Load it again to see what was recorded.")
    ),
    "account-without-organization": Sentence(
        _("This account acts for no organization"), _("Ask your administrator to say which one it acts for.")
    ),
    "area-unknown": Sentence(_("There is no such area"), _("Choose a municipality or settlement of the list.")),
    "case-numbers-used-up": Sentence(_("No case number was free"), _("Nothing was changed. Try again.")),
    "code-unknown": Sentence(_("There is no such code"), _("Use one of: %(known)s.")),
    "date-in-the-past": Sentence(_("The date is in the past"), _("Give %(earliest)s or later.")),
    "date-too-far": Sentence(_("The date is too far ahead"), _("Give %(latest)s or earlier.")),
    "note-required": Sentence(_("A note is missing"), _("Say in a sentence what “%(code)s” means here.")),
    "place-outside-country": Sentence(
        _("This point is far from every settlement of the country"),
        _("Give a point within %(kilometres)s km of one, or choose an area."),
    ),
    "place-required": Sentence(_("Where is missing"), _("Give an area, or latitude and longitude.")),
    "place-said-twice": Sentence(_("Where is said twice"), _("Give an area, or latitude and longitude, not both.")),
    "sealed-with-another-key": Sentence(
        _("This was sealed with another key"), _("Start the hub with the key that it was sealed with.")
    ),
}
