"""The form of an answer: as a JSON schema for the server, and as the check of what comes back.

A server that promises to keep to the schema is believed no more than one that does not: every answer is
read here. One claim that is not in the form costs only itself.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ValidationError,
    WithJsonSchema,
)

from counterclaim.extraction.llm import vocabulary
from counterclaim.extraction.llm.showing import on_one_line
from counterclaim.model import Hedge, Scope, Stance

_NOTHING = frozenset(["", "null", "none", "n/a", "unknown"])


def _text_or_none(value: object) -> object:
    """Models write an absent value in several ways; white space and control characters mean nothing."""
    if not isinstance(value, str):
        return value
    line = on_one_line(value)
    return None if line.casefold() in _NOTHING else line


def _not_empty(value: str) -> str:
    if not value.strip():
        raise ValueError("it is empty")
    return value


def _is_one_of(values: Iterable[str]) -> AfterValidator:
    allowed = frozenset(values)

    def check(value: str) -> str:
        if value not in allowed:
            raise ValueError(f"“{value}” is not in the vocabulary")
        return value

    return AfterValidator(check)


def _enumerated(values: Iterable[str]) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": list(values)})


def _required_and_closed(schema: dict[str, Any]) -> None:
    """Strict servers want every field required and no other allowed; defaults and titles they refuse."""
    schema["required"] = list(schema["properties"])
    schema["additionalProperties"] = False
    for name in ("title", "description"):
        schema.pop(name, None)
    for part in schema["properties"].values():
        part.pop("title", None)
        part.pop("default", None)


Copied = Annotated[str, AfterValidator(_not_empty)]
Text = Annotated[str | None, BeforeValidator(_text_or_none)]
Measure = Annotated[str, _is_one_of(vocabulary.MEASURES), _enumerated(vocabulary.MEASURES)]
Object = Annotated[str, _is_one_of(vocabulary.OBJECTS), _enumerated(vocabulary.OBJECTS)]
EventType = Annotated[str, _is_one_of(vocabulary.EVENT_TYPES), _enumerated(vocabulary.EVENT_TYPES)]


class AnsweredClaim(BaseModel):
    """What every claim of an answer has. Nothing in it has been compared with the text yet."""

    model_config = ConfigDict(frozen=True, extra="ignore", json_schema_extra=_required_and_closed)

    paragraph: int
    quote: Copied
    words: Copied
    source: Text = None
    source_side: Text = None
    stance: Stance = "asserts"
    hedge: Annotated[Hedge | None, BeforeValidator(_text_or_none)] = None
    reported_on: Text = None
    actor: Text = None
    place: Text = None
    from_date: Text = None
    to_date: Text = None


class AnsweredCount(AnsweredClaim):
    """A count as a model answers it."""

    low: int | None = None
    high: int | None = None
    measure: Measure
    object: Object
    party: Text = None
    scope: Scope = "incident"


class AnsweredEvent(AnsweredClaim):
    """An event as a model answers it."""

    event_type: EventType
    target: Text = None


KINDS: dict[str, type[AnsweredClaim]] = {"counts": AnsweredCount, "events": AnsweredEvent}
"""The lists of an answer, and what stands in each."""

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        name: {"type": "array", "items": kind.model_json_schema()} for name, kind in KINDS.items()
    },
    "required": list(KINDS),
    "additionalProperties": False,
}
"""An answer as a JSON schema, within what strict servers take: no references, every field required."""


@dataclass(frozen=True, slots=True)
class Misshapen:
    """A claim in an answer that is not in the form.

    Attributes:
        paragraph: the paragraph that it names, None where it names none.
        quote: the words that it quotes, "" where it quotes none.
        why: what is wrong with it.
    """

    paragraph: int | None
    quote: str
    why: str


Answered = AnsweredCount | AnsweredEvent | Misshapen


def read_answer(content: str) -> list[Answered]:
    """Every claim of an answer, in its order.

    Raises:
        ValueError: the answer as a whole is not what was asked for; the message says why.
    """
    answer = _json_object(content)
    found: list[Answered] = []
    for name in KINDS:
        items = answer.get(name) or []
        if not isinstance(items, list):
            raise ValueError(f"its “{name}” is not a list")
        found += [_read_item(name, item) for item in items]
    if not found and not set(KINDS) & set(answer):
        raise ValueError("it has neither “counts” nor “events”")
    return found


_FENCE = re.compile(r"\A\s*```(?:json)?\s*\n(.*?)\n?\s*```\s*\Z", re.DOTALL)
_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)


def _json_object(content: str) -> dict[str, Any]:
    """The JSON object in an answer, which may stand in a fence of code or after a model's thoughts."""
    bare = _THOUGHTS.sub("", content)
    fenced = _FENCE.match(bare)
    try:
        answer = json.loads(fenced[1] if fenced else bare)
    except (json.JSONDecodeError, RecursionError):
        raise ValueError("it is not JSON") from None
    if not isinstance(answer, dict):
        raise ValueError("it is not a JSON object")
    return answer


def _read_item(name: str, item: Any) -> Answered:
    try:
        return KINDS[name].model_validate(item)  # type: ignore[return-value]
    except ValidationError as error:
        values = item if isinstance(item, dict) else {}
        paragraph, quote = values.get("paragraph"), values.get("quote")
        return Misshapen(
            paragraph if isinstance(paragraph, int) else None,
            quote if isinstance(quote, str) else "",
            "; ".join(_complaints(error)),
        )


def _complaints(error: ValidationError) -> Iterator[str]:
    for detail in error.errors(include_url=False, include_input=False):
        field = ".".join(str(step) for step in detail["loc"])
        said = str(detail["ctx"]["error"]) if detail["type"] == "value_error" else detail["msg"]
        yield f"{field}: {said[0].lower()}{said[1:]}" if field else said
