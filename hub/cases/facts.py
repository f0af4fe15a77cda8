"""What is known of a household, for its own caseworkers: the one page that says names, telephone and what they flee."""

from collections.abc import Iterable, Iterator

from graph.model.case import Case, Danger, KeepAway, Need
from graph.model.lists.callers import CALLERS
from graph.model.lists.circumstances import CIRCUMSTANCES
from graph.model.lists.document_states import DOCUMENT_STATES
from graph.model.lists.documents import DOCUMENTS
from graph.model.lists.entry import CodedList, Entry
from graph.model.lists.languages import LANGUAGES
from graph.model.lists.safe_contact import SAFE_CONTACT
from graph.model.lists.sharing_bases import SHARING_BASES
from graph.model.lists.whereabouts import WHEREABOUTS
from hub.areas.gazetteer import Gazetteer
from hub.cases.case_file import CaseFile
from hub.cases.household_line import written
from hub.matches.need_line import area_name
from hub.people.vault import Vault
from hub.site.words import capital, labels
from hub.web.components import Fact
from hub.web.formats import moment
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _
from hub.web.numbers import phone

DANGER = {Danger.YES: _("Yes"), Danger.NO: _("No"), Danger.UNKNOWN: _("Not known")}
NOT_RECORDED = _("not recorded")


def household_facts(file: CaseFile, vault: Vault, gazetteer: Gazetteer, language: Language) -> list[Fact]:
    """Who they are, how to reach them, what applies."""
    case = file.case
    rows = [*_people(case, vault, language), *_around(case, vault, gazetteer, language)]
    return [Fact(label=label, value=value) for label, value in rows if value]


def safety_facts(file: CaseFile, gazetteer: Gazetteer, language: Language) -> list[Fact]:
    """What each need keeps away from, and on what basis facts may be shared."""
    rows = [_keep_away_row(need, file, gazetteer, language) for need in file.needs]
    rows.append((translate(language, "Basis for sharing"), basis_words(file, language)))
    return [Fact(label=label, value=value) for label, value in rows if value]


def basis_words(file: CaseFile, language: Language) -> str:
    case = file.case
    if case.sharing_basis is None or case.sharing_basis_at is None:
        return capital(translate(language, NOT_RECORDED))
    basis = capital(SHARING_BASES.get(case.sharing_basis).in_language(language.value))
    return f"{basis}, {moment(case.sharing_basis_at, file.now, language)}"


def _people(case: Case, vault: Vault, language: Language) -> Iterator[tuple[str, str]]:
    for person in case.household.members:
        yield written(person, language), vault.open(person.sealed_name) or translate(language, "no name given")


def _around(case: Case, vault: Vault, gazetteer: Gazetteer, language: Language) -> Iterator[tuple[str, str]]:
    contact = case.safe_contact
    number = vault.open(contact.sealed_phone)
    ways = _capitals(SAFE_CONTACT, contact.ways, language)
    yield translate(language, "Phone"), phone(number) if number else ""
    yield translate(language, "Safe contact"), " · ".join(part for part in (ways, contact.hours or "") if part)
    yield translate(language, "In danger now"), translate(language, DANGER[case.danger])
    yield translate(language, "Where they are now"), _where(case, gazetteer, language)
    yield translate(language, "Who is calling"), _capitals(CALLERS, [case.caller] if case.caller else [], language)
    yield translate(language, "What applies"), _capitals(CIRCUMSTANCES, case.circumstances, language)
    yield translate(language, "Languages"), _capitals(LANGUAGES, case.household.languages, language)
    yield translate(language, "Documents"), _papers(case, language)
    yield translate(language, "Note"), vault.open(case.sealed_note) or ""


def _keep_away_row(need: Need, file: CaseFile, gazetteer: Gazetteer, language: Language) -> tuple[str, str]:
    return translate(language, "Keep away from"), keep_away_words(need.keep_away, file, gazetteer, language)


def keep_away_words(keep_away: KeepAway, file: CaseFile, gazetteer: Gazetteer, language: Language) -> str:
    areas = sorted(area_name(a, gazetteer, language) for a in keep_away.areas)
    places = sorted(file.place_name(p) for p in keep_away.service_at_location_ids)
    around = [
        translate(language, "%(km)s km around where they are", km=metres // 1000) for _spot, metres in keep_away.around
    ]
    return ", ".join([*areas, *places, *around])


def _where(case: Case, gazetteer: Gazetteer, language: Language) -> str:
    area = area_name(case.where_now, gazetteer, language) if case.where_now else ""
    kind = _capitals(WHEREABOUTS, [case.whereabouts] if case.whereabouts else [], language)
    return " · ".join(part for part in (area, kind) if part)


def _papers(case: Case, language: Language) -> str:
    said = [
        f"{DOCUMENTS.get(code).in_language(language.value)}: "
        f"{DOCUMENT_STATES.get(str(state)).in_language(language.value).lower()}"
        for code, state in sorted(case.papers.items())
    ]
    return capital(" · ".join(said))


def _capitals(codes: CodedList[Entry], chosen: Iterable[str], language: Language) -> str:
    return ", ".join(capital(label) for label in labels(codes, chosen, language))
