"""What became of a need. Flag `helped`: asked again at 7 and 30 days. Closing is a date, not an outcome."""

from graph.model.lists.entry import CodedList, Entry

_HELPED = frozenset({"helped"})

OUTCOMES = CodedList(
    "outcomes",
    (
        Entry(
            "helped_placed",
            "Τοποθετήθηκε και έμεινε τουλάχιστον 7 ημέρες",
            "placed, and stayed 7 days or more",
            flags=_HELPED,
        ),
        Entry("helped_service", "Εξυπηρετήθηκε", "received the service", flags=_HELPED),
        Entry("helped_partly", "Εξυπηρετήθηκε μερικώς", "helped in part", flags=_HELPED),
        Entry("information_given", "Δόθηκε πληροφόρηση", "information given"),
        Entry("referred_elsewhere", "Παραπέμφθηκε εκτός δικτύου", "referred elsewhere"),
        Entry("bridged", "Δόθηκε μόνο προσωρινή λύση", "bridged only"),
        Entry("no_capacity", "Δεν βρέθηκε θέση", "no place was found"),
        Entry("not_eligible", "Δεν είναι πουθενά επιλέξιμο/η", "eligible nowhere"),
        Entry("declined_by_person", "Το άτομο δεν θέλησε", "the person did not want it"),
        Entry("lost_contact", "Χάθηκε η επαφή", "contact was lost"),
        Entry("cancelled_error", "Άνοιξε από λάθος", "opened by mistake"),
        Entry("died", "Απεβίωσε", "died"),
    ),
)
