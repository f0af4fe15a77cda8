"""Error code → what the reader is told. A test reads every code that is raised anywhere and finds it here.

The Greek stands in `hub/locale/el/LC_MESSAGES/errors.po`.
"""

from hub.sentences import capacity, cases, chain, edge, matching
from hub.sentences.sentence import Sentence

SENTENCES: dict[str, Sentence] = {
    **edge.SENTENCES,
    **chain.SENTENCES,
    **capacity.SENTENCES,
    **cases.SENTENCES,
    **matching.SENTENCES,
}
