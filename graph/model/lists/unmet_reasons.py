"""Why nothing suitable was found for a need, as planners count it."""

from graph.model.lists.entry import CodedList, Entry

UNMET_REASONS = CodedList(
    "unmet_reasons",
    (
        Entry("full", "Πλήρεις δομές", "everything suitable is full"),
        Entry("no_kind_in_area", "Δεν υπάρχει τέτοια δομή στην περιοχή", "no such structure in the area"),
        Entry("household_shape", "Σύνθεση του νοικοκυριού", "make-up of the household"),
        Entry("age_of_sons", "Όριο ηλικίας αγοριών", "age limit for boys"),
        Entry("accessibility", "Προσβασιμότητα", "accessibility"),
        Entry("documents_only", "Έλειπαν μόνο δικαιολογητικά", "only documents were missing"),
        Entry("order_missing", "Λείπει εντολή ή απόφαση", "order or decision missing"),
        Entry("support_too_high", "Μεγαλύτερη ανάγκη φροντίδας", "support needs too high"),
        Entry("language", "Γλώσσα", "language"),
        Entry("distance", "Απόσταση", "distance"),
        Entry("hours", "Ωράριο εισόδου", "entry hours"),
        Entry("safety_area", "Ασφάλεια στην περιοχή", "safety in the area"),
        Entry("not_confirmed", "Στοιχεία χωρίς επιβεβαίωση", "figures could not be confirmed"),
    ),
)
