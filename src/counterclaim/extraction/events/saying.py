"""What speech does to events: accusations, denials, retorts, and statements of their own."""

from dataclasses import replace

from counterclaim.extraction.analysis import View
from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.events.draft import Draft, reason
from counterclaim.extraction.events.roles import Role, name_of, noun_phrase_after, subject
from counterclaim.extraction.events.words import listed
from counterclaim.extraction.tokens import Token

_SOON = 6  # tokens after a verb of denial in which its object stands


def is_accusing(source: Attribution | None) -> bool:
    """Whether a source lays an act at somebody's door."""
    return source is not None and source.verb in listed("saying", "accusing")


def is_directive(source: Attribution | None) -> bool:
    """Whether a source asks for something, fears or promises it."""
    return source is not None and source.verb in listed("saying", "directive")


def accused_by(view: View, source: Attribution) -> Role | None:
    """Whom an accusation is against: "accused Armenian forces of", "X was accused by Y of"."""
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


_AFTER_ACCUSED = frozenset(("of", "for", "with", "responsible", "to", ",", ".", ";", "over", "on", "against"))


def is_mutual(tokens: list[Token], start: int, end: int) -> bool:
    """Whether an accusation goes both ways: "accusing one another", "each blaming the other"."""
    lows = [t.low for t in tokens[start : end + 1]]
    pairs = set(zip(lows, lows[1:], strict=False))
    return ("each", "other") in pairs or ("one", "another") in pairs or ("the", "other") in pairs


def denied_again(view: View, source: Attribution, earlier: list[Draft]) -> list[Draft]:
    """The events of before that a source denies without naming them: "Baku dismissed both reports".

    Args:
        view: the sentence.
        source: who denies.
        earlier: events told before, in order.
    """
    asserted = [
        d for d in earlier if d.stance == "asserts" and d.type not in ("statement", "talks", "ceremony")
    ]
    others = [d for d in asserted if d.side is None or d.side != source.party] or asserted
    if not others:
        return []
    lows = [t.low for t in view.tokens[source.covers[0] : source.covers[1] + 1]]
    return others[-2:] if "both" in lows else others[-1:]


def points_back(view: View, source: Attribution) -> bool:
    """Whether what a source denies is only pointed at: it, the claim, these charges."""
    tokens = view.tokens
    after = {t.low for t in tokens[source.cue + 1 : source.cue + 1 + _SOON]}
    before = {t.low for t in tokens[max(source.first - 3, 0) : source.first]}
    if source.is_trailing or source.verb == "according to":
        before |= {t.low for t in tokens[max(source.cue - _SOON, 0) : source.cue]}
    return bool((after | before) & listed("saying", "pointing"))


def is_retort(view: View, source: Attribution) -> bool:
    """Whether a source says that something is not so without a verb of denial: "Complete nonsense," replied X."""
    lows = [t.low for t in view.tokens[source.covers[0] : source.covers[1] + 1]]
    text = " " + " ".join(lows) + " "
    return any(f" {words} " in text for words in listed("saying", "retorts"))


def as_denial(draft: Draft, source: Attribution, view: View, span: tuple[int, int]) -> Draft:
    """An earlier event as this source denies it."""
    return replace(
        draft,
        first=source.cue,
        last=source.cue,
        span=span,
        source=source.source,
        side=source.party,
        stance="denies",
        kind="repeat",
        reasons=(reason(view, "stance", "denial of what was said before", source.cue, source.cue),),
    )


def blamed_party(view: View, source: Attribution) -> str | None:
    """The other party that a speaker lays blame on, None where there is none or no word of blame."""
    start, end = source.cue + 1, source.covers[1]
    if source.cue > source.covers[0] and source.first > source.covers[0] + 2:
        start = source.covers[0]
    lows = {t.low for t in view.tokens[start : end + 1]}
    if not lows & listed("saying", "blame"):
        return None
    for party in view.parties:
        if start <= party.first <= end and party.party != source.party and source.party is not None:
            return party.party
    return None
