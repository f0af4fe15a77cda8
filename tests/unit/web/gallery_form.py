"""The results and the form of the gallery, and the two languages that it is written in."""

from datetime import UTC, datetime, timedelta

from hub.web.components import Chip, Choice, Figure, NearMissCard, ResultCard
from hub.web.i18n import Language
from hub.web.page import NavigationItem
from hub.web.strip import Strip

NOW = datetime(2026, 11, 24, 0, 31, tzinfo=UTC)


class Words:
    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, greek: str, english: str) -> str:
        return greek if self.language is Language.EL else english


def a_strip(*, free=2, held=1, secured=1, occupied=6, out_of_service=0, places=10, overflow=0, mine=0) -> Strip:
    return Strip(
        free=free,
        held=held,
        secured=secured,
        occupied=occupied,
        out_of_service=out_of_service,
        places=places,
        overflow=overflow,
        mine=mine,
    )


def at(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


def results(w: Words) -> dict[str, object]:
    first = ResultCard(
        rank=1,
        name=w("Ξενώνας Κυκλάμινο", "Kyklamino hostel"),
        kind=w("ξενώνας, Τρίκαλα", "hostel, Trikala"),
        places=w("δωμάτιο 4 θέσεων", "room for 4"),
        figure=Figure(free=1, as_of=at(-40), said_by=w("αρχείο φορέα", "provider's file")),
        travel=w("1 ώρα – 1 ώρα 20′, αυτοκίνητο, ~78 χλμ", "1 hour – 1 hour 20 min by car, ~78 km"),
        entry=w("δέχεται ως 23:00", "takes in until 23:00"),
        belief=w("σχεδόν βέβαιο", "almost certain"),
        met=(w("γυναίκες με παιδιά", "women with children"), w("αγόρια ως 14", "boys up to 14")),
        unknown=(w("ακτινογραφία: ρωτήστε τη βάρδια", "X-ray: ask the shift"),),
        strip=a_strip(occupied=4, places=8),
        phone="2431000000",
        phone_note=w("βάρδια", "shift"),
    )
    hidden = ResultCard(
        rank=2,
        name=w("Προστατευόμενη δομή Α7", "Protected structure A7"),
        kind=w("επικοινωνία μέσω δικτύου", "reached through the network"),
        places=w("θέση", "place"),
        figure=Figure(free=1, as_of=at(-1500), said_by=w("τηλεφωνικά", "by phone"), stale=True),
        travel=w("1–2 ώρες", "1–2 hours"),
        belief=w("αβέβαιο", "uncertain"),
        hidden=True,
    )
    miss = NearMissCard(
        change=w("Αν δεχθεί αγόρι 13 (ως 12)", "If it takes a boy of 13 (up to 12)"),
        name=w("Ξενώνας Ανεμώνη", "Anemoni hostel"),
        facts=w("Βόλος, ~76 χλμ, 2 δωμάτια", "Volos, ~76 km, 2 rooms"),
        phone="2421555031",
    )
    return {
        "results_title": w("4 κατάλληλες · 7 παρά λίγο", "4 suitable · 7 near misses"),
        "tab_items": [
            NavigationItem(w("Είναι εδώ", "Here"), "/a", current=True),
            NavigationItem(w("Έρχονται", "Coming"), "/b"),
        ],
        "cards": [first, hidden],
        "misses": [miss],
        "why": w("Πρώτη γιατί είναι πιο κοντά.", "First because it is nearest."),
        "hold": w("Δέσμευση και παραπομπή", "Hold and refer"),
        "hold_only": w("Μόνο δέσμευση", "Hold only"),
        "exception": w("Ζήτησε εξαίρεση", "Ask for an exception"),
    }


def form(w: Words) -> dict[str, object]:
    where = w(
        "Πείτε μας πού βρίσκονται τώρα: χωρίς αυτό δεν υπολογίζεται απόσταση.",
        "Tell us where they are now: without it no distance can be computed.",
    )
    return {
        "errors": {"where": where},
        "form_title": w("Νέο περιστατικό", "New case"),
        "danger": w("Κίνδυνος τώρα", "In danger now"),
        "danger_text": w("Μείνετε στη γραμμή.", "Stay on the line."),
        "danger_question": w("Κίνδυνος τώρα;", "In danger now?"),
        "yes_no": [
            Choice(value="yes", label=w("Ναι", "Yes"), key="1"),
            Choice(value="no", label=w("Όχι", "No"), key="2"),
            Choice(value="not_known", label=w("Δεν γνωρίζω", "Not known"), key="3"),
        ],
        "where": w("Πού είναι τώρα", "Where they are now"),
        "household_label": w("Νοικοκυριό (γραμμή)", "Household (line)"),
        "chips": (
            Chip(label=w("Γυναίκα 34", "Woman 34")),
            Chip(label=w("Κορίτσι 6", "Girl 6")),
            Chip(label=w("Αγόρι 13", "Boy 13")),
            Chip(label="Γ3α", wrong=True),
        ),
        "applies": w("Τι ισχύει", "What applies"),
        "circumstances": [
            Choice(value="violence", label=w("Βία", "Violence"), key="Β"),
            Choice(value="hidden", label=w("Κρυφή διεύθυνση", "Hidden address"), key="Κ"),
            Choice(value="pet", label=w("Κατοικίδιο", "Pet"), key="Ζ"),
        ],
        "basis": w("Βάση κοινοποίησης", "Basis for sharing"),
        "bases": [
            Choice(
                value="oral",
                label=w("Προφορική συναίνεση", "Oral consent"),
                hint=w("Κρατιέται η ώρα.", "The time is kept."),
            ),
            Choice(value="order", label=w("Εντολή αρχής", "Order of an authority")),
        ],
        "language_label": w("Γλώσσα", "Language"),
        "languages": [Choice(value="el", label="Ελληνικά"), Choice(value="en", label="English")],
        "together": w("Να μείνουν μαζί", "To stay together"),
        "together_hint": w("Αλλιώς γράψτε πότε χωρίζουν.", "Else say when they may be split."),
        "note": w("Σημείωση", "Note"),
        "note_hint": w("Όχι διαγνώσεις, όχι διευθύνσεις", "No diagnoses, no addresses"),
        "phone": w("Τηλέφωνο", "Phone"),
        "password": w("Κωδικός", "Password"),
        "file": w("Αρχείο", "File"),
        "find": w("Βρες θέση", "Find a place"),
        "save": w("Αποθήκευση", "Save"),
        "close": w("Κλείσιμο", "Close"),
    }
