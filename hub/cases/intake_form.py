"""The intake page's form, read as it was typed. Nothing that was typed is lost by a mistake."""

from dataclasses import asdict, dataclass, field, fields
from hashlib import sha256
from json import dumps

from starlette.datastructures import FormData

from hub.areas.gazetteer import load_gazetteer
from hub.areas.search import suggest
from hub.cases.intake_choices import ASKED_PAPERS, PLACES

SEVERAL = frozenset({"safe_ways", "kinds", "circumstances", "languages"})
AWAY = ("away", "away_2", "away_3")
"""Fields for places to keep away from; the id that was chosen stands in the one with `_id`."""
PAPER = "paper_"
FROM_DATE = "shelter_from_date"


@dataclass(slots=True)
class IntakeForm:
    """What was typed, field by field. Lists and `papers` (state by document) hold codes; `once` marks this form."""

    once: str = ""
    danger: str = ""
    caller: str = ""
    where: str = ""
    where_id: str = ""
    whereabouts: str = ""
    household: str = ""
    together: str = ""
    kinds: list[str] = field(default_factory=list[str])
    urgency: str = ""
    starts_on: str = ""
    nights: str = ""
    circumstances: list[str] = field(default_factory=list[str])
    away_here: str = ""
    away: str = ""
    away_id: str = ""
    away_2: str = ""
    away_2_id: str = ""
    away_3: str = ""
    away_3_id: str = ""
    away_kilometres: str = ""
    sharing_basis: str = ""
    phone: str = ""
    safe_ways: list[str] = field(default_factory=list[str])
    safe_hours: str = ""
    languages: list[str] = field(default_factory=list[str])
    name: str = ""
    note: str = ""
    papers: dict[str, str] = field(default_factory=dict[str, str])

    def area(self, name: str) -> str | None:
        """The area of the field `name`: the chosen one, else the best that its text alone names."""
        return area_of(getattr(self, name), getattr(self, f"{name}_id"))

    def fingerprint(self) -> str:
        """The same for the same words in the same form, sent twice."""
        return sha256(dumps(asdict(self), sort_keys=True).encode()).hexdigest()


def empty_form(once: str, caller: str = "") -> IntakeForm:
    return IntakeForm(once=once, caller=caller, together="yes", nights="1", languages=["el"])


def read_form(sent: FormData) -> IntakeForm:
    """What a browser sent; files are nobody's business here."""
    form = IntakeForm()
    for name in (f.name for f in fields(IntakeForm) if f.name != "papers"):
        values = _texts(sent, name)
        if name in SEVERAL:
            setattr(form, name, values)
        elif values:
            setattr(form, name, values[-1])
    form.papers = {code: texts[-1] for code in ASKED_PAPERS if (texts := _texts(sent, PAPER + code))}
    return form


def area_of(text: str, chosen_id: str) -> str | None:
    """The page works without its script too: then nothing was chosen, and the text has to do."""
    if chosen_id in load_gazetteer().areas:
        return chosen_id
    found = suggest(text, limit=1, kinds=PLACES) if len(text.strip()) > 1 else ()
    return found[0].id if found else None


def _texts(sent: FormData, name: str) -> list[str]:
    return [value for value in sent.getlist(name) if isinstance(value, str)]
