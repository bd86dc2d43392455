"""Every claim's span holds its quote, on every document that the project has, and ids tell claims apart."""

from pathlib import Path

import pytest

from counterclaim.extraction import extract
from counterclaim.model import Document
from counterclaim.reading import read

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "tests" / "documents", ROOT / "examples" / "karabakh-2020" / "sources")
DOCUMENTS = [
    document
    for folder in FOLDERS
    for path in sorted(folder.iterdir())
    if path.suffix in (".md", ".txt", ".html") and path.name != "README.md"
    for document in read(path)
    if isinstance(document, Document)
]
EXPLAINED = (
    *("event_type", "measure", "object", "party", "actor", "target", "place", "from_date", "to_date"),
    *("scope", "source", "source_side", "hedge", "reported_on"),
)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_span_holds_its_words(document: Document) -> None:
    found = extract(document)
    assert found.claims
    for claim in found.claims:
        assert document.text[claim.start : claim.end] == claim.quote
        assert claim.start <= claim.anchor < claim.end
        for reason in claim.reasons:
            if reason.start is not None and reason.end is not None:
                assert 0 <= reason.start < reason.end <= len(document.text)
    for passed in found.passed_over:
        assert document.text[passed.start : passed.end] == passed.words
    ids = [claim.id for claim in found.claims]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_field_that_has_a_value_says_why(document: Document) -> None:
    for claim in extract(document).claims:
        given = {field for field in EXPLAINED if getattr(claim, field) is not None}
        assert given <= {reason.field for reason in claim.reasons}, claim.quote


@pytest.mark.parametrize("document", DOCUMENTS[:6], ids=lambda document: document.name)
def test_reading_again_finds_the_same(document: Document) -> None:
    assert extract(document) == extract(document)
