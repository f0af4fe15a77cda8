"""The story of a case has a sentence for everything that can happen to it, in both languages."""

from datetime import UTC, datetime

import pytest

from graph.model.events import Event, EventType
from graph.model.ids import AccountId, EventId
from hub.cases.event_sentences import SENTENCES
from hub.cases.history import sentence_of
from hub.web.i18n import Language, translate
from hub.web.shapes import SHAPES

OF_NO_CASE = {
    EventType.CAPACITY_REPORTED,
    EventType.REPORT_KEPT_AS_HISTORY,
    EventType.REPORT_QUARANTINED,
    EventType.PLACES_CHANGED,
    EventType.TAKEN_OUT_OF_SERVICE,
    EventType.RETURNED_TO_SERVICE,
    EventType.DISCREPANCY_OPENED,
    EventType.DISCREPANCY_SETTLED,
    EventType.CERTIFICATION_CHANGED,
    EventType.PERSONS_READ,
    EventType.FILE_TAKEN,
    EventType.ACCOUNT_CREATED,
    EventType.SIGNED_IN,
}
NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)


def test_every_event_that_can_stand_on_a_case_has_its_sentence() -> None:
    assert set(SENTENCES) == set(EventType) - OF_NO_CASE


@pytest.mark.parametrize("event_type", SENTENCES, ids=str)
def test_it_is_said_in_both_languages(event_type: EventType) -> None:
    sentence = SENTENCES[event_type]
    assert translate(Language.EN, sentence.text) == sentence.text
    assert translate(Language.EL, sentence.text) != sentence.text
    assert sentence.shape in SHAPES


@pytest.mark.parametrize("event_type", SENTENCES, ids=str)
def test_nothing_is_left_open_in_it(event_type: EventType) -> None:
    code = SENTENCES[event_type].lists[0].codes[0] if SENTENCES[event_type].lists else None
    data = {SENTENCES[event_type].coded: code, "expires_at": NOW.isoformat(), "fits": 4, "ask_first": 2, "people": 3}
    event = Event(EventId("e"), event_type, "s", NOW, AccountId("a"), None, (), data=data)
    for language in Language:
        said = sentence_of(event, NOW, language)
        assert "%" not in said
        assert not said.endswith((":", " "))


def test_a_reason_that_was_not_given_leaves_no_colon_behind() -> None:
    event = Event(EventId("e"), EventType.HOLD_RELEASED, "s", NOW, AccountId("a"), None, ())
    assert sentence_of(event, NOW, Language.EN) == "The hold was given back"
