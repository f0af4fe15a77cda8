"""The kinds of body that typically run a service."""

from graph.model.lists.entry import CodedList, Entry

RUNNERS = CodedList(
    "runners",
    (
        Entry("municipality", "Δήμος", "municipality"),
        Entry("ngo", "Μη κυβερνητική οργάνωση", "non-governmental organization"),
        Entry("church", "Εκκλησία", "church"),
        Entry("ekka", "Εθνικό Κέντρο Κοινωνικής Αλληλεγγύης", "National Centre for Social Solidarity"),
        Entry("ministry", "Υπουργείο", "ministry"),
        Entry("welfare_centre", "Κέντρο Κοινωνικής Πρόνοιας Περιφέρειας", "regional welfare centre"),
        Entry("intergovernmental", "Διεθνής οργανισμός", "intergovernmental organization"),
        Entry("hospital", "Νοσοκομείο", "hospital"),
        Entry("health_service", "Υπηρεσία υγείας", "health service"),
        Entry("association", "Σύλλογος γονέων ή ατόμων με αναπηρία", "association of parents or disabled people"),
        Entry("bar_association", "Δικηγορικός σύλλογος", "bar association"),
        Entry("private", "Ιδιωτικός φορέας", "private body"),
    ),
)
