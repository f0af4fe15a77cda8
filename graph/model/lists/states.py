"""The words for states, each with the shape and tone that stand beside them: never colour alone."""

from dataclasses import dataclass

from graph.model.lists.entry import CodedList, Entry


@dataclass(frozen=True, kw_only=True)
class StateLabel(Entry):
    """`shape` is printed before the word; `tone` names a role of colour, `none` for plain text."""

    shape: str
    tone: str


def _state(code: str, el: str, en: str, shape: str, tone: str) -> StateLabel:
    return StateLabel(code, el, en, shape=shape, tone=tone)


PLACE_STATES = CodedList(
    "place_states",
    (
        _state("free", "ελεύθερη", "free", "○", "green"),
        _state("held", "δεσμευμένη", "held", "◔", "amber"),
        _state("secured", "κατοχυρωμένη", "secured", "◑", "blue"),
        _state("occupied", "κατειλημμένη", "occupied", "●", "grey"),
        _state("out_of_service", "εκτός λειτουργίας", "out of service", "╱", "hatched"),
        _state("overflow", "πρόσθετη (έκτακτη)", "overflow", "◇", "violet"),
    ),
)

HOLD_STATES = CodedList(
    "hold_states",
    (
        _state("held", "δεσμευμένη", "held", "◔", "amber"),
        _state("converted", "κατοχυρώθηκε", "became a reservation", "◑", "blue"),
        _state("released", "αποδεσμεύτηκε", "released", "↩", "grey"),
        _state("expired", "έληξε", "expired", "⏱", "grey"),
    ),
)

REFERRAL_STATES = CodedList(
    "referral_states",
    (
        _state("draft", "πρόχειρο", "draft", "…", "grey"),
        _state("requested", "στάλθηκε", "sent", "→", "blue"),
        _state("received", "διαβάστηκε", "read", "→", "blue"),
        _state("accepted", "δεκτή", "accepted", "✓", "green"),
        _state("accepted_with_conditions", "δεκτή με όρους", "accepted with conditions", "✓…", "amber"),
        _state("declined", "μη δεκτή", "declined", "✕", "red"),
        _state("withdrawn", "ανακλήθηκε", "withdrawn", "↩", "grey"),
        _state("expired", "έληξε", "expired", "⏱", "grey"),
        _state("no_answer", "χωρίς απάντηση", "no answer", "?", "amber"),
        _state("in_progress", "σε εξέλιξη", "in progress", "●", "green"),
        _state("completed", "ολοκληρώθηκε", "completed", "✓", "grey"),
        _state("failed", "δεν τελεσφόρησε", "failed", "✕", "red"),
    ),
)

RESERVATION_STATES = CodedList(
    "reservation_states",
    (
        _state("made", "κατοχυρωμένη", "secured", "◑", "blue"),
        _state("converted", "ήρθε", "arrived", "●", "green"),
        _state("cancelled", "ακυρώθηκε", "cancelled", "↩", "grey"),
        _state("non_arrival", "δεν προσήλθε", "did not come", "○", "red"),
    ),
)

PLACEMENT_STATES = CodedList(
    "placement_states",
    (
        _state("arrived", "ήρθε", "arrived", "●", "green"),
        _state("extended", "με παράταση", "extended", "●", "green"),
        _state("departed", "αποχώρησε", "left", "→", "grey"),
    ),
)

FIGURE_STATES = CodedList(
    "figure_states",
    (
        _state("fresh", "πρόσφατο", "fresh", "–", "none"),
        _state("stale", "παλιό", "stale", "⏱", "orange"),
        _state("contradicted", "ασυμφωνία", "disputed", "≠", "red"),
    ),
)
