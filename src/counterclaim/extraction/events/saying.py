"""What speech does to events: accusations, denials, retorts, and statements of their own."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.events.draft import Draft, reason
from counterclaim.extraction.events.naming import Role, name_of
from counterclaim.extraction.events.somebody import noun_phrase_after, subject
from counterclaim.extraction.events.words import listed
from counterclaim.extraction.tokens import Token

_ACCUSING: Final = listed("saying", "accusing")
_BLAME: Final = listed("saying", "blame")
_BLAMING: Final = listed("saying", "blaming")
_DIRECTIVE: Final = listed("saying", "directive")
_DISCLAIMS: Final = listed("saying", "disclaims")
_FIGURES: Final = listed("saying", "figures")
_GRAVE: Final = listed("saying", "grave")
_OPINING: Final = listed("saying", "opining")
_PERSONS: Final = listed("grammar", "pronouns")
_POINTING: Final = listed("saying", "pointing")
_REACTING: Final = listed("saying", "reacting")
_REFUSED: Final = listed("saying", "refused")
_RETORTS: Final = listed("saying", "retorts")

_SOON: Final = 6  # tokens after a verb of denial in which its object stands


def is_accusing(source: Attribution | None) -> bool:
    """Whether a source lays an act at somebody's door."""
    return source is not None and source.verb in _ACCUSING


def is_reacting(source: Attribution) -> bool:
    """Whether a source reacts to what has happened."""
    return source.verb in _REACTING


def is_opinion(source: Attribution | None) -> bool:
    """Whether a third party gives an opinion."""
    return source is not None and source.party is None and source.verb in _OPINING


def is_directive(source: Attribution | None) -> bool:
    """Whether a source asks for something, fears or promises it."""
    return source is not None and source.verb in _DIRECTIVE


def accused_by(view: View, source: Attribution) -> Role | None:
    """Whom an accusation is against: "accused Malian forces of", "X was accused by Y of"."""
    if source.is_trailing:
        return subject(view, source.cue)
    position = source.cue + 1
    return noun_phrase_after_of(view, position)


def noun_phrase_after_of(view: View, start: int) -> Role | None:
    """The somebody between an accusing verb and the "of", "for", "with" or "responsible" after it."""
    tokens = view.tokens
    end = start
    while end < len(tokens) and end - start < 12 and tokens[end].low not in _AFTER_ACCUSED:
        end += 1
    if end > start:
        found = name_of(view, start, end - 1)
        if found is not None:
            return found
    return noun_phrase_after(view, start)


_AFTER_ACCUSED: Final = listed("grammar", "saying_after_accused")


def is_mutual(tokens: list[Token], start: int, end: int) -> bool:
    """Whether an accusation goes both ways: "accusing one another", "each blaming the other"."""
    lows = [t.low for t in tokens[start : end + 1]]
    pairs = set(pairwise(lows))
    return ("each", "other") in pairs or ("one", "another") in pairs or ("the", "other") in pairs


def blames_mutually(view: View, cue: int) -> bool:
    """Whether the words before a cue lay it at both doors: "each blaming the other for starting it"."""
    start = max(cue - _MUTUAL_WITHIN, 0)
    blaming = any(t.low in _BLAMING for t in view.tokens[start:cue])
    return blaming and is_mutual(view.tokens, start, cue)


_MUTUAL_WITHIN: Final = 8  # tokens


def denied_again(view: View, source: Attribution, earlier: list[Draft]) -> list[Draft]:
    """The events of before that a source denies without naming them: "X dismissed both reports".

    Args:
        view: the sentence.
        source: who denies.
        earlier: events told before, in order.
    """
    asserted = [
        d for d in earlier if d.stance == "asserts" and d.type not in ("statement", "talks", "ceremony")
    ]
    others = [d for d in asserted if d.side is None or d.side != source.party] or asserted
    own = [d for d in others if d.actor is not None and d.actor == source.party]
    others = own or others
    if not others:
        return []
    lows = [t.low for t in view.tokens[source.covers[0] : source.covers[1] + 1]]
    if "both" in lows:
        return others[-2:]
    last = others[-1]
    told = (last.reasons[:1], last.source, last.type, last.actor)  # of several places in one breath
    return [d for d in others if (d.reasons[:1], d.source, d.type, d.actor) == told]


def points_back(view: View, source: Attribution) -> bool:
    """Whether what a source denies is only pointed at: it, the claim, these charges."""
    tokens = view.tokens
    following = tokens[source.cue + 1 : source.cue + 1 + _SOON]
    end = next(
        (i for i, t in enumerate(following) if t.low in ("of", "that", ",", ";", ".", "and")), len(following)
    )
    after = {t.low for t in following[:end]}
    if after & _FIGURES:
        return False  # a number is denied, not what happened
    if end < len(following) and following[end].low == "of" and end < 4:
        return False  # denied reports of something: it says of what
    if following and following[0].low == "that" and len(following) > 2 and following[1].kind == "word":
        return following[1].low in _TOO  # denied that as well
    if end and any(a.low in _POINTING and b.low in _PERSONS for a, b in pairwise(following[:end])):
        return False  # accusations they support it
    before = {t.low for t in tokens[max(source.first - 3, 0) : source.first]}
    if source.is_trailing or source.verb == "according to":
        before |= {t.low for t in tokens[max(source.cue - _SOON, 0) : source.cue]}
    return bool((after | before) & _POINTING)


_TOO: Final = ("also", "as", "either", "too")


def is_retort(view: View, source: Attribution) -> bool:
    """Whether a source says that it is not so without a verb of denial: "Complete nonsense," replied X."""
    if is_accusing(source) or is_directive(source) or is_reacting(source):
        return False
    start, end = source.covers
    if view.tokens[0].low in _QUOTES:
        start, end = 0, _end_of_quote(view.tokens)
    lows = [
        t.low
        for i, t in enumerate(view.tokens[start : end + 1], start)
        if not source.first <= i <= source.last
    ]
    text = " " + " ".join(lows) + " "
    return len(lows) <= _LONGEST_RETORT and any(f" {words} " in text for words in _RETORTS)


_QUOTES: Final = ('"', "'", "“", "‘")
_CLOSING: Final = (*_QUOTES, "”", "’")
_LONGEST_RETORT: Final = 28  # tokens: a retort is short


def _end_of_quote(tokens: list[Token]) -> int:
    """Index of the mark that closes the quotation with which a sentence opens."""
    marks = (i for i in range(1, len(tokens)) if tokens[i].low in _CLOSING)
    return next(marks, len(tokens) - 1)


def disclaims(view: View, cue: int) -> bool:
    """Whether the words before a cue have nothing to do with it: "bore no responsibility for the strike"."""
    lows = [t.low for t in view.tokens[max(cue - _DISCLAIMED_WITHIN, 0) : cue]]
    denied = bool({"no", "not"} & set(lows)) and bool(_DISCLAIMS & set(lows))
    return denied or "nothing to do with" in " ".join(lows)


_DISCLAIMED_WITHIN: Final = 7  # tokens


def agreeing(view: View, source: Attribution) -> list[str]:
    """Parties that say the same: "and so does X", "as did Y"."""
    tokens = view.tokens
    found = []
    for position in range(source.cue, len(tokens) - 2):
        if tokens[position].low in ("so", "as") and tokens[position + 1].low in (
            "does",
            "did",
            "do",
            "has",
            "have",
        ):
            found += [p.party for p in view.parties if p.first in (position + 2, position + 3)]
    return found


def claimant(view: View, source: Attribution) -> Role | None:
    """Who made the claim that a source denies: "dismissed a claim by X that …", "X's assertion that …"."""
    tokens = view.tokens
    for position in range(source.covers[0], min(source.covers[1], len(tokens) - 3)):
        if tokens[position].low not in _CLAIMS:
            continue
        if tokens[position + 1].low in ("by", "from"):
            found = noun_phrase_after(view, position + 2)
            if found is not None and found.last + 1 < len(tokens) and tokens[found.last + 1].low == "that":
                return found
        if tokens[position - 1].kind == "possessive" and tokens[position + 1].low == "that":
            return name_of(view, max(position - 4, 0), position - 2)
    return None


_CLAIMS: Final = listed("grammar", "saying_claims")


def as_told_by(draft: Draft, source: Attribution, view: View, span: tuple[int, int]) -> Draft:
    """An event told before, as this source speaks of it again."""
    return replace(
        draft,
        first=source.cue,
        last=source.cue,
        span=span,
        source=source.source,
        side=source.party,
        reasons=(reason(view, "event_type", "what was said before", source.cue, source.cue),),
    )


def blames_for_before(view: View, source: Attribution) -> bool:
    """Whether blame is laid for what was told before: "blamed X for it", "held X responsible"."""
    if source.verb == "accuse" or source.verb == "charge":
        return False
    lows = [t.low for t in view.tokens[source.cue + 1 : source.cue + 14]]
    if "for" not in lows:
        return True
    what = lows[lows.index("for") + 1 : lows.index("for") + 4]
    return bool({"it", "this", "attack", "strike"} & set(what))


def claims_responsibility(view: View) -> int | None:
    """Index of the verb by which somebody says that what was told before is their own doing."""
    tokens = view.tokens
    noun = next((i for i, t in enumerate(tokens) if t.low == "responsibility"), 0)
    for position in range(noun - 1, max(noun - 4, 0), -1):
        if tokens[position].low in _TAKING:
            lows = {t.low for t in tokens[max(position - 4, 0) : noun]}
            return None if lows & {"no", "not", "nobody", "none"} else position
    return None


_TAKING: Final = listed("grammar", "saying_taking")


def is_about_request(view: View, source: Attribution) -> bool:
    """Whether what is rejected is a request or an offer: the refusal is a statement."""
    if source.stance != "denies":
        return False
    after = {t.low for t in view.tokens[source.cue : source.cue + 7]}
    return bool(after & _REFUSED)


def end_of_refused(view: View, source: Attribution) -> int:
    """Index of the last token of the request that is rejected: what follows "and" is told, not denied."""
    first, last = source.cue + 1, source.covers[1]
    ends = (i - 1 for i in range(first, last + 1) if view.tokens[i].low in ("and", "but", ";", ","))
    return next(ends, last)


def blamed_party(view: View, source: Attribution) -> str | None:
    """The other party that a speaker lays blame on, None where there is none or no word of blame."""
    start, end = source.cue + 1, source.covers[1]
    if source.cue > source.covers[0] and source.first > source.covers[0] + 2:
        start = source.covers[0]
    lows = {t.low for t in view.tokens[start : end + 1]}
    if not lows & _BLAME:
        return None
    for party in view.parties:
        told = source.party is not None or lows & _GRAVE
        if start <= party.first <= end and party.party != source.party and told:
            return party.party
    return None
