"""Whose people or things a figure counts, who did it, where, and who says so."""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from counterclaim.extraction.tables.around import Layer
from counterclaim.extraction.tables.headings import named_source
from counterclaim.extraction.tables.position import Found, Label, Position
from counterclaim.lexicon import word_set

T = TypeVar("T")

_MARKS = re.compile(r"(?:\[[^\[\]]*\]|\{\w*\})")
_ENEMY = word_set("counts_fields", "enemy")
_LOCAL = ("person", "structure", "settlement", "incident")
_PARTIES = frozenset(("party", "country", "people"))


def party_of(position: Position, object_: str, measure: str, speaker: str | None) -> Found | None:
    """Whose people or things they are: the party that the nearest words name, else that of who speaks.

    Args:
        position: where the figure stands.
        object_: the code of what it counts.
        measure: as in the claim vocabulary.
        speaker: the party that its source speaks for.
    """
    for layer in (*position.inner, *(layer for layer in position.columns if not _hosts(layer, measure))):
        if found := _only_party(layer, object_):
            return found
    for label in position.labels:
        if _is_place(label, position, measure) or label.role in ("source", "actor"):
            continue
        if label.role in _PARTIES and (label.layer.meaning.is_total or label.layer.meaning.is_unnamed):
            return None  # those of all, or of nobody known
        if found := _labelled_party(label, position, object_):
            return found
    for layer in position.sections:
        if position.is_by_side and (layer.meaning.is_total or layer.meaning.is_unnamed):
            return None
        if found := _only_party(layer, object_) or (_as_written(layer) if position.is_by_side else None):
            return found
    for layer in position.around.layers:
        if not _is_setting(layer, object_, measure) and (found := _only_party(layer, object_)):
            return found
    return _party_of_place(position, object_) or _party_of_speaker(position, object_, speaker)


def _as_written(layer: Layer) -> Found | None:
    """A side by the name that the table gives it: "Government forces"; what is counted is no side."""
    meaning = layer.meaning
    is_name = any(word[0].isupper() for word in meaning.text.split()[1:])
    is_what = bool(meaning.object or meaning.senses) and not is_name
    if is_what or meaning.is_total or meaning.is_unnamed:
        return None
    return Found(without_marks(meaning.text), layer.where, layer)


def _only_party(layer: Layer, object_: str) -> Found | None:
    """The party of a heading that names one, not as a town or a territory, nor as where people were."""
    meaning = layer.meaning
    named = meaning.parties if _is_of_people(object_) else (*meaning.parties, *meaning.asides)
    parties = {one.party for one in named if not one.is_place}
    return Found(parties.pop(), layer.where, layer) if len(parties) == 1 else None


def _is_of_people(object_: str) -> bool:
    """Whether what is counted belongs to a place and its people, not to an army."""
    return object_.startswith(_LOCAL) and object_ != "person.military"


def _is_setting(layer: Layer, object_: str, measure: str) -> bool:
    """Whether a name before other words is the place of people: "Yemen air raids", not "Kosovo refugees"."""
    apposed = any(named.is_apposed for named in layer.meaning.parties)
    return apposed and _is_of_people(object_) and measure != "displaced"


def _is_place(label: Label, position: Position, measure: str) -> bool:
    """Whether a cell names where it was: in a column of places, or a country where others say whose."""
    if label.role != "country":
        return label.role == "place" or (label.role is None and _hosts(label.layer, measure))
    others = any(other.role in ("place", "actor") for other in position.labels)
    return measure == "displaced" or position.has_sides or others


def _hosts(layer: Layer, measure: str) -> bool:
    """Whether a heading is the name of the country that people have fled to, and of nothing else."""
    meaning = layer.meaning
    is_name = [named.how for named in meaning.parties] == ["name"]
    return measure == "displaced" and is_name and not meaning.senses and not meaning.object


def _labelled_party(label: Label, position: Position, object_: str) -> Found | None:
    if position.has_sides and label.side != position.side:
        return None
    is_joint = " and " in label.cell.text and label.role in _PARTIES
    found = None if label.role == "people" or is_joint else _only_party(label.layer, object_)
    return found or (_as_written(label.layer) if label.role in _PARTIES else None)


def _party_of_place(position: Position, object_: str) -> Found | None:
    """In a war of states, for people and buildings: the state that the table names as their place."""
    is_owned = position.around.context.is_between_states and _is_of_people(object_)
    for layer in position.layers if is_owned else ():
        apposed = (named for named in layer.meaning.parties if named.is_apposed)
        settings = (*layer.meaning.settings, *layer.meaning.asides, *apposed)
        if len(settings) == 1 and not settings[0].is_place:
            return Found(settings[0].party, "the country of the place", layer)
    return None


def _party_of_speaker(position: Position, object_: str, speaker: str | None) -> Found | None:
    """A speaker's own people, or the enemy's where the words say so; between two states, else nobody's."""
    context = position.around.context
    words = {word.lower() for layer in position.layers for word in layer.meaning.text.split()}
    if speaker is None or speaker not in context.parties:
        return None
    if words & _ENEMY:
        opponent = context.opponent(speaker)
        return Found(opponent, "the speaker's enemy") if opponent else None
    is_alone = context.is_between_states or context.parties == (speaker,)
    return Found(speaker, "the speaker's own") if is_alone and object_.startswith("person") else None


def place_of(position: Position, object_: str, measure: str) -> Found | None:
    """Where it was: the cell of a column of places, else what the section or the caption names."""
    for label in sorted(position.labels, key=lambda label: label.role != "place"):
        meaning = label.layer.meaning
        if _is_place(label, position, measure) and not (meaning.is_total or meaning.is_unnamed):
            return Found(without_marks(label.cell.text), "row heading", label.layer)
    for layer in position.columns:
        if _hosts(layer, measure):
            return Found(layer.meaning.text, layer.where, layer)
    unnamed = (label.layer for label in position.labels if label.role is None)
    for layer in (*position.columns, *unnamed, *position.sections):
        meaning = layer.meaning
        named = [one for one in (*meaning.settings, *meaning.asides, *meaning.parties) if one.is_place]
        if len(named) == 1:
            return Found(named[0].written, layer.where, layer)
    around = position.around.place
    if around is not None:
        return Found(around[0], around[1].where, around[1])
    for layer in position.around.layers:
        if _is_setting(layer, object_, measure):
            return Found(layer.meaning.parties[0].party, layer.where, layer)
    return None


def source_of(position: Position) -> tuple[Found, str | None] | None:
    """Who says it, and the party that the source speaks for."""
    for label in position.labels:
        meaning = label.layer.meaning
        if label.role == "source" and not meaning.is_unnamed:
            name, party = named_source(without_marks(label.cell.text), meaning)
            return Found(name, "row heading", label.layer), party
    for layer in (*position.inner, *position.columns, *position.sections):
        if layer.meaning.source is not None:
            name, party = layer.meaning.source
            return Found(name, layer.where, layer), party
    if position.around.source is None:
        return None
    name, party, stated = position.around.source
    return Found(name, stated.where if stated else "who speaks before the table", stated), party


def actor_of(position: Position) -> Found | None:
    """Who did it: the cell of a column of those responsible, or a party after "by"."""
    for label in position.labels:
        meaning = label.layer.meaning
        if label.role == "actor" and not (meaning.is_total or meaning.is_unnamed):
            party = meaning.parties[0].party if len(meaning.parties) == 1 else without_marks(label.cell.text)
            return Found(party, "row heading", label.layer)
    return _first(position.layers, _by)


def _by(layer: Layer) -> Found | None:
    return Found(layer.meaning.actor, layer.where, layer) if layer.meaning.actor else None


def without_marks(text: str) -> str:
    """A name without the marks of footnotes behind it."""
    return _MARKS.sub("", text).rstrip("*†‡ ").removesuffix(":").rstrip()


def _first(layers: Iterable[Layer], test: Callable[[Layer], T | None]) -> T | None:
    return next((found for layer in layers if (found := test(layer)) is not None), None)
