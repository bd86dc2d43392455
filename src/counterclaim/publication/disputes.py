"""A contradiction with its sides' words, put so that those who say the same stand together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from counterclaim.model import Contradiction
from counterclaim.publication import urls
from counterclaim.publication.briefs import ClaimBrief, Source, Words, words_of
from counterclaim.publication.labels import CONTRADICTION_KINDS, grade_of


@dataclass(frozen=True, slots=True)
class Voice:
    """The claims of a side that share a source and a quote, and the quote."""

    claims: tuple[ClaimBrief, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class Camp:
    """One side of a contradiction: what its claims have in common, and their words.

    Attributes:
        label: what they have in common, in words; "" where they stand for themselves.
    """

    label: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class ContradictionBrief:
    """A contradiction with the words of each of its sides.

    Attributes:
        title: the sort of disagreement.
        about: what it is about, in words.
        weight: 0 to 100.
        grade: the key of its weight in `GRADES`.
        claims: all of its claims.
        known: over which days it stands, as pages have it in `data-known`.
    """

    id: str
    url: str
    kind: str
    title: str
    about: str
    explanation: str
    weight: int
    grade: str
    claims: tuple[ClaimBrief, ...]
    camps: tuple[Camp, ...]
    known: str

    @property
    def speakers(self) -> tuple[Source, ...]:
        """Whoever speaks in it, each once, in the order of its claims."""
        return tuple({claim.source.register_name: claim.source for claim in self.claims}.values())


def contradiction_brief(
    contradiction_id: str, contradiction: Contradiction, claims: Sequence[ClaimBrief], known: str
) -> ContradictionBrief:
    """A contradiction in brief.

    Args:
        contradiction_id: its identifier.
        contradiction: the contradiction.
        claims: its claims, in its order; there is one at least.
        known: over which days it stands.
    """
    kind = contradiction.kind
    camp_of = CAMPS.get(kind, _own_camp)
    members: dict[str, list[ClaimBrief]] = {}
    for brief in claims:
        members.setdefault(camp_of(brief), []).append(brief)
    return ContradictionBrief(
        id=contradiction_id,
        url=urls.contradiction(contradiction_id),
        kind=kind,
        title=CONTRADICTION_KINDS[kind],
        about=_about(claims[0]),
        explanation=contradiction.explanation,
        weight=round(100 * contradiction.weight),
        grade=grade_of(contradiction.weight),
        claims=tuple(claims),
        camps=tuple(Camp(label, tuple(_voices(briefs))) for label, briefs in members.items()),
        known=known,
    )


def _by_stance(brief: ClaimBrief) -> str:
    return "Say so" if brief.claim.stance == "asserts" else "Deny it"


def _by_account(brief: ClaimBrief) -> str:
    """Counts by their figure, events by whom they blame."""
    if brief.figure:
        return brief.figure
    return f"By {brief.actor.name}" if brief.actor else "Nobody named"


def _own_camp(brief: ClaimBrief) -> str:  # noqa: ARG001
    return ""


def _by_day(brief: ClaimBrief) -> str:
    return brief.when.words if brief.when else "No date"


def _by_place_and_day(brief: ClaimBrief) -> str:
    return ", ".join(part for part in (brief.claim.place, brief.when.words if brief.when else None) if part)


CAMPS: Mapping[str, Callable[[ClaimBrief], str]] = {
    "denial": _by_stance,
    "disagreement": _by_account,
    "mutual_accusation": _by_account,
    "falling_toll": _by_account,
    "transposed_digits": _by_account,
    "part_over_whole": _by_account,
    "cannot_all_hold": _by_account,
    "chronology": _by_day,
    "counted_twice": _by_place_and_day,
}
"""For each kind of contradiction, what puts its claims on one side."""


def _voices(claims: Iterable[ClaimBrief]) -> Iterable[Voice]:
    """Put together the claims that stand one after the other and share their words and source."""
    for _, group in groupby(claims, _words_and_source):
        briefs = tuple(group)
        yield Voice(briefs, words_of([brief.claim for brief in briefs], briefs[0].document.text))


def _words_and_source(brief: ClaimBrief) -> tuple[str, int, int, str]:
    claim = brief.claim
    return claim.document, claim.start, claim.end, brief.source.name


def _about(first: ClaimBrief) -> str:
    """What the first claim of a contradiction is about: "Civilians killed, Ganja"."""
    parts = (first.what, first.party.name if first.party else None, first.claim.place)
    return ", ".join(part for part in parts if part)
