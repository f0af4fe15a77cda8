from hypothesis import given
from hypothesis import strategies as st

from hub.web import strip
from hub.web.i18n import Language
from tests.unit.web.gallery_form import a_strip

counts = st.integers(min_value=0, max_value=40)
strips = st.builds(
    a_strip,
    free=counts,
    held=counts,
    secured=counts,
    occupied=counts,
    out_of_service=counts,
    places=st.integers(min_value=0, max_value=300),
    overflow=counts,
)


def states(counted: strip.Strip) -> list[str]:
    return [part.state for part in strip.parts(counted)]


def test_a_small_group_has_one_cell_a_place_with_free_at_the_right_end():
    counted = a_strip(free=2, held=1, secured=1, occupied=1, out_of_service=1, places=6)
    assert states(counted) == ["occupied", "secured", "held", "out_of_service", "free", "free"]


def test_places_given_elsewhere_are_drawn_as_occupied():
    assert states(a_strip(free=1, held=0, secured=0, occupied=1, places=4)) == ["occupied"] * 3 + ["free"]


def test_more_than_24_places_are_a_bar_in_proportion():
    counted = a_strip(free=10, held=0, secured=0, occupied=30, places=40)
    assert [(part.state, part.count) for part in strip.parts(counted)] == [("occupied", 30), ("free", 10)]
    occupied, free = strip.parts(counted)
    assert occupied.width == 3 * free.width


def test_claims_of_my_own_desk_are_underlined():
    counted = a_strip(free=0, held=2, secured=1, occupied=0, places=3, mine=1)
    assert [part.mine for part in strip.parts(counted)] == [False, False, True]
    assert not any(part.mine for part in strip.parts(a_strip(mine=0)))


def test_the_strip_is_also_a_sentence():
    counted = a_strip(free=2, held=1, secured=1, occupied=2, places=6)
    assert strip.words(counted, Language.EL) == "6 θέσεις: 2 ελεύθερες, 1 δεσμευμένη, 1 κατοχυρωμένη, 2 κατειλημμένες"
    assert strip.words(counted, Language.EN) == "6 places: 2 free, 1 held, 1 secured, 2 occupied"


def test_none_free_is_said_too():
    counted = a_strip(free=0, held=0, secured=0, occupied=1, places=1)
    assert strip.words(counted, Language.EN) == "1 place: 0 free, 1 occupied"


@given(strips)
def test_every_place_is_drawn_once_from_the_left_without_gap_or_overlap(counted: strip.Strip):
    parts = strip.parts(counted)
    known = counted.free + counted.held + counted.secured + counted.occupied
    known += counted.out_of_service + counted.overflow
    assert sum(part.count for part in parts) == max(counted.places, known)
    assert all(left.x + left.width <= right.x + 0.11 for left, right in zip(parts, parts[1:], strict=False))
    if parts:
        assert abs(parts[-1].x + parts[-1].width - strip.width(counted)) < 0.2
