"""Verbs of saying with their subject on either side: "the ministry said", "said Maurer"."""

from collections.abc import Iterator
from typing import Final

from counterclaim.extraction.attribution.names import DOCUMENTS, start_of_name
from counterclaim.extraction.attribution.source import Attribution, make_attribution
from counterclaim.extraction.attribution.subjects import auxiliary_before, subject_of
from counterclaim.extraction.attribution.words import (
    ARTICLES,
    Saying,
    attribution_words,
    number_words,
    sayings,
)
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set


def by_verb(tokens: list[Token]) -> Iterator[Attribution]:
    """Sources that are the subject of a verb of saying, before or after it."""
    before: tuple[int, int] | None = None
    denied = False
    for match in sayings().find(tokens):
        saying = match.value
        explains = denied and _explains(tokens, match.first, saying)
        if tokens[match.first].is_capitalised and match.first > 0:
            continue
        if saying.form in ("past", "participle") and tokens[match.first - 1].low in ARTICLES:
            continue  # one of the disputed posts
        beside = published = None
        if saying.form == "gerund" and not explains:
            published = _who_published(tokens, match.first)
            beside = _with_whom(tokens, match.first) or published
        if saying.form == "gerund" and not (explains or beside or _is_progressive(tokens, match.first)):
            continue
        if [token.low for token in tokens[match.last : match.last + 2]] == ["put", "out"]:
            continue  # 8,000 soldiers put out of action at the front
        if saying.form == "third" and match.last + 1 < len(tokens) and tokens[match.last + 1].low in _FINITE:
            continue  # a noun in the plural: "intelligence reports had established"
        if (
            tokens[match.last].low in _NOUNS_TOO
            and match.first == match.last  # but "received reports of 53 deaths" says so
            and tokens[match.last + 1 : match.last + 2]
            and tokens[match.last + 1].low == "of"
        ):
            continue  # its official estimates of civilians killed
        if tokens[match.last].low in _NOUNS_TOO and tokens[match.first - 1].low.endswith("ed"):
            continue  # close to one of the disputed posts
        subject, trailing = subject_of(tokens, match.first, match.last, saying)
        subject = beside or subject
        if saying.form == "third" and subject and _is_counted(tokens, *subject):
            continue  # "11 command posts"
        if _reports_harm(tokens, match.last, saying) or (subject and _is_number(tokens, *subject)):
            continue
        shared = explains or (subject is None and _goes_on(tokens, match.first, match.last, saying))
        if shared:
            subject = before
        if subject is None:
            continue
        before, denied = subject, saying.stance == "denies"
        first, last = subject
        found = make_attribution(
            tokens,
            first,
            last,
            match.first if shared else match.last,
            saying.verb,
            saying.stance,
            hedge=saying.hedge,
            trailing=trailing,
        )
        found.shares_subject = shared or published is not None
        found.is_weak = (
            saying.verb in _WEAK
            and not _says_something(tokens, subject, match.first, match.last, saying.verb)
        ) or _says_nothing(tokens, match.first, match.last, saying)
        yield found


def _with_whom(tokens: list[Token], verb: int) -> tuple[int, int] | None:
    """With the rebels claiming 250 dead: the name between "with" and a verb in -ing."""
    first = start_of_name(tokens, verb - 1) if verb > 1 else None
    if first is None:
        return None
    before = first - 1 - (tokens[first - 1].low in ARTICLES if first else 0)
    return (first, verb - 1) if before >= 0 and tokens[before].low == "with" else None


def _who_published(tokens: list[Token], verb: int) -> tuple[int, int] | None:
    """The committee on Thursday released a report claiming that 267 died: whose the paper is."""
    if verb < 3 or tokens[verb - 1].low not in DOCUMENTS:
        return None
    near = range(verb - 2, max(verb - _TO_PAPER, 0), -1)
    issued = next((i for i in near if tokens[i].low in _PUBLISHED), None)
    if issued is None:
        return None
    return subject_of(tokens, issued, issued, Saying("publish", "past", "asserts", None))[0]


_TO_PAPER: Final = 6  # tokens from a verb of publishing to what its paper says
_PUBLISHED: Final = word_set("attribution", "published")


def _reports_harm(tokens: list[Token], last: int, saying: Saying) -> bool:
    """Whether a headline tells what is reported of its subject: "Hundreds reported killed"."""
    following = tokens[last + 1].low if last + 1 < len(tokens) else ""
    after = tokens[last + 2] if last + 2 < len(tokens) else None
    counts = after is not None and (after.kind == "number" or after.low in number_words())
    return saying.form in ("past", "participle") and following in _HARMED and not counts


_HARMED: Final = word_set("attribution", "harmed")


def _is_number(tokens: list[Token], first: int, last: int) -> bool:
    """Whether what looks like a subject only counts: "Hundreds"."""
    return all(token.low in number_words() for token in tokens[first : last + 1])


def _is_counted(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a number counts what looks like a subject: the "command" of "11 command posts"."""
    lower = not any(token.is_capitalised for token in tokens[first : last + 1])
    return lower and first > 0 and tokens[first - 1].kind == "number"


def _goes_on(tokens: list[Token], first: int, last: int, saying: Saying) -> bool:
    """Whether a verb shares the subject of the one before: "demanded a halt and warned that …"."""
    if saying.form not in ("past", "participle", "third") or first == 0 or last + 1 >= len(tokens):
        return False
    return tokens[first - 1].low in ("and", "but") or (
        tokens[first - 1].low == "," and tokens[last + 1].low == "that"
    )


def _explains(tokens: list[Token], first: int, saying: Saying) -> bool:
    """Whether a denial goes on with what is said instead: "denied this, saying that three were hurt"."""
    return saying.form == "gerund" and saying.stance == "asserts" and tokens[first - 1].low == ","


def _says_nothing(tokens: list[Token], first: int, last: int, saying: Saying) -> bool:
    """Could not verify, did not say, claimed the attack: no statement of what stands around it."""
    before = [token.low for token in tokens[max(first - 3, 0) : first]]
    after = {token.low for token in tokens[last + 1 : last + 3]}
    negated = "not" in before or "never" in before
    owns = saying.verb == "claim" and bool(after & _OWNED_ACTS)
    return negated or owns or "responsibility" in after


_OWNED_ACTS: Final = word_set("attribution", "owned_acts")


_FINITE: Final = word_set("attribution", "finite")
_NOUNS_TOO: Final = word_set("attribution", "nouns_too")


# Verbs that say something only with a number or a "that" after them.
_WEAK: Final = word_set("attribution", "weak")
_HOLDS: Final = ("hold", "holds", "held")
_NEAR: Final = 8  # tokens after a verb in which it gives its figure
_AT: Final = 16  # tokens from "put" to its "at": put the Rwandan soldiers in eastern Congo at 4,000


def _says_something(tokens: list[Token], subject: tuple[int, int], first: int, last: int, verb: str) -> bool:
    following = tokens[last + 1 : last + 1 + _NEAR]
    start = subject[0] - (tokens[subject[0] - 1].low in ARTICLES if subject[0] else 0)
    if (
        start > 0
        and tokens[start - 1].low in (",", "”", '"')
        and (not following or following[0].low in (",", "."))
    ):
        return True
    if any(token.low == "that" for token in following[:_THAT]) or any(t.low == ":" for t in following[:5]):
        return True
    if tokens[last].low in _HOLDS and any(token.low in ("responsible", "accountable") for token in following):
        return True  # held the army responsible
    if subject[0] > last:  # 28 were counted by medics
        before = tokens[max(first - _NEAR, 0) : subject[0]]
        return any(map(_counts, before)) or any(token.low == "among" for token in before)
    if tokens[subject[0]].low in attribution_words()["pronouns"]:
        return verb in _LISTING and _gives_harmed(following)
    if verb in _JUDGING and any(token.low in _JUDGED for token in following[1:]):
        return True  # called the raid "a shame", described it as a crime
    if verb == "find" and not _INQUIRERS & {token.low for token in tokens[subject[0] : subject[1] + 1]}:
        return False  # soldiers found a wounded child
    if verb == "charge" and any(token.low == "with" for token in following):
        return True  # charged the rebels with killing ten people
    if verb == "put":
        return _puts_at(tokens[last + 1 : last + 1 + _AT])
    counted = next((i for i, token in enumerate(following) if _counts(token)), None)
    if verb not in _DOING:
        return counted is not None
    return _gives_list(tokens[last + 1 :]) or (counted is not None and _gives_figure(following, counted))


_THAT: Final = 4  # tokens from a verb to its "that": charged at the outset that
_LISTING: Final = ("count", "list", "record")


def _gives_harmed(following: list[Token]) -> bool:
    """Whether a figure of people harmed comes next: it lists 176 dead."""
    counted = next((i for i, token in enumerate(following[:3]) if _counts(token)), None)
    return counted is not None and any(t.low in _HARMED for t in following[counted + 1 : counted + 3])


_JUDGING: Final = ("call", "describe")
_JUDGED: Final = ("as", '"', "“")
_INQUIRERS: Final = word_set("attribution", "inquirers")


def _counts(token: Token) -> bool:
    return token.kind == "number" or token.low in number_words()


def _puts_at(following: list[Token]) -> bool:
    """Whether "put" goes on with "at" and a figure, or with "above" and one."""
    at = next((i for i, token in enumerate(following) if token.low in _PUT_AT), len(following))
    return any(map(_counts, following[at : at + _NEAR]))


_PUT_AT: Final = word_set("attribution", "put_at")


def _gives_list(following: list[Token]) -> bool:
    """Gave the latest sum of the war: 4,047 people killed: figures after a noun of tally and a colon."""
    colon = next((i for i, token in enumerate(following) if token.low == ":"), None)
    if colon is None:
        return False
    return any(t.low in _TOLLS for t in following[:colon]) and any(map(_counts, following[colon : colon + 4]))


def _is_progressive(tokens: list[Token], verb: int) -> bool:
    """Whether an auxiliary makes a gerund a verb with a subject: "was speaking of 140 dead"."""
    return verb > 0 and tokens[auxiliary_before(tokens, verb)].low in _BE


_BE: Final = frozenset(("is", "are", "was", "were", "been"))


def _gives_figure(following: list[Token], counted: int) -> bool:
    """Whether a verb of doing gives a figure: "gave a toll of 20"; not "gave 31 tanks"."""
    lows = [token.low for token in following]
    if lows[0] == "as" and counted == 1:
        return True
    alone = counted == 0 and (len(lows) == 1 or lows[1] in (".", ",", ";"))
    return alone or bool(_TOLLS & set(lows))


_DOING: Final = word_set("attribution", "doing")
_TOLLS: Final = word_set("attribution", "tolls")
