"""Telephone lines that people are given. One whose facts are unconfirmed is not shown to citizens."""

from dataclasses import dataclass

from graph.model.lists.entry import CodedList, Entry


@dataclass(frozen=True, kw_only=True)
class Helpline(Entry):
    """A line as known when this list was written.

    `number` as dialled inside Greece. `run_by_…` and `hours_…` are None while unknown; `languages` and
    `groups` are codes, empty while unknown and for everyone. `free_of_charge` is None while unknown.
    `confirmed`: number, runner and hours were seen in a public source; until then for staff only.
    """

    number: str
    run_by_el: str | None = None
    run_by_en: str | None = None
    hours_el: str | None = None
    hours_en: str | None = None
    languages: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    free_of_charge: bool | None = None
    confirmed: bool = False


_ALWAYS_EL, _ALWAYS_EN = "όλο το 24ωρο", "day and night"


def _state_line(code: str, number: str, el: str, en: str) -> Helpline:
    return Helpline(
        code,
        el,
        en,
        number=number,
        run_by_el="Κράτος",
        run_by_en="state",
        hours_el=_ALWAYS_EL,
        hours_en=_ALWAYS_EN,
        free_of_charge=True,
        confirmed=True,
    )


def _unconfirmed(code: str, number: str, el: str, en: str, *groups: str) -> Helpline:
    return Helpline(code, el, en, number=number, groups=groups)


_EMERGENCY = (
    _state_line("emergency", "112", "Ευρωπαϊκός αριθμός έκτακτης ανάγκης", "European emergency number"),
    _state_line("police", "100", "Αστυνομία", "police"),
    _state_line("ambulance", "166", "ΕΚΑΒ", "ambulance"),
    _state_line("fire", "199", "Πυροσβεστική", "fire service"),
    _state_line("coast_guard", "108", "Λιμενικό", "coast guard"),
)
_CONFIRMED = (
    Helpline(
        "social_emergency",
        "Γραμμή Άμεσης Κοινωνικής Βοήθειας",
        "social emergency line",
        number="197",
        run_by_el="ΕΚΚΑ",
        run_by_en="EKKA",
        hours_el=_ALWAYS_EL,
        hours_en=_ALWAYS_EN,
        free_of_charge=True,
        confirmed=True,
    ),
    Helpline(
        "child_protection",
        "Εθνική Γραμμή Παιδικής Προστασίας",
        "national child-protection line",
        number="1107",
        run_by_el="ΕΚΚΑ",
        run_by_en="EKKA",
        groups=("children",),
        confirmed=True,
    ),
    Helpline(
        "women_violence",
        "Γραμμή για γυναίκες θύματα βίας",
        "line for women victims of violence",
        number="15900",
        run_by_el="Γενική Γραμματεία Ισότητας",
        run_by_en="General Secretariat for Equality",
        hours_el=_ALWAYS_EL,
        hours_en=_ALWAYS_EN,
        languages=("el", "en"),
        groups=("violence",),
        confirmed=True,
    ),
    Helpline(
        "children_sos",
        "Εθνική Γραμμή για τα Παιδιά",
        "national line for children",
        number="1056",
        run_by_el="Το Χαμόγελο του Παιδιού",
        run_by_en="The Smile of the Child",
        hours_el=_ALWAYS_EL,
        hours_en=_ALWAYS_EN,
        groups=("children",),
        confirmed=True,
    ),
    Helpline(
        "missing_children",
        "Γραμμή για εξαφανισμένα παιδιά",
        "missing children line",
        number="116000",
        run_by_el="Το Χαμόγελο του Παιδιού",
        run_by_en="The Smile of the Child",
        hours_el=_ALWAYS_EL,
        hours_en=_ALWAYS_EN,
        groups=("children",),
        confirmed=True,
    ),
    Helpline(
        "tracing_minors",
        "Γραμμή Εντοπισμού ασυνόδευτων ανηλίκων",
        "tracing line for unaccompanied minors",
        number="15107",
        run_by_el="Γενική Γραμματεία Ευάλωτων Πολιτών",
        run_by_en="General Secretariat for Vulnerable Persons",
        hours_el="Δευτέρα–Παρασκευή 08:00–22:00, Σάββατο 11:00–19:00",
        hours_en="Monday–Friday 08:00–22:00, Saturday 11:00–19:00",
        groups=("uam",),
        confirmed=True,
    ),
    Helpline(
        "psychosocial_support",
        "Γραμμή Ψυχοκοινωνικής Υποστήριξης",
        "psychosocial support line",
        number="10306",
        run_by_el="Υπουργείο Υγείας",
        run_by_en="Ministry of Health",
        hours_el=_ALWAYS_EL,
        hours_en=_ALWAYS_EN,
        groups=("mental_health",),
        confirmed=True,
    ),
    Helpline(
        "suicide",
        "Γραμμή Παρέμβασης για την Αυτοκτονία",
        "suicide intervention line",
        number="1018",
        run_by_el="Κλίμακα",
        run_by_en="Klimaka",
        hours_el=_ALWAYS_EL,
        hours_en=_ALWAYS_EN,
        groups=("mental_health",),
        confirmed=True,
    ),
)
_UNCONFIRMED = (
    _unconfirmed("child_helpline", "116111", "Ευρωπαϊκή Γραμμή Υποστήριξης Παιδιών", "child helpline", "children"),
    _unconfirmed("trafficking", "1109", "Γραμμή κατά της εμπορίας ανθρώπων", "anti-trafficking line", "trafficking"),
    _unconfirmed("missing_older", "1065", "Γραμμή για εξαφανισμένους ηλικιωμένους", "missing older people", "older"),
    _unconfirmed("kethea", "1114", "Γραμμή ΚΕΘΕΑ", "KETHEA addiction line", "substance"),
    _unconfirmed("okana", "1031", "Γραμμή ΟΚΑΝΑ", "OKANA addiction line", "substance"),
    _unconfirmed("lgbtqi", "11528", "Δίπλα σου, γραμμή για ΛΟΑΤΚΙ+ άτομα", "LGBTQI+ line", "lgbtqi"),
    _unconfirmed("benefits", "1555", "Γραμμή για επιδόματα και ασφάλιση", "benefits and insurance line"),
)

HELPLINES = CodedList("helplines", (*_EMERGENCY, *_CONFIRMED, *_UNCONFIRMED))
