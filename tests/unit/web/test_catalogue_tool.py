from pathlib import Path

import pytest

from hub.web.catalogue import files
from hub.web.catalogue.problems import problems
from hub.web.catalogue.update import update
from hub.web.i18n import Language

EL, EN = Language.EL, Language.EN


class Tree:
    """A small hub of its own, with its own catalogues."""

    def __init__(self, root: Path) -> None:
        self.hub, self.locale = root / "hub", root / "hub" / "locale"

    def write(self, path: str, text: str) -> None:
        target = self.hub / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)

    def update(self, *domains: str) -> list[str]:
        return update(domains, hub=self.hub, locale=self.locale)

    def translate(self, domain: str, translations: dict[str, str | tuple[str, str]], *flags: str) -> None:
        catalogue = files.read(EL, domain, self.locale)
        for entry in catalogue:
            key = entry.id if isinstance(entry.id, str) else entry.id[0]
            if key in translations:
                entry.string = translations[key]
                entry.flags |= set(flags)
        files.write(EL, domain, catalogue, self.locale)

    def problems(self, language: Language = EL) -> list[str]:
        return problems(language, hub=self.hub, locale=self.locale)

    def text(self, domain: str) -> str:
        return files.path_of(EL, domain, self.locale).read_text()


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    tree = Tree(tmp_path)
    tree.write("web/templates/desk/page.html", '{{ _("Now") }} {{ ngettext("one row", "%(num)s rows", 2) }}')
    tree.write("desk/pages.py", 'WORDS = msgid("Waiting"), translate(language, "Since %(time)s", time=now)')
    tree.write("web/formats.py", 'text = translate_count(language, "%(count)s day", "%(count)s days", 2)')
    return tree


GREEK: dict[str, str | tuple[str, str]] = {
    "Now": "Τώρα",
    "one row": ("μία γραμμή", "%(num)s γραμμές"),
    "Waiting": "Αναμονή",
    "Since %(time)s": "Από %(time)s",
}


def test_messages_of_templates_and_code_go_to_the_file_of_their_feature(tree: Tree):
    assert tree.update() == ["desk", "frame"]
    assert 'msgid "Waiting"' in tree.text("desk")
    assert 'msgid "Now"' in tree.text("desk")
    assert 'msgid_plural "%(count)s days"' in tree.text("frame")


def test_nothing_is_wrong_once_everything_is_translated(tree: Tree):
    tree.update()
    tree.translate("desk", GREEK)
    tree.translate("frame", {"%(count)s day": ("%(count)s ημέρα", "%(count)s ημέρες")})
    assert tree.problems(EL) == []
    assert tree.problems(EN) == []


def test_updating_again_keeps_translations_and_changes_no_byte(tree: Tree):
    tree.update()
    tree.translate("desk", GREEK)
    before = tree.text("desk")
    tree.update()
    assert tree.text("desk") == before


def test_updating_one_feature_leaves_the_files_of_others_alone(tree: Tree):
    assert tree.update("desk") == ["desk"]
    assert files.domains(EL, tree.locale) == {"desk"}


def test_a_message_that_no_file_has_is_missing(tree: Tree):
    tree.update()
    tree.translate("desk", GREEK)
    tree.write("desk/views.py", 'msgid("Quite new")')
    assert any("missing: 'Quite new'" in line and "hub/desk/views.py" in line for line in tree.problems())


def test_an_empty_a_fuzzy_and_an_unused_entry_are_named(tree: Tree):
    tree.update()
    tree.translate("desk", {**GREEK, "Now": ""})
    tree.translate("desk", {"Waiting": "Αναμονή"}, "fuzzy")
    tree.write("desk/pages.py", 'msgid("Waiting")')
    said = "\n".join(tree.problems())
    assert "not translated: 'Now'" in said
    assert "fuzzy: 'Waiting'" in said
    assert "not used any more: 'Since %(time)s'" in said


def test_an_unused_entry_is_dropped_by_the_next_update(tree: Tree):
    tree.update()
    tree.write("desk/pages.py", "")
    tree.update("desk")
    assert "Waiting" not in tree.text("desk")


@pytest.mark.parametrize(
    "wrong", [{"Since %(time)s": "Από %(ώρα)s"}, {"Since %(time)s": "Από"}, {"one row": ("μία γραμμή", "γραμμές")}]
)
def test_a_placeholder_that_differs_is_named(tree: Tree, wrong: dict[str, str | tuple[str, str]]):
    tree.update()
    tree.translate("desk", {**GREEK, **wrong})
    assert any("placeholders" in line for line in tree.problems())


def test_two_files_may_not_translate_one_message_in_two_ways(tree: Tree):
    tree.write("site/pages.py", 'msgid("Waiting")')
    tree.update()
    tree.translate("desk", GREEK)
    (tree.locale / "el/LC_MESSAGES/site.po").write_text(tree.text("desk").replace("Αναμονή", "Σε αναμονή"))
    assert any("translated otherwise in another file: 'Waiting'" in line for line in tree.problems())
