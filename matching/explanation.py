"""Findings as sentences for people, in Greek and in English: why, what would change it, and what to ask whom.

Sentences are fragments without a full stop. Nothing of a hidden place stands in them (INV-9).
"""

from graph.model.lists.entry import Language
from matching.finding import Finding
from matching.snapshot import Offer
from matching.wording.base import Whom
from matching.wording.every import WORDING
from matching.words import in_words


def reason(finding: Finding, language: Language) -> str:
    """«δέχεται αγόρια ως 12· ο γιος είναι 13» / "takes boys up to 12; the boy is 13"."""
    wording = WORDING[finding.code]
    return (wording.el if language == "el" else wording.en).format_map(in_words(finding.params, language))


def what_would_change(finding: Finding, language: Language) -> str | None:
    """For an unmet finding: what would have to be otherwise. None for the others."""
    return _then(finding, language) if finding.unmet else None


def what_to_ask(finding: Finding, offer: Offer, language: Language) -> str | None:
    """For an unknown finding: whom to ask, with the place's telephone, and what. None for the others."""
    question = _then(finding, language)
    whom = WORDING[finding.code].whom
    if whom is None or question is None:
        return None
    return f"{_ask(whom, offer, language)}: {question}"


def _then(finding: Finding, language: Language) -> str | None:
    wording = WORDING[finding.code]
    sentence = wording.then_el if language == "el" else wording.then_en
    return None if sentence is None else sentence.format_map(in_words(finding.params, language))


def _ask(whom: Whom, offer: Offer, language: Language) -> str:
    greek = language == "el"
    if whom is Whom.PEOPLE:
        return "ρωτήστε το νοικοκυριό" if greek else "ask the household"
    if whom is Whom.PROSECUTOR:
        return "ρωτήστε την εισαγγελία ανηλίκων" if greek else "ask the prosecutor for minors"
    if offer.hidden:
        return "ρωτήστε μέσω του δικτύου" if greek else "ask through the network"
    if offer.phone is None:
        return "ρωτήστε τη δομή" if greek else "ask the place"
    return f"καλέστε {offer.phone} και ρωτήστε" if greek else f"call {offer.phone} and ask"
