"""The page of a document: its text with every claim highlighted, and what was passed over."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from counterclaim.model import Document, PassedOver
from counterclaim.publication.briefs import ClaimBrief, FindingBrief, title_of
from counterclaim.publication.disputes import ContradictionBrief
from counterclaim.publication.highlight import Block, Span, blocks, key_span
from counterclaim.publication.parts import Parts

MOST_OPEN = 8
"""How many words passed over for one reason are shown unasked."""


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim beside the text, with the findings and contradictions that it is part of."""

    brief: ClaimBrief
    findings: tuple[FindingBrief, ...]
    contradictions: tuple[ContradictionBrief, ...]


@dataclass(frozen=True, slots=True)
class PassedOverGroup:
    """What was passed over for one reason, each under the name that it has in the text.

    Attributes:
        folded: they are many, and only their number is shown at first.
    """

    why: str
    words: dict[str, PassedOver]
    folded: bool


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document.

    Attributes:
        web_url: its address where that is on the web, so that it can be a link.
        blocks: its text, cut so that the claims can be shown.
        passed_over: the numbers and cues that became no claim, the rarest reason first.
    """

    title: str
    document: Document
    web_url: str | None
    blocks: tuple[Block, ...]
    cards: tuple[ClaimCard, ...]
    passed_over: tuple[PassedOverGroup, ...]


def document_page(parts: Parts, digest: str) -> DocumentPage:
    """The context of a document's page."""
    index = parts.index
    document = index.documents[digest]
    briefs = parts.claims(index.claims_in.get(digest, ()))
    passed_over = {
        f"p-{place}": item for place, item in enumerate(index.passed_over_in.get(digest, ()), start=1)
    }
    return DocumentPage(
        title=title_of(document),
        document=document,
        web_url=web_address(document.url),
        blocks=blocks(document.text, _spans(briefs, passed_over)),
        cards=tuple(
            ClaimCard(brief, parts.findings_with(brief.id), parts.contradictions_with([brief.id]))
            for brief in briefs
        ),
        passed_over=_by_reason(passed_over),
    )


def _by_reason(passed_over: dict[str, PassedOver]) -> tuple[PassedOverGroup, ...]:
    groups: defaultdict[str, dict[str, PassedOver]] = defaultdict(dict)
    for name, item in passed_over.items():
        groups[item.why][name] = item
    ordered = sorted(groups.items(), key=lambda group: (len(group[1]), group[0]))
    return tuple(PassedOverGroup(why, items, folded=len(items) > MOST_OPEN) for why, items in ordered)


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web; a document may give any text as its address."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _spans(briefs: Iterable[ClaimBrief], passed_over: dict[str, PassedOver]) -> Iterable[Span]:
    for brief in briefs:
        yield Span(brief.claim.start, brief.claim.end, "quote", brief.id, brief.claim.kind == "count")
        yield Span(*key_span(brief.claim, brief.document.text), "key", brief.id)
    for name, item in passed_over.items():
        yield Span(item.start, item.end, "passed", name)
