"""Claims and documents in few words."""

from collections.abc import Callable
from typing import Any

import pytest

from counterclaim.model import Claim, Document, Gloss, digest_of

MakeClaim = Callable[..., Claim]
MakeDocument = Callable[..., Document]


def make_claim(number: int = 0, document: str = "d", **fields: Any) -> Claim:
    fields.setdefault("kind", "count")
    fields.setdefault("quote", "x")
    return Claim(document=document, start=number, end=number + 1, anchor=number, **fields)


def make_document(text: str = "", name: str = "d", glosses: tuple[Gloss, ...] = ()) -> Document:
    return Document(name=name, digest=digest_of(name), media_type="text/plain", text=text, glosses=glosses)


@pytest.fixture
def claims_from() -> Callable[..., list[Claim]]:
    """Claims made by one source each, the parties that they speak for given as `name=side` pairs."""

    def make(*sources: str | tuple[str, str | None]) -> list[Claim]:
        pairs = [(source, None) if isinstance(source, str) else source for source in sources]
        return [make_claim(at, source=name, source_side=side) for at, (name, side) in enumerate(pairs)]

    return make


@pytest.fixture
def document() -> MakeDocument:
    return make_document
