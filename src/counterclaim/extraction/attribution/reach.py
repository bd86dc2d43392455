"""How far a source's hold reaches."""

from typing import Final

from counterclaim.extraction.attribution.names import start_of_role
from counterclaim.extraction.attribution.source import Attribution
from counterclaim.extraction.attribution.words import ARTICLES, number_words, source_nouns
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set


def set_reach(tokens: list[Token], found: list[Attribution]) -> None:
    """Give each source the stretch that it speaks for."""
    for number, attribution in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        previous = found[number - 1] if number else None
        leads = _leads(tokens, attribution)
        if leads:
            start = start_of(attribution)
            end = start_of(following) - 1 if following and _leads(tokens, following) else len(tokens) - 1
            if following and not _leads(tokens, following):
                end = _last_break(tokens, attribution.cue, start_of(following))
        else:
            start = previous.covers[1] + 1 if previous else 0
            end = max(attribution.last, attribution.cue)
            if following is None:
                end = _end_of_said(tokens, end)
            if previous and previous.covers[1] == len(tokens) - 1:
                start = _last_break(tokens, previous.cue, start_of(attribution)) + 1
                previous.covers = (previous.covers[0], start - 1)
        brackets = _within_brackets(tokens, attribution)
        attribution.is_aside = brackets is not None or _is_aside(tokens, attribution)
        if attribution.is_aside:
            start, end = start_of(attribution), _first_mark(tokens, attribution.cue, end)
        attribution.covers = brackets or (start, end)


_ASIDES: Final = word_set("attribution", "asides")
_WHOSE: Final = 4  # tokens from "whose" to the source of its clause: whose number a report had given


def _is_aside(tokens: list[Token], attribution: Attribution) -> bool:
    """Whether a source stands in a clause of time or a relative one: "after X said", "whose toll X gave"."""
    start = attribution.first
    while start > 0 and tokens[start - 1].low in ARTICLES:
        start -= 1
    if start == 0 or attribution.cue < attribution.first:
        return False
    if tokens[start - 1].low in _ASIDES:
        return True
    if tokens[start - 1].low == "with" and tokens[attribution.cue].low.endswith("ing"):
        return True  # …, with the rebels claiming 250 dead, …
    between = [token.low for token in tokens[attribution.last + 1 : attribution.cue]]
    if between[:2] == [",", "which"] and "," not in between[1:]:
        return True  # …, which believes that 40 died, …
    before = [token.low for token in tokens[max(start - _WHOSE, 0) : start]]
    whose = next((i for i, low in enumerate(before) if low in ("whose", "whom")), None)
    return whose is not None and "," not in before[whose:]


def _first_mark(tokens: list[Token], start: int, end: int) -> int:
    """Index of the comma or semicolon that ends a clause, else of its last token."""
    return next((i for i in range(start, end) if tokens[i].low in (",", ";")), end)


def _within_brackets(tokens: list[Token], attribution: Attribution) -> tuple[int, int] | None:
    """A source in brackets speaks for what they hold: "56 missing (67, according to a website)"."""
    start = start_of(attribution)
    opening = next((i for i in range(start - 1, -1, -1) if tokens[i].low in ("(", ")")), None)
    if opening is None or tokens[opening].low == ")":
        return None
    if opening == attribution.cue:
        return None  # the body in brackets is all that they hold
    closing = next((i for i in range(start, len(tokens)) if tokens[i].low == ")"), None)
    return None if closing is None else (opening, closing)


def _end_of_said(tokens: list[Token], start: int) -> int:
    """Index of the last token of what is said before it: to a semicolon, or to the ", where" of a visit."""
    for index in range(start, len(tokens)):
        if tokens[index].low == ";":
            return index
        if tokens[index].low == "where" and tokens[index - 1].low == ",":
            return index - 1
    return len(tokens) - 1


def start_of(attribution: Attribution | None) -> int:
    """Index of the first token of a source and its cue; 0 where there is none."""
    if attribution is None:
        return 0
    return attribution.cue if attribution.shares_subject else min(attribution.first, attribution.cue)


_DETERMINERS: Final = frozenset((*ARTICLES, "her", "his", "its", "their"))


def _leads(tokens: list[Token], attribution: Attribution) -> bool:
    """Whether what is said follows the source ("X said that …") rather than goes before it."""
    start, end = start_of(attribution), max(attribution.first, attribution.last, attribution.cue)
    following = tokens[attribution.last + 1].low if attribution.last + 1 < len(tokens) else ""
    if following == "," and attribution.cue > attribution.last:
        start = start_of_role(tokens, start)  # a spokesman for the ministry, Tamim al-Shami, said
    while start > 0 and tokens[start - 1].low in _DETERMINERS:
        start -= 1
    if start > 2 and tokens[start - 1].low == "and" and _ends_another_name(tokens, start - 2):
        start -= 2  # ", residents and a militia member said"
    opens = (
        start == 0
        or all(tokens[i].kind != "word" for i in range(start))
        or tokens[start - 1].low in (";", ":", "—", "–")
    )
    rest = [t for t in tokens[end + 1 :] if t.kind in ("word", "number") and t.low not in _DAYS]
    if not rest:
        return False
    if opens:
        return True
    if attribution.verb == "by":
        return False
    if attribution.is_trailing:
        return tokens[start - 1].low not in (",", '"', "”", "’")
    before = _before_quotation_mark(tokens, start)
    if before == "," and end + 1 < len(tokens) and tokens[end + 1].low in (",", ".", ";"):
        return False
    if before == ",":
        counted = _counts(tokens[:start]) and (tokens[0].low in ARTICLES or _opens_with_count(tokens))
        if counted and not _counts(tokens[end + 1 :]):
            return False  # "A strike killed ten people, officials said on Friday"
        return tokens[end + 1].low == "that" or _only_adverbial_before(tokens, start)
    return attribution.verb != "according to" or before in _OPENS_CLAUSE


_DAYS: Final = word_set("attribution", "days")
# After these words "according to X" opens what X says: "but according to the ministry ten died".
_OPENS_CLAUSE: Final = word_set("attribution", "opens_clause")


def _opens_with_count(tokens: list[Token]) -> bool:
    """Whether a sentence opens with a figure and the words that bound it: at least ten people died, …."""
    first = next((i for i, t in enumerate(tokens) if t.low not in _BOUNDS), 0)
    return first > 0 and _counts(tokens[first : first + 1])


_BOUNDS: Final = word_set("attribution", "bounds")


def _counts(tokens: list[Token]) -> bool:
    return any(token.kind == "number" or token.low in number_words() for token in tokens)


def _ends_another_name(tokens: list[Token], position: int) -> bool:
    """Whether one noun of a source, alone after a comma, stands here: the first of two who say it."""
    return tokens[position].low in source_nouns() and tokens[position - 1].low in (",", '"', "”")


def _before_quotation_mark(tokens: list[Token], start: int) -> str:
    """The mark or word before a source: the comma inside a quotation that ends there."""
    position = start - 1
    if position and tokens[position].low in ('"', "”", "’") and tokens[position - 1].low in (",", "?", "!"):
        return ","
    return tokens[position].low


def _only_adverbial_before(tokens: list[Token], start: int) -> bool:
    """Whether only an opening adverbial stands before: on 7 October, the ministry said; a day later, …."""
    if start > _ADVERBIAL:
        return False
    if tokens[0].low in _OPENS_TIME:
        return any(token.low.removesuffix("s") in _TIMES for token in tokens[1:start])
    return tokens[0].low in _OPENS_ADVERBIAL


_ADVERBIAL: Final = 9  # tokens that an opening adverbial has at most
_OPENS_ADVERBIAL: Final = word_set("attribution", "opens_adverbial")
_OPENS_TIME: Final = word_set("attribution", "opens_time")
_TIMES: Final = word_set("attribution", "times")


def _last_break(tokens: list[Token], start: int, end: int) -> int:
    """Index of the last token before a source's own stretch begins: a comma, semicolon or conjunction."""
    for position in range(end - 1, start, -1):
        if tokens[position].low in (";", "while", "whereas", "but", "and", ".", "—", "–"):
            return position
    return end - 1
