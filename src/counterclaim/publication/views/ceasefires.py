"""The page of ceasefires: when each was agreed and took effect, and what is said to have become of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.model import Ceasefire, CeasefireWord
from counterclaim.publication.briefs import ClaimBrief
from counterclaim.publication.ceasefires import (
    ceasefire_outcome,
    ceasefire_what,
    ceasefire_when,
    stage_words,
)
from counterclaim.publication.dates import date_words
from counterclaim.publication.earlier import Stage, Variant, changes, stretches, variants
from counterclaim.publication.parts import Parts


@dataclass(frozen=True, slots=True)
class Told:
    """What one claim says of a ceasefire: its date and stage in words, and the claim."""

    date: str
    stage: str
    claim: ClaimBrief


@dataclass(frozen=True, slots=True)
class CeasefireBrief:
    """A ceasefire in words, with everything that is said of it in the order of its dates.

    Attributes:
        what, summary: a heading, and when it was agreed and took effect and what became of it.
        what_then, summary_then: the same as it was, with the day from which on.
        told: what each claim says, as it was and as it is.
        known: over which days it stands, as pages have it in `data-known`.
    """

    id: str
    what: str
    what_then: tuple[tuple[str, str], ...]
    summary: str
    summary_then: tuple[tuple[str, str], ...]
    told: tuple[Variant[tuple[Told, ...]], ...]
    known: str


@dataclass(frozen=True, slots=True)
class CeasefiresPage:
    """Every ceasefire, in the order of their beginnings."""

    title: str
    ceasefires: tuple[CeasefireBrief, ...]


def ceasefires_page(parts: Parts) -> CeasefiresPage:
    """The context of the page of ceasefires."""
    kept, course = parts.index.record.reconciliation.ceasefires, parts.history.ceasefires
    now = [_brief(one, course.of_now[one.id], parts) for one in kept]
    former = [_brief(one.thing, one.stages, parts, now=False) for one in course.former.values()]
    return CeasefiresPage("Ceasefires", (*now, *former))


def _brief(
    one: Ceasefire, stages: Sequence[Stage[Ceasefire]], parts: Parts, *, now: bool = True
) -> CeasefireBrief:
    known = [(stage.day, stage.thing) for stage in stages if stage.thing]
    return CeasefireBrief(
        id=one.id,
        what=ceasefire_what(one),
        what_then=changes((day, ceasefire_what(each)) for day, each in known),
        summary=_summary(one),
        summary_then=changes((day, _summary(each)) for day, each in known),
        told=variants(_words(one, parts), ((day, _words(each, parts)) for day, each in known)),
        known=stretches(((stage.day, stage.thing) for stage in stages), now=now),
    )


def _summary(one: Ceasefire) -> str:
    return f"{ceasefire_when(one)} {ceasefire_outcome(one)}"


def _words(one: Ceasefire, parts: Parts) -> tuple[Told, ...]:
    return tuple(_told(word, parts) for word in one.words)


def _told(word: CeasefireWord, parts: Parts) -> Told:
    date = date_words(word.date) if word.date else ""
    return Told(date, stage_words(word.stage, word.denied), parts.claim(word.claim))
