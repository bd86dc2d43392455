"""Armed groups that the lexicon does not know: text to the names that stand for one in it."""

import pytest

from counterclaim.extraction.groups import groups_named
from counterclaim.extraction.tokens import tokenise

GROUPS = [
    ("Police fought the Gran Aksyon gang. Gran Aksyon burned the town.", ["Gran Aksyon", "Gran Aksyon"]),
    ("The militia Raia Mutomboki attacked.", ["Raia Mutomboki"]),
    ("On Monday Tuareg rebels attacked.", ["Tuareg rebels"]),
    (
        "The Lomani Resistance Army (LRM) attacked; the LRM withdrew.",
        ["Lomani Resistance Army"] * 3,
    ),
    ("The Tamil Tigers fought. On Monday Tiger rebels attacked.", ["Tamil Tigers"]),
    ("The Tamil Tigers fought. The Tigers won.", ["Tamil Tigers"] * 2),
    ("The Tigers won.", []),
    ("Jets bomb S.Lanka rebels", []),
    ("On Monday Syrian rebels attacked.", []),  # a state's people are no group
    ("On Monday Islamist militants attacked.", []),  # nor is a creed
    ("They died. Suspected rebels attacked.", []),
    ("The 93rd Mechanized Brigade attacked.", []),
    ("The Human Rights Watch group reported it.", []),
    ("The National Liberation Army attacked.", []),  # many bear the name
    ("The Houthi rebels attacked.", []),  # the lexicon knows them
]


@pytest.mark.parametrize(("text", "names"), GROUPS)
def test_text_names_its_groups(text: str, names: list[str]) -> None:
    groups = groups_named(text)
    assert [match.value for match in groups.find(tokenise(text))] == names if groups else not names
