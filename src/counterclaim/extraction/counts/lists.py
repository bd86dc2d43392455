"""What introduces the items of a list: "the losses were:", "in the north, by the army's count:"."""

from collections.abc import Iterable

from counterclaim.extraction.analysis import View
from counterclaim.extraction.counts.cues import Cue, find_cues, kind_of_object
from counterclaim.extraction.counts.phrases import Counted


class Introductions:
    """What stands before each sentence in its list, read as the sentences go by.

    Args:
        views: the document's sentences.
    """

    def __init__(self, views: list[View]) -> None:
        self._listing = {view.paragraph for view in views if _is_marked(view)}
        self._paragraph = -1
        self._tallies: dict[str, Cue] = {}
        self._others: dict[str, Cue] = {}
        self._is_first = True
        self._last: View | None = None
        self.sentence: View | None = None
        """The sentence that introduces the list in which the sentence at hand stands."""

    def turn_to(self, view: View) -> None:
        """Take `view` for the sentence at hand, and the one before it for one gone by."""
        self._note(self._last)
        self._is_first = view.paragraph != self._paragraph
        if self._is_first:
            self._paragraph, self._tallies, self._others = view.paragraph, {}, {}
        if not view.is_list_item:
            self.sentence = None
        elif self._last is not None and not self._last.is_list_item:
            self.sentence = self._last
        self._last = view

    def cue_for(self, phrase: Counted) -> Cue | None:
        """The cue before the sentence at hand that fits a phrase in it, if that is a list's item."""
        if self._is_first or self._last is None or not _is_marked(self._last):
            return None
        kind = kind_of_object(phrase.object) if phrase.object else phrase.expected
        return self._tallies.get(kind) or self._others.get(kind)

    def party(self) -> str | None:
        """The first party that the introduction names, not as where somebody is: "based in Britain"."""
        if self.sentence is None:
            return None
        named = (
            p for p in self.sentence.parties if p.first == 0 or self.sentence.tokens[p.first - 1].low != "in"
        )
        return next((mention.party for mention in named), None)

    def _note(self, view: View | None) -> None:
        if view is None or view.paragraph not in self._listing:
            return
        for cue in _telling(find_cues(view.tokens)):
            if view.is_list_item and _is_in_brackets(view, cue.first):
                continue
            known = self._tallies if cue.role in ("tally", "loser") else self._others
            known.update(dict.fromkeys(cue.of, cue))


def _telling(cues: Iterable[Cue]) -> Iterable[Cue]:
    return (cue for cue in cues if cue.measure not in ("same", "other") and cue.form != "base")


def _is_marked(view: View) -> bool:
    """Whether a sentence opens with a list's mark."""
    return not view.is_heading and bool(view.tokens) and view.tokens[0].kind == "mark"


def _is_in_brackets(view: View, index: int) -> bool:
    marks = [token.low for token in view.tokens[:index] if token.low in ("(", ")")]
    return marks[-1:] == ["("]
