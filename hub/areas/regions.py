"""The 13 regions (περιφέρειες). Source: Law 3852/2010 (Kallikratis), article 3; codes by the NUTS 2 classification."""

from typing import NamedTuple


class Region(NamedTuple):
    """`code` is NUTS 2; `name_el` is in the genitive, to follow «Περιφέρεια», `spoken_el` as one says it alone."""

    code: str
    name_el: str
    spoken_el: str
    name_en: str


REGIONS = (
    Region("EL30", "Αττικής", "Αττική", "Attica"),
    Region("EL41", "Βορείου Αιγαίου", "Βόρειο Αιγαίο", "North Aegean"),
    Region("EL42", "Νοτίου Αιγαίου", "Νότιο Αιγαίο", "South Aegean"),
    Region("EL43", "Κρήτης", "Κρήτη", "Crete"),
    Region("EL51", "Ανατολικής Μακεδονίας και Θράκης", "Ανατολική Μακεδονία και Θράκη", "Eastern Macedonia and Thrace"),
    Region("EL52", "Κεντρικής Μακεδονίας", "Κεντρική Μακεδονία", "Central Macedonia"),
    Region("EL53", "Δυτικής Μακεδονίας", "Δυτική Μακεδονία", "Western Macedonia"),
    Region("EL54", "Ηπείρου", "Ήπειρος", "Epirus"),
    Region("EL61", "Θεσσαλίας", "Θεσσαλία", "Thessaly"),
    Region("EL62", "Ιονίων Νήσων", "Ιόνια Νησιά", "Ionian Islands"),
    Region("EL63", "Δυτικής Ελλάδας", "Δυτική Ελλάδα", "Western Greece"),
    Region("EL64", "Στερεάς Ελλάδας", "Στερεά Ελλάδα", "Central Greece"),
    Region("EL65", "Πελοποννήσου", "Πελοπόννησος", "Peloponnese"),
)
