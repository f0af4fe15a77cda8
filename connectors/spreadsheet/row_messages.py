"""Why a single row is refused, and what to write instead."""

from connectors.kit.messages import Message, by_code

_CELLS = (
    Message(
        "formula-for-number",
        "Το κελί {cell} περιέχει τύπο· γράψτε τον αριθμό.",
        "Cell {cell} holds a formula; write the number.",
    ),
    Message(
        "formula-for-text",
        "Το κελί {cell} περιέχει τύπο· γράψτε την τιμή.",
        "Cell {cell} holds a formula; write the value.",
    ),
    Message(
        "cell-missing",
        "Λείπει η τιμή στη στήλη «{field}».",
        'The column "{field}" has no value.',
    ),
    Message(
        "not-a-number",
        "Το «{value}» δεν είναι αριθμός· γράψτε π.χ. 3.",
        '"{value}" is not a number; write for instance 3.',
    ),
    Message(
        "not-whole",
        "Το «{value}» δεν είναι ακέραιος αριθμός θέσεων.",
        '"{value}" is not a whole number of places.',
    ),
    Message(
        "number-negative",
        "Το «{value}» είναι αρνητικό. Ο μικρότερος αριθμός είναι 0.",
        '"{value}" is negative. The smallest number is 0.',
    ),
    Message(
        "number-ambiguous",
        "Το «{value}» διαβάζεται και ως δεκαδικός και ως χιλιάδες· γράψτε το χωρίς τελεία ή κόμμα.",
        '"{value}" can be read as a decimal or as thousands; write it without point or comma.',
    ),
    Message(
        "number-too-large",
        "Το «{value}» είναι υπερβολικά μεγάλο. Το μέγιστο είναι {most}.",
        '"{value}" is too large. The most is {most}.',
    ),
    Message(
        "text-too-long",
        "Η στήλη «{field}» έχει πάνω από {most} χαρακτήρες.",
        'The column "{field}" holds more than {most} characters.',
    ),
    Message(
        "date-unreadable",
        "Το «{value}» δεν είναι ημερομηνία· γράψτε π.χ. 24/11/2026.",
        '"{value}" is not a date; write for instance 24/11/2026.',
    ),
    Message(
        "time-unreadable",
        "Το «{value}» δεν είναι ώρα· γράψτε π.χ. 14:30.",
        '"{value}" is not a time; write for instance 14:30.',
    ),
    Message(
        "time-without-date",
        "Υπάρχει ώρα χωρίς ημερομηνία· γράψτε και τις δύο ή καμία.",
        "There is a time without a date; write both or neither.",
    ),
    Message(
        "time-given-twice",
        "Η ώρα υπάρχει και στην ημερομηνία και στη στήλη ώρας· κρατήστε μία.",
        "The time stands both in the date and in the time column; keep one.",
    ),
    Message(
        "time-skipped",
        "Η ώρα {value} δεν υπάρχει: τη νύχτα εκείνη αλλάζει η ώρα.",
        "The time {value} does not exist: the clocks change that night.",
    ),
    Message(
        "as-of-in-future",
        "Η ημερομηνία {value} δεν έχει έρθει ακόμη. Δηλώστε τι ισχύει τώρα.",
        "The date {value} has not come yet. State what holds now.",
    ),
    Message(
        "as-of-too-old",
        "Η ημερομηνία {value} είναι παλαιότερη από έναν χρόνο. Ελέγξτε το έτος.",
        "The date {value} is more than a year ago. Check the year.",
    ),
)

_ROWS = (
    Message(
        "row-too-long",
        "Η γραμμή έχει τιμές πέρα από την τελευταία στήλη· ίσως ένα κόμμα χώρισε έναν αριθμό στα δύο.",
        "The row has values beyond the last column; a comma may have split a number in two.",
    ),
    Message(
        "quotes-broken",
        "Στη γραμμή υπάρχουν εισαγωγικά που δεν κλείνουν σωστά· διορθώστε τα ή αφαιρέστε τα.",
        "The row has quotation marks that do not close; correct or remove them.",
    ),
    Message(
        "free-over-places",
        "Δηλώσατε {free} ελεύθερες σε {places} θέσεις. Ο μεγαλύτερος αριθμός είναι {places}.",
        "You stated {free} free of {places} places. The largest number is {places}.",
    ),
)

_NETWORK = (
    Message(
        "structure-unknown",
        "Δεν υπάρχει δική σας δομή με το όνομα ή τον κωδικό «{value}».",
        'None of your structures has the name or code "{value}".',
    ),
    Message(
        "structure-unknown-like",
        "Δεν υπάρχει δική σας δομή με το όνομα ή τον κωδικό «{value}». Μήπως εννοείτε «{like}»;",
        'None of your structures has the name or code "{value}". Do you mean "{like}"?',
    ),
    Message(
        "structure-ambiguous",
        "Το «{value}» ταιριάζει σε περισσότερες δομές· γράψτε τον κωδικό: {codes}.",
        '"{value}" fits several structures; write the code: {codes}.',
    ),
    Message(
        "structure-disagrees",
        "Ο κωδικός «{code}» και το όνομα «{name}» δείχνουν διαφορετικές δομές.",
        'The code "{code}" and the name "{name}" mean different structures.',
    ),
    Message(
        "capacity-unit-required",
        "Η δομή έχει περισσότερες μονάδες· γράψτε σε ποια αναφέρεται ο αριθμός: {units}.",
        "The structure has several units; write which one the number is about: {units}.",
    ),
    Message(
        "unit-unknown",
        "Η δομή δεν έχει μονάδα «{value}». Έχει: {units}.",
        'The structure has no unit "{value}". It has: {units}.',
    ),
    Message(
        "unit-ambiguous",
        "Το «{value}» ταιριάζει σε περισσότερες μονάδες· γράψτε τον κωδικό: {codes}.",
        '"{value}" fits several units; write the code: {codes}.',
    ),
    Message(
        "structure-without-units",
        "Για τη δομή δεν έχουν δηλωθεί ακόμη μονάδες θέσεων. Προσθέστε τες στη σελίδα της.",
        "No units of places have been set out for this structure yet. Add them on its page.",
    ),
    Message(
        "free-over-known-places",
        "Δηλώσατε {free} ελεύθερες, η μονάδα όμως έχει {places} θέσεις. Αν άλλαξαν, διορθώστε τες στη σελίδα της "
        "δομής.",
        "You stated {free} free, but the unit has {places} places. If they changed, correct them on the "
        "structure's page.",
    ),
    Message(
        "row-repeated",
        "Η ίδια μονάδα υπάρχει ξανά, με τον ίδιο αριθμό, στη γραμμή {rows}. Η γραμμή εκείνη ισχύει.",
        "The same unit stands, with the same number, in row {rows}. That row counts.",
    ),
    Message(
        "rows-contradict",
        "Η ίδια μονάδα υπάρχει με διαφορετικό αριθμό στις γραμμές {rows}. Κρατήστε μία.",
        "The same unit stands with different numbers in rows {rows}. Keep one.",
    ),
)

ROW_MESSAGES = by_code(*_CELLS, *_ROWS, *_NETWORK)
