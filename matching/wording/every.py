"""The sentences of every code."""

from matching.codes import Code
from matching.wording.base import Wording
from matching.wording.of_notes import OF_NOTES
from matching.wording.of_papers import OF_PAPERS
from matching.wording.of_people import OF_PEOPLE
from matching.wording.of_places import OF_PLACES
from matching.wording.of_times import OF_TIMES

WORDING: dict[Code, Wording] = {**OF_PEOPLE, **OF_PLACES, **OF_PAPERS, **OF_TIMES, **OF_NOTES}
