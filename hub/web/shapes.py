"""The shapes that stand beside a state's word, drawn so that they look the same on every screen and on paper.

A shape is named by the sign that the coded lists use for it (`graph.model.lists.states`).
"""

from markupsafe import Markup

_RING = '<circle cx="8" cy="8" r="6"/>'

_DRAWINGS = {
    "○": _RING,
    "◔": f'{_RING}<path class="solid" d="M8 8V2a6 6 0 0 1 6 6z"/>',
    "◑": f'{_RING}<path class="solid" d="M8 2a6 6 0 0 1 0 12z"/>',
    "●": '<circle class="solid" cx="8" cy="8" r="6"/>',
    "╱": '<path d="M3 13 13 3"/>',
    "◇": '<path d="M8 2l6 6-6 6-6-6z"/>',
    "→": '<path d="M2 8h11M9 4l4 4-4 4"/>',
    "✓": '<path d="M2.5 8.5l3.5 4 7.5-9"/>',
    "✓…": '<path d="M1 7.5l3 3.5 6-8"/><path d="M9 13h.01M12 13h.01M15 13h.01"/>',
    "✕": '<path d="M3.5 3.5l9 9M12.5 3.5l-9 9"/>',
    "↩": '<path d="M6 3 2.5 6.5 6 10M3 6.5h7a3.5 3.5 0 0 1 0 7H7"/>',
    "⏱": f'{_RING}<path d="M8 4.5V8l2.5 2"/>',
    "?": '<path d="M5 5.5a3 3 0 1 1 4.4 2.6C8.4 8.7 8 9.2 8 10.3M8 13.5h.01"/>',
    "–": '<path d="M3 8h10"/>',
    "≠": '<path d="M3 6h10M3 10h10M10.5 3l-5 10"/>',
    "…": '<path d="M3 9h.01M8 9h.01M13 9h.01"/>',
    "✦": '<path class="solid" d="M8 1l1.8 5.2L15 8 9.8 9.8 8 15 6.2 9.8 1 8l5.2-1.8z"/>',
    "!": '<path d="M8 2.5v7M8 13.5h.01"/>',
    "+": '<path d="M8 3v10M3 8h10"/>',
    "🔔": '<path d="M8 2a4 4 0 0 0-4 4v3l-1.5 2.5h11L12 9V6a4 4 0 0 0-4-4zM6.5 14h3"/>',
}
SHAPES = frozenset(_DRAWINGS)


def shape(sign: str) -> Markup:
    """The drawing of a sign, hidden from screen readers: the word beside it says the same. Raises KeyError."""
    size = 'viewBox="0 0 16 16" width="16" height="16"'
    return Markup(f'<svg class="shape" {size} aria-hidden="true" focusable="false">{_DRAWINGS[sign]}</svg>')
