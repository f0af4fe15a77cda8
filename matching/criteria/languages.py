"""Is there a language that both sides speak? The one they speak best is a wish of its own."""

from dataclasses import dataclass
from typing import ClassVar

from matching.candidate import Candidate
from matching.codes import Code
from matching.finding import Finding, found
from matching.snapshot import NeedProfile

GREEK = "el"


@dataclass(frozen=True, slots=True)
class CommonLanguage:
    """A place that states no languages speaks Greek."""

    name: ClassVar[str] = "languages"
    hard: ClassVar[bool] = True
    of_unit: ClassVar[bool] = False

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        theirs, spoken = need.languages, candidate.offer.languages
        if not theirs:
            return found(Code.LANGUAGES_NOT_ASKED)
        if spoken is None:
            greek = GREEK in theirs
            return found(Code.LANGUAGES_GREEK) if greek else found(Code.LANGUAGES_NOT_STATED, languages=theirs)
        shared = tuple(code for code in theirs if code in spoken)
        if shared:
            return found(Code.LANGUAGES_SHARED, languages=shared)
        return found(Code.LANGUAGES_NONE_SHARED, languages=theirs)


@dataclass(frozen=True, slots=True)
class MainLanguage:
    """The language that the household speaks best, the first of its list."""

    name: ClassVar[str] = "main_language"
    hard: ClassVar[bool] = False
    of_unit: ClassVar[bool] = False

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        main, spoken = (need.languages or (GREEK,))[0], candidate.offer.languages
        if main in (spoken if spoken is not None else {GREEK}):
            return found(Code.MAIN_LANGUAGE_SPOKEN, languages=(main,))
        return found(
            Code.MAIN_LANGUAGE_NOT_STATED if spoken is None else Code.MAIN_LANGUAGE_NOT_SPOKEN, languages=(main,)
        )
