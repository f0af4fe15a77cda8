"""The story of a case from its events, the newest first, in sentences of the reader's language."""

from collections.abc import Iterable
from datetime import datetime

from graph.model.events import Event
from graph.model.events import EventType as E
from graph.scope import HUB
from hub.cases.case_file import CaseFile
from hub.cases.event_sentences import SENTENCES, WHY_HELD, EventSentence
from hub.cases.tracks import label_of
from hub.web.components import TimelineEntry
from hub.web.formats import moment
from hub.web.i18n import Language, translate

ORDER = tuple(SENTENCES)
UNTIL = ("expires_at", "answer_by", "until")


def history_of(file: CaseFile, language: Language, events: Iterable[Event] | None = None) -> list[TimelineEntry]:
    """All events of the case that have a sentence, or those of `events`."""
    told = [e for e in (file.events if events is None else events) if e.type in SENTENCES]
    # What happened in one instant is told in the order in which such things follow each other.
    ordered = sorted(told, key=lambda e: (e.recorded_at, ORDER.index(e.type), e.step))
    return [_entry(file, event, language) for event in reversed(ordered)]


def sentence_of(event: Event, now: datetime, language: Language) -> str:
    return _filled(SENTENCES[event.type], event, now, language)


def _entry(file: CaseFile, event: Event, language: Language) -> TimelineEntry:
    place, body = _place(file, event), _body(file, event)
    sentence = sentence_of(event, file.now, language)
    return TimelineEntry(
        at=event.recorded_at,
        sentence=f"{sentence} · {place}" if place and place != body else sentence,
        shape=SENTENCES[event.type].shape,
        body=body,
        details=_details(file, event, language),
        by_system=event.actor_id == HUB,
    )


def _filled(sentence: EventSentence, event: Event, now: datetime, language: Language) -> str:
    code = event.data.get(sentence.coded)
    values: dict[str, object] = {
        "coded": label_of(str(code) if code else None, language, *sentence.lists),
        "until": _until(event, now, language),
        "fits": event.data.get("fits", 0),
        "ask_first": event.data.get("ask_first", 0),
        "people": event.data.get("people", 0),
    }
    return translate(language, sentence.text, **values).removesuffix(": ")


def _until(event: Event, now: datetime, language: Language) -> str:
    for name in UNTIL:
        if event.data.get(name):
            return moment(datetime.fromisoformat(str(event.data[name])), now, language)
    return ""


def _place(file: CaseFile, event: Event) -> str:
    named = event.data.get("service_at_location_id")
    claim = file.claim(event.subject_id)
    return file.place_name(str(named) if named else claim.service_at_location_id if claim else "")


def _body(file: CaseFile, event: Event) -> str | None:
    """Whose act it was: one's own body by its name, the other side by its structure, as far as that may be known."""
    organization = event.actor_organization_id
    if event.actor_id == HUB or organization is None:
        return None
    if organization == file.case.organization_id:
        return file.bodies.get(organization)
    return _place(file, event) or None


def _details(file: CaseFile, event: Event, language: Language) -> str | None:
    if event.type is E.HOLD_PLACED and event.data.get("second_reason"):
        return _filled(WHY_HELD, event, file.now, language)
    return None
