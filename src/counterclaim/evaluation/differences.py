"""Where two sets of claims differ, each claim with its words in context."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from counterclaim.evaluation.agreement import ATTRIBUTES, Row, measures_agree, objects_agree
from counterclaim.evaluation.pairing import Pair, Pairing

CONTEXT = 160
"""How many characters of the paragraph stand on either side of a quote, at most."""

What = Literal["missed", "extra", "differs"]

ABOUT = (
    "missed", "extra", "measure", "object",
    *dict.fromkeys(name for attributes in ATTRIBUTES.values() for name in attributes),
)  # fmt: skip
"""What a difference can be about: a missed or an extra claim, or something in which a pair differs."""

FIELDS = {"bounds": ("low", "high"), "dates": ("from_date", "to_date"), "until": ("to_date",)}
"""The fields behind an attribute that is not a field itself."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim that one side alone has, or two that stand for each other and differ.

    Attributes:
        document: the document's name, without its ending.
        gold: the gold claim; None for an extra one.
        predicted: the predicted claim; None for a missed one.
        about: what it is about, as in `ABOUT`.
        before, quote, after: the claim's words in their paragraph; no context if the text is not there.
    """

    document: str
    what: What
    gold: Row | None
    predicted: Row | None
    about: tuple[str, ...]
    before: str
    quote: str
    after: str

    @property
    def kind(self) -> str:
        """The kind of its claims."""
        row = self.gold or self.predicted or {}
        return str(row.get("kind"))


def differences(pairing: Pairing, text: str | None) -> Iterator[Difference]:
    """Every difference in a document: missed claims, extra ones, then pairs that differ.

    Args:
        pairing: the document's claims.
        text: the document's text, None if there is none to show the claims in.
    """
    for row in pairing.missed:
        yield Difference(pairing.document, "missed", row, None, ("missed",), *_in_context(row, text))
    for row in pairing.extra:
        yield Difference(pairing.document, "extra", None, row, ("extra",), *_in_context(row, text))
    for pair in pairing.pairs:
        about = tuple(_disagreeing(pair))
        if about:
            words = _in_context(pair.gold, text)
            yield Difference(pairing.document, "differs", pair.gold, pair.predicted, about, *words)


def fields_of(about: Iterable[str]) -> tuple[str, ...]:
    """The claims' fields that such differences are about, each once."""
    return tuple(dict.fromkeys(field for name in about for field in FIELDS.get(name, (name,))))


def _disagreeing(pair: Pair) -> Iterator[str]:
    if pair.gold["kind"] == "count":
        if not measures_agree(pair.gold, pair.predicted):
            yield "measure"
        if not objects_agree(pair.gold, pair.predicted):
            yield "object"
    yield from (name for name, agreed in pair.agreement.attributes.items() if not agreed)


def _in_context(row: Row, text: str | None) -> tuple[str, str, str]:
    """The words before a quote in its paragraph, the quote, and the words after it."""
    quote = row["quote"]
    start = _place(row, text or "")
    if text is None or start < 0:
        return "", quote, ""
    end = start + len(quote)
    paragraph_start = text.rfind("\n", 0, start) + 1
    paragraph_end = text.find("\n", end)
    before = text[paragraph_start:start]
    after = text[end : paragraph_end if paragraph_end >= 0 else len(text)]
    return _last_words(before), quote, _first_words(after)


def _place(row: Row, text: str) -> int:
    """Where a claim's quote stands in the text, -1 if it does not."""
    start, quote = row.get("start"), row["quote"]
    if isinstance(start, int) and text[start : start + len(quote)] == quote:
        return start
    return text.find(quote)


def _last_words(text: str) -> str:
    return text if len(text) <= CONTEXT else f"…{text[text.find(' ', -CONTEXT) :]}"


def _first_words(text: str) -> str:
    return text if len(text) <= CONTEXT else f"{text[: text.rfind(' ', 0, CONTEXT) + 1]}…"
