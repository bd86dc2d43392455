"""Sources without a verb: "according to X", "by X's account", a headline's "X: …"."""

from collections.abc import Iterator

from counterclaim.extraction.attribution.names import DOCUMENTS, has_source_word, name_after, start_of_name
from counterclaim.extraction.attribution.source import Attribution, make_attribution
from counterclaim.extraction.attribution.words import attribution_words, prepositions
from counterclaim.extraction.tokens import Token


def by_preposition(tokens: list[Token]) -> Iterator[Attribution]:
    """Sources after "according to" and its like."""
    for match in prepositions().find(tokens):
        name = name_after(tokens, match.last + 1)
        if name is not None:
            first, last = name
            words = " ".join(token.low for token in tokens[match.first : match.last + 1])
            verb = (
                "cited by"
                if words in ("cited by", "quoted by")
                else "by"
                if words.endswith("ed by")
                else "according to"
            )
            yield make_attribution(tokens, first, last, match.first, verb, match.value)


_QUALIFIERS = frozenset(("final", "first", "initial", "last", "latest", "new", "official", "own"))


def by_figures(tokens: list[Token]) -> Iterator[Attribution]:
    """JNIM has other figures: 50 soldiers killed; the rebels give a lower toll: 40."""
    colon = next((i for i, token in enumerate(tokens) if token.low == ":"), None)
    if not colon or tokens[colon - 1].low not in attribution_words()["accounts"]:
        return
    verb = next((i for i in range(max(colon - 5, 1), colon) if tokens[i].low in _GIVES), None)
    name = name_after(tokens[:verb], 0) if verb is not None else None
    if verb is not None and name is not None:
        yield make_attribution(tokens, *name, verb, "give", "asserts")


_GIVES = frozenset(("gave", "give", "gives", "had", "has", "have", "offer", "offered", "offers"))


def by_account(tokens: list[Token]) -> Iterator[Attribution]:
    """By X's account, on X's reckoning, in Amnesty's view."""
    yield from _by_own_account(tokens)
    accounts = set(attribution_words()["accounts"]) | {"view", "words", "statement", "report"}
    for index, token in enumerate(tokens):
        if token.kind != "possessive" or (token.low == "'" and not tokens[index - 1].low.endswith("s")):
            continue
        following = [t.low for t in tokens[index + 1 : index + 4]]
        hit = next((n for n, word in enumerate(following) if word in accounts), None)
        if hit is None or hit > 1:
            continue
        opener = start_of_name(tokens, index - 1)
        follows = tokens[index + 2 + hit].low if index + 2 + hit < len(tokens) else ""
        if (
            opener is not None
            and (hit == 0 or following[0] in _QUALIFIERS)
            and follows in ("was", "is", "were", "are", "stood", "stands", "had", "put", "puts", ",")
        ):
            yield make_attribution(tokens, opener, index - 1, index + 1, "account", "asserts")
            continue
        if opener is None or opener == 0 or tokens[opener - 1].low not in ("by", "on", "in", "of", "to"):
            continue
        yield make_attribution(tokens, opener, index - 1, index + 1 + hit, "account", "asserts")


def _by_own_account(tokens: list[Token]) -> Iterator[Attribution]:
    """By its account, by their own count: the source is the one spoken of."""
    accounts = frozenset(attribution_words()["accounts"])
    for index in range(1, len(tokens) - 1):
        if index == 1 and tokens[0].low in ("its", "their") and tokens[1].low in accounts:
            yield make_attribution(tokens, 0, 0, 1, "account", "asserts")
        elif tokens[index].low in ("its", "their", "his", "her") and tokens[index - 1].low == "by":
            noun = (
                tokens[index + 2]
                if tokens[index + 1].low == "own" and index + 2 < len(tokens)
                else tokens[index + 1]
            )
            if noun.low in accounts:
                yield make_attribution(tokens, index, index, index + 1, "account", "asserts")


def by_colon(tokens: list[Token]) -> Iterator[Attribution]:
    """A headline's "Red Cross: two hundred bodies exchanged"."""
    closing = next(
        (i for i in range(len(tokens) - 2, max(len(tokens) - 7, 3), -1) if tokens[i].low == ":"), None
    )
    if closing is not None and has_source_word(tokens, closing + 1, len(tokens)):
        name = name_after(tokens, closing + 1)
        if name is not None and name[1] == len(tokens) - 1:
            found = make_attribution(tokens, *name, closing, "headline", "asserts", trailing=True)
            yield found
            return
    start = _past_clock(tokens)
    colon = next((i for i in range(start + 1, min(start + 7, len(tokens) - 2)) if tokens[i].low == ":"), None)
    if colon is None or tokens[colon - 1].low in DOCUMENTS:
        return
    first = start_of_name(tokens, colon - 1)
    if (
        first == start
        and tokens[colon - 1].low not in attribution_words()["pronouns"]
        and has_source_word(tokens, start, colon)
    ):
        yield make_attribution(tokens, start, colon - 1, colon, "headline", "asserts")


def _past_clock(tokens: list[Token]) -> int:
    """Index of the first token after the hour that a live report's entry opens with: "11:20 Medics: …"."""
    position = 0
    if len(tokens) < 3 or tokens[0].kind != "number" or tokens[1].low not in (":", "."):
        return 0
    while position < len(tokens) and (tokens[position].kind == "number" or tokens[position].low in _CLOCK):
        position += 1
    return position


_CLOCK = frozenset((":", ".", "gmt", "utc", "am", "pm", "–", "—", "-", "|"))
