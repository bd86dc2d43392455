"""The page of ceasefires: when each was agreed and took effect, and what is said to have become of it."""

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
from counterclaim.publication.parts import Parts
from counterclaim.publication.stages import first_day


@dataclass(frozen=True, slots=True)
class Told:
    """What one claim says of a ceasefire: its date and stage in words, and the claim."""

    date: str
    stage: str
    claim: ClaimBrief


@dataclass(frozen=True, slots=True)
class CeasefireBrief:
    """A ceasefire in words, with everything that is said of it in the order of its dates.

    `known` is the day by whose end the first of it had been said, in ISO form; "" where that is not known.
    """

    id: str
    what: str
    when: str
    outcome: str
    told: tuple[Told, ...]
    known: str


@dataclass(frozen=True, slots=True)
class CeasefiresPage:
    """Every ceasefire, in the order of their beginnings."""

    title: str
    ceasefires: tuple[CeasefireBrief, ...]


def ceasefires_page(parts: Parts) -> CeasefiresPage:
    """The context of the page of ceasefires."""
    kept = parts.index.record.reconciliation.ceasefires
    return CeasefiresPage("Ceasefires", tuple(_brief(one, parts) for one in kept))


def _brief(one: Ceasefire, parts: Parts) -> CeasefireBrief:
    told = tuple(_told(word, parts) for word in one.words)
    return CeasefireBrief(
        id=one.id,
        what=ceasefire_what(one),
        when=ceasefire_when(one),
        outcome=ceasefire_outcome(one),
        told=told,
        known=first_day(each.claim.known for each in told),
    )


def _told(word: CeasefireWord, parts: Parts) -> Told:
    date = date_words(word.date) if word.date else ""
    return Told(date, stage_words(word.stage, word.denied), parts.claim(word.claim))
