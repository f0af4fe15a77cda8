"""Why a stay ended, on two levels: the kind of ending, and under it the reason.

Both levels are codes of one list. A code of the first level may be recorded alone when no more is known.
Flags: `safety_call` a call at a safe hour is due · `alert_if_minor` police and prosecutor are told.
"""

from dataclasses import dataclass

from graph.model.lists.entry import CodedList, Entry


@dataclass(frozen=True, kw_only=True)
class DepartureReason(Entry):
    """`under` is the code of the first level, None for a reason that is itself of the first level."""

    under: str | None = None


def _kind(code: str, el: str, en: str, *flags: str) -> DepartureReason:
    return DepartureReason(code, el, en, flags=frozenset(flags))


def _under(kind: str, *rows: tuple[str, str, str]) -> tuple[DepartureReason, ...]:
    return tuple(DepartureReason(code, el, en, under=kind) for code, el, en in rows)


_PLANNED = (
    _kind("planned", "Προγραμματισμένη αποχώρηση", "planned"),
    *_under(
        "planned",
        ("goal_reached", "Ολοκληρώθηκε το σχέδιο", "the plan was completed"),
        ("end_of_term", "Τέλος του χρόνου φιλοξενίας", "end of the agreed stay"),
        ("moved_on", "Επόμενη στέγαση", "moved on to housing"),
        ("reunited", "Οικογενειακή επανένωση", "reunited with family"),
        ("returned_country", "Επιστροφή στη χώρα του/της", "returned to their country"),
        ("came_of_age", "Ενηλικίωση", "came of age"),
        ("court_decision", "Δικαστική απόφαση", "court decision"),
    ),
)
_OWN_CHOICE = (
    _kind("own_choice", "Δική του/της επιλογή", "own choice"),
    *_under(
        "own_choice",
        ("left_with_notice", "Έφυγε αφού ενημέρωσε", "left with notice"),
        ("left_without_notice", "Έφυγε χωρίς να ενημερώσει", "left without notice"),
    ),
    DepartureReason(
        "returned_to_partner",
        "Επέστρεψε στον/στη σύντροφο",
        "went back to the partner",
        flags=frozenset({"safety_call"}),
        under="own_choice",
    ),
)
_BY_STRUCTURE = (
    _kind("by_structure", "Διακοπή από τη δομή", "ended by the structure"),
    *_under(
        "by_structure",
        ("rules_breached", "Παραβίαση κανονισμού", "house rules breached"),
        ("violence", "Άσκηση βίας", "violence"),
        ("substance", "Χρήση ουσιών ή αλκοόλ", "use of substances or alcohol"),
        ("non_use", "Μη χρήση της θέσης", "place not used"),
        ("needs_exceed_service", "Οι ανάγκες ξεπερνούν τη δομή", "needs beyond the service"),
    ),
)
_TRANSFER = (
    _kind("transfer", "Μεταφορά", "transfer"),
    *_under(
        "transfer",
        ("other_structure", "Σε άλλη δομή", "to another structure"),
        ("hospital", "Σε νοσοκομείο", "to hospital"),
        ("mental_health", "Σε δομή ψυχικής υγείας", "to a mental-health service"),
        ("addiction", "Σε πρόγραμμα απεξάρτησης", "to an addiction service"),
        ("care_home", "Σε μονάδα φροντίδας", "to a care home"),
        ("foster", "Σε ανάδοχη οικογένεια", "to a foster family"),
        ("adoption", "Σε θετή οικογένεια", "to an adoptive family"),
    ),
)
_AUTHORITY = (
    _kind("authority", "Απόφαση αρχής", "decided by an authority"),
    *_under(
        "authority",
        ("order_ended", "Έληξε ή ανακλήθηκε η εντολή", "the order ended"),
        ("detained", "Κρατείται", "detained"),
    ),
)
_ALONE = (
    _kind("absconded", "Αυθαίρετη αποχώρηση", "absconded", "alert_if_minor"),
    _kind("died", "Απεβίωσε", "died"),
)

DEPARTURE_REASONS = CodedList(
    "departure_reasons", (*_PLANNED, *_OWN_CHOICE, *_BY_STRUCTURE, *_TRANSFER, *_AUTHORITY, *_ALONE)
)


def reasons_under(kind: str) -> tuple[DepartureReason, ...]:
    """The second-level reasons of a first-level code, in list order; empty for one that stands alone."""
    return tuple(reason for reason in DEPARTURE_REASONS if reason.under == kind)
