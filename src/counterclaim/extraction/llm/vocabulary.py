"""The values that an answer may use: those of the claim vocabulary, with a few words on each."""

from collections.abc import Mapping
from typing import Any, get_args

from counterclaim.lexicon import load_toml
from counterclaim.model import Scope, Stance

_WORDS: Mapping[str, Any] = load_toml("second_reader")

MEASURES_OF: Mapping[str, list[str]] = _WORDS["measures"]
"""What can be done to what is counted, by the family of the object."""

OBJECTS: Mapping[str, str] = _WORDS["objects"]
EVENT_TYPES: Mapping[str, str] = _WORDS["event_types"]
MEASURES: Mapping[str, str] = {
    measure: _WORDS["measure_notes"].get(measure, "")
    for measures in MEASURES_OF.values()
    for measure in measures
}
STANCES: tuple[str, ...] = get_args(Stance)
SCOPES: tuple[str, ...] = get_args(Scope)

ONE: frozenset[str] = frozenset(_WORDS["one"])
"""Words that count one thing, where an answer's words begin with them."""

INSTRUCTIONS: str = _WORDS["instructions"].strip()


def family_of(object_: str) -> str:
    """The family of an object: ``materiel`` of ``materiel.tank``."""
    return object_.split(".", 1)[0]
