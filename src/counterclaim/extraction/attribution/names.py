"""A source's name: where it starts, where it ends."""

from typing import Final

from counterclaim.extraction.attribution.words import (
    ARTICLES,
    POSSESSIVES,
    PRONOUNS,
    attribution_words,
    organisation_names,
    source_nouns,
)
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import organisations_by_name, word_set

_INSIDE_NAME: Final = word_set("attribution", "inside_name")
_JOINING_NAME: Final = _INSIDE_NAME - {"and", "to", "with", "on", "at", "in", "the"}
_ONLY_INSIDE_NAME: Final = _INSIDE_NAME - {"the", "al", "el"}  # a name may open with these


_OPENERS: Final = POSSESSIVES | {*ARTICLES, "another", "both", "some", "one", "that", "this"}
_BREAKERS: Final = word_set("attribution", "breakers")


def has_source_word(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the tokens hold a noun that can be a source, or an organisation that the lexicon knows."""
    return any(t.low in source_nouns() for t in tokens[start:end]) or any(
        True for _ in organisation_names().find(tokens[start:end])
    )


_PARTICLES: Final = ("al-", "an-", "ar-", "as-", "el-", "ul-")


def is_name_word(token: Token) -> bool:
    """Whether a token can stand in a source's name."""
    return token.kind == "word" and (
        token.low in source_nouns()
        or (token.is_capitalised and token.low not in _NEVER_IN_NAME and token.low not in ARTICLES)
        or token.low.startswith(_PARTICLES)
        or _is_acronym(token)
    )


def is_of_name(token: Token) -> bool:
    """Whether a token can stand in a person's name: Bessam al-Sammaraie."""
    return token.kind == "word" and (token.is_capitalised or token.low.startswith(_PARTICLES))


def _is_given_name(tokens: list[Token], position: int) -> bool:
    """Whether a word that is also a month opens a person's name: Jan Novak, not "in April the ministry"."""
    if tokens[position].low not in _MONTH_NAMES or not tokens[position].is_capitalised:
        return False
    following = tokens[position + 1 : position + 2]
    dated = position > 0 and tokens[position - 1].kind == "number"
    return bool(following) and not dated and following[0].is_capitalised and following[0].kind == "word"


_MONTH_NAMES: Final = word_set("attribution", "month_names")


def _is_acronym(token: Token) -> bool:
    """Whether a word in capitals is a name, whatever it spells: WHO."""
    return token.text.isupper() and len(token.text) == _ACRONYM


_ACRONYM: Final = 3  # letters
_NEVER_IN_NAME: Final = word_set("attribution", "never_in_name")


def start_of_name(tokens: list[Token], last: int) -> int | None:
    """Index of the first token of the name that ends at `last`; None where no name ends there."""
    token = tokens[last]
    if token.low in attribution_words()["pronouns"]:
        return last
    if not (is_name_word(token) or token.kind == "possessive" or token.low in (")", "ii")):
        return None
    first = last
    for position in range(last - 1, max(last - 16, -1), -1):
        token = tokens[position]
        if is_name_word(token) or _is_given_name(tokens, position):
            first = position
        elif token.low in ARTICLES or token.low in POSSESSIVES:
            first = position
            if not (position and tokens[position - 1].low in _JOINING_NAME):
                break
        elif token.low == ")" and _is_agency(tokens, position):
            break  # KYIV (Reuters) Ukraine's air force
        elif (
            token.kind == "possessive"
            or token.low in ("(", ")")
            or _is_initials_stop(tokens, position)
            or (
                token.low in _INSIDE_NAME
                and position
                and (is_name_word(tokens[position - 1]) or tokens[position - 1].low == ")")
            )
        ):
            continue
        elif (
            token.kind == "word"
            and token.low not in _BREAKERS
            and _modifies(tokens, position)
            and not _is_thing_before_body(tokens, position)
        ):
            first = position
        else:
            break
    while first < last and (tokens[first].low in _BREAKERS or tokens[first].low in _ONLY_INSIDE_NAME):
        first += 1
    if _is_stretch_of_time(tokens, first, last):
        first += 2
    elif first + 2 <= last and tokens[first].low in ARTICLES and tokens[first + 1].low in _TIMES:
        first += 2  # in the afternoon Norland said
    elif first < last and tokens[first].low in _TIMES and tokens[first + 1].is_capitalised:
        first += 1  # on Monday afternoon Norland said
    has_head = any(is_name_word(t) for t in tokens[first : last + 1])
    return first if has_head else None


_TIMES: Final = word_set("attribution", "times")


def _is_agency(tokens: list[Token], closing: int) -> bool:
    """Whether a bracket that closes here holds the news agency of a dateline: (Reuters), (AP & AFP)."""
    opening = next((i for i in range(closing, max(closing - 5, -1), -1) if tokens[i].low == "("), closing)
    named = (organisations_by_name().get(token.text) for token in tokens[opening + 1 : closing])
    return any(organisation is not None and organisation.kind == "news_agency" for organisation in named)


def _is_stretch_of_time(tokens: list[Token], first: int, last: int) -> bool:
    """During the war Norland said: the war is when, not who."""
    return (
        0 < first < last - 1
        and tokens[first].low in ARTICLES
        and tokens[first - 1].low in _WHILE
        and tokens[first + 1].low in _FIGHTING
        and tokens[first + 2].is_capitalised
    )


_WHILE: Final = word_set("attribution", "while")
_FIGHTING: Final = word_set("subject", "fighting") | word_set("subject", "attacks") | {"ceasefire", "truce"}


def start_of_role(tokens: list[Token], first: int) -> int:
    """The role before a name between commas is the name's: "the President of X, Name Surname, stated"."""
    if first < 2 or tokens[first - 1].low != ",":
        return first
    role = start_of_name(tokens, first - 2)
    return first if role is None or not has_source_word(tokens, role, first) else role


def _is_initials_stop(tokens: list[Token], position: int) -> bool:
    """Whether a stop closes an initial or a shortened rank: S. Puleedevan, Brig. Samuel Okoro."""
    if tokens[position].low != "." or position == 0:
        return False
    before = tokens[position - 1]
    initial = len(before.text) == 1 and before.text.isupper()
    return initial or (before.is_capitalised and before.low in _SHORTENED)


_SHORTENED: Final = word_set("attribution", "shortened")


def _is_thing_before_body(tokens: list[Token], position: int) -> bool:
    """Whether a noun only stands before a body's name: after the assault SOHR counted 25."""
    is_noun = not is_modifier(tokens, position) and not tokens[position].low.endswith(("ed", "ing"))
    return is_noun and organisation_names().at(tokens, position + 1) is not None


def _modifies(tokens: list[Token], position: int) -> bool:
    """Whether a word belongs to the name after it: a known modifier, or any word after an article."""
    follows_article = position > 0 and tokens[position - 1].low in ARTICLES
    return is_modifier(tokens, position) or (follows_article and tokens[position].low not in _INSIDE_NAME)


def is_modifier(tokens: list[Token], position: int) -> bool:
    """Whether a lower-case word can stand inside a name: "defence ministry", "human rights group"."""
    low = tokens[position].low
    return low in _MODIFIERS or (
        low.endswith(("al", "ic", "led", "ary", "ian", "run", "backed", "based")) and "-" not in low[:1]
    )


_MODIFIERS: Final = word_set("attribution", "modifiers")


def name_after(tokens: list[Token], start: int) -> tuple[int, int] | None:
    """The name that starts at `start`: its first and last token; None where none does."""
    start = _past_document(tokens, _past_part(tokens, start))
    position = start
    while position < len(tokens) and tokens[position].low in _OPENERS:
        position += 1
    if position >= len(tokens):
        return None
    if tokens[position].low in PRONOUNS and position == start:
        return start, start
    last = None
    while position < len(tokens) and position - start < 18:
        token = tokens[position]
        if is_name_word(token) or _is_given_name(tokens, position):
            last = position
        elif token.kind == "possessive" or (last == position - 1 and _is_initials_stop(tokens, position)):
            pass
        elif token.low == "(" and last is not None:
            closing = next(
                (i for i in range(position, min(position + 6, len(tokens))) if tokens[i].low == ")"), None
            )
            if closing is None:
                break
            last, position = closing, closing
        elif token.low in _REGIONS and last == position - 1 and tokens[last].is_capitalised:
            last = position  # the governor of the Mykolaiv region
        elif (
            token.low in ARTICLES
            or (token.low in _INSIDE_NAME and last is not None and _continues(tokens, position))
            or (token.kind == "word" and (is_modifier(tokens, position) or _leads_to_noun(tokens, position)))
        ):
            if last is not None and token.low.endswith("ed") and not is_modifier(tokens, position):
                break  # the ministry accused Armenian forces
        elif last == position - 1 and _is_role_before_name(tokens, position):
            pass  # army chaplain Lea Masika
        else:
            break
        position += 1
    return None if last is None else (start, _with_apposed_name(tokens, last))


def _is_role_before_name(tokens: list[Token], position: int) -> bool:
    """Whether an unknown word stands between a body and a person's name of two words."""
    token, following = tokens[position], tokens[position + 1 : position + 3]
    if (
        token.kind != "word"
        or token.is_capitalised
        or len(following) < 2
        or not all(map(is_of_name, following))
    ):
        return False
    return token.low not in _BEFORE_NAMES and not token.low.endswith(("ed", "ing", "ly", "s"))


_OF_PLACE: Final = word_set("places", "of_place")
_BEFORE_NAMES: Final = _BREAKERS | _INSIDE_NAME | _OF_PLACE


_REGIONS: Final = word_set("places", "regions") | {"city", "district"}


def _past_part(tokens: list[Token], start: int) -> int:
    """Step over "one of", "some of": said one of the humanitarian workers."""
    part = [token.low for token in tokens[start : start + 2]]
    return start + 2 if len(part) == 2 and part[1] == "of" and part[0] in _PARTS else start


_PARTS: Final = word_set("attribution", "parts")


def _leads_to_noun(tokens: list[Token], position: int) -> bool:
    """Whether unknown words lead to a source's noun: "warfare research" to "group"."""
    for token in tokens[position : position + 3]:
        if token.low in source_nouns():
            return True
        if token.kind != "word" or token.low in _BREAKERS or token.low in _INSIDE_NAME:
            return False
    return False


def _with_apposed_name(tokens: list[Token], last: int) -> int:
    """The ombudsman, Artak Beglaryan: a role with the name that follows it between commas."""
    if tokens[last].is_capitalised or last + 2 >= len(tokens) or tokens[last + 1].low != ",":
        return last
    end = last + 1
    while end + 1 < len(tokens) and tokens[end + 1].kind == "word" and tokens[end + 1].is_capitalised:
        end += 1
    closed = end + 1 >= len(tokens) or tokens[end + 1].low in (",", ".", ";")
    return end if closed and end >= last + 2 else last


DOCUMENTS: Final = word_set("attribution", "documents")


def _past_document(tokens: list[Token], start: int) -> int:
    """Step over "an announcement by", "the same message from": the source is whose document it is."""
    for position in range(start, min(start + 5, len(tokens) - 1)):
        if tokens[position].low in DOCUMENTS:
            for by in range(position + 1, min(position + 4, len(tokens))):
                if tokens[by].low in ("by", "from", "of"):
                    return by + 1
        if tokens[position].is_capitalised and position > start:
            break
    return start


def _continues(tokens: list[Token], position: int) -> bool:
    """Whether a name goes on after "of", "for", "and" …: a name word follows."""
    for token in tokens[position + 1 : position + 4]:
        if is_name_word(token):
            return True
        if token.low not in ARTICLES and not is_modifier([token], 0):
            return False
    return False


def written(tokens: list[Token], first: int, last: int) -> str:
    """The tokens as they stand in the text, blanks kept as one."""
    pieces = []
    for index in range(first, last + 1):
        if index > first and tokens[index].start > tokens[index - 1].end:
            pieces.append(" ")
        pieces.append(tokens[index].text)
    return "".join(pieces)
