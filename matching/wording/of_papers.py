"""Documents and orders."""

from matching.codes import Code
from matching.wording.base import Whom, Wording, met, unknown, unmet

OF_PAPERS: dict[Code, Wording] = {
    Code.DOCUMENTS_NONE: met("δεν ζητά δικαιολογητικά", "asks for no documents"),
    Code.DOCUMENTS_COMPLETE: met("υπάρχουν όλα τα δικαιολογητικά", "all documents are there"),
    Code.DOCUMENTS_OWED: met(
        "{documents}: δέχεται και χωρίς, προσκόμιση σε {days} (ως {on})",
        "{documents}: takes them without, to be brought within {days} (by {on})",
    ),
    Code.DOCUMENTS_OWED_LATER: met(
        "{documents}: δέχεται και χωρίς, προσκόμιση αργότερα", "{documents}: takes them without, to be brought later"
    ),
    Code.DOCUMENTS_MISSING: unmet(
        "ζητά πριν την είσοδο και λείπει: {documents}",
        "asked for before entry and missing: {documents}",
        "{how}",
        "{how}",
    ),
    Code.DOCUMENTS_PENDING: unknown(
        "ζητά πριν την είσοδο και εκκρεμεί: {documents}",
        "asked for before entry and pending: {documents}",
        "αν δέχεται με εκκρεμότητα: {documents}",
        "whether it takes them with this pending: {documents}",
    ),
    Code.DOCUMENTS_NOT_KNOWN: unknown(
        "ζητά πριν την είσοδο και δεν γνωρίζουμε αν υπάρχει: {documents}",
        "asked for before entry, and not known whether it is there: {documents}",
        "αν έχουν: {documents}",
        "whether they have: {documents}",
        whom=Whom.PEOPLE,
    ),
    Code.ORDER_NOT_REQUIRED: met("δεν χρειάζεται εντολή", "no order is required"),
    Code.ORDER_SILENT: met("δεν έχει δηλώσει ότι χρειάζεται εντολή", "has not stated that an order is required"),
    Code.ORDER_EXISTS: met("υπάρχει εντολή ή απόφαση", "there is an order or decision"),
    Code.ORDER_MISSING: unmet(
        "χρειάζεται εισαγγελική εντολή ή απόφαση και δεν υπάρχει",
        "needs a prosecutor's order or a decision, and there is none",
        "εντολή, προφορικά τη νύχτα και γραπτά την επομένη",
        "an order, oral at night and in writing next day",
    ),
    Code.ORDER_PENDING: unknown(
        "χρειάζεται εισαγγελική εντολή ή απόφαση· εκκρεμεί",
        "needs a prosecutor's order or a decision; it is pending",
        "αν δέχεται με προφορική εντολή ώσπου να έρθει η γραπτή",
        "whether an oral order will do until the written one comes",
    ),
    Code.ORDER_NOT_KNOWN: unknown(
        "χρειάζεται εισαγγελική εντολή ή απόφαση· δεν γνωρίζουμε αν υπάρχει",
        "needs a prosecutor's order or a decision; not known whether there is one",
        "αν υπάρχει ή μπορεί να δοθεί εντολή",
        "whether there is an order, or one can be given",
        whom=Whom.PROSECUTOR,
    ),
    Code.ORDER_NOT_STATED: unknown(
        "παιδιά χωρίς ενήλικο, και δεν έχει δηλώσει αν χρειάζεται εντολή",
        "children without an adult, and it has not stated whether an order is required",
        "αν χρειάζεται εντολή για παιδιά χωρίς ενήλικο",
        "whether children without an adult need an order",
    ),
}
