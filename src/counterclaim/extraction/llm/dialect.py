"""How servers that speak one protocol differ, and what is given up when one refuses a request.

The refusals are those of servers that were seen or that report them in public: OpenAI's newer models want
another name for the bound on an answer and no temperature, and some servers know no schema, or no form of
answer but text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from counterclaim.extraction.llm.answers import SCHEMA

Form = Literal["json_schema", "json_object", "text"]

_FORMS: dict[Form, dict[str, Any]] = {
    "json_schema": {
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "claims", "strict": True, "schema": SCHEMA},
        }
    },
    "json_object": {"response_format": {"type": "json_object"}},
    "text": {},
}
_NEXT_FORM: dict[Form, Form] = {"json_schema": "json_object", "json_object": "text"}


@dataclass(frozen=True, slots=True)
class Dialect:
    """What a server takes, as far as is known.

    Attributes:
        form: how the form of the answer is asked for.
        limit_name: what the bound on an answer's tokens is called.
        takes_temperature: whether a temperature may be set.
    """

    form: Form = "json_schema"
    limit_name: str = "max_tokens"
    takes_temperature: bool = True

    def body(self, model: str, system: str, question: str, answer_tokens: int) -> dict[str, Any]:
        """A request in this dialect."""
        return {
            "model": model,
            "messages": [{"role": "system", "content": system}, {"role": "user", "content": question}],
            self.limit_name: answer_tokens,
            **({"temperature": 0} if self.takes_temperature else {}),
            **_FORMS[self.form],
        }

    def conceding(self, refusal: str) -> "Dialect | None":
        """The dialect that gives up what a refusal speaks of; None if there is nothing to give up."""
        for about, concede in _CONCESSIONS:
            conceded = concede(self) if about.search(refusal) else self
            if conceded != self:
                return conceded
        return None


def _simpler_form(dialect: Dialect) -> Dialect:
    return replace(dialect, form=_NEXT_FORM.get(dialect.form, dialect.form))


_CONCESSIONS: tuple[tuple[re.Pattern[str], Callable[[Dialect], Dialect]], ...] = (
    (re.compile("max_completion_tokens"), lambda one: replace(one, limit_name="max_completion_tokens")),
    (re.compile("temperature", re.IGNORECASE), lambda one: replace(one, takes_temperature=False)),
    (re.compile("response.?format|schema|json|grammar|structured", re.IGNORECASE), _simpler_form),
)
"""What a refusal speaks of, and what is given up for it, in the order in which they are tried."""

_TOO_LONG = re.compile(
    r"context.{0,10}(length|size|window)|maximum context|too long|too large|exceeds? .{0,40}tokens",
    re.IGNORECASE,
)


def speaks_of_length(refusal: str) -> bool:
    """Whether a refusal says that the question is too long for the model."""
    return _TOO_LONG.search(refusal) is not None
