"""From names in a text to places."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from counterclaim.gazetteer.candidates import Candidate
from counterclaim.gazetteer.declared import DECLARED, Declared
from counterclaim.gazetteer.folding import place_key
from counterclaim.gazetteer.gazetteer import Gazetteer, open_gazetteer
from counterclaim.gazetteer.mentions import Mention, Span, mentions
from counterclaim.gazetteer.nearness import precision_in
from counterclaim.gazetteer.records import ResolvedPlace, Spot, Unplaced, kilometres
from counterclaim.gazetteer.rules import RULES
from counterclaim.gazetteer.weighing import WEIGHTS, Surroundings, certainty, prior
from counterclaim.model import Conflict

_ROUNDS = 3
_AREA_RADIUS_KM = 400.0
_PLAIN = frozenset({"name", "kind"})
"""How a name may lead to an entry so that what decided among namesakes is the more telling rule."""

_DOUBTFUL = frozenset({"feature", "spelling"})
_LEAST_SUPPORT = 1.0
"""What the document must say for a town, in points, for a doubtful rule to lead to it."""


def resolve_places(
    text: str,
    spans: Sequence[Span],
    *,
    conflict: Conflict | None = None,
    gazetteer: Gazetteer | None = None,
) -> list[ResolvedPlace | None]:
    """The places that names in a text stand for.

    Namesakes are told apart by an area named right behind the name, by the document's other places, by where
    the conflict is, and by inhabitants; `WEIGHTS` has the numbers. The work grows with the number of spans.

    Args:
        text: a document's text.
        spans: where its names of places stand, as (start, end) offsets.
        conflict: what the casebook declares: its places go before the gazetteer's.
        gazetteer: None: the built-in one, whose index is built on its first use.

    Returns:
        For each span the place, or None where the gazetteer knows none of that name.

    Raises:
        GazetteerError: the gazetteer cannot be built or read.
        SettingsError: a lexicon file is wrong.
    """
    answers = explained_places(text, spans, conflict=conflict, gazetteer=gazetteer)
    return [answer if isinstance(answer, ResolvedPlace) else None for answer in answers]


def explained_places(
    text: str,
    spans: Sequence[Span],
    *,
    conflict: Conflict | None = None,
    gazetteer: Gazetteer | None = None,
) -> list[ResolvedPlace | Unplaced]:
    """The places that names in a text stand for, or why they stand for none.

    Arguments and errors are those of `resolve_places`.
    """
    if not spans:
        return []
    known = gazetteer or open_gazetteer()
    declared = _declared(conflict, known)
    found = mentions(text, spans, declared, known)
    rules = choose(found, declared.surroundings)
    answers: list[ResolvedPlace | Unplaced] = [_unknown(text[start:end]) for start, end in spans]
    for mention, rule in zip(found, rules, strict=True):
        place = None if rule == "unlikely" else _answer(mention, rule, known)
        for number in mention.spans:
            answers[number] = _beside(place, text, *spans[number]) if place else _unplaced("unlikely")
    return answers


@lru_cache(maxsize=8)
def _declared(conflict: Conflict | None, gazetteer: Gazetteer) -> Declared:
    """What a casebook declares, looked up once for all of its documents."""
    return Declared(conflict, gazetteer)


def _unknown(name: str) -> Unplaced:
    return _unplaced("description" if name.islower() else "unknown")


def _unplaced(rule: str) -> Unplaced:
    return Unplaced(rule, RULES[rule])


def choose(found: Sequence[Mention], conflict: Surroundings) -> list[str]:
    """Choose among the options of each mention, in the light of the others' choices.

    Args:
        found: the mentions of one document; their `chosen` and `sure` are set.
        conflict: where the conflict is.

    Returns:
        For each mention the name of the rule that decided; "unlikely" where a doubtful rule leads to a
        place that nothing near speaks for.
    """
    bases = [_bases(mention) for mention in found]
    for mention, base in zip(found, bases, strict=True):
        _settle(mention, base)
    for _ in range(_ROUNDS):
        around = _surroundings(found, conflict)
        for mention, base in zip(found, bases, strict=True):
            around.add(mention.candidate.spot, -mention.sure)
            scores = [
                points + around.speak_for(option.spot)
                for points, option in zip(base, mention.options, strict=True)
            ]
            _settle(mention, scores)
            around.add(mention.candidate.spot, mention.sure)
    around = _surroundings(found, conflict)
    return [_rule(mention, base, around) for mention, base in zip(found, bases, strict=True)]


def _bases(mention: Mention) -> list[float]:
    return [
        prior(option, mention.options) + WEIGHTS["container"] * _is_inside(option, mention)
        for option in mention.options
    ]


def _is_inside(option: Candidate, mention: Mention) -> bool:
    """Whether the area behind the name speaks for an option; not for a town in "Mexico, China, Japan"."""
    may_be_country = any(other.spot.kind == "country" for other in mention.options)
    return _lies_in(option.spot, mention.inside) and not (may_be_country and option.spot.kind == "town")


def _settle(mention: Mention, scores: list[float]) -> None:
    mention.chosen = scores.index(max(scores))
    mention.sure = certainty(scores)


def _surroundings(found: Sequence[Mention], conflict: Surroundings) -> Surroundings:
    around = conflict.copy()
    for mention in found:
        around.add(mention.candidate.spot, mention.sure)
    return around


def _lies_in(spot: Spot, areas: Sequence[Spot]) -> bool:
    return any(
        f"{spot.within}.".startswith(f"{area.code}.")
        if area.code
        else kilometres(spot, area) < _AREA_RADIUS_KM
        for area in areas
    )


# ---------------------------------------------------------------- answers


def _rule(mention: Mention, base: list[float], around: Surroundings) -> str:
    candidate = mention.candidate
    if candidate.how in _DOUBTFUL:
        around.add(candidate.spot, -mention.sure)
        support = around.speak_for(candidate.spot)
        around.add(candidate.spot, mention.sure)
        if support < _LEAST_SUPPORT:
            return "unlikely"
    if len(mention.options) == 1 or candidate.how == "casebook":
        return candidate.how
    if _is_inside(candidate, mention):
        return "container"
    return "most-people" if base[mention.chosen] == max(base) else "surroundings"


def _answer(mention: Mention, rule: str, gazetteer: Gazetteer) -> ResolvedPlace:
    candidate, spot = mention.candidate, mention.candidate.spot
    areas = gazetteer.areas_of(spot)
    country = spot if spot.kind == "country" else gazetteer.of_code(spot.country)
    reason = RULES[candidate.how]
    if rule != candidate.how:
        reason += f" {RULES[rule]} There are {len(mention.options)} with the name."
    return ResolvedPlace(
        id=_identifier(spot),
        name=_as_written(mention),
        names=spot.names,
        latitude=spot.latitude,
        longitude=spot.longitude,
        precision=candidate.precision,
        kind=spot.kind,
        country=country.name if country else None,
        admin=tuple(area.name for area in areas),
        is_place=candidate.sort != "people",
        rule=rule if candidate.how in _PLAIN else candidate.how,
        reason=reason,
    )


def _as_written(mention: Mention) -> str:
    """The one of the place's names that the text uses, or else the gazetteer's first."""
    key, spot = place_key(mention.name), mention.candidate.spot
    if mention.candidate.sort == "people":
        return spot.name
    return next(
        (name for name in (mention.name, *spot.names) if name in spot.names and place_key(name) == key),
        spot.name,
    )


def _identifier(spot: Spot) -> str:
    """Names the entry in a way that the next edition of the gazetteer gives again."""
    if spot.gazetteer == DECLARED:
        return f"casebook:{spot.name}"
    if spot.id > 0:
        return f"geonames:{spot.id}"
    return spot.code or f"{spot.gazetteer}:{spot.name}"


def _beside(place: ResolvedPlace, text: str, start: int, end: int) -> ResolvedPlace:
    """The place less precisely, where the words around its name say that it is only nearby."""
    return replace(place, precision=precision_in(text, start, end, place.precision))
