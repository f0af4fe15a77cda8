"""Why a provider cannot take a referral, and what that says about whom.

Flags: `asks_figure` the stated figure was wrong, ask for the right one · `offers_rule` a rule was missing,
offer to write it · `back_to_sender` a task with a deadline goes back · `suggests_conditions` acceptance with
conditions comes first · `suggests_bridge` somewhere for tonight, with a date · `needs_date` a date is asked ·
`recodes_need` · `health_route` · `offers_other_kinds` · `telephone_interpreter` · `asks_no_more` ·
`contestable` · `asks_out_of_service` until when? · `next_window` · `question` the clock stops ·
`links_duplicate` · `not_counted` against either side · `reviewed` each month.
"""

from dataclasses import dataclass
from enum import StrEnum

from graph.model.lists.entry import CodedList, Entry


class Concerns(StrEnum):
    """What the refusal tells about: the provider, its stated figure, or the case that was sent."""

    PROVIDER = "provider"
    FIGURE = "figure"
    CASE = "case"


@dataclass(frozen=True, kw_only=True)
class DeclineReason(Entry):
    concerns: Concerns


def _reason(concerns: Concerns, code: str, el: str, en: str, *flags: str, needs_note: bool = False) -> DeclineReason:
    return DeclineReason(code, el, en, needs_note, frozenset(flags), concerns=concerns)


_P, _F, _C = Concerns.PROVIDER, Concerns.FIGURE, Concerns.CASE

DECLINE_REASONS = CodedList(
    "decline_reasons",
    (
        _reason(_F, "no_place", "Δεν υπάρχει ελεύθερη θέση", "no free place after all", "asks_figure"),
        _reason(
            _F,
            "unit_unfit",
            "Η θέση δεν ταιριάζει στο νοικοκυριό",
            "unit does not fit the household",
            "asks_figure",
        ),
        _reason(_P, "sex_age", "Δεν δεχόμαστε αυτό το φύλο ή την ηλικία", "sex or age not taken", "offers_rule"),
        _reason(_P, "household_size", "Πολυμελές νοικοκυριό για τη δομή", "household too large", "offers_rule"),
        _reason(_P, "catchment", "Εκτός περιοχής ευθύνης", "outside the catchment", "offers_rule"),
        _reason(_P, "legal_status", "Δεν πληρούνται οι προϋποθέσεις διαμονής", "residence status", "offers_rule"),
        _reason(
            _C,
            "order_missing",
            "Λείπει εισαγγελική εντολή ή απόφαση τοποθέτησης",
            "order or placement decision missing",
            "back_to_sender",
        ),
        _reason(_C, "documents", "Εκκρεμούν δικαιολογητικά", "documents pending", "suggests_conditions"),
        _reason(
            _C,
            "health_tests",
            "Εκκρεμούν ιατρικές εξετάσεις",
            "medical tests pending",
            "suggests_conditions",
            "suggests_bridge",
        ),
        _reason(
            _C,
            "infection",
            "Μεταδοτικό νόσημα: προηγείται θεραπεία",
            "infection, treatment first",
            "needs_date",
        ),
        _reason(
            _C,
            "nursing",
            "Χρειάζεται νοσηλευτική φροντίδα που δεν έχουμε",
            "needs nursing care",
            "recodes_need",
        ),
        _reason(_C, "mh_acute", "Οξεία ψυχική κρίση", "acute mental health crisis", "health_route"),
        _reason(
            _C,
            "substance",
            "Ενεργή χρήση που δεν μπορούμε να στηρίξουμε",
            "active use we cannot support",
            "offers_other_kinds",
        ),
        _reason(_P, "access", "Η δομή δεν είναι προσβάσιμη", "not accessible", "offers_rule"),
        _reason(_P, "language", "Δεν υπάρχει διερμηνεία", "no interpreter", "telephone_interpreter"),
        _reason(_C, "safety", "Λόγος ασφάλειας (δεν αναφέρεται)", "safety, not stated", "asks_no_more"),
        _reason(
            _C,
            "former_exclusion",
            "Προηγούμενη διακοπή φιλοξενίας",
            "earlier exclusion, until a date",
            "needs_date",
            "contestable",
        ),
        _reason(_P, "staff", "Έλλειψη προσωπικού", "staff shortage", "asks_out_of_service"),
        _reason(_P, "closed", "Κλειστή ή εκτός λειτουργίας", "closed", "asks_out_of_service"),
        _reason(_P, "hours", "Εκτός ωραρίου εισόδου", "outside entry hours", "next_window"),
        _reason(_C, "info", "Ελλιπή στοιχεία", "not enough information", "question"),
        _reason(_C, "duplicate", "Διπλή παραπομπή", "duplicate referral", "links_duplicate"),
        _reason(_C, "person_refused", "Το άτομο δεν θέλησε", "the person did not want it", "not_counted"),
        _reason(_P, "other", "Άλλο", "other", "reviewed", needs_note=True),
    ),
)
