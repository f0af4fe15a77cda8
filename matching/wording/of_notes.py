"""Wishes and scarcity: what orders places and never excludes one."""

from matching.codes import Code
from matching.wording.base import Wording, met, unknown, unmet

OF_NOTES: dict[Code, Wording] = {
    Code.MAIN_LANGUAGE_SPOKEN: met("μιλούν: {languages}", "they speak: {languages}"),
    Code.MAIN_LANGUAGE_NOT_SPOKEN: unmet(
        "δεν μιλούν: {languages}",
        "they do not speak: {languages}",
        "διερμηνεία, έστω τηλεφωνική",
        "interpretation, even by telephone",
    ),
    Code.MAIN_LANGUAGE_NOT_STATED: unknown(
        "δεν έχει δηλώσει γλώσσες ({languages})",
        "has stated no languages ({languages})",
        "αν μιλούν: {languages}",
        "whether they speak: {languages}",
    ),
    Code.OWN_ROOM_NOT_CONCERNED: met("δεν τίθεται θέμα δικού τους χώρου", "a unit of their own is no question"),
    Code.OWN_ROOM_OWN: met("χώρος μόνο για το νοικοκυριό", "a unit for the household alone"),
    Code.OWN_ROOM_SHARED: unmet(
        "χώρος μαζί με άλλους", "shared with others", "δωμάτιο μόνο για αυτούς", "a room of their own"
    ),
    Code.SCARCITY_LAST_STEP_FREE_NEEDED: met(
        "τελευταίο προσβάσιμο δωμάτιο της περιφέρειας – δικαιολογείται",
        "the region's last step-free unit – they need it",
    ),
    Code.SCARCITY_LAST_STEP_FREE: met(
        "τελευταίο προσβάσιμο δωμάτιο της περιφέρειας – κρατήστε το για όποιον το χρειάζεται",
        "the region's last step-free unit – keep it for somebody who needs it",
    ),
    Code.SCARCITY_LAST_FAMILY_NEEDED: met(
        "τελευταίο οικογενειακό δωμάτιο της περιφέρειας – δικαιολογείται",
        "the region's last family unit – they need it",
    ),
    Code.SCARCITY_LAST_FAMILY: met(
        "τελευταίο οικογενειακό δωμάτιο της περιφέρειας – κρατήστε το για οικογένεια",
        "the region's last family unit – keep it for a family",
    ),
}
