"""Whether a count is a running toll or the figure of one event or one day."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.antecedent import same_people
from counterclaim.extraction.counts.phrases import Counted
from counterclaim.extraction.dates import Interval
from counterclaim.lexicon import word_set
from counterclaim.model import Claim, Scope

_MONTH = 31  # days; "in October" may still be one event
_LONG = 6  # days; a figure for a longer stretch is a running one
_NEAR = (16, 22)  # tokens before and after a phrase in which words of scope count

_RUNNING = word_set("counts_scope", "running")
_DAILY = word_set("counts_scope", "daily")
_LEVELS = word_set("counts_scope", "levels")
_ATTACKS = word_set("counts_scope", "attacks")
_LASTING = frozenset(["displaced", "cost"])


@dataclass(frozen=True, slots=True)
class Setting:
    """What a count's scope is read from.

    Attributes:
        view: its sentence.
        phrase: the counted phrase.
        happened: the interval that its clause gives, None where it gives none.
        measure: as in the claim vocabulary.
        place_in_focus: whether its place is the one town that the whole document is about.
        model: the count before it in its paragraph.
    """

    view: View
    phrase: Counted
    happened: Interval | None
    measure: str
    place_in_focus: bool
    model: Claim | None

    @property
    def lows(self) -> list[str]:
        """The sentence's words in lower case."""
        return [token.low for token in self.view.tokens]

    @property
    def near(self) -> str:
        """The words around the phrase, between blanks."""
        lows, before, after = self.lows, *_NEAR
        return f" {' '.join(lows[max(self.phrase.first - before, 0) : self.phrase.last + after])} "


def _rose_by(s: Setting) -> bool:
    before = s.lows[max(s.phrase.first - 4, 0) : s.phrase.first]
    return before[-1:] == ["by"] and bool(
        {"rose", "risen", "grown", "grew", "increased", "climbed", "up"} & set(before)
    )


def _more(s: Setting) -> bool:
    after = s.lows[s.phrase.number.closing + 1 : s.phrase.number.closing + 2]
    return after == ["more"] and s.phrase.cue is not None and s.phrase.cue.measure in ("killed", "wounded")


def _part_of_toll(s: Setting) -> bool:
    model = s.model
    if model is None or model.scope is None or not same_people(model, s.phrase.object or model.object or ""):
        return False
    return s.phrase.partitive or s.phrase.cue is None


def _long_stretch(s: Setting) -> bool:
    when = s.happened
    if when is None:
        return False
    if when.relation in ("since", "until", "before"):
        return True
    if when.from_date is None or when.to_date is None:
        return False
    days = (when.to_date.last - when.from_date.first).days
    return days > (_MONTH if len(when.spans) == 1 else _LONG)


def _level(s: Setting) -> bool:
    cue = s.phrase.cue
    return s.phrase.is_level or (cue is not None and cue.role == "tally" and cue.first < s.phrase.first)


def _perfect(s: Setting) -> bool:
    cue = s.phrase.cue
    if cue is None:
        return False
    return bool({"has", "have"} & set(s.lows[max(cue.first - 5, 0) : cue.first]))


def _same_as_before(s: Setting) -> bool:
    return s.model is not None and s.model.scope == "cumulative" and s.happened is None


def _has(words: Collection[str]) -> Callable[[Setting], bool]:
    padded = [f" {phrase} " for phrase in words]
    return lambda s: any(phrase in s.near for phrase in padded)


# The first rule that holds decides.
_RULES: tuple[tuple[Callable[[Setting], bool], Scope, str], ...] = (
    (_rose_by, "incident", "by how much it rose"),
    (_more, "incident", "so many more"),
    (_long_stretch, "cumulative", "a stretch of more than a few days"),
    (_has(_RUNNING), "cumulative", "words of a running toll"),
    (_has(_DAILY), "incident", "words of a day"),
    (lambda s: s.place_in_focus, "incident", "the town that the report is about"),
    (_has(_LEVELS), "cumulative", "words of a level"),
    (_level, "cumulative", "a level that is reached"),
    (lambda s: s.measure in _LASTING, "cumulative", "a state that lasts"),
    (lambda s: s.phrase.cue is not None and s.phrase.cue.role == "loser", "cumulative", "losses"),
    (_same_as_before, "cumulative", "as the count before"),
    (_has(_ATTACKS), "incident", "one attack"),
    (lambda s: s.happened is None and _perfect(s), "cumulative", "has or have been"),
)


def scope_of(setting: Setting) -> tuple[Scope, str]:
    """The scope of a count, and the rule that gives it."""
    if _part_of_toll(setting) and not _rose_by(setting):
        assert setting.model is not None and setting.model.scope is not None
        return setting.model.scope, "a part of the count before"
    for holds, scope, rule in _RULES:
        if holds(setting):
            return scope, rule
    return "incident", "no word of a running toll"
