"""The sources that a sentence names."""

from typing import Final

from counterclaim.extraction.attribution.accounts import (
    by_account,
    by_brackets,
    by_figure_verb,
    by_figures,
    by_recovery,
    by_revision,
)
from counterclaim.extraction.attribution.names import has_source_word, name_after, start_of_role
from counterclaim.extraction.attribution.quotations import without_quoted
from counterclaim.extraction.attribution.reach import set_reach
from counterclaim.extraction.attribution.shapes import CHAINED, by_colon, by_preposition
from counterclaim.extraction.attribution.source import Attribution, make_attribution
from counterclaim.extraction.attribution.verbs import by_verb
from counterclaim.extraction.attribution.words import ARTICLES, independent, organisation_names, source_nouns
from counterclaim.extraction.parties import PartyMention
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import organisations_by_name, word_set


def attributions(tokens: list[Token], parties: list[PartyMention]) -> list[Attribution]:
    """The sources that a sentence names, in the order of their cues.

    Args:
        tokens: the sentence's tokens.
        parties: the parties that it names.
    """
    found = [
        *by_preposition(tokens),
        *by_account(tokens),
        *by_figures(tokens),
        *by_brackets(tokens),
        *by_verb(tokens),
        *by_figure_verb(tokens),
        *by_revision(tokens),
        *by_recovery(tokens),
        *by_colon(tokens),
    ]
    found = without_quoted(tokens, found)
    found.sort(key=lambda a: (a.cue, a.is_weak))
    kept: list[Attribution] = []
    for attribution in found:
        overlaps = kept and attribution.first <= kept[-1].last and attribution.last >= kept[-1].first
        if overlaps and not attribution.shares_subject:
            continue
        if kept and attribution.verb in ("cited by", "cite") and attribution.cue - kept[-1].last <= 2:
            kept[-1] = attribution  # of a chain, the outermost reporter is the source
            continue
        kept.append(attribution)
    if len(kept) > 1:
        kept = [a for a in kept if a.verb not in CHAINED] or kept  # the outermost reporter is the source
        kept = [a for a in kept if a.verb not in _RECORDS] or kept
        kept = [a for a in kept if not _only_modifies(tokens, a)] or kept
        kept = [a for a in kept if not any(_is_told_by(tokens, a, teller) for teller in kept)]
    kept = _outermost(tokens, kept)
    for attribution in kept:
        attribution.party = _party_of(tokens, attribution, parties)
        attribution.is_body = _has_body_beside(tokens, attribution.last)
    set_reach(tokens, [a for a in kept if not a.is_weak])
    return kept


def _outermost(tokens: list[Token], kept: list[Attribution]) -> list[Attribution]:
    """Of speakers in a sentence that ends with who reports them all, that one: ", Xinhua reported"."""
    last = kept[-1] if len(kept) > 1 else None
    if last is None or last.is_weak or not _is_outlet(last):
        return kept
    if any(t.kind in ("word", "number") or t.low == ")" for t in tokens[max(last.last, last.cue) + 1 :]):
        return kept
    return [last] if all(a.stance == "asserts" and a.cue < last.first for a in kept[:-1]) else kept


def _is_outlet(attribution: Attribution) -> bool:
    """Whether a source is an agency, a paper or a channel that reports what others say."""
    name = attribution.source or ""
    organisation = organisations_by_name().get(name)
    if organisation is not None:
        return organisation.kind in ("media", "news_agency")
    return bool(_OUTLETS & {word.lower() for word in name.split()})


_OUTLETS: Final = word_set("attribution", "outlets")


def _is_told_by(tokens: list[Token], told: Attribution, teller: Attribution) -> bool:
    """Whether a speaker only stands in what another says: the UN said that the army claimed …."""
    if (
        teller.is_weak
        or teller.is_trailing
        or told.stance != "asserts"
        or not teller.last < teller.cue < told.first
    ):
        return False
    between = [token.low for token in tokens[teller.cue + 1 : told.first] if token.low not in ARTICLES]
    return not between or between == ["that"] or (between[-1] == "that" and len(between) <= _HEARER)


_HEARER: Final = 4  # tokens that name who hears it, "that" among them: told The Associated Press that


def _only_modifies(tokens: list[Token], attribution: Attribution) -> bool:
    """Whether "by X" only tells who announced a thing: "the call-up, announced by the president, …"."""
    if attribution.verb != "by" or attribution.cue == 0 or tokens[attribution.cue - 1].low != ",":
        return False
    return attribution.last + 1 < len(tokens) and tokens[attribution.last + 1].low == ","


def _has_body_beside(tokens: list[Token], last: int) -> bool:
    """Whether an apposition makes a name a body's: TamilNet, the website that speaks for …."""
    beside = tokens[last + 1 : last + 6]
    if len(beside) < 3 or beside[0].low != "," or beside[1].low not in ("the", "a", "an", "which"):
        return False
    return bool({token.low for token in beside[2:]} & _BODIES)


# Verbs that name who recorded something; beside another source they say nothing.
_RECORDS: Final = word_set("attribution", "records")


def name_in_title(tokens: list[Token], parties: list[PartyMention]) -> Attribution | None:
    """The body that a title names after "by", "of" or "from": Statement by the Prosecutor's Office.

    Args:
        tokens: the title's tokens.
        parties: the parties that it names.
    """
    for index in range(1, len(tokens) - 1):
        if tokens[index].low in ("by", "of", "from"):
            name = name_after(tokens, index + 1)
            if name is None or not has_source_word(tokens, name[0], name[1] + 1):
                continue
            if not any(token.is_capitalised for token in tokens[name[0] : name[1] + 1]):
                continue
            found = make_attribution(tokens, *name, index, "title", "asserts")
            found.party = _party_of(tokens, found, parties)
            return found
    return None


def body_of_letterhead(tokens: list[Token], parties: list[PartyMention]) -> Attribution | None:
    """The body that a heading consists of: Ministry of Defence, New Delhi, May 29, 1999; Army briefing.

    Args:
        tokens: the heading's tokens.
        parties: the parties that it names.
    """
    name = name_after(tokens, 0)
    if name is None or name[0] != 0 or not _OFFICES & {token.low for token in tokens[: name[1] + 1]}:
        return None
    following = tokens[name[1] + 1].low if name[1] + 1 < len(tokens) else ","
    if following not in (",", "–", "—", "-", "|", ":") and following not in _MEDIA:
        return None
    found = make_attribution(tokens, *name, 0, "letterhead", "asserts")
    found.party = _party_of(tokens, found, parties)
    return found


_MEDIA: Final = word_set("attribution", "media")


def declared_speaker(tokens: list[Token], parties: list[PartyMention]) -> Attribution | None:
    """The source that a text declares for its figures: all figures are from the ministry; Source: OCHA.

    Args:
        tokens: the sentence's tokens.
        parties: the parties that it names.
    """
    nouns = (i for i, token in enumerate(tokens[:_DECLARED]) if token.low in _DECLARING)
    for index in nouns:
        following = [token.low for token in tokens[index + 1 : index + 5]]
        before = {token.low for token in tokens[:index]}
        opening = next((o for o in _OPENINGS if tuple(following[: len(o)]) == o), None)
        if opening is None or not before <= {"the", "all", "these"} or (opening == (":",) and before):
            continue
        name = name_after(tokens, index + 1 + len(opening))
        if name is not None and name[0] == index + 1 + len(opening):
            found = make_attribution(tokens, *name, index, "declared", "asserts")
            found.party = _party_of(tokens, found, parties)
            return found
    return None


_DECLARED: Final = 4  # tokens in which a sentence says that it speaks of its figures
_DECLARING: Final = word_set("attribution", "declaring")
_OPENINGS: Final = (
    (":",),
    ("are", "from"),
    ("come", "from"),
    ("were", "supplied", "by"),
    ("are", "those", "of"),
    ("are", "supplied", "by"),
    ("were", "provided", "by"),
)


def _is_body(tokens: list[Token], last: int) -> bool:
    """Whether a name is that of an office: a noun of bodies stands in it."""
    return bool({token.low for token in tokens[: last + 1]} & _BODIES)


_BODIES: Final = word_set("attribution", "bodies")
_OFFICES: Final = word_set("attribution", "offices")


def body_at_start(tokens: list[Token], parties: list[PartyMention]) -> list[Attribution]:
    """The body that a sentence opens with, for which a later "it" may stand: "The headquarters denies".

    Args:
        tokens: the sentence's tokens.
        parties: the parties that it names.
    """
    name = name_after(tokens, 0)
    if name is None or not _is_body(tokens, name[1]) or tokens[0].low == "no":
        return []  # no UN staff were killed: nobody who could say so
    found = make_attribution(tokens, *name, name[1], "named", "asserts")
    found.party, found.is_weak, found.is_body = _party_of(tokens, found, parties), True, True
    return [found]


def organisations_named(tokens: list[Token]) -> list[Attribution]:
    """The organisations that a sentence names, as sources that a later "it" may stand for."""
    found = []
    for match in organisation_names().find(tokens):
        following = tokens[match.last + 1].low if match.last + 1 < len(tokens) else ""
        if following in _BODIES or following in source_nouns():
            continue  # the UN agency, a UN official: not the UN
        named = make_attribution(tokens, match.first, match.last, match.first, "named", "asserts")
        named.is_weak = named.is_body = True
        found.append(named)
    return found


def bodies_named(tokens: list[Token]) -> list[Attribution]:
    """The bodies whose names end in what they are: his Zobe Rescue Committee; a later "it" may mean them."""
    found = []
    for index, token in enumerate(tokens):
        if not (token.is_capitalised and token.low in _BODIES and index and tokens[index - 1].is_capitalised):
            continue
        first = index
        while first and tokens[first - 1].is_capitalised and tokens[first - 1].kind == "word":
            first -= 1
        named = make_attribution(tokens, first, index, first, "named", "asserts")
        named.is_weak = named.is_body = True
        found.append(named)
    return found


def _party_of(tokens: list[Token], attribution: Attribution, parties: list[PartyMention]) -> str | None:
    """The party that a source speaks for: none for monitors, charities, media and witnesses."""
    name = [token.low for token in tokens[attribution.first : attribution.last + 1]]
    if independent() & set(name) or _names_organisation(tokens, attribution):
        return None
    last = attribution.last
    if attribution.cue > last + 1 and tokens[last + 1].low == ",":
        last = attribution.cue  # an apposition: "X, spokesperson for the president of Y, said"
    elif (
        last + 2 < len(tokens)
        and (tokens[last].is_capitalised or tokens[last].low == ")")
        and tokens[last + 1].low == ","
        and tokens[last + 2].low in ("the", "a", "an", "who")
    ):
        last = next(
            (i for i in range(last + 2, min(last + 14, len(tokens))) if tokens[i].low in (",", ".")), last
        )
    names_role = has_source_word(tokens, attribution.first, attribution.last + 1)
    first = attribution.first if names_role else start_of_role(tokens, attribution.first)
    inside = [p for p in parties if first <= p.first <= last and (p.is_state or p.is_group)]
    beside = tokens[first : last + 1]
    attribution.is_rebel = any(token.low in _REBELS for token in beside)
    attribution.is_official = not attribution.is_rebel and any(token.low in _OF_ARMIES for token in beside)
    attribution.has_rank = any(token.is_capitalised and token.low in _RANKS for token in beside)
    attribution.party_beside = bool(inside) and not attribution.first <= inside[0].first <= attribution.last
    group = next((p for p in inside if p.is_group and p.last >= attribution.last - 1), None)
    return group.party if group else inside[0].party if inside else None  # Yemen's Houthi movement


_OF_ARMIES: Final = word_set("attribution", "of_armies")
_RANKS: Final = word_set("attribution", "ranks")
_REBELS: Final = word_set("sides", "rebels")


def _names_organisation(tokens: list[Token], attribution: Attribution) -> bool:
    return bool(organisation_names().find(tokens[attribution.first : attribution.last + 1]))
