"""Quarters, halves, years, decades and centuries that are named as such."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

from counterclaim.extraction.dates.discourse import Discourse
from counterclaim.extraction.dates.periods import Period
from counterclaim.extraction.dates.rules.base import (
    Match,
    Reading,
    Rule,
    dated,
    edge_of,
    group,
    low,
    ordinal_of,
    relation_of,
)
from counterclaim.extraction.dates.rules.recurring import undated, yearly
from counterclaim.extraction.dates.words import words

_MONTHS_IN: Final = {"quarter": 3, "half": 6}
_OUR_TIMES: Final = range(1900, 2040)  # years that need no preposition before them


# ------------------------------------------------------------------ parts of a year


def _part_of_year(match: Match, discourse: Discourse) -> Reading | None:
    """``the third quarter of 2020``, ``Q3 2020``, ``the first half of last year``."""
    if group(match, "digit"):
        unit, number = ("quarter" if match["letter"] == "Q" else "half"), int(match["digit"])
    else:
        unit, number = low(match["part_of"]), ordinal_of(match["ordinal"])
    month = (number - 1) * _MONTHS_IN[unit] + 1
    if month > 12:
        return None
    if group(match, "year"):
        return dated(Period(unit, date(int(match["year"]), month, 1)), unit, explicit=True)
    relation = group(match, "relation")
    if relation:
        year = relation_of(relation, "year", discourse)
        return dated(Period(unit, year.first.replace(month=month)) if year else None, unit)
    return dated(undated(unit, yearly(unit, month), match.span(), discourse), unit)


# ------------------------------------------------------------------ years


def _year(match: Match, discourse: Discourse) -> Reading | None:
    """A bare ``1994``, unless the words around it count or number something."""
    if not _is_year(match, discourse.text):
        return None
    year = _dated_year(int(match["year"]))
    return replace(year, period=None) if _names_paper(discourse.text, match.end()) else year


def _names_paper(text: str, end: int) -> bool:
    """The 1942 Rio Protocol, the 2016 peace agreement."""
    after = _PAPER_AFTER.match(text, end)
    return after is not None and not _papers().isdisjoint(after[0].lower().split())


def _is_year(match: Match, text: str) -> bool:
    start, end = match.span()
    if (start == 0 or text[start - 1] == "\n") and _CLOCK_ENTRY.search(text):
        return False
    after = _WORD_AFTER.match(text, end)
    before = _WORD_BEFORE.search(text, max(0, start - 30), start)
    if after and after[1].lower() in _not_years()["after"]:
        return False
    word = before[1].lower() if before else ""
    if word in _not_years()["before"]:
        return False
    return int(match["year"]) in _OUR_TIMES or _opens_year(word)


def _opens_year(word: str) -> bool:
    return word.lower() in words().year_openers["words"]


_PAPER_AFTER: Final = re.compile(r"(?: [A-Za-z]+){1,3}")
_WORD_BEFORE: Final = re.compile(r"([A-Za-z]+)[.,]?[\s(\[]*\Z")
# An entry of a running report: "0940 Not twelve but eleven"; where there is one, "1930 What" is another.
_CLOCK_ENTRY: Final = re.compile(r"^0\d[0-5]\d (?:[A-Z]{3} )?[A-Z]", re.MULTILINE)
_WORD_AFTER: Final = re.compile(r"\s+([A-Za-z]+)")


@cache
def _papers() -> frozenset[str]:
    return frozenset(words().papers["words"])


@cache
def _not_years() -> dict[str, frozenset[str]]:
    return {side: frozenset(listed) for side, listed in words().not_years.items()}


def _named_year(match: Match, _: Discourse) -> Reading:
    return _dated_year(int(match["year"]), edge_of(group(match, "edge")))


def _years(match: Match, _: Discourse) -> list[Reading] | None:
    """``1988–1994``, ``1988-94``: both ends."""
    first, second = int(match["year"]), match["other"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if not first < last <= first + 100:
        return None
    return [
        _dated_year(first).between(match.start(), match.end("year")),
        _dated_year(last).between(match.start("other"), match.end()),
    ]


def _dated_year(year: int, mod: str | None = None) -> Reading:
    return dated(Period("year", date(year, 1, 1)), "year", mod=mod, explicit=True)


def _decade(match: Match, discourse: Discourse) -> Reading | None:
    """``the 1990s``, ``the late '80s``, ``the nineties``; a dozen Mirage 2000s are aircraft."""
    word = group(match, "word")
    before = _WORD_BEFORE.search(discourse.text, max(0, match.start() - 30), match.start())
    if match[0][0].isdigit() and before and before[1].istitle() and not _opens_year(before[1]):
        return None
    number = words().decades[low(word)] if word else int(match["digits"])
    year = number if number >= 100 else 1900 + number
    return dated(Period("decade", date(year, 1, 1)), "decade", mod=edge_of(match["edge"]), explicit=True)


def _century(match: Match, _: Discourse) -> Reading | None:
    number = ordinal_of(match["ordinal"])
    if not 2 <= number <= 22:
        return None
    period = Period("century", date((number - 1) * 100, 1, 1))
    return dated(period, "century", mod=edge_of(match["edge"]), explicit=True)


_OF_YEAR: Final = (
    r"(?:,? |,? of |,? in )(?:(?:the )?(?:fiscal )?(?:year )?<year>|<relation> (?:fiscal )?year\b)"
)
_PART: Final = (
    r"(?:[Tt]he )?(?:{edge}(?:the )?)?(?:fiscal )?<ordinal>(?: |-)(?:fiscal )?(?P<part_of>quarter|half)\b"
)
_NOT_PART_OF_NUMBER: Final = r"(?<![\w$£€¥#/:+.])(?<![\dA-Z]-)(?<!\d,)"
RULES: Final[tuple[Rule, ...]] = (
    Rule("part_of_year", "the edge ordinal fiscal digit", _PART + _OF_YEAR, _part_of_year),
    Rule(
        "short_quarter",
        "short_quarter",
        r"(?P<letter>[QH])(?P<digit>[1-4])(?:,? |,? of |/|-)<year>",
        _part_of_year,
    ),
    Rule(
        "year_quarter",
        "digit",
        _NOT_PART_OF_NUMBER + r"<year>(?: |-)?(?P<letter>[QH])(?P<digit>[1-4])\b",
        _part_of_year,
    ),
    Rule(
        "bare_part_of_year",
        "the edge ordinal fiscal digit",
        _PART + r"(?! (?:century|hour|an hour|of the (?:game|match|season|century)))",
        _part_of_year,
    ),
    Rule(
        "years",
        "digit",
        _NOT_PART_OF_NUMBER + r"<year>(?: ?{dash} ?|/)(?P<other>\d{4}|\d\d)(?![\w%]|[-.,/]\d)",
        _years,
    ),
    Rule(
        "decade",
        "digit the edge",
        r"(?:[Tt]he )?<edge>?['’]?(?P<digits>(?:1[0-9]|20)\d0|(?<=['’])\d0)['’]?s\b",
        _decade,
    ),
    Rule("decade_word", "the", r"[Tt]he <edge>?<word:decade_word>", _decade),
    Rule("century", "the edge ordinal digit", r"(?:[Tt]he )?<edge>?<ordinal>(?: |-)[Cc]entury\b", _century),
    Rule(
        "fiscal_year", "the fiscal", r"(?:[Tt]he )?(?:[Ff]iscal(?: [Yy]ear)?|[Yy]ear|FY) ?<year>", _named_year
    ),
    Rule("edge_of_year", "the edge", r"(?:[Tt]he )?<edge><year>", _named_year),
    Rule("year", "digit", _NOT_PART_OF_NUMBER + r"<year>(?!-(?:year|mm|[A-Z\d])|['’]?s\b|[\d%°])", _year),
)
