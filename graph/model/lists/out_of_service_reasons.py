"""Why a unit cannot be given out for a time."""

from graph.model.lists.entry import CodedList, Entry

OUT_OF_SERVICE_REASONS = CodedList(
    "out_of_service_reasons",
    (
        Entry("repair", "Επισκευή", "repair"),
        Entry("damage", "Ζημιά", "damage"),
        Entry("infestation", "Απεντόμωση (κοριοί κ.ά.)", "infestation"),
        Entry("infection_control", "Έλεγχος λοίμωξης", "infection control"),
        Entry("fire_safety", "Πυρασφάλεια", "fire safety"),
        Entry("staff_shortage", "Έλλειψη προσωπικού", "staff shortage"),
        Entry(
            "single_use_of_double",
            "Δίκλινο που δίνεται ως μονόκλινο",
            "double given as single: privacy or risk",
        ),
        Entry("reserved_for_order", "Φυλάσσεται για εντολή αρχής", "kept for an authority's order"),
        Entry("licence", "Άδεια λειτουργίας", "licence"),
        Entry("seasonal", "Εποχική λειτουργία", "seasonal closing"),
        Entry("other", "Άλλο", "other", needs_note=True),
    ),
)
