"""What the gallery shows: one of everything, invented, in either language."""

from types import SimpleNamespace

from hub.web.components import (
    Fact,
    Figure,
    StepState,
    TimelineEntry,
    TrackStep,
)
from hub.web.i18n import Language
from hub.web.page import NavigationItem, PageFrame
from tests.unit.web import gallery_form
from tests.unit.web.gallery_form import NOW, Words, a_strip, at

STATES = {
    "place": ("free", "held", "secured", "occupied", "out_of_service", "overflow"),
    "referral": ("requested", "accepted", "accepted_with_conditions", "declined", "expired", "no_answer"),
    "placement": ("arrived", "departed"),
    "figure": ("fresh", "stale", "contradicted"),
}


def a_frame(language: Language = Language.EL, **changes: object) -> PageFrame:
    words = Words(language)
    labels = (
        words("Γραφείο", "Desk"),
        words("Περιστατικά", "Cases"),
        words("Θέσεις", "Places"),
        words("Αναμονή", "Waiting"),
        words("Τηλεφωνήματα", "Calls"),
    )
    navigation = tuple(NavigationItem(label, f"/{place}", place == 0) for place, label in enumerate(labels))
    given = {
        "language": language,
        "now": NOW,
        "path": "/gallery?page=1",
        "csrf_token": "token-1",
        "version": "0.1.0",
        "demo": True,
        "account_name": words("Ε. Κ.", "E. K."),
        "body_name": words("Γραμμή 197", "Line 197"),
        "navigation": navigation,
        "alerts": 3,
        "stream_href": None,
    }
    return PageFrame(**{**given, **changes})


def a_sample(language: Language) -> SimpleNamespace:
    w = Words(language)
    return SimpleNamespace(
        **_headings(w),
        **_states(w),
        **_work(w),
        **_context(w),
        **gallery_form.results(w),
        **gallery_form.form(w),
        until=at(72),
    )


def _headings(w: Words) -> dict[str, object]:
    return {
        "title": w("Κατάλληλες θέσεις", "Suitable places"),
        "back": w("Γραφείο", "Desk"),
        "household": w("Γ34 · Γ6 · Α13", "F34 · F6 · M13"),
        "need_facts": (
            w("μαζί", "together"),
            w("απόψε", "tonight"),
            w("μακριά από Λάρισα", "away from Larisa"),
            w("συναίνεση προφορική", "consent given orally"),
        ),
        "emergency": w("έκτακτο", "emergency"),
        "taken_title": w("Μόλις δεσμεύτηκε από άλλον συντονιστή", "Just taken by another coordinator"),
        "taken": w("Η επόμενη κατάλληλη είναι έτοιμη πιο κάτω.", "The next suitable one is ready below."),
        "done": w("Δεσμεύτηκε στον Ξενώνα Κυκλάμινο.", "Held at Kyklamino hostel."),
        "aside": w("βάρδια 22–06", "shift 22–06"),
        "signature": w("Υπογραφή", "Signature"),
    }


def _states(w: Words) -> dict[str, object]:
    return {
        "states": STATES,
        "tags": w("Καταστάσεις", "States"),
        "protected": w("προστατευόμενη", "protected"),
        "strips": w("Θέσεις", "Places"),
        "counts": [
            a_strip(),
            a_strip(free=3, held=2, secured=1, occupied=12, out_of_service=2, places=20, mine=1),
            a_strip(free=0, held=0, secured=0, occupied=10, places=10, overflow=2),
            a_strip(free=9, held=4, secured=7, occupied=38, out_of_service=2, places=60),
        ],
        "figure": Figure(free=3, as_of=at(-12), said_by=w("αρχείο φορέα", "provider's file")),
        "stale_figure": Figure(
            free=1,
            as_of=at(-60 * 26),
            said_by=w("τηλεφωνικά, κα Μαρία", "by phone, Ms Maria"),
            stale=True,
            contradicted=True,
        ),
    }


def _work(w: Words) -> dict[str, object]:
    row = SimpleNamespace
    call, agree = w("Κάλεσε", "Call"), w("Συμφωνώ", "Agree")
    return {
        "now": w("Τώρα", "Now"),
        "columns": [
            {"label": w("Απομένει", "Left"), "numeric": True},
            w("Περιστατικό", "Case"),
            w("Τι περιμένει", "Waits for"),
            w("Δομή", "Structure"),
            {"label": w("Ενέργεια", "Act"), "hidden": True},
        ],
        "rows": [
            row(
                until=at(12),
                number="K-2418",
                household=w("Γ34 · Γ6 · Α13", "F34 · F6 · M13"),
                state="accepted_with_conditions",
                place=w("Κυκλάμινο", "Kyklamino"),
                act=agree,
                key="a",
            ),
            row(
                until=at(-35),
                number="K-2402",
                household=w("Α58@", "M58@"),
                state="no_answer",
                place=w("Δάφνη", "Dafni"),
                act=call,
                key="c",
            ),
        ],  # fmt: skip
        "track_title": w("Φιλοξενία απόψε", "Shelter tonight"),
        "steps": [
            TrackStep(label=w("Ανάγκη", "Need"), state=StepState.DONE),
            TrackStep(label=w("Δέσμευση", "Hold"), state=StepState.DONE),
            TrackStep(label=w("Παραπομπή", "Referral"), state=StepState.DONE),
            TrackStep(
                label=w("Άφιξη", "Arrival"),
                state=StepState.CURRENT,
                detail=w("ως 04:15", "by 04:15"),
                until=at(104),
            ),
            TrackStep(label=w("Διαμονή", "Stay"), state=StepState.WAITING),
            TrackStep(label=w("Έκβαση", "Outcome"), state=StepState.WAITING),
        ],
        "arrived": w("Έφτασαν;", "Did they arrive?"),
        "withdraw": w("Ανάκληση…", "Withdraw…"),
        "history": w("Ιστορικό", "Timeline"),
        "entries": _entries(w),
    }


def _entries(w: Words) -> list[TimelineEntry]:
    return [
        TimelineEntry(
            at=at(-5),
            body=w("Κυκλάμινο", "Kyklamino"),
            sentence=w("δεκτή με όρο", "accepted with a condition"),
            shape="✓",
            details=w("Ακτινογραφία ως 29/11.", "Chest X-ray by 29/11."),
        ),
        TimelineEntry(at=at(-27), sentence=w("διαβάστηκε", "read"), shape="→", by_system=True),
        TimelineEntry(
            at=at(-30),
            sentence=w("προσπάθεια δέσμευσης – είχε ήδη δοθεί", "tried to hold – it had just been given"),
            shape="✕",
        ),
        TimelineEntry(
            at=at(-60 * 20),
            body=w("Γραμμή 197", "Line 197"),
            sentence=w("άνοιξε το περιστατικό", "opened the case"),
        ),
    ]


def _context(w: Words) -> dict[str, object]:
    return {
        "facts_title": w("Νοικοκυριό", "Household"),
        "facts": [
            Fact(label=w("Μέλη", "Members"), value=w("Γ34 · Γ6 · Α13", "F34 · F6 · M13"), change_href="/x"),
            Fact(label=w("Έγγραφα", "Documents"), value=w("ακτινογραφία εκκρεμεί", "X-ray pending")),
        ],
        "unit": w("Δωμάτια οικογενειών", "Family rooms"),
        "free_now": w("ελεύθερες τώρα", "free now"),
        "unchanged": w("Καμία αλλαγή – ισχύει", "No change – still right"),
        "nights": w("Νύχτες", "Nights"),
        "nights_unit": w("νύχτες", "nights"),
        "nothing": w("Καμία εκκρεμότητα.", "Nothing waiting."),
        "refresh": w("Ανανέωση", "Refresh"),
    }
