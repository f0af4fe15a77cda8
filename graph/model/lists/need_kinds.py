"""What somebody may need, and the kinds of service that answer it."""

from dataclasses import dataclass

from graph.model.lists.entry import CodedList, Entry
from graph.model.lists.service_kinds import SERVICE_KINDS


@dataclass(frozen=True, kw_only=True)
class NeedKind(Entry):
    """`key` is the digit that chooses it; the rest are codes. Lodging needs count nights."""

    key: str
    service_kinds: tuple[str, ...]
    default_urgency: str
    lodging: bool = False


_LASTING = frozenset(
    {
        "supported_flat_homeless",
        "semi_independent_youth",
        "uam_sil",
        "supported_living_disab",
        "care_home_older",
        "chronic_unit",
        "mh_unit",
    }
)
"""Homes that nobody enters the same night: a file, a committee or a plan comes first."""

_STOPGAPS = frozenset({"heated_room", "bridge_hotel", "uam_emergency"})
"""Answers for tonight alone, never for a stay planned ahead."""

_LODGING = tuple(kind.code for kind in SERVICE_KINDS if kind.lodging)
_TONIGHT = tuple(code for code in _LODGING if code not in _LASTING)
_FROM_DATE = tuple(code for code in _LODGING if code not in _STOPGAPS)

NEED_KINDS = CodedList(
    "need_kinds",
    (
        NeedKind(
            "shelter_tonight",
            "Φιλοξενία απόψε",
            "shelter tonight",
            key="1",
            service_kinds=_TONIGHT,
            default_urgency="emergency",
            lodging=True,
        ),
        NeedKind(
            "shelter_from_date",
            "Φιλοξενία από ημερομηνία",
            "shelter from a date",
            key="2",
            service_kinds=(*_FROM_DATE, "housing_work"),
            default_urgency="short_notice",
            lodging=True,
        ),
        NeedKind(
            "psychosocial",
            "Ψυχοκοινωνική υποστήριξη",
            "psychosocial support",
            key="3",
            service_kinds=(
                "counselling_women",
                "community_centre",
                "municipal_social",
                "minors_team",
                "family_support",
                "creative_centre",
                "open_centre_older",
                "mh_centre",
                "offenders_programme",
                "guardianship",
                "day_centre_homeless",
                "street_team",
                "helpline",
            ),
            default_urgency="short_notice",
        ),
        NeedKind(
            "legal",
            "Νομική υποστήριξη",
            "legal support",
            key="4",
            service_kinds=("legal_aid", "counselling_women", "guardianship"),
            default_urgency="short_notice",
        ),
        NeedKind(
            "interpretation",
            "Διερμηνεία",
            "interpretation",
            key="5",
            service_kinds=("interpretation",),
            default_urgency="short_notice",
        ),
        NeedKind(
            "food_goods",
            "Τροφή και είδη",
            "food and goods",
            key="6",
            service_kinds=("basic_goods", "day_centre_homeless", "home_help"),
            default_urgency="short_notice",
        ),
        NeedKind(
            "health",
            "Υγεία και ψυχική υγεία",
            "health and mental health",
            key="7",
            service_kinds=(
                "mh_centre",
                "addiction",
                "day_centre_homeless",
                "street_team",
                "home_help",
                "day_care_older",
                "day_care_disab",
                "patients_house",
            ),
            default_urgency="short_notice",
        ),
        NeedKind(
            "benefits_documents",
            "Επιδόματα και έγγραφα",
            "benefits and documents",
            key="8",
            service_kinds=("community_centre", "municipal_social", "legal_aid"),
            default_urgency="standard",
        ),
        NeedKind(
            "other",
            "Άλλο",
            "other",
            needs_note=True,
            key="9",
            service_kinds=SERVICE_KINDS.codes,
            default_urgency="standard",
        ),
    ),
)
