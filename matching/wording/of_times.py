"""Hours, reach and length of stay."""

from matching.codes import Code
from matching.wording.base import Wording, met, unknown, unmet

OF_TIMES: dict[Code, Wording] = {
    Code.HOURS_BY_ARRANGEMENT: met("η ώρα άφιξης συμφωνείται", "the hour of arrival is agreed"),
    Code.HOURS_ROUND_THE_CLOCK: met("24ωρη είσοδος", "entry round the clock"),
    Code.HOURS_IN_TIME: met(
        "δέχεται {opens}–{closes}· άφιξη περίπου {arrives}", "lets people in {opens}–{closes}; arrival about {arrives}"
    ),
    Code.HOURS_OPENS_LATER: met(
        "ανοίγει {opens}, δέχεται ως {closes}· άφιξη περίπου {arrives}",
        "opens at {opens}, lets people in until {closes}; arrival about {arrives}",
    ),
    Code.HOURS_CALL_FIRST: met("θέλει τηλεφώνημα πριν ξεκινήσουν", "wants a call before they set out"),
    Code.HOURS_CLOSED: unmet(
        "δέχεται {opens}–{closes}· άφιξη περίπου {arrives}",
        "lets people in {opens}–{closes}; arrival about {arrives}",
        "ζητήστε να ανοίξουν στις {arrives}, ή γέφυρα ως τις {opens}",
        "ask them to open at {arrives}, or bridge until {opens}",
    ),
    Code.HOURS_FERRY_AFTER_CLOSING: unknown(
        "πλοίο, άφιξη περίπου {arrives}· η είσοδος κλείνει {closes}",
        "ferry, arrival about {arrives}; the entrance closes at {closes}",
        "αν περιμένουν ως τις {arrives}",
        "whether they would wait until {arrives}",
    ),
    Code.HOURS_NOT_STATED: unknown(
        "δεν έχει δηλώσει ώρες εισόδου",
        "has not stated its entry hours",
        "ως τι ώρα δέχεται απόψε",
        "until when it lets people in tonight",
    ),
    Code.REACH_NOT_TONIGHT: met("δεν είναι για απόψε", "is not for tonight"),
    Code.REACH_TONIGHT: met("φτάνουν απόψε, περίπου {arrives}", "they can be there tonight, about {arrives}"),
    Code.REACH_TOO_FAR: unmet(
        "δεν φτάνουν απόψε· άφιξη περίπου {arrives}",
        "they cannot be there tonight; arrival about {arrives}",
        "γέφυρα για απόψε και άφιξη αύριο",
        "a bridge for tonight, arrival tomorrow",
    ),
    Code.LONGEST_STAY_NOT_LODGING: met("δεν είναι διαμονή", "is not a stay"),
    Code.LONGEST_STAY_ENOUGH: met("διαμονή ως {longest}", "stays up to {longest}"),
    Code.LONGEST_STAY_SILENT: met("δεν έχει δηλώσει όριο διαμονής", "has stated no longest stay"),
    Code.LONGEST_STAY_TOO_SHORT: unmet(
        "διαμονή ως {longest}· χρειάζονται {nights}",
        "stays up to {longest}; {nights} needed",
        "συντομότερη διαμονή με συνέχεια αλλού, ή παράταση",
        "a shorter stay with another after it, or an extension",
    ),
    Code.LONGEST_STAY_NOT_STATED: unknown(
        "δεν έχει δηλώσει όριο διαμονής",
        "has stated no longest stay",
        "αν μπορούν να μείνουν όσο χρειάζεται",
        "whether they can stay as long as they need",
    ),
}
