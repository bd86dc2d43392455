"""Sources that are named as whose a figure is: "by X's account", "X's count stood at 40", "X made it 60"."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from counterclaim.extraction.attribution.names import has_source_word, name_after, start_of_name
from counterclaim.extraction.attribution.source import Attribution, make_attribution
from counterclaim.extraction.attribution.subjects import subject_of
from counterclaim.extraction.attribution.words import (
    Saying,
    account_nouns,
    attribution_words,
    independent,
    irregular_verbs,
    number_words,
    organisation_names,
)
from counterclaim.extraction.phrases import PhraseTable, verb_forms, words_of
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set

_QUALIFIERS: Final = word_set("attribution", "qualifiers")
_STANDS: Final = word_set("attribution", "stands")
_BOUNDS: Final = word_set("attribution", "bounds")
_AFTER_FIGURE: Final = _STANDS | {","}
_STATED: Final = frozenset(("view", "words", "statement", "report"))
_BARE: Final = word_set("attribution", "bare")
_BODIES: Final = word_set("attribution", "bodies")
_TOLLS: Final = word_set("attribution", "tolls")


def by_figures(tokens: list[Token]) -> Iterator[Attribution]:
    """JNIM has other figures: 50 soldiers killed; the monitor divides the dead as follows: 40 rebels, …."""
    colon = next((i for i, token in enumerate(tokens) if token.low == ":"), None)
    if colon and [token.low for token in tokens[max(colon - 2, 0) : colon]] == ["as", "follows"]:
        name = name_after(tokens, 0)
        if name is not None:
            yield make_attribution(tokens, *name, name[1] + 1, "give", "asserts")
        return
    if not colon or tokens[colon - 1].low not in account_nouns():
        return
    verb = next((i for i in range(max(colon - 5, 1), colon) if tokens[i].low in _GIVES), None)
    name = name_after(tokens[:verb], 0) if verb is not None else None
    if verb is not None and name is not None:
        yield make_attribution(tokens, *name, verb, "give", "asserts")


_GIVES: Final = word_set("attribution", "gives")


def by_brackets(tokens: list[Token]) -> Iterator[Attribution]:
    """Fifteen hospitals were bombed (Doctors' Union): a body in the brackets that end a sentence."""
    end = len(tokens) - 1 - (tokens[-1].low == "." if tokens else 0)
    if end < _SHORTEST or tokens[end].low != ")":
        return
    opening = next((i for i in range(end, max(end - _IN_BRACKETS, 0), -1) if tokens[i].low == "("), 0)
    before = tokens[opening - 1]
    is_name = before.is_capitalised and before.low not in _DAYS
    if not opening or is_name or before.kind != "word":
        return  # the Rapid Support Forces (RSF)
    inside = tokens[opening + 1 : end]
    named = inside and inside[0].is_capitalised and not any(t.kind == "number" for t in inside)
    if named and has_source_word(tokens, opening + 1, end):
        yield make_attribution(tokens, opening + 1, end - 1, opening, "according to", "asserts")


_DAYS: Final = word_set("attribution", "days")
_SHORTEST: Final = 6  # tokens
_IN_BRACKETS: Final = 8  # tokens of a name and its brackets


def by_account(tokens: list[Token]) -> Iterator[Attribution]:
    """By X's account, on X's reckoning, in Amnesty's view; X's own figure was 40; by Chadian account."""
    lows = [token.low for token in tokens]
    accounts = _stated()
    has_account = not accounts.isdisjoint(lows)
    if has_account or "sources" in lows:
        yield from _by_own_account(tokens)
        yield from _by_account_of(tokens)
    yield from _by_ledger(tokens)
    if not has_account:
        return
    for index, token in enumerate(tokens):
        if token.kind != "possessive" or (token.low == "'" and not tokens[index - 1].low.endswith("s")):
            continue
        following = [t.low for t in tokens[index + 1 : index + 4]]
        hit = next((n for n, word in enumerate(following) if word in accounts), None)
        if hit is None or hit > 1:
            continue
        opener = start_of_name(tokens, index - 1)
        follows = tokens[index + 2 + hit].low if index + 2 + hit < len(tokens) else ""
        if opener is not None and (hit == 0 or following[0] in _QUALIFIERS) and follows in _AFTER_FIGURE:
            yield make_attribution(tokens, opener, index - 1, index + 1, "account", "asserts")
            continue
        if opener is None or opener == 0 or tokens[opener - 1].low not in ("by", "on", "in", "of", "to"):
            continue
        yield make_attribution(tokens, opener, index - 1, index + 1 + hit, "account", "asserts")


@cache
def _stated() -> frozenset[str]:
    """Nouns for what somebody's figure stands in: account, count, statement."""
    return account_nouns() | _STATED


@cache
def _told_by() -> frozenset[str]:
    """Nouns that an adjective says whose they are: account, figures, sources."""
    return account_nouns() | {"sources"}


def _by_own_account(tokens: list[Token]) -> Iterator[Attribution]:
    """By its account, by their own count, when its tally stood at 40: the source is the one spoken of."""
    accounts = account_nouns()
    for index in range(1, len(tokens) - 1):
        stood = tokens[index - 1].low in ("its", "their") and tokens[index].low in accounts
        if stood and (index == 1 or tokens[index + 1].low in _STANDS):
            yield make_attribution(tokens, index - 1, index - 1, index, "account", "asserts")
        elif tokens[index].low in ("its", "their", "his", "her") and tokens[index - 1].low == "by":
            noun = (
                tokens[index + 2]
                if tokens[index + 1].low == "own" and index + 2 < len(tokens)
                else tokens[index + 1]
            )
            if noun.low in accounts:
                yield make_attribution(tokens, index, index, index + 1, "account", "asserts")


_KINDS: Final = 2  # words that tell whose account it is: "by South Korean account"


def _by_account_of(tokens: list[Token]) -> Iterator[Attribution]:
    """By Chadian account, on UN figures: whose account it is, named by an adjective."""
    accounts = _told_by()
    for index, token in enumerate(tokens[:-2]):
        if token.low not in ("by", "on"):
            continue
        end = next(
            (i for i in range(index + 2, index + 3 + _KINDS) if _ends_account(tokens, i, accounts)), None
        )
        if end is None:
            continue
        words = [t for t in tokens[index + 1 : end] if t.low != "the"]
        named = bool(words) and (words[0].is_capitalised or words[0].low == "official")
        if named and all(t.kind == "word" for t in words):
            yield make_attribution(tokens, index + 1, end, index, "according to", "asserts")


def _ends_account(tokens: list[Token], index: int, accounts: frozenset[str]) -> bool:
    """Whether a noun of accounts, or "sources" that open a clause, ends its phrase here."""
    if index >= len(tokens) or tokens[index].low not in accounts:
        return False
    following = tokens[index + 1].low if index + 1 < len(tokens) else "."
    return following in (":", ",", ".", ";", ")") or (following.isdigit() and tokens[index].low != "sources")


def _by_ledger(tokens: list[Token]) -> Iterator[Attribution]:
    """Moscow's, as of Thursday, runs to 592 aircraft: whose the figures spoken of are."""
    possessive = next((i for i, token in enumerate(tokens[:6]) if token.kind == "possessive"), 0)
    if not possessive or possessive + 2 >= len(tokens) or start_of_name(tokens, possessive - 1) != 0:
        return
    verb = possessive + 1
    if tokens[verb].low == ",":
        verb = next(
            (i + 1 for i in range(verb + 1, min(verb + 6, len(tokens) - 2)) if tokens[i].low == ","), verb
        )
    if tokens[verb].low in _STANDS and _gives_number(tokens, verb + 1, bare=False):
        yield make_attribution(tokens, 0, possessive - 1, verb, "account", "asserts")


def by_figure_verb(tokens: list[Token]) -> Iterator[Attribution]:
    """The minister made it six; the agency went to 900; the mission began with 82 dead; the UN had 70."""
    for match in _figure_verbs().find(tokens):
        saying = match.value
        if not _gives_number(tokens, match.last + 1, bare=saying.verb not in _PLAIN):
            continue
        subject, trailing = subject_of(tokens, match.first, match.last, saying)
        if subject is None or trailing or not _can_give(tokens, subject, saying.verb):
            continue
        yield make_attribution(tokens, *subject, match.first, "give", "asserts")


_PLAIN: Final = ("make it", "make that")  # these say a number, whatever noun it has


@cache
def _figure_verbs() -> PhraseTable[Saying]:
    forms = (
        (words_of(words), Saying(verb, form, "asserts", None))
        for verb in attribution_words()["figure_verbs"]
        for form, words in verb_forms(verb, irregular_verbs()).items()
        if form != "gerund"
    )
    return PhraseTable(forms)


def _can_give(tokens: list[Token], subject: tuple[int, int], verb: str) -> bool:
    """Whether a subject gives figures: for "had" a body that counts, else any name that is no toll's."""
    words = {token.low for token in tokens[subject[0] : subject[1] + 1]}
    if verb == "have":
        bodies = _BODIES | independent()
        return bool(words & bodies) or any(
            t.text.isupper() and len(t.text) > 1 for t in tokens[subject[0] : subject[1] + 1]
        )
    return words.isdisjoint(_TOLLS) or bool(words & _BODIES)


def by_revision(tokens: list[Token]) -> Iterator[Attribution]:
    """First responders had raised their own count to 75; the ministry revised the toll to 40."""
    for index, token in enumerate(tokens):
        if token.low not in _REVISES or index + 4 >= len(tokens):
            continue
        following = [t.low for t in tokens[index + 1 : index + 6]]
        toll = next((n for n, word in enumerate(following) if word in _TOLLS), None)
        if following[0] not in ("its", "their", "his", "her", "the") or toll is None:
            continue
        after = tokens[index + 2 + toll : index + 2 + toll + _OF_WHOM]
        if not any(token.low in ("to", "from") for token in after):
            continue
        subject, trailing = subject_of(tokens, index, index, Saying("revise", "past", "asserts", None))
        if subject is None or trailing:
            continue
        described = (
            subject[1] + 1 < index and tokens[subject[1] + 1].low == ","
        )  # TamilNet, a website, raised …
        own = (described or following[0] != "the") and tokens[subject[0]].is_capitalised
        if own or has_source_word(tokens, subject[0], subject[1] + 1):
            yield make_attribution(tokens, *subject, index, "give", "asserts")


_OF_WHOM: Final = 6  # tokens from a noun of toll to its figure's "to": its figures for the last days to 13
_REVISES: Final = word_set("attribution", "revises")


def by_recovery(tokens: list[Token]) -> Iterator[Attribution]:
    """The Red Cross has recovered 28 bodies: a body that is nobody's gives the number that it found."""
    for index, token in enumerate(tokens):
        if token.low not in _RECOVERS or not _gives_number(tokens, index + 1, bare=False):
            continue
        if not any(t.low in _REMAINS for t in tokens[index + 2 : index + _TO_BODIES]):
            continue
        subject, trailing = subject_of(tokens, index, index, Saying("recover", "past", "asserts", None))
        if subject is None or trailing:
            continue
        named = {t.low for t in tokens[subject[0] : subject[1] + 1]}
        if named & _AID or organisation_names().at(tokens, subject[0]) is not None:
            yield make_attribution(tokens, *subject, index, "give", "asserts")


_TO_BODIES: Final = 7  # tokens from the verb to what was recovered
_RECOVERS: Final = word_set("attribution", "recovers")
_AID: Final = word_set("attribution", "aid")
_REMAINS: Final = word_set("attribution", "remains")


def _gives_number(tokens: list[Token], start: int, *, bare: bool) -> bool:
    """Whether a number follows, words of bound stepped over; bare: with no noun but one of harm."""
    position = start
    while position < len(tokens) and position - start < 5 and tokens[position].low in _BOUNDS:
        position += 1
    if position >= len(tokens) or not _counts(tokens[position]):
        return False
    while position < len(tokens) and (_counts(tokens[position]) or tokens[position].low == "hundred"):
        position += 1
    return not bare or position >= len(tokens) or tokens[position].low in _BARE


def _counts(token: Token) -> bool:
    return token.kind == "number" or token.low in number_words()
