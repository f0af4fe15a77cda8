"""What the place is and has: kind, unit, step-free, places, figures, catchment, certification."""

from matching.codes import Code
from matching.wording.base import Whom, Wording, met, unknown, unmet

OF_PLACES: dict[Code, Wording] = {
    Code.KIND_ANSWERS: met("απαντά σε αυτό το αίτημα", "answers this need"),
    Code.KIND_OTHER: unmet(
        "δεν απαντά σε αυτό το αίτημα", "does not answer this need", "άλλο είδος αιτήματος", "another kind of need"
    ),
    Code.HOUSEHOLD_FITS: met("{unit}, {places}: χωράει {size}", "{unit}, {places}: room for {size}"),
    Code.HOUSEHOLD_TOO_LARGE: unmet(
        "έχει {places} στην ίδια μονάδα· είναι {size}",
        "has {places} in one unit; they are {size}",
        "μεγαλύτερη μονάδα· χώρια δεν επιτρέπεται",
        "a larger unit; apart is not allowed",
    ),
    Code.HOUSEHOLD_TOO_LARGE_MAY_SPLIT: unmet(
        "έχει {places} στην ίδια μονάδα· είναι {size}",
        "has {places} in one unit; they are {size}",
        "ρωτήστε αν χωρούν σε δύο μονάδες· χώρια επιτρέπεται",
        "ask whether two units would do; apart is allowed",
    ),
    Code.HOUSEHOLD_NO_UNIT: unknown(
        "δεν έχει δηλώσει μονάδες", "has set out no units", "αν εξυπηρετεί {size}", "whether it has room for {size}"
    ),
    Code.ACCESSIBILITY_NOT_NEEDED: met("δεν χρειάζεται πρόσβαση χωρίς σκάλες", "step-free access is not needed"),
    Code.ACCESSIBILITY_STEP_FREE: met("η ίδια μονάδα είναι χωρίς σκάλες", "the same unit is step-free"),
    Code.ACCESSIBILITY_STEPS: unmet(
        "η μονάδα έχει σκάλες", "the unit has steps", "μονάδα χωρίς σκάλες", "a step-free unit"
    ),
    Code.ACCESSIBILITY_NOT_STATED: unknown(
        "δεν έχει δηλώσει αν η μονάδα είναι χωρίς σκάλες",
        "has not stated whether the unit is step-free",
        "αν είσοδος, δωμάτιο και μπάνιο είναι χωρίς σκάλες",
        "whether entrance, room and bathroom are step-free",
    ),
    Code.PLACES_FREE: met("ελεύθερες σε όλο το διάστημα: {free}", "free for the whole period: {free}"),
    Code.PLACES_WHOLE_UNIT_FREE: met(
        "ελεύθερη ολόκληρη σε όλο το διάστημα: {unit}, {places}",
        "free as a whole for the whole period: {unit}, {places}",
    ),
    Code.PLACES_FULL: unmet(
        "καμία ελεύθερη θέση σε αυτό το διάστημα",
        "no place free in this period",
        "να ελευθερωθούν: {needed}",
        "to become free: {needed}",
    ),
    Code.PLACES_MISSING: unmet(
        "χρειάζονται {needed}, ελεύθερες: {free} (λείπουν: {missing})",
        "{needed} needed, {free} free ({missing} short)",
        "να ελευθερωθούν ακόμη: {missing}",
        "to become free as well: {missing}",
    ),
    Code.PLACES_UNIT_IN_USE: unmet(
        "δίνεται ολόκληρη ({places}) και δεν είναι όλη ελεύθερη",
        "is given as a whole ({places}) and is not wholly free",
        "να ελευθερωθεί ολόκληρη η μονάδα",
        "the whole unit becoming free",
    ),
    Code.PLACES_OUT_OF_SERVICE: unmet(
        "εκτός λειτουργίας σε αυτό το διάστημα",
        "out of service in this period",
        "να επιστρέψει η μονάδα σε λειτουργία",
        "the unit returning to service",
    ),
    Code.PLACES_NOT_PUBLISHED: unknown(
        "δεν έχει δημοσιεύσει θέσεις", "has published no places", "αν υπάρχει ελεύθερη θέση", "whether a place is free"
    ),
    Code.FIGURE_FRESH: met("στοιχείο πριν από {minutes}", "figure {minutes} old"),
    Code.FIGURE_OLD: met(
        "παλιό στοιχείο, πριν από {minutes}· είχε υποσχεθεί κάθε {hours}",
        "old figure, {minutes}; promised every {hours}",
    ),
    Code.FIGURE_IN_DISCREPANCY: unmet(
        "ασυμφωνία στα στοιχεία: δεν γίνεται νέα δέσμευση ώσπου να λυθεί",
        "disputed figures: nothing new is held until that is settled",
        "να λυθεί η ασυμφωνία με τη δομή",
        "the discrepancy being settled with the place",
    ),
    Code.FIGURE_NEVER_GIVEN: unknown(
        "δεν έχει δώσει ποτέ στοιχείο",
        "has never given a figure",
        "πόσες θέσεις είναι ελεύθερες",
        "how many places are free",
    ),
    Code.CATCHMENT_EVERYWHERE: met("δέχεται από όλη τη χώρα", "takes people from the whole country"),
    Code.CATCHMENT_INSIDE: met("μέσα στην περιοχή ευθύνης", "inside the catchment"),
    Code.CATCHMENT_OUTSIDE: unmet(
        "εκτός περιοχής ευθύνης",
        "outside the catchment",
        "ζητήστε εξαίρεση από την περιοχή ευθύνης",
        "ask for an exception to the catchment",
    ),
    Code.CATCHMENT_ORIGIN_NOT_KNOWN: unknown(
        "έχει περιοχή ευθύνης και δεν γνωρίζουμε από πού είναι",
        "has a catchment, and where they are from is not known",
        "σε ποιον δήμο μένουν",
        "in which municipality they live",
        whom=Whom.PEOPLE,
    ),
    Code.CERTIFICATION_NO_END: met("δεν απαιτείται πιστοποίηση", "no certification is required"),
    Code.CERTIFICATION_VALID: met("πιστοποίηση ως {on}", "certified until {on}"),
    Code.CERTIFICATION_LAPSES: met(
        "η πιστοποίηση λήγει {on}, μέσα στο διάστημα", "the certification lapses on {on}, within the period"
    ),
    Code.CERTIFICATION_LAPSED: unmet(
        "η πιστοποίηση έληξε {on}",
        "the certification lapsed on {on}",
        "ανανέωση της πιστοποίησης",
        "a new certification",
    ),
    Code.CERTIFICATION_SUSPENDED: unmet(
        "η λειτουργία έχει ανασταλεί", "it is suspended", "άρση της αναστολής", "the suspension being lifted"
    ),
}
