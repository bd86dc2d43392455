"""Every event type of the vocabulary is mapped, to types that there are."""

import re
from pathlib import Path

import pytest

from counterclaim.errors import SettingsError
from counterclaim.extraction.llm.vocabulary import EVENT_TYPES
from counterclaim.taxonomies import DisorderType, EventType, SubEventType, crosswalk
from counterclaim.taxonomies.crosswalk import PLOVER_CATEGORIES, _mapped

CLAIMS_PAGE = Path(__file__).parents[2] / "docs" / "claims.md"


def test_every_event_type_of_the_vocabulary_is_mapped_and_no_other() -> None:
    assert set(crosswalk()) == set(EVENT_TYPES)


def test_every_event_type_of_the_docs_is_mapped() -> None:
    section = CLAIMS_PAGE.read_text(encoding="utf-8").split("| Group | Types |")[1].split("\n\n")[0]
    assert set(re.findall(r"`([a-z_]+)`", section)) == set(crosswalk())


def test_every_category_of_plover_is_known_and_some_type_reaches_most() -> None:
    reached = {category for row in crosswalk().values() for category in row.plover}
    assert reached <= set(PLOVER_CATEGORIES)
    assert len(reached) == 16


def test_a_type_that_there_is_not_is_named() -> None:
    row = {"acled": ["Skirmish"], "plover": ["FIGHT"], "modes": []}
    with pytest.raises(SettingsError, match=r"\[clash\]: there is no Skirmish and no FIGHT"):
        _mapped("clash", row)


def test_the_25_types_fall_into_six_and_have_codes_of_their_own() -> None:
    assert len(SubEventType) == 25
    assert {kind.event_type for kind in SubEventType} == set(EventType)
    assert {kind.disorder_type for kind in SubEventType} == set(DisorderType)
    assert len({kind.case_code for kind in SubEventType}) == 25


def test_mapping_is_read_only() -> None:
    with pytest.raises(TypeError):
        crosswalk()["clash"] = None  # type: ignore[index]
