"""Who says so: the source of each stretch of a sentence, with its stance and hedge.

Three shapes give a source: a verb of saying with its subject on either side ("the ministry said",
"said Maurer"), a preposition ("according to Oryx"), and an account ("by Oryx's reckoning").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.extraction.parties import PartyMention
from counterclaim.extraction.phrases import PhraseTable, verb_forms, words_of
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import load_toml, organisations, word_set
from counterclaim.model import Hedge, Stance

_AUXILIARIES = word_set("attribution", "auxiliaries")
_ARTICLES = ("the", "a", "an")
_INSIDE_NAME = word_set("attribution", "inside_name")
_BREAKERS = word_set("attribution", "breakers")
_MARKS_INSIDE = frozenset("'’()’-&")


@dataclass(slots=True)
class Attribution:
    """One source's hold over a stretch of a sentence.

    Attributes:
        source: the source's name, without its article; None where a pronoun was not resolved.
        first, last: indices of the source's first and last token.
        cue: index of the token of saying.
        covers: indices of the first and last token that the source speaks for.
        party: the party that the source's own words name, None where they name none.
        is_pronoun: whether the text gives only a pronoun or a general noun ("the ministry").
        is_trailing: whether the source stands after what it says.
        is_weak: whether the verb says nothing here ("described"): the source is only named.
    """

    source: str | None
    first: int
    last: int
    cue: int
    covers: tuple[int, int]
    stance: Stance = "asserts"
    hedge: Hedge | None = None
    verb: str = ""
    party: str | None = None
    is_pronoun: bool = False
    is_trailing: bool = False
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class _Saying:
    verb: str
    form: str
    stance: Stance
    hedge: Hedge | None


@cache
def _lexicon() -> dict[str, Any]:
    return load_toml("attribution")


@cache
def _source_nouns() -> frozenset[str]:
    return frozenset(_lexicon()["nouns"])


@cache
def _sayings() -> PhraseTable[_Saying]:
    irregular = {**load_toml("measures")["irregular"], **_IRREGULAR}
    entries = []
    for group in _lexicon()["verbs"]:
        for verb in group["verbs"]:
            for form, words in verb_forms(verb, irregular).items():
                saying = _Saying(verb, form, group.get("stance", "asserts"), group.get("hedge"))
                entries.append((words_of(words), saying))
    return PhraseTable(entries)


_IRREGULAR = {
    "say": ["says", "said", "said", "saying"],
    "tell": ["tells", "told", "told", "telling"],
    "write": ["writes", "wrote", "written", "writing"],
    "find": ["finds", "found", "found", "finding"],
    "speak": ["speaks", "spoke", "spoken", "speaking"],
    "show": ["shows", "showed", "shown", "showing"],
    "know": ["knows", "knew", "known", "knowing"],
    "admit": ["admits", "admitted", "admitted", "admitting"],
    "refute": ["refutes", "refuted", "refuted", "refuting"],
    "rebut": ["rebuts", "rebutted", "rebutted", "rebutting"],
    "withdraw": ["withdraws", "withdrew", "withdrawn", "withdrawing"],
    "hold": ["holds", "held", "held", "holding"],
    "tally": ["tallies", "tallied", "tallied", "tallying"],
    "contend": ["contends", "contended", "contended", "contending"],
}


@cache
def _prepositions() -> PhraseTable[Stance]:
    denying = set(_lexicon()["denying"])
    return PhraseTable(
        (words_of(words), "denies" if words in denying else "asserts") for words in _lexicon()["before"]
    )


def attributions(tokens: list[Token], parties: list[PartyMention]) -> list[Attribution]:
    """The sources that a sentence names, in the order of their cues.

    Args:
        tokens: the sentence's tokens.
        parties: the parties that it names.
    """
    found = [
        *_by_preposition(tokens),
        *_by_account(tokens),
        *_by_verb(tokens),
        *_by_colon(tokens),
    ]
    found.sort(key=lambda a: (a.cue, a.is_weak))
    kept: list[Attribution] = []
    for attribution in found:
        if kept and attribution.first <= kept[-1].last and attribution.last >= kept[-1].first:
            continue
        if kept and attribution.verb in ("cited by", "cite") and attribution.cue - kept[-1].last <= 2:
            kept[-1] = attribution  # of a chain, the outermost reporter is the source
            continue
        kept.append(attribution)
    for attribution in kept:
        attribution.party = _party_of(tokens, attribution, parties)
    _set_reach(tokens, [a for a in kept if not a.is_weak])
    return kept


def name_in_title(tokens: list[Token], parties: list[PartyMention]) -> Attribution | None:
    """The body that a title names after "by", "of" or "from": Statement by the Prosecutor's Office.

    Args:
        tokens: the title's tokens.
        parties: the parties that it names.
    """
    for index in range(1, len(tokens) - 1):
        if tokens[index].low in ("by", "of", "from"):
            name = _name_after(tokens, index + 1)
            if name is None or not _has_source_word(tokens, name[0], name[1] + 1):
                continue
            found = _attribution(tokens, *name, index, "title", "asserts")
            found.party = _party_of(tokens, found, parties)
            return found
    return None


def _party_of(tokens: list[Token], attribution: Attribution, parties: list[PartyMention]) -> str | None:
    """The party that a source speaks for: none for monitors, charities, media and witnesses."""
    name = [token.low for token in tokens[attribution.first : attribution.last + 1]]
    if _independent() & set(name) or _names_organisation(tokens, attribution):
        return None
    last = attribution.last
    if attribution.cue > last + 1 and tokens[last + 1].low == ",":
        last = attribution.cue  # an apposition: "X, spokesperson for the president of Y, said"
    elif last + 1 < len(tokens) and tokens[last + 1].low == "," and last > attribution.cue:
        last = next(
            (i for i in range(last + 2, min(last + 14, len(tokens))) if tokens[i].low in (",", ".")), last
        )
    inside = [p for p in parties if attribution.first <= p.first <= last]
    return inside[0].party if inside else None


@cache
def _independent() -> frozenset[str]:
    return frozenset(_lexicon()["independent"])


@cache
def _organisations() -> PhraseTable[str]:
    names = ((name, o.name) for o in organisations() for name in (o.name, *o.aliases))
    return PhraseTable(((words_of(name), plain) for name, plain in names), fold=False)


def _names_organisation(tokens: list[Token], attribution: Attribution) -> bool:
    return any(True for _ in _organisations().find(tokens[attribution.first : attribution.last + 1]))


# ---------------------------------------------------------------- "according to X", "by X's account"


def _by_preposition(tokens: list[Token]) -> Iterator[Attribution]:
    for match in _prepositions().find(tokens):
        name = _name_after(tokens, match.last + 1)
        if name is not None:
            first, last = name
            words = " ".join(token.low for token in tokens[match.first : match.last + 1])
            verb = "cited by" if words in ("cited by", "quoted by") else "according to"
            yield _attribution(tokens, first, last, match.first, verb, match.value)


def _by_account(tokens: list[Token]) -> Iterator[Attribution]:
    """By X's account, on X's reckoning, in Amnesty's view."""
    accounts = set(_lexicon()["accounts"]) | {"view", "words", "statement", "report"}
    for index, token in enumerate(tokens):
        if token.kind != "possessive" or (token.low == "'" and not tokens[index - 1].low.endswith("s")):
            continue
        following = [t.low for t in tokens[index + 1 : index + 4]]
        hit = next((n for n, word in enumerate(following) if word in accounts), None)
        if hit is None or hit > 1:
            continue
        opener = _start_of_name(tokens, index - 1)
        if opener is None or opener == 0 or tokens[opener - 1].low not in ("by", "on", "in", "of", "to"):
            continue
        yield _attribution(tokens, opener, index - 1, index + 1 + hit, "account", "asserts")


# ---------------------------------------------------------------- verbs of saying


def _by_verb(tokens: list[Token]) -> Iterator[Attribution]:
    for match in _sayings().find(tokens):
        saying = match.value
        if saying.form == "gerund" or (tokens[match.first].is_capitalised and match.first > 0):
            continue
        if saying.form == "third" and match.last + 1 < len(tokens) and tokens[match.last + 1].low in _FINITE:
            continue  # a noun in the plural: "intelligence reports had established"
        subject, trailing = _subject(tokens, match.first, match.last, saying)
        if subject is None:
            continue
        first, last = subject
        found = _attribution(
            tokens,
            first,
            last,
            match.first,
            saying.verb,
            saying.stance,
            hedge=saying.hedge,
            trailing=trailing,
        )
        found.is_weak = (
            saying.verb in _WEAK and not _says_something(tokens, subject, match.last)
        ) or _says_nothing(tokens, match.first, match.last)
        yield found


def _says_nothing(tokens: list[Token], first: int, last: int) -> bool:
    """Could not verify, did not say, claimed responsibility: no statement of what stands around it."""
    before = [token.low for token in tokens[max(first - 3, 0) : first]]
    after = [token.low for token in tokens[last + 1 : last + 3]]
    return "not" in before or "responsibility" in after


_FINITE = word_set("attribution", "finite")
# Verbs that say something only with a number or a "that" after them.
_WEAK = word_set("attribution", "weak")


def _says_something(tokens: list[Token], subject: tuple[int, int], verb: int) -> bool:
    following = tokens[verb + 1 : verb + 9]
    start = subject[0] - (tokens[subject[0] - 1].low in _ARTICLES if subject[0] else 0)
    if (
        start > 0
        and tokens[start - 1].low in (",", "”", '"')
        and (not following or following[0].low in (",", "."))
    ):
        return True
    if any(token.low == "that" for token in following[:2]):
        return True
    return tokens[subject[0]].low not in _lexicon()["pronouns"] and any(
        t.kind == "number" or t.low in _number_words() for t in following
    )


@cache
def _number_words() -> frozenset[str]:
    words = load_toml("numbers")
    return frozenset((*words["cardinals"], *words["multipliers"], *words["vague"]))


def _subject(
    tokens: list[Token], first: int, last: int, saying: _Saying
) -> tuple[tuple[int, int] | None, bool]:
    """The name that says it, and whether it stands after the verb."""
    following = tokens[last + 1].low if last + 1 < len(tokens) else ""
    if saying.form in ("past", "participle") and following == "by":
        return _name_after(tokens, last + 2), True
    subject = _subject_before(tokens, first, saying)
    if subject is None and saying.form != "base":
        subject = _subject_after(tokens, last + 1)
        return subject, subject is not None
    return subject, False


def _subject_before(tokens: list[Token], verb: int, saying: _Saying) -> tuple[int, int] | None:
    """The name that a verb of saying has before it, auxiliaries and an apposition stepped over."""
    position = verb - 1
    passive = False
    while position >= 0 and tokens[position].low in _AUXILIARIES:
        passive |= tokens[position].low in ("is", "are", "was", "were", "be", "been", "being")
        position -= 1
    if position >= 3 and tokens[position].low == "part" and tokens[position - 2].low == "for":
        position -= 3  # "the ministry for its part has published"
    if position < 0 or (passive and saying.form in ("past", "participle")):
        return None
    if saying.form == "base" and not _is_plural_subject(tokens, position):
        return None
    if tokens[position].low == ",":
        return _before_apposition(tokens, position)
    if tokens[position].low == ")":
        opening = next((i for i in range(position, max(position - 8, -1), -1) if tokens[i].low == "("), None)
        if opening is not None and opening > 0:
            first = _start_of_name(tokens, opening - 1)
            return None if first is None else (first, position)
    first = _start_of_name(tokens, position)
    if first is None:
        return _before_relative(tokens, position)
    return _before_participle(tokens, first) or (first, position)


def _before_participle(tokens: list[Token], first: int) -> tuple[int, int] | None:
    """A rights body appointed by the state said: the body says it, not the state."""
    by = first - 1 - (tokens[first - 1].low in _ARTICLES if first else 0)
    if by >= 2 and tokens[by].low == "by" and tokens[by - 1].low.endswith(("ed", "run", "led")):
        start = _start_of_name(tokens, by - 2)
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
            first = _start_of_name(tokens, last)
            if first is None or last - first > 12:
                return None
            inside = [t.low for t in tokens[opening + 1 : comma]]
            if not inside or not (
                inside[0] in _OPENS_APPOSITION or inside[0].endswith("ed") or _source_nouns() & set(inside)
            ):
                return None
            return first, last
    return None


_OPENS_APPOSITION = word_set("attribution", "opens_apposition")


def _before_relative(tokens: list[Token], position: int) -> tuple[int, int] | None:
    """Researchers who visited the region documented: the name before "who"."""
    for who in range(position, max(position - 12, 0), -1):
        if tokens[who].low == "who":
            first = _start_of_name(tokens, who - 1)
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
    if before not in (",", '"', "”", "’", "'", "—", "–", ")", ";", ":", "and", "then") and before != "":
        return None
    return _name_after(tokens, position)


def _token_before_verb(tokens: list[Token], after: int) -> str:
    position = after - 2
    while position >= 0 and tokens[position].low in _AUXILIARIES:
        position -= 1
    return tokens[position].low if position >= 0 else ""


def _by_colon(tokens: list[Token]) -> Iterator[Attribution]:
    """A headline's "Red Cross: two hundred bodies exchanged"."""
    colon = next((i for i in range(1, min(7, len(tokens) - 2)) if tokens[i].low == ":"), None)
    if colon is None or tokens[colon - 1].low in _DOCUMENTS:
        return
    first = _start_of_name(tokens, colon - 1)
    if (
        first == 0
        and tokens[colon - 1].low not in _lexicon()["pronouns"]
        and _has_source_word(tokens, 0, colon)
    ):
        yield _attribution(tokens, 0, colon - 1, colon, "headline", "asserts")


def _has_source_word(tokens: list[Token], start: int, end: int) -> bool:
    return any(t.low in _source_nouns() for t in tokens[start:end]) or any(
        True for _ in _organisations().find(tokens[start:end])
    )


# ---------------------------------------------------------------- names


def _is_name_word(token: Token) -> bool:
    return token.kind == "word" and (
        token.low in _source_nouns() or (token.is_capitalised and token.low not in _NEVER_IN_NAME)
    )


_NEVER_IN_NAME = word_set("attribution", "never_in_name")


def _start_of_name(tokens: list[Token], last: int) -> int | None:
    """Index of the first token of the name that ends at `last`; None where no name ends there."""
    token = tokens[last]
    if token.low in _lexicon()["pronouns"]:
        return last
    if not (_is_name_word(token) or token.kind == "possessive" or token.low in (")", "ii")):
        return None
    first = last
    for position in range(last - 1, max(last - 16, -1), -1):
        token = tokens[position]
        if _is_name_word(token):
            first = position
        elif token.low in _ARTICLES or token.low in _lexicon()["possessives"]:
            first = position
            if not (
                position
                and tokens[position - 1].low in _INSIDE_NAME - {"and", "to", "with", "on", "at", "in", "the"}
            ):
                break
        elif (
            token.kind == "possessive"
            or token.low in ("(", ")")
            or (
                token.low in _INSIDE_NAME
                and position
                and (_is_name_word(tokens[position - 1]) or tokens[position - 1].low == ")")
            )
        ):
            continue
        elif token.kind == "word" and token.low not in _BREAKERS and _is_modifier(tokens, position):
            first = position
        else:
            break
    while first < last and (
        tokens[first].low in _BREAKERS or tokens[first].low in _INSIDE_NAME - {"the", "al", "el"}
    ):
        first += 1
    has_head = any(_is_name_word(t) for t in tokens[first : last + 1])
    return first if has_head else None


def _is_modifier(tokens: list[Token], position: int) -> bool:
    """Whether a lower-case word can stand inside a name: "Azerbaijani defence ministry", "human rights group"."""
    low = tokens[position].low
    return low in _MODIFIERS or (
        low.endswith(("al", "ic", "led", "ary", "ian", "run", "backed", "based")) and "-" not in low[:1]
    )


_MODIFIERS = word_set("attribution", "modifiers")


def _name_after(tokens: list[Token], start: int) -> tuple[int, int] | None:
    """The name that starts at `start`: its first and last token; None where none does."""
    start = _past_document(tokens, start)
    position = start
    while position < len(tokens) and tokens[position].low in (
        *_ARTICLES,
        *_lexicon()["possessives"],
        "both",
        "some",
        "one",
        "that",
        "this",
    ):
        position += 1
    if position >= len(tokens):
        return None
    if tokens[position].low in ("them", *_lexicon()["pronouns"]) and position == start:
        return start, start
    last = None
    while position < len(tokens) and position - start < 18:
        token = tokens[position]
        if _is_name_word(token):
            last = position
        elif token.kind == "possessive":
            pass
        elif token.low == "(" and last is not None:
            closing = next(
                (i for i in range(position, min(position + 6, len(tokens))) if tokens[i].low == ")"), None
            )
            if closing is None:
                break
            last, position = closing, closing
        elif (
            token.low in _ARTICLES
            or (token.low in _INSIDE_NAME and last is not None and _continues(tokens, position))
            or (token.kind == "word" and _is_modifier(tokens, position))
        ):
            pass
        else:
            break
        position += 1
    return None if last is None else (start, _with_apposed_name(tokens, start, last))


def _leads_to_noun(tokens: list[Token], position: int) -> bool:
    """Whether unknown words lead to a source's noun: "warfare research" to "group"."""
    for token in tokens[position : position + 3]:
        if token.low in _source_nouns():
            return True
        if token.kind != "word" or token.low in _BREAKERS or token.low in _INSIDE_NAME:
            return False
    return False


def _leads_to_noun(tokens: list[Token], position: int) -> bool:
    """Whether unknown words lead to a source's noun: "warfare research" to "group"."""
    for token in tokens[position : position + 3]:
        if token.low in _source_nouns():
            return True
        if token.kind != "word" or token.low in _BREAKERS or token.low in _INSIDE_NAME:
            return False
    return False


def _with_apposed_name(tokens: list[Token], start: int, last: int) -> int:
    """The ombudsman, Artak Beglaryan: a role with the name that follows it between commas."""
    if tokens[last].is_capitalised or last + 2 >= len(tokens) or tokens[last + 1].low != ",":
        return last
    end = last + 1
    while end + 1 < len(tokens) and tokens[end + 1].kind == "word" and tokens[end + 1].is_capitalised:
        end += 1
    closed = end + 1 >= len(tokens) or tokens[end + 1].low in (",", ".", ";")
    return end if closed and end >= last + 2 else last


_DOCUMENTS = word_set("attribution", "documents")


def _past_document(tokens: list[Token], start: int) -> int:
    """Step over "an announcement by", "the same message from": the source is whose document it is."""
    for position in range(start, min(start + 5, len(tokens) - 1)):
        if tokens[position].low in _DOCUMENTS:
            for by in range(position + 1, min(position + 4, len(tokens))):
                if tokens[by].low in ("by", "from", "of"):
                    return by + 1
        if tokens[position].is_capitalised and position > start:
            break
    return start


def _continues(tokens: list[Token], position: int) -> bool:
    """Whether a name goes on after "of", "for", "and" …: a name word follows."""
    for token in tokens[position + 1 : position + 4]:
        if _is_name_word(token):
            return True
        if token.low not in _ARTICLES and not _is_modifier([token], 0):
            return False
    return False


def _attribution(
    tokens: list[Token],
    first: int,
    last: int,
    cue: int,
    verb: str,
    stance: Stance,
    *,
    hedge: Hedge | None = None,
    trailing: bool = False,
) -> Attribution:
    while first < last and tokens[first].low in _ARTICLES:
        first += 1
    if tokens[last].kind == "possessive" and last > first:
        last -= 1
    name = _written(tokens, first, last)
    general = tokens[first].low in ("them", *_lexicon()["pronouns"], *_lexicon()["possessives"]) or not any(
        token.is_capitalised for token in tokens[first : last + 1]
    )
    return Attribution(
        name, first, last, cue, (0, len(tokens) - 1), stance, hedge, verb, None, general, trailing
    )


def _written(tokens: list[Token], first: int, last: int) -> str:
    pieces = []
    for index in range(first, last + 1):
        if index > first and tokens[index].start > tokens[index - 1].end:
            pieces.append(" ")
        pieces.append(tokens[index].text)
    return "".join(pieces)


# ---------------------------------------------------------------- how far a source's hold reaches


def _set_reach(tokens: list[Token], found: list[Attribution]) -> None:
    """Give each source the stretch that it speaks for."""
    for number, attribution in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        previous = found[number - 1] if number else None
        leads = _leads(tokens, attribution)
        if leads:
            start = min(attribution.first, attribution.cue)
            end = _start_of(following) - 1 if following and _leads(tokens, following) else len(tokens) - 1
            if following and not _leads(tokens, following):
                end = _last_break(tokens, attribution.cue, _start_of(following))
        else:
            start = previous.covers[1] + 1 if previous else 0
            end = max(attribution.last, attribution.cue)
            if following is None:
                end = _first_semicolon(tokens, end)
            if previous and previous.covers[1] == len(tokens) - 1:
                start = _last_break(tokens, previous.cue, _start_of(attribution)) + 1
                previous.covers = (previous.covers[0], start - 1)
        attribution.covers = (start, end)


def _first_semicolon(tokens: list[Token], start: int) -> int:
    return next((i for i in range(start, len(tokens)) if tokens[i].low == ";"), len(tokens) - 1)


def _start_of(attribution: Attribution | None) -> int:
    return min(attribution.first, attribution.cue) if attribution else 0


def _leads(tokens: list[Token], attribution: Attribution) -> bool:
    """Whether what is said follows the source ("X said that …") rather than goes before it."""
    start, end = _start_of(attribution), max(attribution.first, attribution.last, attribution.cue)
    while start > 0 and tokens[start - 1].low in _ARTICLES:
        start -= 1
    opens = (
        start == 0
        or all(tokens[i].kind != "word" for i in range(start))
        or tokens[start - 1].low in (";", ":", "—", "–")
    )
    rest = [token for token in tokens[end + 1 :] if token.kind in ("word", "number")]
    if not rest:
        return False
    if opens:
        return True
    if attribution.is_trailing:
        return tokens[start - 1].low not in (",", '"', "”", "’")
    before = tokens[start - 1].low
    if before == "," and end + 1 < len(tokens) and tokens[end + 1].low in (",", ".", ";"):
        return False
    if before == ",":
        return tokens[end + 1].low == "that" or _only_adverbial_before(tokens, start)
    return True


def _only_adverbial_before(tokens: list[Token], start: int) -> bool:
    """Whether only an opening adverbial stands before: "On 7 October, the ministry said …"."""
    return start <= 9 and tokens[0].low in (
        [
            "on",
            "in",
            "at",
            "by",
            "after",
            "before",
            "since",
            "during",
            "as",
            "for",
            "earlier",
            "later",
            "meanwhile",
            "however",
            "two",
            "three",
            "four",
            "a",
            "an",
            "the",
            "last",
            "this",
            "that",
            "next",
            "when",
            "while",
            "following",
            "from",
            "over",
            "within",
            "despite",
            "under",
            "with",
            "and",
            "but",
            "also",
            "yesterday",
            "today",
        ]
    )


def _last_break(tokens: list[Token], start: int, end: int) -> int:
    """Index of the last token before a source's own stretch begins: a comma, semicolon or conjunction."""
    for position in range(end - 1, start, -1):
        if tokens[position].low in (";", "while", "whereas", "but", "and", ".", "—", "–"):
            return position
    return end - 1
