"""What is told of input that cannot be matched: what is wrong, and what to do. Nothing that was typed is repeated."""

from enum import StrEnum
from typing import NamedTuple


class Refusal(StrEnum):
    HOUSEHOLD_EMPTY = "household-empty"
    AGE_OUT_OF_RANGE = "age-out-of-range"
    CODE_UNKNOWN = "code-unknown"
    OUTSIDE_GREECE = "outside-greece"
    NO_NIGHTS = "no-nights"
    PERIOD_OVER = "period-over"
    NOWHERE_LEFT = "nowhere-left"
    CIRCLE_OUT_OF_RANGE = "circle-out-of-range"
    DRAW_OUT_OF_RANGE = "draw-out-of-range"


class Wrong(NamedTuple):
    """A sentence on what is wrong and one on what to do, in Greek and in English; `{…}` comes from the details."""

    el: str
    en: str


SENTENCES: dict[Refusal, Wrong] = {
    Refusal.HOUSEHOLD_EMPTY: Wrong(
        "Το νοικοκυριό δεν έχει κανένα μέλος. Γράψτε τουλάχιστον ένα άτομο, για παράδειγμα Γ34.",
        "The household has no members. Write at least one person, for example F34.",
    ),
    Refusal.AGE_OUT_OF_RANGE: Wrong(
        "Η ηλικία {age} δεν γίνεται δεκτή. Γράψτε 0–120 ή αφήστε την άγνωστη.",
        "Age {age} is not accepted. Write 0–120 or leave it unknown.",
    ),
    Refusal.CODE_UNKNOWN: Wrong(
        "Ο κωδικός {code} δεν υπάρχει σε αυτόν τον κατάλογο. Διαλέξτε έναν από τον κατάλογο.",
        "The code {code} is not in this list. Choose one of the list.",
    ),
    Refusal.OUTSIDE_GREECE: Wrong(
        "Το σημείο είναι έξω από την Ελλάδα. Πείτε μας πού βρίσκονται τώρα: χωρίς αυτό δεν υπολογίζεται απόσταση.",
        "The point is outside Greece. Say where they are now: without it no distance can be worked out.",
    ),
    Refusal.NO_NIGHTS: Wrong(
        "Η φιλοξενία χρειάζεται τουλάχιστον μία νύχτα. Γράψτε για πόσες νύχτες.",
        "Shelter is for one night at least. Write for how many nights.",
    ),
    Refusal.PERIOD_OVER: Wrong(
        "Το διάστημα έχει ήδη περάσει. Γράψτε ημερομηνία από σήμερα και μετά.",
        "The period is over already. Write a date from today on.",
    ),
    Refusal.NOWHERE_LEFT: Wrong(
        "Ζητήθηκε να μείνουν μακριά από όλες τις περιφέρειες, άρα δεν μένει κανένας τόπος. Αφαιρέστε μία.",
        "They are to keep away from every region, which leaves nowhere. Remove one of them.",
    ),
    Refusal.CIRCLE_OUT_OF_RANGE: Wrong(
        "Η απόσταση που πρέπει να κρατηθεί γράφεται από 1 ως {kilometres} χιλιόμετρα.",
        "The distance to keep is written from 1 to {kilometres} kilometres.",
    ),
    Refusal.DRAW_OUT_OF_RANGE: Wrong(
        "Ο κλήρος πρέπει να είναι ακέραιος αριθμός 64 δυαδικών ψηφίων.",
        "The draw must be a whole number of 64 bits.",
    ),
}
