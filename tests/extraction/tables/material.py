"""The example tables and their expected claims, and how a claim is written down to be compared.

An example is a file as one would be given it; beside it stands NAME.claims: a line with the fields that
are compared, a line for each claim in the order of the text, and for each reason why numbers were passed
over a line "! how many | why".
"""

from collections import Counter
from functools import cache
from pathlib import Path

from counterclaim.extraction import extract
from counterclaim.extraction.layout import table_spans
from counterclaim.model import Claim, Document, Extraction, PassedOver
from counterclaim.partial_date import PartialDate
from counterclaim.reading import read

FOLDER = Path(__file__).parent / "examples"
EXAMPLES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".claims")
FIELDS = (
    "figure", "measure", "object", "party", "actor", "place", "source", "source_side", "hedge", "scope",
    "from_date", "to_date", "reported_on",
)  # fmt: skip


@cache
def document_of(path: Path) -> Document:
    """The document of an example."""
    (document,) = read(path)
    assert isinstance(document, Document)
    return document


@cache
def extraction_of(document: Document) -> Extraction:
    """What extraction finds in a document."""
    return extract(document)


def table(text: str, date: str | None = None, title: str | None = None) -> Document:
    """A document that consists of a text."""
    digest = str(hash((text, date, title)))
    day = PartialDate(date) if date else None
    return Document("table", digest, "text/plain", text, date=day, title=title)


def claims_in_tables(document: Document) -> list[Claim]:
    """The count claims whose number stands in a table."""
    return [c for c in extraction_of(document).claims if c.kind == "count" and in_table(document, c.anchor)]


def passed_in_tables(document: Document) -> list[PassedOver]:
    """The numbers in tables that became no claim."""
    return [item for item in extraction_of(document).passed_over if in_table(document, item.start)]


def in_table(document: Document, offset: int) -> bool:
    """Whether an offset lies in one of a document's tables."""
    return any(start <= offset < end for start, end in table_spans(document.text))


def said(claim: Claim, field: str) -> str:
    """A claim's field as the expected claims write it."""
    value = claim.range if field == "figure" else getattr(claim, field)
    return "-" if value is None else str(value)


def expected(path: Path) -> tuple[list[str], list[list[str]], Counter[str]]:
    """The fields that are compared, the expected claims, and how many numbers are passed over for what."""
    lines = path.with_name(path.name + ".claims").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if not line.startswith("! ")]
    passed = (line[2:].split(" | ") for line in lines if line.startswith("! "))
    return rows[0], rows[1:], Counter({why: int(count) for count, why in passed})
