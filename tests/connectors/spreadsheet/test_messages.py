"""Every refusal has a sentence in both languages, and every sentence belongs to a refusal that can happen."""

import re
from pathlib import Path
from string import Formatter

import pytest

import connectors.spreadsheet
from connectors.kit.messages import Message
from connectors.spreadsheet.file_messages import FILE_MESSAGES
from connectors.spreadsheet.row_messages import ROW_MESSAGES

MESSAGES = [*FILE_MESSAGES.values(), *ROW_MESSAGES.values()]
SOURCE = [
    path.read_text(encoding="utf-8")
    for path in Path(connectors.spreadsheet.__path__[0]).glob("*.py")
    if not path.name.endswith("_messages.py")
]
RAISED = re.compile(r'(?:RowProblem|problem)\(\s*"([a-z-]+)"|code="([a-z-]+)"')


def slots(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.code)
def test_both_languages_use_the_same_slots(message: Message) -> None:
    assert slots(message.el) == slots(message.en)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.code)
def test_a_message_is_a_sentence_in_each_language(message: Message) -> None:
    assert re.search("[α-ω]", message.el)
    assert not re.search("[α-ωΑ-Ω]", message.en)
    assert message.el[-1] in ".;"
    assert message.en[-1] in ".?"


def test_every_row_refusal_that_the_code_raises_has_its_sentence_and_no_sentence_is_idle() -> None:
    raised = {first or second for text in SOURCE for first, second in RAISED.findall(text)}
    assert raised == set(ROW_MESSAGES)
