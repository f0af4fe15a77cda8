"""Why a reservation was undone: by the asker, by the provider, or by the hub itself."""

from dataclasses import dataclass
from enum import StrEnum

from graph.model.lists.entry import CodedList, Entry
from graph.model.lists.withdraw_reasons import WITHDRAW_REASONS


class CancelledBy(StrEnum):
    ASKER = "asker"
    PROVIDER = "provider"
    EITHER = "either"
    HUB = "hub"


@dataclass(frozen=True, kw_only=True)
class CancelReason(Entry):
    """`by` is the side that may give this reason."""

    by: CancelledBy


def _provider(code: str, el: str, en: str, *, needs_note: bool = False) -> CancelReason:
    return CancelReason(code, el, en, needs_note, by=CancelledBy.PROVIDER)


_ASKER = tuple(
    CancelReason(entry.code, entry.el, entry.en, entry.needs_note, entry.flags, by=CancelledBy.ASKER)
    for entry in WITHDRAW_REASONS
)
_PROVIDER = (
    _provider("unit_out", "Η θέση βγήκε εκτός λειτουργίας", "the unit went out of service"),
    _provider("site_closed", "Έκλεισε η δομή", "the structure closed"),
    _provider("staff", "Έλλειψη προσωπικού", "staff shortage"),
    _provider("conditions_unmet", "Δεν τηρήθηκαν οι όροι αποδοχής", "the conditions of acceptance were not met"),
    _provider("safety", "Λόγος ασφάλειας (δεν αναφέρεται)", "safety, not stated"),
    _provider("provider_took", "Το ζήτησε η δομή", "the provider asked for it", needs_note=True),
)
_BOTH_AND_HUB = (
    CancelReason("replaced", "Αντικαταστάθηκε από άλλη κατοχύρωση", "replaced by another", by=CancelledBy.EITHER),
    CancelReason("other", "Άλλο", "other", needs_note=True, by=CancelledBy.EITHER),
    CancelReason("arrival_overdue", "Πέρασε η ώρα άφιξης", "the time to arrive passed", by=CancelledBy.HUB),
    CancelReason("incident_end", "Τέλος συμβάντος", "the incident ended", by=CancelledBy.HUB),
)

CANCEL_REASONS = CodedList("cancel_reasons", (*_ASKER, *_PROVIDER, *_BOTH_AND_HUB))
