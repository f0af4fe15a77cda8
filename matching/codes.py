"""Every outcome that a criterion can have: a closed list. A code is never reworded or reused once recorded.

The part before the dot is the criterion. Each code has one verdict, and its sentences in `matching.wording`.
"""

from enum import StrEnum


class Verdict(StrEnum):
    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


_YES, _NO, _ASK = Verdict.MET, Verdict.UNMET, Verdict.UNKNOWN
_REMARK = True


class Code(StrEnum):
    """`remark`: met, with something to do or to watch."""

    verdict: Verdict
    remark: bool

    def __new__(cls, value: str, verdict: Verdict, remark: bool = False) -> "Code":
        code = str.__new__(cls, value)
        code._value_ = value
        code.verdict = verdict
        code.remark = remark
        return code

    @property
    def criterion(self) -> str:
        return self.value.partition(".")[0]

    KIND_ANSWERS = "kind.answers", _YES
    KIND_OTHER = "kind.other", _NO

    SEX_AGE_TAKEN = "sex_age.taken", _YES
    SEX_AGE_TOO_OLD = "sex_age.too_old", _NO
    SEX_AGE_TOO_YOUNG = "sex_age.too_young", _NO
    SEX_AGE_NOT_TAKEN = "sex_age.not_taken", _NO
    SEX_AGE_NEEDS_ADULT = "sex_age.needs_adult", _NO
    SEX_AGE_NOT_STATED = "sex_age.not_stated", _ASK
    SEX_AGE_UNIT_NOT_STATED = "sex_age.unit_not_stated", _ASK
    SEX_AGE_PERSON_NOT_KNOWN = "sex_age.person_not_known", _ASK

    HOUSEHOLD_FITS = "household.fits", _YES
    HOUSEHOLD_TOO_LARGE = "household.too_large", _NO
    HOUSEHOLD_TOO_LARGE_MAY_SPLIT = "household.too_large_may_split", _NO
    HOUSEHOLD_NO_UNIT = "household.no_unit", _ASK

    ACCESSIBILITY_NOT_NEEDED = "accessibility.not_needed", _YES
    ACCESSIBILITY_STEP_FREE = "accessibility.step_free", _YES
    ACCESSIBILITY_STEPS = "accessibility.steps", _NO
    ACCESSIBILITY_NOT_STATED = "accessibility.not_stated", _ASK

    PLACES_FREE = "places.free", _YES
    PLACES_WHOLE_UNIT_FREE = "places.whole_unit_free", _YES
    PLACES_FULL = "places.full", _NO
    PLACES_MISSING = "places.missing", _NO
    PLACES_UNIT_IN_USE = "places.unit_in_use", _NO
    PLACES_OUT_OF_SERVICE = "places.out_of_service", _NO
    PLACES_NOT_PUBLISHED = "places.not_published", _ASK

    FIGURE_FRESH = "figure.fresh", _YES
    FIGURE_OLD = "figure.old", _YES, _REMARK
    FIGURE_IN_DISCREPANCY = "figure.in_discrepancy", _NO
    FIGURE_NEVER_GIVEN = "figure.never_given", _ASK

    TARGET_GROUP_FOR_THEM = "target_group.for_them", _YES
    TARGET_GROUP_OPEN = "target_group.open", _YES
    TARGET_GROUP_SILENT = "target_group.silent", _YES
    TARGET_GROUP_OTHER = "target_group.other", _NO
    TARGET_GROUP_NOT_KNOWN = "target_group.not_known", _ASK
    TARGET_GROUP_NOT_STATED = "target_group.not_stated", _ASK

    LEGAL_STATUS_NOT_CONCERNED = "legal_status.not_concerned", _YES
    LEGAL_STATUS_TAKEN = "legal_status.taken", _YES
    LEGAL_STATUS_NOT_TAKEN = "legal_status.not_taken", _NO
    LEGAL_STATUS_NOT_STATED = "legal_status.not_stated", _ASK

    CATCHMENT_EVERYWHERE = "catchment.everywhere", _YES
    CATCHMENT_INSIDE = "catchment.inside", _YES
    CATCHMENT_OUTSIDE = "catchment.outside", _NO
    CATCHMENT_ORIGIN_NOT_KNOWN = "catchment.origin_not_known", _ASK

    CERTIFICATION_NO_END = "certification.no_end", _YES
    CERTIFICATION_VALID = "certification.valid", _YES
    CERTIFICATION_LAPSES = "certification.lapses", _YES, _REMARK
    CERTIFICATION_LAPSED = "certification.lapsed", _NO
    CERTIFICATION_SUSPENDED = "certification.suspended", _NO

    DOCUMENTS_NONE = "documents.none", _YES
    DOCUMENTS_COMPLETE = "documents.complete", _YES
    DOCUMENTS_OWED = "documents.owed", _YES, _REMARK
    DOCUMENTS_OWED_LATER = "documents.owed_later", _YES, _REMARK
    DOCUMENTS_MISSING = "documents.missing", _NO
    DOCUMENTS_PENDING = "documents.pending", _ASK
    DOCUMENTS_NOT_KNOWN = "documents.not_known", _ASK

    ORDER_NOT_REQUIRED = "order.not_required", _YES
    ORDER_SILENT = "order.silent", _YES
    ORDER_EXISTS = "order.exists", _YES
    ORDER_MISSING = "order.missing", _NO
    ORDER_PENDING = "order.pending", _ASK
    ORDER_NOT_KNOWN = "order.not_known", _ASK
    ORDER_NOT_STATED = "order.not_stated", _ASK

    CIRCUMSTANCES_NONE = "circumstances.none", _YES
    CIRCUMSTANCES_TAKEN = "circumstances.taken", _YES
    CIRCUMSTANCES_SILENT = "circumstances.silent", _YES
    CIRCUMSTANCES_REFUSED = "circumstances.refused", _NO
    CIRCUMSTANCES_NOT_STATED = "circumstances.not_stated", _ASK

    LANGUAGES_NOT_ASKED = "languages.not_asked", _YES
    LANGUAGES_SHARED = "languages.shared", _YES
    LANGUAGES_GREEK = "languages.greek", _YES
    LANGUAGES_NONE_SHARED = "languages.none_shared", _NO
    LANGUAGES_NOT_STATED = "languages.not_stated", _ASK

    HOURS_BY_ARRANGEMENT = "hours.by_arrangement", _YES
    HOURS_ROUND_THE_CLOCK = "hours.round_the_clock", _YES
    HOURS_IN_TIME = "hours.in_time", _YES
    HOURS_OPENS_LATER = "hours.opens_later", _YES, _REMARK
    HOURS_CALL_FIRST = "hours.call_first", _YES, _REMARK
    HOURS_CLOSED = "hours.closed", _NO
    HOURS_FERRY_AFTER_CLOSING = "hours.ferry_after_closing", _ASK
    HOURS_NOT_STATED = "hours.not_stated", _ASK

    REACH_NOT_TONIGHT = "reach.not_tonight", _YES
    REACH_TONIGHT = "reach.tonight", _YES
    REACH_TOO_FAR = "reach.too_far", _NO

    LONGEST_STAY_NOT_LODGING = "longest_stay.not_lodging", _YES
    LONGEST_STAY_ENOUGH = "longest_stay.enough", _YES
    LONGEST_STAY_SILENT = "longest_stay.silent", _YES
    LONGEST_STAY_TOO_SHORT = "longest_stay.too_short", _NO
    LONGEST_STAY_NOT_STATED = "longest_stay.not_stated", _ASK

    MAIN_LANGUAGE_SPOKEN = "main_language.spoken", _YES
    MAIN_LANGUAGE_NOT_SPOKEN = "main_language.not_spoken", _NO
    MAIN_LANGUAGE_NOT_STATED = "main_language.not_stated", _ASK

    OWN_ROOM_NOT_CONCERNED = "own_room.not_concerned", _YES
    OWN_ROOM_OWN = "own_room.own", _YES
    OWN_ROOM_SHARED = "own_room.shared", _NO

    SCARCITY_LAST_STEP_FREE_NEEDED = "scarcity.last_step_free_needed", _YES, _REMARK
    SCARCITY_LAST_STEP_FREE = "scarcity.last_step_free", _YES, _REMARK
    SCARCITY_LAST_FAMILY_NEEDED = "scarcity.last_family_needed", _YES, _REMARK
    SCARCITY_LAST_FAMILY = "scarcity.last_family", _YES, _REMARK
