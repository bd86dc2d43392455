"""A claim, a finding and their words in brief, as several pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.model import Choice, Claim, Document, Finding
from counterclaim.publication.dates import When
from counterclaim.publication.highlight import Span, blocks, key_span
from counterclaim.publication.places import PlaceBrief
from counterclaim.publication.sides import Mark
from counterclaim.publication.stages import StageRow, range_words
from counterclaim.reconciliation.accounts import said_on


@dataclass(frozen=True, slots=True)
class Words:
    """A quote in pieces, each with whether it is the number or cue that a claim was made from.

    Joined, the pieces are the quote; where the number stands outside it, there is one piece.
    """

    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something.

    Attributes:
        name: as written; for a document's own voice, its publisher or title.
        register_name: the name that stands for it under all its spellings.
        url: its entry on the page of names, None where no register has it.
        own_voice: whether the document names no one and speaks itself.
        side: the party that it speaks for.
    """

    name: str
    register_name: str
    url: str | None
    own_voice: bool
    side: Mark | None


@dataclass(frozen=True, slots=True)
class ClaimBrief:
    """A claim as lists and tables show it.

    Attributes:
        url, words_url: the claim's page, and the place of its words in the document's page.
        what: what it is about, in words.
        figure: the number or range of a count, in words; "" for an event.
        stance: "says", "denies" or "withdraws".
        place: where, None where the claim names no place that a register knows.
    """

    id: str
    url: str
    words_url: str
    claim: Claim
    what: str
    figure: str
    party: Mark | None
    actor: Mark | None
    target: Mark | None
    source: Source
    stance: str
    place: PlaceBrief | None
    when: When | None
    words: Words
    document: Document
    document_url: str

    @property
    def known(self) -> str:
        """The day by whose end the claim had been made, in ISO form; "" where that is not known."""
        said = said_on(self.claim, self.document)
        return said.last.isoformat() if said else ""

    @property
    def document_title(self) -> str:
        """The document's title or, without one, its name."""
        return title_of(self.document)


@dataclass(frozen=True, slots=True)
class FindingBrief:
    """A finding as ledgers show it.

    Attributes:
        what: what is counted, in words.
        figure: its range in words.
        where: place, doer and period in words, "" where it has none of them.
        crossed: whether its floor stands above its ceiling.
        stages: what could be known of it when.
        known: over which days it stands, as pages have it in `data-known`.
    """

    id: str
    url: str
    finding: Finding
    what: str
    figure: str
    party: Mark | None
    where: str
    scope: str
    crossed: bool
    stages: tuple[StageRow, ...]
    known: str = ""


def title_of(document: Document) -> str:
    """A document's title or, without one, its name."""
    return document.title or document.name


def choice_words(choice: Choice) -> str:
    """The figure that a named rule chooses, in words."""
    return "no figure" if choice.low is None and choice.high is None else range_words(choice.low, choice.high)


def words_of(claims: Sequence[Claim], text: str) -> Words:
    """The words that some claims share, with the number or cue of each set apart.

    Args:
        claims: one or more, with the same quote.
        text: their document's text.
    """
    first = claims[0]
    keys = [key_span(claim, text) for claim in claims]
    spans = [Span(start - first.start, end - first.start, "key", "") for start, end in keys]
    runs = [run for block in blocks(first.quote, spans) for run in block.runs]
    return Words(tuple((run.text, bool(run.keys)) for run in runs))
