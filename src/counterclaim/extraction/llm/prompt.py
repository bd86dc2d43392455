"""What a model is asked: fixed instructions, and the text as data.

The text stands in a JSON object, so that no wording in it can end the data and begin an instruction. That
keeps honest models on their path; what protects the casebook is that every answer is checked against the
text (`verify`).
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from counterclaim.extraction.llm import vocabulary
from counterclaim.extraction.llm.answers import SCHEMA
from counterclaim.extraction.llm.batches import Batch
from counterclaim.model import Conflict, Document, digest_of


def question_about(document: Document, conflict: Conflict, batch: Batch) -> str:
    """The question about one batch of a document's paragraphs, as JSON."""
    about = {
        "document": _given(title=document.title, published=document.date, publisher=document.publisher),
        "conflict": _given(
            name=conflict.name,
            start=conflict.start,
            end=conflict.end,
            parties=[party.name for party in conflict.parties],
        ),
        "heading": batch.heading,
        "before": batch.before,
    }
    paragraphs = [
        {"n": number, "text": document.text[piece.start : piece.end]}
        for number, piece in enumerate(batch.pieces, start=1)
    ]
    return json.dumps({**_given(**about), "paragraphs": paragraphs}, ensure_ascii=False)


def _given(**values: Any) -> dict[str, Any]:
    """What there is of these values."""
    return {name: value for name, value in values.items() if value}


def _instructions() -> str:
    return "\n\n".join([vocabulary.INSTRUCTIONS, *_lists()])


def _lists() -> Iterator[str]:
    measures = (f"- of {family}: {', '.join(each)}" for family, each in vocabulary.MEASURES_OF.items())
    yield "\n".join(["Measures:", *measures, *_noted(vocabulary.MEASURES, only_noted=True)])
    yield "\n".join(["Objects:", *_noted(vocabulary.OBJECTS)])
    yield "\n".join(["Types of event:", *_noted(vocabulary.EVENT_TYPES)])


def _noted(values: Mapping[str, str], *, only_noted: bool = False) -> Iterator[str]:
    """A line for each value, with what it covers."""
    for value, note in values.items():
        if note or not only_noted:
            yield f"- {value}: {note}" if note else f"- {value}"


SYSTEM = _instructions()
"""The instructions, which are the same for every question."""

VERSION = digest_of(SYSTEM, json.dumps(SCHEMA, sort_keys=True))
"""Changes with the instructions and with the form of the answer; answers are kept under it."""
