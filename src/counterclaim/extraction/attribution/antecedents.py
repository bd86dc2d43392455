"""Whom a pronoun, a general noun or a short name that speaks stands for: a source named before."""

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Final

from counterclaim.extraction.attribution.names import written
from counterclaim.extraction.attribution.source import Attribution
from counterclaim.extraction.attribution.words import attribution_words, source_nouns
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import organisations_by_name, word_set

_ANAPHOR: Final = 2  # words; the "national emergency aid agency" is not the agency spoken of
_PERSON: Final = ("he", "she", "his", "her")
_TITLES: Final = word_set("analysis", "titles")


def recall(attribution: Attribution, tokens: list[Token], known: Sequence[Attribution]) -> None:
    """Give a name what earlier mentions tell of it: its full form, its owner's party, its own party.

    Args:
        attribution: the source named.
        tokens: its sentence's.
        known: the sources named before, in order.
    """
    attribution.role = _role_after(attribution, tokens)
    _call_by_full_name(attribution, known)
    _speak_for_owner(attribution, tokens, known)
    _recall_party(attribution, known)


def _role_after(attribution: Attribution, tokens: list[Token]) -> str | None:
    """Ali Hamid, the governor of Aden: the noun that "the governor" takes up."""
    after = tokens[attribution.last + 1 : attribution.last + 1 + _APPOSED]
    if not after or after[0].low != "," or not is_person(attribution):
        return None
    words = takewhile(lambda token: token.kind != "mark" and token.low not in ("of", "who"), after[1:])
    return next((token.low for token in words if token.low in _TITLES), None)


_APPOSED: Final = 6  # tokens from a name to its role


def named_after(tokens: list[Token]) -> tuple[str, str] | None:
    """The spokesman, S. Puleedevan, said: the noun and the name that tells later who spoke before."""
    if [token.low for token in tokens[:1]] != ["the"] or [token.low for token in tokens[2:3]] != [","]:
        return None
    name = list(takewhile(lambda token: token.is_capitalised or token.low == ".", tokens[3:8]))
    closes = len(tokens) > 3 + len(name) and tokens[3 + len(name)].low == ","
    if not name or not closes or tokens[1].low not in _TITLES:
        return None
    return tokens[1].low, written(tokens, 3, 2 + len(name))


def _speak_for_owner(attribution: Attribution, tokens: list[Token], known: Sequence[Attribution]) -> None:
    """Its minister, Ali Hamid, said: a person whose role is owned by a body speaks for the body's party."""
    comma = attribution.first - 1
    if attribution.party is not None or comma < 2 or tokens[comma].low != ",":
        return
    role = tokens[max(comma - _ROLE, 0) : comma]
    if any(token.low in ("its", "their") for token in role) and _TITLES & {token.low for token in role}:
        owner = _last(known, _is_body)
        if owner is not None:
            attribution.party, attribution.party_beside = owner.party, True


_ROLE: Final = 4  # tokens of a role that names its owner: its acting prime minister


def _call_by_full_name(attribution: Attribution, known: Sequence[Attribution]) -> None:
    """The Observatory, the Committee: the body named before whose name ends or begins in that noun."""
    noun = attribution.source or ""
    words = noun.split()
    if len(words) > 1 and words[-1].lower() in _OFFICES and attribution.party is None:
        same = _last(known, lambda a: a.party is not None and (a.source or "").endswith(" " + noun))
        if same is not None:
            attribution.speak_for_side_of(same)  # the Defence Ministry, after Peru's Defence Ministry
        return
    if not noun.istitle() or noun.lower() not in source_nouns():
        return
    full = _last(known, lambda a: noun in (a.source or "").split()[1:] and _is_body(a))
    if full is not None:
        attribution.source = full.source
        attribution.speak_for_side_of(full)


def _recall_party(attribution: Attribution, known: Sequence[Attribution]) -> None:
    """Give a person the party that an earlier mention of the name gave."""
    if attribution.party is None and attribution.source:
        surname = attribution.source.split()[-1]
        for earlier in reversed(known):
            if not earlier.source or surname not in earlier.source:
                continue  # the cheap test first: many are named before
            if surname not in earlier.source.split() or not is_person(earlier):
                continue
            if earlier.party or earlier.is_official or earlier.is_rebel or earlier.has_rank:
                attribution.party_beside = earlier.party is not None
                attribution.speak_for_side_of(earlier)
                return


def resolve(
    attribution: Attribution,
    tokens: list[Token],
    known: Sequence[Attribution],
    beside: Sequence[Attribution] = (),
) -> None:
    """Give a pronoun or a general noun the name that it stands for; a paper's may be named `beside` it."""
    words = [token.low for token in tokens[attribution.first : attribution.last + 1]]
    antecedent = _antecedent(words, [*known, *beside] if words[-1] in _PAPERS else known)
    if antecedent is not None:
        attribution.source = antecedent.source
        attribution.speak_for_side_of(antecedent)
    elif len(words) == 1 and words[0] in _PRONOUNS:
        attribution.source = None
    elif words[0] in _PRONOUNS:
        attribution.source = " ".join(words[1:])  # "its director"
        owner = _last(known, lambda a: a.party is not None) if words[0] in _THINGS else None
        if owner is not None and set(words) & _OFFICES:
            attribution.party = owner.party  # "its high command"


def _antecedent(words: list[str], known: Sequence[Attribution]) -> Attribution | None:
    """The source that was named last and that a pronoun or a noun can stand for."""
    if words[0] in _PERSON:
        return _last(known, lambda a: is_person(a) or _is_somebody(a))
    if words[0] in ("it", "they", "them", "its", "their") and len(words) == 1:
        owns = words == ["its"]  # its report: an ombudsman's too
        return _last(
            known, lambda a: _is_body(a) or _may_be_outlet(a, known) or (owns and _is_office(a))
        ) or (None if words[0] in ("it", "its") else _last(known, lambda _: True))
    head = words[-1]
    if "official" in words and head in _PAPERS:
        return None  # official data: nobody's whom the text has named
    telling = len(words) <= _ANAPHOR or not _MONITORING.isdisjoint(words)
    kinds = attribution_words()["kinds"].get(head, ()) if telling else ()
    same = _last(known, lambda a: _has_head(a, head) or _kind_of(a) in kinds or a.role == head)
    if same or head not in _GENERAL or (len(words) > _ANAPHOR and head not in _PAPERS):
        return same
    if head not in _PAPERS:
        return _last(known, _is_body)
    return _last(known, lambda a: a.verb != "named" and _is_body(a)) or _last(known, lambda _: True)


_MONITORING: Final = word_set("analysis", "monitoring")


def _may_be_outlet(attribution: Attribution, known: Sequence[Attribution]) -> bool:
    """Whether a name of one word may be an outlet's: TamilNet, of which no fuller name is known."""
    words = [word for word in (attribution.source or "").split() if not word.lower().startswith("pro-")]
    if len(words) != 1 or not words[0][0].isupper() or attribution.verb == "named":
        return False
    return not any(a.source != attribution.source and words[0] in (a.source or "").split() for a in known)


def _kind_of(attribution: Attribution) -> str | None:
    """The kind of organisation that the lexicon says a source is."""
    organisation = organisations_by_name().get(attribution.source or "")
    return organisation.kind if organisation is not None else None


def _has_head(attribution: Attribution, head: str) -> bool:
    """Whether a source can be meant by its noun alone: not a "police officer" by "police"."""
    words = (attribution.source or "").split()
    named = any(word[0].isupper() for word in words)
    return head in [word.lower() for word in (words if named else words[-1:])]


def _last(known: Sequence[Attribution], fits: Callable[[Attribution], bool]) -> Attribution | None:
    return next((a for a in reversed(known) if fits(a)), None)


_OFFICES: Final = word_set("attribution", "offices")
_THINGS: Final = ("it", "they", "them", "its", "their")
_PRONOUNS: Final = frozenset((*_PERSON, *_THINGS))


# Nouns that only point back: to the source of a paper, or to a body named before.
_PAPERS: Final = word_set("analysis", "papers")
_GENERAL: Final = word_set("analysis", "general")


def is_person(attribution: Attribution) -> bool:
    """Whether a source's name looks like a person's: a title or a role, or a name that is no body's."""
    words = (attribution.source or "").split()
    lows = {word.lower().strip(",()") for word in words}
    if attribution.is_body:
        return False
    if lows & _TITLES:
        return True
    last = words[-1] if words else ""
    return (
        last[:1].isupper()
        and not last.isupper()
        and not lows & _BODIES
        and (attribution.party is None or attribution.party_beside)
    )


def _is_somebody(attribution: Attribution) -> bool:
    """Whether a source is one person without a name: a military source, a resident."""
    words = (attribution.source or "").split()
    noun = words[-1] if words else ""
    if not noun.islower() or noun.endswith("s") or noun in _BODIES:
        return False
    return words[0].islower() and noun in source_nouns() and attribution.verb != "named"


def _is_body(attribution: Attribution) -> bool:
    return not is_person(attribution)


def _is_office(attribution: Attribution) -> bool:
    """Whether a source is a role without a person's name, whose report is "its report": an ombudsman."""
    return (attribution.source or "").split(" ")[0].islower()


_BODIES: Final = word_set("analysis", "bodies")
