"""The figures of a finding put into words of one language: nouns, numbers with their noun, labels, dates."""

from collections.abc import Callable, Mapping
from datetime import date

from graph.model.lists.circumstances import CIRCUMSTANCES
from graph.model.lists.documents import DOCUMENTS, Document
from graph.model.lists.entry import CodedList, Entry, Language
from graph.model.lists.languages import LANGUAGES
from graph.model.lists.target_groups import TARGET_GROUPS
from graph.model.lists.unit_kinds import UNIT_KINDS
from matching.finding import Param

_NOUNS = {
    "men": ("άνδρες", "men"),
    "women": ("γυναίκες", "women"),
    "boys": ("αγόρια", "boys"),
    "girls": ("κορίτσια", "girls"),
    "people": ("άτομα", "people"),
    "children": ("παιδιά", "children"),
    "man": ("ο άνδρας", "the man"),
    "woman": ("η γυναίκα", "the woman"),
    "boy": ("το αγόρι", "the boy"),
    "girl": ("το κορίτσι", "the girl"),
    "son": ("ο γιος", "the boy"),
    "daughter": ("η κόρη", "the girl"),
    "person": ("το άτομο", "the person"),
    "child": ("το παιδί", "the child"),
}
_COUNTED = {
    "place": ("θέση", "θέσεις", "place", "places"),
    "person": ("άτομο", "άτομα", "person", "people"),
    "night": ("νύχτα", "νύχτες", "night", "nights"),
    "day": ("ημέρα", "ημέρες", "day", "days"),
    "hour": ("ώρα", "ώρες", "hour", "hours"),
    "minute": ("λεπτό", "λεπτά", "minute", "minutes"),
}
_LETTERS = str.maketrans({"F": "Γ", "M": "Α", "X": "Χ"})
_MINUTES_A_DAY, _MINUTES_AN_HOUR = 24 * 60, 60


def in_words(params: Mapping[str, Param], language: Language) -> dict[str, str]:
    """Each figure by its name, ready for a sentence; `how` says what practice accepts for the documents."""
    words = {name: _WRITERS.get(name, _plain)(value, language) for name, value in params.items()}
    if "documents" in params:
        words["how"] = "· ".join(_with_practice(DOCUMENTS.get(code), language) for code in _codes(params["documents"]))
    return words


def counted(number: int, noun: str, language: Language) -> str:
    """Such as «1 θέση», «3 θέσεις», "3 places"."""
    one_el, many_el, one_en, many_en = _COUNTED[noun]
    one, many = (one_el, many_el) if language == "el" else (one_en, many_en)
    return f"{number} {one if number == 1 else many}"


def duration(minutes: int, language: Language) -> str:
    """In the largest whole unit: 40 minutes, 3 hours, 2 days."""
    if minutes >= 2 * _MINUTES_A_DAY:
        return counted(minutes // _MINUTES_A_DAY, "day", language)
    if minutes >= 2 * _MINUTES_AN_HOUR:
        return counted(minutes // _MINUTES_AN_HOUR, "hour", language)
    return counted(minutes, "minute", language)


def _plain(value: Param, _: Language) -> str:
    return str(value)


def _noun(value: Param, language: Language) -> str:
    el, en = _NOUNS[str(value)]
    return el if language == "el" else en


def _count_of(noun: str) -> Callable[[Param, Language], str]:
    return lambda value, language: counted(_number(value), noun, language)


def _labels_of(codes: CodedList[Entry]) -> Callable[[Param, Language], str]:
    return lambda value, language: ", ".join(_label(codes.get(code), language) for code in _codes(value))


def _label(entry: Entry, language: Language) -> str:
    """Greek labels begin with a capital, which the middle of a sentence takes back, save for acronyms and Roma."""
    label = entry.in_language(language)
    keep = language == "en" or label[1:2].isupper() or label == "Ρομά"
    return label if keep else label[:1].lower() + label[1:]


def _with_practice(document: Document, language: Language) -> str:
    practice = document.in_emergency_el if language == "el" else document.in_emergency_en
    label = _label(document, language)
    return f"{label} ({practice})" if practice else label


def _people(value: Param, language: Language) -> str:
    """The household line: Γ34 Γ6 Α13, or F34 F6 M13."""
    line = " ".join(_codes(value))
    return line.translate(_LETTERS) if language == "el" else line


def _day(value: Param, _: Language) -> str:
    return date.fromisoformat(str(value)).strftime("%d/%m/%Y")


def _age(value: Param, language: Language) -> str:
    return duration(_number(value), language)


def _number(value: Param) -> int:
    if not isinstance(value, int):
        raise TypeError(f"a count is a whole number, not {value!r}")
    return value


def _codes(value: Param) -> tuple[str, ...]:
    """Codes of a list; read back from JSON they are a list, not a tuple."""
    return tuple(value) if not isinstance(value, str | int) else (str(value),)


_WRITERS: dict[str, Callable[[Param, Language], str]] = {
    "whom": _noun,
    "who": _noun,
    "people": _people,
    "documents": _labels_of(DOCUMENTS),
    "groups": _labels_of(TARGET_GROUPS),
    "circumstances": _labels_of(CIRCUMSTANCES),
    "languages": _labels_of(LANGUAGES),
    "unit": _labels_of(UNIT_KINDS),
    "on": _day,
    "minutes": _age,
    "hours": _count_of("hour"),
    "days": _count_of("day"),
    "nights": _count_of("night"),
    "longest": _count_of("night"),
    "places": _count_of("place"),
    "needed": _count_of("place"),
    "missing": _count_of("place"),
    "size": _count_of("person"),
}
