"""Expressions without a place on the calendar: ``now``, ``recently``, ``the coming weeks``."""

import re
from typing import Final

from counterclaim.extraction.dates.discourse import Discourse
from counterclaim.extraction.dates.rules.base import Match, Reading, Rule, low
from counterclaim.extraction.dates.words import words


def _reference(match: Match, discourse: Discourse) -> Reading | None:
    phrase = low(match["reference"])
    if phrase.startswith("the ") and not _BETWEEN.match(discourse.text, match.end()):
        return None  # "the future of the region"
    if phrase.startswith("the ") and not _IN.search(discourse.text, max(0, match.start() - 8), match.start()):
        return None
    return Reading("DATE", words().references[phrase])


_IN: Final = re.compile(r"\b(?:[Ii]n|[Ff]or|about|into|of|to)\s+\Z")
_BETWEEN: Final = re.compile(r"[,.;:)!?\"”’']|\s*\Z|\s+(?!of\b)[a-z]")


def _vague_period(match: Match, _: Discourse) -> Reading:
    return Reading("DATE", words().vague_periods[low(match["vague_period"])])


RULES: Final[tuple[Rule, ...]] = (
    Rule("vague_period", "vague_period", r"<vague_period> {plural}", _vague_period),
    Rule(
        "current",
        "current",
        r"[Cc]urrent(?= [a-z])",
        lambda _match, _discourse: Reading("DATE", "PRESENT_REF"),
    ),
    Rule("reference", "reference", r"<reference>(?!-)", _reference),
)
