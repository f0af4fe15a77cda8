"""The rules of a place in plain words, for whoever asks whether it takes somebody."""

from collections.abc import Iterable, Iterator

from graph.model.eligibility import PaperRule, PaperStage, Rules, Sex, SexAgeRule
from graph.model.lists.circumstances import CIRCUMSTANCES
from graph.model.lists.documents import DOCUMENTS
from graph.model.lists.entry import CodedList, Entry
from graph.model.lists.languages import LANGUAGES
from graph.model.lists.target_groups import TARGET_GROUPS
from graph.model.service import ServiceAtLocation
from hub.site.words import labels, nights_words
from hub.web.components import Fact
from hub.web.i18n import Language, translate, translate_count
from hub.web.i18n import msgid as _

ADULT, OLDEST = 18, 120
NOT_STATED = _("not stated: ask")
_WHO = {
    Sex.FEMALE: (_("women"), _("girls"), _("women and girls")),
    Sex.MALE: (_("men"), _("boys"), _("men and boys")),
    Sex.UNSTATED: (
        _("adults whose sex is not stated"),
        _("children whose sex is not stated"),
        _("people whose sex is not stated"),
    ),
}


def rules_in_words(service: ServiceAtLocation, language: Language) -> list[Fact]:
    """Label and sentence, in the order in which one asks."""
    return [Fact(label=label, value=value) for label, value in _said(service, language) if value]


def _said(service: ServiceAtLocation, language: Language) -> Iterator[tuple[str, str]]:
    rules = service.rules
    yield translate(language, "Takes"), sex_age_in_words(rules.sex_age, language)
    yield translate(language, "For whom"), _stated(TARGET_GROUPS, rules.target_groups, language)
    yield translate(language, "Also takes"), _listed(CIRCUMSTANCES, rules.takes, language)
    yield translate(language, "Does not take"), _listed(CIRCUMSTANCES, rules.refuses, language)
    yield translate(language, "Without residence papers"), _yes_no(rules.without_residence_papers, language)
    yield translate(language, "Order needed"), _yes_no(rules.order_required, language)
    yield translate(language, "Entry"), entry_in_words(rules, language)
    yield translate(language, "Documents"), " · ".join(_paper(p, language) for p in rules.papers)
    yield translate(language, "Longest stay"), _longest(rules, language)
    yield translate(language, "Languages"), _stated(LANGUAGES, service.languages, language)


def sex_age_in_words(rules: Iterable[SexAgeRule] | None, language: Language) -> str:
    """«γυναίκες από 18, κορίτσια ως 17 με ενήλικο του νοικοκυριού»."""
    if rules is None:
        return translate(language, NOT_STATED)
    return ", ".join(_one(rule, language) for rule in rules)


def entry_in_words(rules: Rules, language: Language) -> str:
    if not rules.entry_stated:
        return translate(language, NOT_STATED)
    if rules.entry is None:
        hours = translate(language, "round the clock")
    else:
        hours = f"{rules.entry.opens:%H:%M}–{rules.entry.closes:%H:%M}"
    call = translate(language, "call first")
    return f"{hours}, {call}" if rules.call_first else hours


def _one(rule: SexAgeRule, language: Language) -> str:
    grown, young, both = _WHO[rule.sex]
    who = grown if rule.age_from >= ADULT else young if rule.age_to < ADULT else both
    words = f"{translate(language, who)} {_ages(rule, language)}".strip()
    return translate(language, "%(who)s with an adult of the household", who=words) if rule.accompanied else words


def _ages(rule: SexAgeRule, language: Language) -> str:
    if rule.age_to >= OLDEST:
        return translate(language, "from %(age)s", age=rule.age_from) if rule.age_from else ""
    if rule.age_from == 0:
        return translate(language, "up to %(age)s", age=rule.age_to)
    return f"{rule.age_from}–{rule.age_to}"


def _paper(rule: PaperRule, language: Language) -> str:
    label = DOCUMENTS.get(rule.document).in_language(language.value)
    if rule.stage is PaperStage.NOT_ASKED:
        not_asked = translate(language, "not asked")
        return f"{label}: {not_asked}"
    if rule.stage is PaperStage.WITHIN_DAYS and rule.days is not None:
        when = translate_count(language, "within %(count)s day", "within %(count)s days", rule.days)
    else:
        when = translate(language, "before entry")
    waived = translate(language, "not in an emergency") if rule.waived_in_emergency else ""
    return f"{label}: {', '.join(part for part in (when, waived) if part)}"


def _longest(rules: Rules, language: Language) -> str:
    return nights_words(rules.longest_stay_nights, language) if rules.longest_stay_nights else ""


def _stated(codes: CodedList[Entry], chosen: frozenset[str] | None, language: Language) -> str:
    return translate(language, NOT_STATED) if chosen is None else _listed(codes, chosen, language)


def _listed(codes: CodedList[Entry], chosen: Iterable[str], language: Language) -> str:
    return ", ".join(labels(codes, chosen, language))


def _yes_no(said: bool | None, language: Language) -> str:
    if said is None:
        return translate(language, NOT_STATED)
    return translate(language, "Yes") if said else translate(language, "No")
