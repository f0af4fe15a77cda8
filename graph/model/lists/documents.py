"""Documents and tests that structures ask for, how they ask, and what each person has of them.

A document that nobody knows about never excludes anyone.
"""

from dataclasses import dataclass
from enum import StrEnum

from graph.model.lists.entry import CodedList, Entry


class DocumentSort(StrEnum):
    PAPER = "paper"
    TEST = "test"
    ORDER = "order"


@dataclass(frozen=True, kw_only=True)
class Document(Entry):
    """`in_emergency_el`, `in_emergency_en`: what practice accepts tonight; None where nothing is usual."""

    sort: DocumentSort
    in_emergency_el: str | None = None
    in_emergency_en: str | None = None


def _paper(code: str, el: str, en: str, now_el: str | None = None, now_en: str | None = None) -> Document:
    return Document(code, el, en, sort=DocumentSort.PAPER, in_emergency_el=now_el, in_emergency_en=now_en)


def _test(code: str, el: str, en: str, now_el: str, now_en: str) -> Document:
    return Document(code, el, en, sort=DocumentSort.TEST, in_emergency_el=now_el, in_emergency_en=now_en)


def _order(code: str, el: str, en: str, now_el: str | None = None, now_en: str | None = None) -> Document:
    return Document(code, el, en, sort=DocumentSort.ORDER, in_emergency_el=now_el, in_emergency_en=now_en)


_PAPERS = (
    _paper(
        "id",
        "Ταυτότητα ή τίτλος διαμονής",
        "identity or residence proof",
        "βεβαίωση απώλειας ή δήλωση",
        "certificate of loss or statement",
    ),
    _paper("amka", "ΑΜΚΑ", "social security number", "δεν εμποδίζει ποτέ μια θέση", "never blocks a place"),
    _paper(
        "paaypa",
        "ΠΑΑΥΠΑ",
        "provisional insurance number",
        "δεν εμποδίζει ποτέ μια θέση",
        "never blocks a place",
    ),
    _paper("afm", "ΑΦΜ και εκκαθαριστικό", "tax number and assessment", "αργότερα", "later"),
    _paper("income", "Βεβαίωση εισοδήματος ή απορίας", "proof of means", "αργότερα", "later"),
    _paper(
        "social_report",
        "Κοινωνική έκθεση",
        "social report",
        "μισή σελίδα από την υπηρεσία που ζητά",
        "half a page from the asking service",
    ),
    _paper("med", "Ιατρική γνωμάτευση", "medical report"),
    _paper(
        "hospital_letter",
        "Σημείωμα κοινωνικής υπηρεσίας νοσοκομείου",
        "letter of the hospital's social service",
    ),
    _paper("health_card", "Κάρτα υγείας", "health card"),
    _paper("kepa", "Γνωμάτευση ΚΕΠΑ", "disability certificate", "δεκτή και η παλιά", "an old one is accepted"),
    _paper(
        "family_status",
        "Πιστοποιητικό οικογενειακής κατάστασης",
        "certificate of family status",
        "το αντλεί ο φορέας ηλεκτρονικά",
        "obtained electronically by the body",
    ),
    _paper("birth_act", "Ληξιαρχική πράξη γέννησης", "birth record"),
    _paper(
        "recognition",
        "Πράξη χαρακτηρισμού θύματος εμπορίας",
        "recognition as victim of trafficking",
        "δεκτό και το τεκμαιρόμενο θύμα",
        "a presumed victim is taken too",
    ),
    _paper("plan", "Ατομικό σχέδιο", "individual plan"),
    _paper("voucher", "Αξία τοποθέτησης (voucher)", "voucher"),
    _paper(
        "house_rules",
        "Αποδοχή κανονισμού",
        "signed house rules",
        "υπογράφεται στην είσοδο",
        "signed at entry",
    ),
    _paper(
        "application",
        "Αίτηση φιλοξενίας",
        "application",
        "τυπώνεται από την παραπομπή",
        "printed from the referral",
    ),
)
_TESTS = (
    _test(
        "xray",
        "Ακτινογραφία θώρακος",
        "chest X-ray",
        "σε εφημερεύον νοσοκομείο, 1–5 ημέρες",
        "at the duty hospital, 1–5 days",
    ),
    _test("derm", "Δερματολογική βεβαίωση", "dermatology note", "αγωγή την πρώτη νύχτα", "first-night treatment"),
    _test("blood", "Εξετάσεις αίματος", "blood tests", "μετά την είσοδο", "after entry"),
    _test(
        "psych",
        "Ψυχιατρική εκτίμηση συμβίωσης",
        "psychiatric note on living with others",
        "εφημερεύων/ουσα ψυχίατρος, 1–10 ημέρες",
        "duty psychiatrist, 1–10 days",
    ),
    _test(
        "paed",
        "Παιδιατρική εξέταση",
        "paediatric examination",
        "παιδιατρική εφημερία",
        "paediatric duty clinic",
    ),
    _test(
        "vaccination",
        "Βιβλιάριο εμβολιασμών",
        "vaccination record",
        "παιδιατρική εφημερία",
        "paediatric duty clinic",
    ),
    _test(
        "infect_cert",
        "Βεβαίωση μη μεταδοτικού νοσήματος",
        "no communicable disease",
        "από το νοσοκομείο",
        "from the hospital",
    ),
)
_ORDERS = (
    _order(
        "order",
        "Εισαγγελική εντολή ή διάταξη",
        "prosecutor's order",
        "προφορικά τη νύχτα, γραπτά την επομένη",
        "oral at night, in writing next day",
    ),
    _order("court", "Δικαστική απόφαση", "court decision"),
    _order("placement_decision", "Απόφαση τοποθέτησης", "placement decision"),
    _order("match_act", "Πράξη σύνδεσης παιδιού και οικογένειας", "act matching child and family"),
)

DOCUMENTS = CodedList("documents", (*_PAPERS, *_TESTS, *_ORDERS))
