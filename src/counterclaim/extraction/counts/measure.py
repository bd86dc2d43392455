"""Which cue gives a counted phrase its measure.

Each cue near a phrase has a cost: how far-fetched it is that the phrase is what the cue speaks of.
Phrases that are listed together share the cheapest cue of the list.
"""

from itertools import pairwise
from typing import Final

from counterclaim.extraction.counts.costs import FAR_FETCHED, cost, fits, is_label, is_of_breakdown
from counterclaim.extraction.counts.cues import Cue, counts
from counterclaim.extraction.counts.phrases import Counted
from counterclaim.extraction.tokens import Token
from counterclaim.lexicon import word_set

_CLEAR: Final = 1.5  # a cue this close is the phrase's own
# what soldiers do matters less than what is done to them: who guarded it lost their lives
_OF_FORCES: Final = 1.5

_LIST_GLUE: Final = word_set("counts_measure", "list_glue")


def give_measures(tokens: list[Token], phrases: list[Counted], cues: list[Cue]) -> None:
    """Give each phrase its cue, where one is near enough; lists share theirs."""
    for phrase in phrases:
        if not phrase.why_not and phrase.cue is None:
            phrase.cue, phrase.cost = _cheapest(tokens, phrase, phrases, cues)
    for run in _lists(tokens, phrases):
        _share(tokens, run, cues)
    _go_on(tokens, phrases, cues)
    _take_up_tally(tokens, phrases, cues)
    _give_totals(tokens, phrases, cues)


def _go_on(tokens: list[Token], phrases: list[Counted], cues: list[Cue]) -> None:
    """Destroyed 250 tanks; 150 other vehicles: what semicolons list goes on with the verb before it."""
    counted = [phrase for phrase in phrases if not phrase.why_not]
    for left, right in pairwise(counted):
        if right.cue is not None or right.object is None or left.cue is None or left.cue.is_passive:
            continue
        opens = {token.low for token in tokens[max(right.first - 2, 0) : right.first]} & {
            ";",
            "including",
            "and",
        }
        if opens and left.cue.first < left.first and not is_of_breakdown(tokens, right, left.cue):
            right.cue = _same_for(tokens, right, left, cues)


def _take_up_tally(tokens: list[Token], phrases: list[Counted], cues: list[Cue]) -> None:
    """Fatalities included the owner; two photographers; and three soldiers: all of them of that tally."""
    tallies = [
        cue
        for cue in cues
        if cue.role == "tally" and cue.last + 1 < len(tokens) and tokens[cue.last + 1].low in _INCLUDE
    ]
    for phrase in phrases:
        if phrase.cue is None and phrase.object is not None and not phrase.why_not:
            before = [cue for cue in cues if cue.last < phrase.first]
            if before and before[-1] in tallies and counts(before[-1], phrase.object):
                phrase.cue = before[-1]


_INCLUDE: Final = word_set("counts_measure", "include")


def _give_totals(tokens: list[Token], phrases: list[Counted], cues: list[Cue]) -> None:
    """Give a total with a breakdown in brackets its list's verb: lost 255 tanks (…) and 78 others (…)."""
    previous: Cue | None = None
    for phrase in phrases:
        if not _has_breakdown(tokens, phrase):
            continue
        if phrase.cue is None or is_label(tokens, phrase.cue):
            phrase.cue = previous or next(
                (
                    c
                    for c in reversed(cues)
                    if c.first < phrase.first and not is_label(tokens, c) and fits(tokens, phrase, c)
                ),
                None,
            )
        previous = phrase.cue


def _has_breakdown(tokens: list[Token], phrase: Counted) -> bool:
    """Whether "(destroyed: 146, …)" or "(146 destroyed, …)" follows, with no other number before it."""
    for position in range(phrase.last + 1, min(phrase.last + 8, len(tokens))):
        if tokens[position].low == "(":
            inside = tokens[position : position + 5]
            if inside[1:] and inside[1].low == "+":
                return False  # 7,429 (+10): what was added since the figure before
            return any(token.low == ":" or token.kind == "number" for token in inside)
        if tokens[position].kind == "number":
            return False
    return False


def _cheapest(
    tokens: list[Token], phrase: Counted, phrases: list[Counted], cues: list[Cue]
) -> tuple[Cue | None, float]:
    best, best_cost = None, FAR_FETCHED
    for cue in cues:
        if not fits(tokens, phrase, cue):
            continue
        paid = cost(tokens, phrase, phrases, cue)
        if cue.measure == "other" and paid > _CLEAR:
            paid += 0.8
        if "forces" in cue.of:
            paid += _OF_FORCES
        if phrase.object is None and phrase.expected not in cue.of:
            paid += 1.0
        if paid < best_cost:
            best, best_cost = cue, paid
    return best, best_cost


def _lists(tokens: list[Token], phrases: list[Counted]) -> list[list[Counted]]:
    """Runs of phrases that only commas and conjunctions part."""
    runs: list[list[Counted]] = []
    for phrase in phrases:
        if phrase.why_not:
            continue
        if runs and _continues_list(tokens, runs[-1][-1], phrase):
            runs[-1].append(phrase)
        else:
            runs.append([phrase])
    return [run for run in runs if len(run) > 1]


def _continues_list(tokens: list[Token], left: Counted, right: Counted) -> bool:
    gap = tokens[left.last + 1 : right.first]
    if not gap or len(gap) > 12:
        return False
    gap = _without_name(gap, left)
    if all(token.low in _LIST_GLUE for token in gap):
        return True
    # "two lorries loaded with ammunition and …": a short modifier after the noun, then the conjunction
    tail = [token.low for token in gap]
    return (
        tail[-1] in ("and", ",")
        and len(gap) <= 6
        and not any(
            t in ("were", "was", "are", "is", "have", "has", "had", "who", "that", "which", ";") for t in tail
        )
        and not any(t.low.endswith("ed") and t.low not in ("loaded", "armed", "based", "called") for t in gap)
        and left.object is not None
        and right.object is not None
        and left.object.split(".")[0] == right.object.split(".")[0]
    )


def _without_name(gap: list[Token], left: Counted) -> list[Token]:
    """What parts two phrases but for whose people the first counts: 251 Hashd, members of the army (ISF)."""
    if left.object is not None and gap[0].low not in ("from", "of"):
        return gap
    end = 0
    while end < len(gap) and (gap[end].is_capitalised or gap[end].low in _IN_NAMES or "-" in gap[end].text):
        end += 1
    return gap[end:] or gap


_IN_NAMES: Final = frozenset(("(", ")", "from", "of", "the"))


def _share(tokens: list[Token], run: list[Counted], cues: list[Cue]) -> None:
    """Let the members of a list that have no clear cue of their own take the list's cheapest."""
    for index, phrase in enumerate(run):
        if phrase.cue is not None and phrase.cost <= _CLEAR:
            continue
        donors = [
            other
            for other in (*run[:index][::-1], *run[index + 1 :])
            if other.cue is not None
            and other.cost < phrase.cost
            and not (other.partitive and other.first > phrase.first)
            and not is_label(tokens, other.cue)
            and not is_of_breakdown(tokens, phrase, other.cue)
        ]
        for donor in sorted(donors, key=lambda d: d.cost):
            cue = _same_for(tokens, phrase, donor, cues)
            if cue is not None:
                phrase.cue, phrase.cost = cue, donor.cost + 0.3
                break


def _same_for(tokens: list[Token], phrase: Counted, donor: Counted, cues: list[Cue]) -> Cue | None:
    """The donor's cue in the sense that counts what this phrase counts."""
    assert donor.cue is not None
    for cue in cues:
        if cue.first == donor.cue.first and cue.role == donor.cue.role and fits(tokens, phrase, cue):
            return cue
    for cue in cues:
        if cue.first == donor.cue.first and fits(tokens, phrase, cue):
            return cue
    return None
