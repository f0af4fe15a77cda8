"""Why a whole file is refused, and what to do."""

from connectors.kit.messages import Message, by_code

TOO_LARGE = Message(
    "file-too-large",
    "Το αρχείο είναι μεγαλύτερο από {megabytes} MB. Κρατήστε μόνο τις στήλες με τις θέσεις ή χωρίστε το.",
    "The file is larger than {megabytes} MB. Keep only the columns about places, or split it.",
)
EMPTY = Message(
    "file-empty",
    "Το αρχείο είναι άδειο. Δεν άλλαξε τίποτα· ελέγξτε ότι διαλέξατε το σωστό.",
    "The file is empty. Nothing was changed; check that you chose the right one.",
)
NO_ROWS = Message(
    "file-without-rows",
    "Το αρχείο έχει επικεφαλίδες αλλά καμία γραμμή με στοιχεία. Δεν άλλαξε τίποτα.",
    "The file has headings but no row of data. Nothing was changed.",
)
NO_COLUMNS = Message(
    "columns-not-recognised",
    "Δεν βρέθηκε στήλη για: {missing}. Το αρχείο έχει: {seen}. Μετονομάστε τις στήλες ή αντιστοιχίστε τις, "
    "ή ξεκινήστε από το υπόδειγμα.",
    "No column was found for: {missing}. The file has: {seen}. Rename the columns or match them, or start "
    "from the model file.",
)
COLUMN_TWICE = Message(
    "column-twice",
    "Οι στήλες {columns} σημαίνουν και οι δύο «{field}». Κρατήστε μία ή αντιστοιχίστε τις.",
    'The columns {columns} both mean "{field}". Keep one, or match them.',
)
TOO_MANY_ROWS = Message(
    "too-many-rows",
    "Το αρχείο έχει πάνω από {rows} γραμμές. Χωρίστε το σε περισσότερα.",
    "The file has more than {rows} rows. Split it into several.",
)
TOO_MANY_COLUMNS = Message(
    "too-many-columns",
    "Το αρχείο έχει πάνω από {columns} στήλες. Κρατήστε μόνο όσες αφορούν τις θέσεις.",
    "The file has more than {columns} columns. Keep only those about places.",
)
UNKNOWN_ENCODING = Message(
    "encoding-unknown",
    "Δεν διαβάζονται τα ελληνικά του αρχείου. Αποθηκεύστε το ως «CSV UTF-8» ή ως XLSX.",
    "The letters of the file cannot be read. Save it as CSV UTF-8 or as XLSX.",
)
NOT_A_SPREADSHEET = Message(
    "not-a-spreadsheet",
    "Το αρχείο δεν είναι CSV ή XLSX. Αποθηκεύστε το σε έναν από αυτούς τους τύπους.",
    "The file is neither CSV nor XLSX. Save it as one of these.",
)
OLD_EXCEL = Message(
    "old-or-locked-excel",
    "Το αρχείο είναι παλιάς μορφής Excel ή έχει κωδικό. Αποθηκεύστε το ως XLSX χωρίς κωδικό.",
    "The file is in an old Excel format or has a password. Save it as XLSX without a password.",
)
OPEN_DOCUMENT = Message(
    "open-document",
    "Το αρχείο είναι ODS. Αποθηκεύστε το ως XLSX ή CSV.",
    "The file is ODS. Save it as XLSX or CSV.",
)
DAMAGED = Message(
    "file-damaged",
    "Το αρχείο XLSX είναι κατεστραμμένο. Ανοίξτε το, αποθηκεύστε το ξανά και δοκιμάστε πάλι.",
    "The XLSX file is damaged. Open it, save it again and retry.",
)
UNPACKS_TOO_LARGE = Message(
    "file-unpacks-too-large",
    "Το αρχείο XLSX γίνεται υπερβολικά μεγάλο όταν ανοίγει. Αντιγράψτε τις τιμές σε νέο αρχείο.",
    "The XLSX file becomes far too large when opened. Copy the values into a new file.",
)

FILE_MESSAGES = by_code(
    TOO_LARGE,
    EMPTY,
    NO_ROWS,
    NO_COLUMNS,
    COLUMN_TWICE,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    UNKNOWN_ENCODING,
    NOT_A_SPREADSHEET,
    OLD_EXCEL,
    OPEN_DOCUMENT,
    DAMAGED,
    UNPACKS_TOO_LARGE,
)
