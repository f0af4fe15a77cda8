"""Errors of needs that cannot be matched (`matching.refusals` has the codes)."""

from hub.sentences.sentence import Sentence
from hub.web.i18n import msgid as _

SENTENCES: dict[str, Sentence] = {
    "household-empty": Sentence(_("The household has no members"), _("Write at least one person, for example F34.")),
    "age-out-of-range": Sentence(_("Age %(age)s is not accepted"), _("Write 0 to 120, or leave it unknown.")),
    "outside-greece": Sentence(
        _("The point is outside Greece"), _("Say where they are now: without it no distance can be worked out.")
    ),
    "no-nights": Sentence(_("Shelter is for one night at least"), _("Write for how many nights.")),
    "nowhere-left": Sentence(
        _("They are to keep away from every region, which leaves nowhere"), _("Remove one of them.")
    ),
    "circle-out-of-range": Sentence(
        _("The distance to keep is too small or too large"), _("Write 1 to %(kilometres)s kilometres.")
    ),
    "draw-out-of-range": Sentence(_("The draw must be a whole number of 64 bits"), _("Leave it out.")),
}
