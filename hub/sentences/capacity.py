"""Errors of figures, units and what is out of service."""

from hub.sentences.sentence import Sentence
from hub.web.i18n import msgid as _

SENTENCES: dict[str, Sentence] = {
    "still-in-excess": Sentence(
        _("More is claimed than there are places"), _("Correct the figure or move somebody first.")
    ),
    "capacity-unit-required": Sentence(
        _("This place has several units"), _("Name the capacity unit that the figure is about.")
    ),
    "claim-unknown": Sentence(
        _("One of the claims is not there"), _("Name only claims of this unit that the hub has shown.")
    ),
    "free-over-places": Sentence(
        _("More are free than there are places"), _("Give %(places)s or less, or correct the number of places.")
    ),
    "not-a-first-figure": Sentence(
        _("A unit has a figure already"), _("Report on it as its provider does, or start with an empty hub.")
    ),
    "period-over": Sentence(
        _("The period is over already"), _("Give an end that is still to come and after the start.")
    ),
    "places-below-one": Sentence(
        _("A unit has at least one place"), _("Give 1 or more, or take the unit out of service.")
    ),
    "places-over-unit": Sentence(_("The unit has not so many places"), _("Give 1 to %(places)s.")),
    "service-gone": Sentence(_("The place is not in the register any more"), _("Load the list of places again.")),
    "speaker-required": Sentence(
        _("Who said the figure is missing"), _("Give the name of whoever spoke on the telephone.")
    ),
    "unit-of-another-place": Sentence(_("This unit belongs to another place"), _("Name a unit of the same place.")),
}
