"""What a column can mean, and the headings by which each is recognised."""

from enum import StrEnum

from connectors.kit.folding import folded
from connectors.kit.messages import Words


class Field(StrEnum):
    STRUCTURE_CODE = "structure_code"
    STRUCTURE_NAME = "structure_name"
    UNIT_CODE = "unit_code"
    UNIT_NAME = "unit_name"
    PLACES = "places"
    FREE = "free"
    DATE = "date"
    TIME = "time"
    REASON = "reason"


LABELS = {
    Field.STRUCTURE_CODE: Words("Κωδικός δομής", "Structure code"),
    Field.STRUCTURE_NAME: Words("Δομή", "Structure"),
    Field.UNIT_CODE: Words("Κωδικός μονάδας", "Unit code"),
    Field.UNIT_NAME: Words("Μονάδα", "Unit"),
    Field.PLACES: Words("Θέσεις", "Places"),
    Field.FREE: Words("Ελεύθερες θέσεις", "Free places"),
    Field.DATE: Words("Ημερομηνία", "Date"),
    Field.TIME: Words("Ώρα", "Time"),
    Field.REASON: Words("Λόγος", "Reason"),
}

SYNONYMS = {
    Field.STRUCTURE_CODE: (
        "Κωδικός δομής", "Κωδ. δομής", "Κωδικός", "Κωδικός υπηρεσίας", "Κωδικός ξενώνα", "Αριθμός δομής",
        "Structure code", "Service code", "Site code", "Code", "Structure id", "Service at location id",
    ),
    Field.STRUCTURE_NAME: (
        "Δομή", "Όνομα δομής", "Ονομασία δομής", "Τίτλος δομής", "Επωνυμία δομής", "Ονομασία", "Επωνυμία",
        "Ξενώνας", "Υπηρεσία", "Όνομα υπηρεσίας", "Παράρτημα", "Κέντρο", "Υπνωτήριο", "Στέγη",
        "Structure", "Structure name", "Name of structure", "Shelter", "Hostel", "Service", "Service name",
        "Site", "Site name", "Facility", "Branch", "Name",
    ),
    Field.UNIT_CODE: (
        "Κωδικός μονάδας", "Κωδ. μονάδας", "Κωδικός θαλάμου", "Κωδικός δωματίου", "Αριθμός δωματίου",
        "Αριθμός θαλάμου", "Unit code", "Room code", "Room number", "Capacity unit id", "Unit id",
    ),
    Field.UNIT_NAME: (
        "Μονάδα", "Όνομα μονάδας", "Μονάδα θέσεων", "Θάλαμος", "Δωμάτιο", "Κοιτώνας", "Διαμέρισμα", "Τμήμα",
        "Πτέρυγα", "Όροφος", "Κατηγορία θέσεων", "Είδος θέσεων", "Τύπος θέσης",
        "Unit", "Unit name", "Capacity unit", "Room", "Ward", "Dormitory", "Flat", "Wing", "Kind of places",
    ),
    Field.PLACES: (
        "Θέσεις", "Κλίνες", "Δυναμικότητα", "Χωρητικότητα", "Σύνολο θέσεων", "Σύνολο κλινών", "Αριθμός θέσεων",
        "Αριθμός κλινών", "Συνολικές θέσεις", "Συνολικές κλίνες", "Δυναμικότητα σε κλίνες", "Δυναμικότητα κλινών",
        "Δυναμικότητα θέσεων", "Θέσεις συνολικά", "Κλίνες συνολικά", "Κρεβάτια",
        "Places", "Beds", "Capacity", "Total places", "Total beds", "Number of places", "Number of beds", "Total",
    ),
    Field.FREE: (
        "Ελεύθερες", "Ελεύθερες θέσεις", "Ελεύθερες κλίνες", "Ελεύθερες τώρα", "Ελεύθερες (θέσεις)",
        "Ελεύθερες (κλίνες)", "Ελεύθερες θέσεις τώρα", "Ελεύθερα κρεβάτια", "Ελεύθερα", "Αριθμός ελεύθερων θέσεων",
        "Αριθμός ελεύθερων κλινών", "Διαθέσιμες", "Διαθέσιμες θέσεις", "Διαθέσιμες κλίνες", "Διαθεσιμότητα",
        "Κενές", "Κενές θέσεις", "Κενές κλίνες",
        "Free", "Free places", "Free beds", "Free now", "Places free", "Beds free", "Available",
        "Available places", "Available beds", "Vacant", "Vacant places", "Vacant beds", "Vacancies",
    ),
    Field.DATE: (
        "Ημερομηνία", "Ημ/νία", "Ημερομηνία ενημέρωσης", "Ημερομηνία αναφοράς", "Ημερομηνία καταγραφής", "Ημέρα",
        "Ημερομηνία και ώρα", "Ημερομηνία / ώρα", "Ημερομηνία ώρα", "Στοιχεία της", "Ισχύει από",
        "Τελευταία ενημέρωση",
        "Date", "Day", "As of", "As at", "Date and time", "Date / time", "Datetime", "Date time", "Updated",
        "Updated on", "Updated at", "Last updated", "Reported at",
    ),
    Field.TIME: (
        "Ώρα", "Ώρα ενημέρωσης", "Ώρα αναφοράς", "Ώρα καταγραφής", "Time", "Hour", "Time of day",
    ),
    Field.REASON: ("Λόγος", "Reason", "Λόγος μη λήψης", "Reason not taken"),
}  # fmt: skip
"""The reason column is ours: it comes back with a corrected file, is read over and written anew."""

FIELD_OF_HEADING = {folded(heading): field for field, headings in SYNONYMS.items() for heading in headings}
