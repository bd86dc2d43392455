"""Verbs of saying with their subject on either side: "the ministry said", "said Maurer"."""

from collections.abc import Iterator

from counterclaim.extraction.attribution.names import name_after, start_of_name
from counterclaim.extraction.attribution.source import Attribution, make_attribution
from counterclaim.extraction.attribution.words import (
    ARTICLES,
    Saying,
    attribution_words,
    number_words,
    sayings,
    source_nouns,
)
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set

_AUXILIARIES = word_set("attribution", "auxiliaries")


def by_verb(tokens: list[Token]) -> Iterator[Attribution]:
    """Sources that are the subject of a verb of saying, before or after it."""
    before: tuple[int, int] | None = None
    denied = False
    for match in sayings().find(tokens):
        saying = match.value
        explains = denied and _explains(tokens, match.first, saying)
        if (saying.form == "gerund" and not explains) or (
            tokens[match.first].is_capitalised and match.first > 0
        ):
            continue
        if saying.form == "third" and match.last + 1 < len(tokens) and tokens[match.last + 1].low in _FINITE:
            continue  # a noun in the plural: "intelligence reports had established"
        subject, trailing = _subject(tokens, match.first, match.last, saying)
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
            match.first,
            saying.verb,
            saying.stance,
            hedge=saying.hedge,
            trailing=trailing,
        )
        found.shares_subject = shared
        found.is_weak = (
            saying.verb in _WEAK
            and not _says_something(
                tokens, subject, match.last, saying.verb if saying.verb in _DOING else None
            )
        ) or _says_nothing(tokens, match.first, match.last, saying)
        yield found


def _reports_harm(tokens: list[Token], last: int, saying: Saying) -> bool:
    """Whether a headline tells what is reported of its subject: "Hundreds reported killed"."""
    following = tokens[last + 1].low if last + 1 < len(tokens) else ""
    after = tokens[last + 2] if last + 2 < len(tokens) else None
    counts = after is not None and (after.kind == "number" or after.low in number_words())
    return saying.form in ("past", "participle") and following in _HARMED and not counts


_HARMED = word_set("attribution", "harmed")


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
    return (
        "not" in before or "responsibility" in after or (saying.verb == "claim" and bool(after & _OWNED_ACTS))
    )


_OWNED_ACTS = word_set("attribution", "owned_acts")


_FINITE = word_set("attribution", "finite")


# Verbs that say something only with a number or a "that" after them.
_WEAK = word_set("attribution", "weak")
_HOLDS = ("hold", "holds", "held")


def _says_something(
    tokens: list[Token], subject: tuple[int, int], verb: int, verb_of_doing: str | None
) -> bool:
    following = tokens[verb + 1 : verb + 9]
    start = subject[0] - (tokens[subject[0] - 1].low in ARTICLES if subject[0] else 0)
    if (
        start > 0
        and tokens[start - 1].low in (",", "”", '"')
        and (not following or following[0].low in (",", "."))
    ):
        return True
    if any(token.low == "that" for token in following[:2]) or any(t.low == ":" for t in following[:5]):
        return True
    if tokens[verb].low in _HOLDS and any(token.low in ("responsible", "accountable") for token in following):
        return True  # held the army responsible
    if tokens[subject[0]].low in attribution_words()["pronouns"]:
        return False
    numbers = (i for i, t in enumerate(following) if t.kind == "number" or t.low in number_words())
    counted = next(numbers, None)
    if counted is None or verb_of_doing is None:
        return counted is not None
    return _gives_figure(following, counted, verb_of_doing)


def _gives_figure(following: list[Token], counted: int, verb: str) -> bool:
    """Whether a verb of doing gives a figure: "gave a toll of 20", "puts them at 9"; not "gave 31 tanks"."""
    lows = [token.low for token in following]
    if verb == "put":
        return "at" in lows
    if lows[0] == "as" and counted == 1:
        return True
    alone = counted == 0 and (len(lows) == 1 or lows[1] in (".", ",", ";"))
    return alone or bool(_TOLLS & set(lows))


_DOING = word_set("attribution", "doing")
_TOLLS = word_set("attribution", "tolls")


def _subject(
    tokens: list[Token], first: int, last: int, saying: Saying
) -> tuple[tuple[int, int] | None, bool]:
    """The name that says it, and whether it stands after the verb."""
    following = tokens[last + 1].low if last + 1 < len(tokens) else ""
    if saying.form in ("past", "participle") and following == "by":
        return name_after(tokens, last + 2), True
    given = _after_figure(tokens, last, saying)
    if given is not None:
        return given, True
    subject = _subject_before(tokens, first, saying)
    inverted = saying.form != "base" or (first > 0 and tokens[first - 1].low in (",", '"', "”", "’"))
    if subject is None and inverted:
        subject = _subject_after(tokens, last + 1)
        return subject, subject is not None
    return subject, False


def _after_figure(tokens: list[Token], last: int, saying: Saying) -> tuple[int, int] | None:
    """The toll was put at 600 by the ministry: the name after a figure and "by"."""
    if saying.form not in ("past", "participle") or tokens[last + 1 : last + 2] == []:
        return None
    if tokens[last + 1].low not in ("at", "as") or tokens[_auxiliary(tokens, last - 1)].low not in _PASSIVE:
        return None
    by = next((i for i in range(last + 2, min(last + 9, len(tokens))) if tokens[i].low == "by"), None)
    counted = by is not None and any(t.kind == "number" for t in tokens[last + 2 : by])
    return name_after(tokens, by + 1) if by is not None and counted else None


_PASSIVE = frozenset(("is", "are", "was", "were", "be", "been"))


def _auxiliary(tokens: list[Token], position: int) -> int:
    """Index of the word before a verb, adverbs stepped over."""
    while position > 0 and tokens[position].low.endswith("ly"):
        position -= 1
    return max(position, 0)


def _subject_before(tokens: list[Token], verb: int, saying: Saying) -> tuple[int, int] | None:
    """The name that a verb of saying has before it, auxiliaries and an apposition stepped over."""
    position = verb - 1
    passive = False
    while position >= 0 and (tokens[position].low in _AUXILIARIES or _is_at_first(tokens, position)):
        passive |= tokens[position].low in ("is", "are", "was", "were", "be", "been", "being")
        position -= 1
    if position >= 3 and tokens[position].low == "part" and tokens[position - 2].low == "for":
        position -= 3  # "the ministry for its part has published"
    position = _before_year(tokens, position)
    if position < 0 or (passive and saying.form in ("past", "participle")):
        return None
    if saying.form == "base" and not _is_plural_subject(tokens, position):
        return None
    if tokens[position].low == ",":
        return _before_apposition(tokens, position)
    if tokens[position].low == ")":
        opening = next((i for i in range(position, max(position - 8, -1), -1) if tokens[i].low == "("), None)
        if opening is not None and opening > 0:
            first = start_of_name(tokens, opening - 1)
            return None if first is None else (first, position)
    if tokens[position].low in _OBJECTS and position and tokens[position - 1].low in _PREPOSITIONS:
        return None  # "the streets around it went on"
    first = start_of_name(tokens, position)
    if first is None:
        return _before_relative(tokens, position) or _before_place(tokens, position)
    return _before_participle(tokens, first) or (first, position)


_OBJECTS = frozenset(("it", "them", "they"))
_PREPOSITIONS = frozenset(("around", "at", "by", "for", "from", "in", "of", "on", "to", "with"))


def _is_at_first(tokens: list[Token], position: int) -> bool:
    """At first: the army at first spoke of two dead."""
    return (tokens[position].low == "first" and position > 0 and tokens[position - 1].low == "at") or (
        tokens[position].low == "at" and tokens[position + 1].low == "first"
    )


def _before_year(tokens: list[Token], position: int) -> int:
    """A UN report of 1999 says: the name before its year."""
    of_year = position >= 2 and tokens[position].kind == "number" and tokens[position - 1].low == "of"
    return position - 2 if of_year else position


def _before_place(tokens: list[Token], position: int) -> tuple[int, int] | None:
    """News agencies at the scene spoke of 35 dead: the name before a short phrase of place."""
    for at in range(position - 1, max(position - 4, 0), -1):
        if tokens[at].low in ("at", "in", "on"):
            if tokens[at - 1].low not in source_nouns():
                return None
            first = start_of_name(tokens, at - 1)
            return None if first is None else (first, at - 1)
    return None


def _before_participle(tokens: list[Token], first: int) -> tuple[int, int] | None:
    """A rights body appointed by the state said: the body says it, not the state."""
    by = first - 1 - (tokens[first - 1].low in ARTICLES if first else 0)
    if by >= 2 and tokens[by].low == "by" and tokens[by - 1].low.endswith(("ed", "run", "led")):
        start = start_of_name(tokens, by - 2)
        return None if start is None else (start, by - 2)
    return None


def _is_plural_subject(tokens: list[Token], position: int) -> bool:
    return tokens[position].low.endswith("s") or tokens[position].low in (
        "they",
        "police",
        "media",
        "we",
        "i",
        "people",
    )


def _before_apposition(tokens: list[Token], comma: int) -> tuple[int, int] | None:
    """Vahram Poghosyan, spokesperson for the president, has announced: the name before the pair of commas."""
    for opening in range(comma - 1, max(comma - 22, 0), -1):
        if tokens[opening].low == ",":
            last = opening - 1
            first = start_of_name(tokens, last)
            if first is None and _is_name_of_role(tokens, max(opening - 6, 0), opening, comma):
                return opening + 1, comma - 1  # the head of the region, Name Surname, wrote
            if first is None or last - first > 12:
                return None
            inside = [t.low for t in tokens[opening + 1 : comma]]
            if len(inside) == 1 and tokens[opening + 1].kind == "number":
                return first, last  # a farmer, 70, said
            if _is_name_of_role(tokens, first, opening, comma):
                return opening + 1, comma - 1
            if _FINITE & set(inside) and inside[0] not in _OPENS_APPOSITION:
                return None  # "announced by the president, for the war, had passed 1,300"
            if not inside or inside[0] in _JOINS or not _opens_apposition(inside):
                return None
            inner = tokens[opening + 1 : comma]
            if len(inner) <= 4 and all(t.is_capitalised for t in inner) and not tokens[last].is_capitalised:
                return opening + 1, comma - 1  # its director, Bart Janssens, had put …
            return first, last
    return None


def _opens_apposition(inside: list[str]) -> bool:
    """Whether the words between two commas can tell who the one before them is."""
    opens = inside[0] in _OPENS_APPOSITION or inside[0].endswith(("ed", "ing"))
    return opens or bool(source_nouns() & set(inside))


_JOINS = frozenset(("and", "but", "or", "while"))


def _is_name_of_role(tokens: list[Token], first: int, opening: int, comma: int) -> bool:
    """The President of X, Name Surname, stated: a role with the name of who holds it between commas."""
    name = tokens[opening + 1 : comma]
    role = source_nouns() & {token.low for token in tokens[first:opening]}
    return bool(role) and 0 < len(name) <= 5 and all(t.is_capitalised and t.kind == "word" for t in name)


_OPENS_APPOSITION = word_set("attribution", "opens_apposition")


def _before_relative(tokens: list[Token], position: int) -> tuple[int, int] | None:
    """Researchers who visited the region documented: the name before "who"."""
    for who in range(position, max(position - 12, 0), -1):
        if tokens[who].low == "who":
            first = start_of_name(tokens, who - 1)
            return None if first is None else (first, who - 1)
        if tokens[who].low in (",", ";", "that", '"', "”"):
            return None
    return None


def _subject_after(tokens: list[Token], position: int) -> tuple[int, int] | None:
    """Said Naser Tattar, director of Shifa hospital: the name after the verb, to its end."""
    if (
        position
        and tokens[position - 1].end
        and position < len(tokens)
        and tokens[position].low in (",", ".", ":")
    ):
        return None
    before = _token_before_verb(tokens, position)
    if before not in (",", '"', "”", "’", "'", "—", "–", ")", ";", ":") and before != "":
        return None
    if position < len(tokens) and tokens[position].low == "that":
        return None
    return name_after(tokens, position)


def _token_before_verb(tokens: list[Token], after: int) -> str:
    position = after - 2
    while position >= 0 and tokens[position].low in _AUXILIARIES:
        position -= 1
    return tokens[position].low if position >= 0 else ""
