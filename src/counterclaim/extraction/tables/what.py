"""What a figure counts: its measure and its object, from the headings of its cell."""

from collections.abc import Sequence
from functools import reduce

from counterclaim.extraction.counts.cues import kind_of_object
from counterclaim.extraction.counts.objects import common_object
from counterclaim.extraction.tables.around import Layer, Where
from counterclaim.extraction.tables.headings import Meaning, finer_object, joined_measure
from counterclaim.extraction.tables.position import Found, Position

Source = Layer | tuple[Meaning, ...]
"""What gives a measure: a heading, or all of those that a total adds up."""

_OWN: frozenset[Where] = frozenset(("cell", "column heading", "row heading"))
_NEAR: frozenset[Where] = _OWN | {"section of the table", "caption of the table"}
_OBJECTS = {
    "people": "person",
    "materiel": "materiel",
    "structures": "structure",
    "settlements": "settlement",
    "incidents": "incident",
    "money": "money",
}


def what_of(position: Position, is_money: bool) -> tuple[Found, Found] | None:
    """Measure and object of a figure, None where no heading says what is counted.

    Args:
        position: where it stands.
        is_money: whether it has a sign of currency, in its cell or its heading.
    """
    if is_money:
        return Found("cost", "a sign of currency"), Found("money", "a sign of currency")
    measuring, objects = _measuring(position), _objects(position)
    kind = _kind(objects, measuring, position)
    if kind is None:
        return None
    object_ = _object(objects, kind, position)
    measure = _measure(measuring, kind)
    if measure is None:
        if object_.layer is None or object_.layer.where not in _NEAR or not _is_counted(position):
            return None
        measure = Found("cost" if kind == "money" else "other", "no word says what was done")
    return measure, object_


def _is_counted(position: Position) -> bool:
    """Whether a column counts at all, where no word says what was done: its heading is no other thing."""
    heading = position.columns[0].meaning if position.columns else None
    if heading is None or position.inner or heading.is_unnamed or heading.is_total:
        return True
    return bool(heading.object or heading.group or heading.parties or heading.source)


def _measuring(position: Position) -> list[Source]:
    """Whatever gives a measure, the nearest first; a total's parts come after its own headings."""
    layers = [layer for layer in position.layers if layer.meaning.senses]
    near = [layer for layer in layers if layer.where in _OWN]
    if near or not any(meaning.senses for meaning in position.summed):
        return list(layers)
    return [position.summed, *layers]


def _objects(position: Position) -> list[tuple[str, Layer | None]]:
    found: list[tuple[str, Layer | None]] = [
        (layer.meaning.object, layer) for layer in position.layers if layer.meaning.object is not None
    ]
    summed = [meaning.object for meaning in position.summed if meaning.object is not None]
    if summed and not any(layer is not None and layer.where in _OWN for _, layer in found):
        found.insert(0, (reduce(common_object, summed), None))
    return found


def _kind(
    objects: Sequence[tuple[str, Layer | None]], measuring: Sequence[Source], position: Position
) -> str | None:
    """The kind of thing counted: that of the nearest object that the nearest measure can be said of."""
    kinds = _kinds(measuring[0]) if measuring else list(_OBJECTS)
    for code, _ in objects:
        if kind_of_object(code) in kinds:
            return kind_of_object(code)
    is_of_people = position.counts_people or any(layer.meaning.group for layer in position.layers)
    if "people" in kinds and is_of_people:
        return "people"
    return kinds[0] if measuring and len(kinds) == 1 else None


def _kinds(source: Source) -> list[str]:
    meanings = source if isinstance(source, tuple) else (source.meaning,)
    return list(dict.fromkeys(kind for meaning in meanings for kind in meaning.kinds))


def _object(objects: Sequence[tuple[str, Layer | None]], kind: str, position: Position) -> Found:
    """The object: the nearest of its kind, made finer by words that can be said of the same thing."""
    found: Found | None = None
    fitting = [(code, layer) for code, layer in objects if kind_of_object(code) == kind]
    if kind == "people":
        fitting += [(layer.meaning.group, layer) for layer in position.layers if layer.meaning.group]
    for code, layer in fitting:
        if found is None:
            found = Found(code, layer.where if layer else "what it adds up", layer)
        elif layer is not None and _may_narrow(layer, found):
            finer = finer_object(found.value, code)
            found = found if finer in (None, found.value) else Found(code, layer.where, layer)
    return found or Found(_OBJECTS[kind], "what the measure is said of")


def _may_narrow(layer: Layer, found: Found) -> bool:
    """Whether words may narrow what nearer ones name: the headings far above only where they count it."""
    return layer.where in _NEAR or bool(layer.meaning.senses) or found.value == _OBJECTS["people"]


def _measure(measuring: Sequence[Source], kind: str) -> Found | None:
    """The measure of the nearest words; that of a total of several is their sum's."""
    for source in measuring:
        if isinstance(source, tuple):
            found = frozenset(measure for meaning in source if (measure := meaning.measure_of(kind)))
            summed = joined_measure(found, kind)
            if summed is not None:
                return Found(summed, "a sum over what stands beside it")
            continue
        measure = source.meaning.measure_of(kind)
        if measure is not None:
            return Found(measure, source.where, source)
    return None
