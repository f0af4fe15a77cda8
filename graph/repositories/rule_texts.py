"""Eligibility rules as short texts, one per rule, such as `takes f 18 120` or `paper xray within_days 5 waived`.

A rule is a value: the text is the id of its node, and all services that ask the same share it.
"""

from collections.abc import Iterable
from datetime import time

from graph.model.eligibility import EntryWindow, PaperRule, PaperStage, Rules, Sex, SexAgeRule


def rules_as_texts(rules: Rules) -> list[str]:
    """All rules of a service at location; what is not stated has no text."""
    found = [sex_age_text(r) for r in rules.sex_age or ()]
    found += [f"for {code}" for code in sorted(rules.target_groups or ())]
    if rules.target_groups == frozenset():
        found.append("for -")
    found += [f"accepts {code}" for code in sorted(rules.takes)]
    found += [f"refuses {code}" for code in sorted(rules.refuses)]
    found += [_paper_text(p) for p in rules.papers]
    found += _stated("order", rules.order_required)
    found += _stated("without_residence_papers", rules.without_residence_papers)
    if rules.entry_stated:
        found.append(_entry_text(rules.entry))
    if rules.longest_stay_nights is not None:
        found.append(f"stay {rules.longest_stay_nights}")
    if rules.call_first:
        found.append("call_first")
    return found


def rules_of_texts(texts: Iterable[str]) -> Rules:
    """The inverse. Raises ValueError for a text that is no rule."""
    by_kind: dict[str, list[list[str]]] = {}
    ordered = sorted(texts)
    for text in ordered:
        kind, *words = text.split(" ")
        by_kind.setdefault(kind, []).append(words)
    unknown = set(by_kind) - KINDS
    if unknown:
        raise ValueError(f"not rules: {sorted(unknown)}")
    sex_age = sex_age_of_texts(t for t in ordered if t.split(" ")[0] in {"takes", "with_adult"})
    groups = by_kind.get("for")
    entry = by_kind.get("entry")
    stay = by_kind.get("stay")
    return Rules(
        sex_age=sex_age,
        target_groups=None if groups is None else frozenset(w[0] for w in groups if w[0] != "-"),
        takes=_codes(by_kind, "accepts"),
        refuses=_codes(by_kind, "refuses"),
        order_required=_yes_or_no(by_kind, "order"),
        without_residence_papers=_yes_or_no(by_kind, "without_residence_papers"),
        entry=None if entry is None else _entry(entry[0]),
        entry_stated=entry is not None,
        papers=tuple(_paper(words) for words in by_kind.get("paper", [])),
        longest_stay_nights=None if stay is None else int(stay[0][0]),
        call_first="call_first" in by_kind,
    )


KINDS = frozenset(
    {
        "takes",
        "with_adult",
        "for",
        "accepts",
        "refuses",
        "paper",
        "order",
        "without_residence_papers",
        "entry",
        "stay",
        "call_first",
    }
)


def sex_age_text(rule: SexAgeRule) -> str:
    return f"{'with_adult' if rule.accompanied else 'takes'} {rule.sex} {rule.age_from} {rule.age_to}"


def sex_age_of_texts(texts: Iterable[str]) -> tuple[SexAgeRule, ...] | None:
    """None where nothing is stated."""
    rules: list[SexAgeRule] = []
    for text in sorted(texts):
        kind, sex, age_from, age_to = text.split(" ")
        rules.append(SexAgeRule(Sex(sex), int(age_from), int(age_to), accompanied=kind == "with_adult"))
    return tuple(rules) or None


def _stated(word: str, value: bool | None) -> list[str]:
    return [] if value is None else [f"{word} {'yes' if value else 'no'}"]


def _yes_or_no(by_kind: dict[str, list[list[str]]], kind: str) -> bool | None:
    return by_kind[kind][0][0] == "yes" if kind in by_kind else None


def _codes(by_kind: dict[str, list[list[str]]], kind: str) -> frozenset[str]:
    return frozenset(words[0] for words in by_kind.get(kind, []))


def _entry_text(entry: EntryWindow | None) -> str:
    return "entry always" if entry is None else f"entry {entry.opens:%H:%M} {entry.closes:%H:%M}"


def _entry(words: list[str]) -> EntryWindow | None:
    return None if words == ["always"] else EntryWindow(*(time.fromisoformat(w) for w in words))


def _paper_text(paper: PaperRule) -> str:
    waived = "waived" if paper.waived_in_emergency else "kept"
    return f"paper {paper.document} {paper.stage} {'-' if paper.days is None else paper.days} {waived}"


def _paper(words: list[str]) -> PaperRule:
    document, stage, days, waived = words
    return PaperRule(document, PaperStage(stage), None if days == "-" else int(days), waived == "waived")
