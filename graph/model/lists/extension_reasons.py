"""Why a hold or a stay is made longer, or why somebody stays beyond the agreed day.

Flag `counted`: planners count it as a place that was missing.
"""

from graph.model.lists.entry import CodedList, Entry

EXTENSION_REASONS = CodedList(
    "extension_reasons",
    (
        Entry("house_search", "Αναζήτηση κατοικίας", "looking for a home"),
        Entry("tests_pending", "Εκκρεμούν εξετάσεις", "tests pending"),
        Entry("next_place_date", "Η επόμενη θέση ανοίγει αργότερα", "the next place opens later"),
        Entry("school_year", "Ως το τέλος της σχολικής χρονιάς", "until the school year ends"),
        Entry("court_date", "Αναμένεται δικάσιμος", "court date ahead"),
        Entry("health", "Λόγοι υγείας", "health"),
        Entry("cold_spell", "Έκτακτες καιρικές συνθήκες", "cold or hot spell"),
        Entry("no_alternative", "Δεν υπάρχει άλλη λύση", "no alternative", flags=frozenset({"counted"})),
    ),
)
