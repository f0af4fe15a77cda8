"""Every word that a page or a message uses is there in both languages, and none is there for nothing."""

import pytest

from hub.web.catalogue.problems import problems
from hub.web.i18n import Language


@pytest.mark.parametrize("language", list(Language))
def test_the_catalogues_are_complete(language: Language):
    said = problems(language)
    assert not said, "\n" + "\n".join(said)
