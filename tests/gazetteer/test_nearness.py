"""What the words around a place's name make of its precision."""

import pytest

from counterclaim.gazetteer import precision_in

TABLE = [
    # the words, the place's own precision, what was put there
    ("in [Aden]", 1, 1),
    ("at [Aden]", 1, 1),
    ("[Aden] was shelled", 1, 1),
    ("near [Aden]", 1, 2),
    ("outside the [Aden]", 1, 2),
    ("ten kilometres north of [Aden]", 1, 2),
    ("on the outskirts of [Aden]", 1, 2),
    ("in the countryside of [Aden]", 1, 2),
    ("in the direction of [Aden]", 1, 2),
    ("in the west of [Aden]", 1, 2),
    ("in the [Aden] area", 1, 2),
    ("in [Aden]'s suburbs", 1, 2),
    ("in [Aden area]", 1, 2),
    ("near [Abyan district]", 3, 3),
    ("on the road to [Aden]", 1, 5),
    ("on the [Aden]-Taiz road", 1, 5),
    ("between [Aden] and Taiz", 1, 5),
    ("between Aden and [Taiz]", 1, 5),
    ("in Aden and [Taiz]", 1, 1),
    ("on the border with [Oman]", 6, 6),
    ("on the border of [Dhale]", 4, 5),
    ("off the coast of [Aden]", 1, 7),
    ("40 miles off [Aden]", 1, 7),
    ("called off [Aden] talks", 1, 1),
    ("in western [Syria]", 6, 5),
    ("in the west of [Syria]", 6, 5),
    ("in the north of [Idlib] province", 4, 5),
    ("in central [Aden]", 1, 1),
    ("the fall of [Aden]", 1, 1),
]


@pytest.mark.parametrize(("marked", "own", "precision"), TABLE)
def test_words_around_a_name_tell_how_precise_it_is(marked: str, own: int, precision: int) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    assert precision_in(marked.replace("[", "").replace("]", ""), start, end, own) == precision
