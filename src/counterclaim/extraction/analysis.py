"""A document's sentences with everything that the finders of claims share.

For each sentence: its tokens, numbers, parties, dates and sources, and the source that carries over
from the sentences before it in its paragraph. Pronouns and general nouns that speak ("he", "the
ministry") are resolved to the source named before.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from counterclaim.extraction.attribution import (
    Attribution,
    attributions,
    bodies_named,
    body_at_start,
    body_of_letterhead,
    declared_speaker,
    name_in_title,
    organisations_named,
)
from counterclaim.extraction.attribution.antecedents import is_person, named_after, recall, resolve
from counterclaim.extraction.dateline import dateline_length
from counterclaim.extraction.dates import DateSpan, Interval, date_intervals, find_dates
from counterclaim.extraction.groups import groups_named, may_introduce
from counterclaim.extraction.layout import Paragraph, paragraphs, table_spans
from counterclaim.extraction.numbers import Number, find_numbers
from counterclaim.extraction.offices import give_party, party_of_label, party_of_setting
from counterclaim.extraction.parties import PartyMention, party_finder, with_groups
from counterclaim.extraction.tokens import Token, tokenise
from counterclaim.lexicon import word_set
from counterclaim.model import Conflict, Document, Reason


@dataclass(slots=True)
class View:
    """A sentence as the finders of claims see it.

    Attributes:
        start, end: its offsets into the document's text.
        tokens, numbers, parties, dates, intervals: what stands in it, in order.
        sources: who speaks in it.
        carried: the source that speaks for it where it names none, None for the document's voice.
        paragraph: number of its paragraph in the document, from 0; a list counts with the paragraph
            that introduces it.
        block: number of the paragraph or of the list's item itself.
        heading: the words of the heading above it.
        is_heading: whether it is a heading or a headline itself.
        is_list_item: whether it stands in an item of a list.
        introduces_list: whether a list follows it.
        dateline: how many of its first tokens only say where and when the text was written.
        lows: its tokens in lower case.
        words: the same, each once; rules ask them first, before they look where a word stands.
    """

    start: int
    end: int
    tokens: list[Token]
    numbers: list[Number] = field(default_factory=list)
    parties: list[PartyMention] = field(default_factory=list)
    dates: list[DateSpan] = field(default_factory=list)
    intervals: list[Interval] = field(default_factory=list)
    sources: list[Attribution] = field(default_factory=list)
    carried: Attribution | None = None
    paragraph: int = 0
    block: int = 0
    heading: str = ""
    is_heading: bool = False
    is_list_item: bool = False
    introduces_list: bool = False
    dateline: int = 0
    lows: list[str] = field(init=False)
    words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.lows = [token.low for token in self.tokens]
        self.words = frozenset(self.lows)

    def reason(self, name: str, first: int, last: int, rule: str) -> Reason:
        """Why a claim has the value that it has in the field `name`: a rule, and the tokens that it read."""
        return Reason(name, rule, self.tokens[first].start, self.tokens[last].end)

    def names_source(self, token: int) -> bool:
        """Whether the token at this index stands in the name of a source."""
        return any(source.first <= token <= source.last for source in self.sources)

    def source_at(self, token: int) -> Attribution | None:
        """The source that speaks for the token at this index."""
        if not self.sources:
            return self.carried
        for attribution in reversed(self.sources):
            first, last = attribution.covers
            if first <= token <= last:
                return attribution
        past = [s for s in self.sources if s.covers[1] < token and not s.is_aside]
        if not past:
            return self.carried
        between = self.tokens[past[-1].covers[1] : token]
        return past[-1] if any(t.low == ";" for t in between) and past[-1].verb not in _ACTS else None


def analyse(document: Document, conflict: Conflict) -> list[View]:
    """Every sentence of a document with what stands in it, sources resolved."""
    views = _sentences(document.text)
    _find_times(views, document)
    _find_parties(views, document.text, conflict)
    for view in views:
        view.numbers = find_numbers(view.tokens)
        view.sources = attributions(view.tokens, view.parties)
    for view, following in pairwise(views):
        view.introduces_list = (
            following.is_list_item and not view.is_list_item and view.tokens[-1].low in _LIST_AFTER
        )
    _mark_datelines(views)
    _resolve_sources(views)
    _name_speakers(views)
    _speak_on_in_quotations(views)
    _know_headline_speakers(views)
    _let_speak_throughout(views)
    return views


def _sentences(text: str) -> list[View]:
    """The sentences with their tokens and where they stand; what is found in them is still to come."""
    views: list[View] = []
    heading = ""
    number, introduces = -1, False
    for block, paragraph in enumerate(paragraphs(text)):
        if not (introduces and paragraph.is_list_item):
            number += 1
        introduces = paragraph.is_list_item or _introduces_list(text[paragraph.start : paragraph.end])
        for sentence in paragraph.sentences:
            view = View(sentence.start, sentence.end, tokenise(text, sentence.start, sentence.end))
            view.paragraph, view.block, view.heading = number, block, heading
            view.is_heading, view.is_list_item = paragraph.is_heading, paragraph.is_list_item
            views.append(view)
        if paragraph.is_heading:
            heading = text[paragraph.start : paragraph.end]
    return views


def _find_times(views: list[View], document: Document) -> None:
    """Give each sentence its dates and intervals."""
    dates = find_dates(document.text, document.date)
    intervals = date_intervals(document.text, dates)
    date_starts, interval_starts = [d.start for d in dates], [i.start for i in intervals]
    for view in views:
        start, end = view.start, view.end
        view.dates = dates[bisect_left(date_starts, start) : bisect_left(date_starts, end)]
        view.intervals = intervals[bisect_left(interval_starts, start) : bisect_left(interval_starts, end)]


def _find_parties(views: list[View], text: str, conflict: Conflict) -> None:
    """Give each sentence the parties named in it: those known, and the groups that the text introduces."""
    introducing = [(view.start, view.end) for view in views if may_introduce(view.tokens, view.words)]
    finder, groups = party_finder(conflict), groups_named(text, sorted([*introducing, *table_spans(text)]))
    for view in views:
        view.parties = with_groups(view.tokens, finder.find(view.tokens), groups)


def _mark_datelines(views: list[View]) -> None:
    """Say of each view how long its dateline is; of dates that open several, as in a chronology, none is."""
    for view in views:
        if not view.is_heading and not view.is_list_item:
            view.dateline = dateline_length(view.tokens)
    bare = [view for view in views if view.dateline and view.dates and view.dates[0].start <= view.start]
    if len(bare) > 1:
        for view in bare:
            view.dateline = 0


_LIST_AFTER: Final = (":", "of")


def _introduces_list(text: str) -> bool:
    """Whether a paragraph ends as one that a list goes on with: "they verified the destruction of"."""
    return text.endswith((":", " of"))


def _speak_on_in_quotations(views: list[View]) -> None:
    """Give a quotation of several sentences, whose speaker the last of them names, to that speaker."""
    waiting: list[View] = []
    for view in views:
        if waiting and waiting[-1].block != view.block:
            waiting = []
        if view.sources and not all(source.is_quoted for source in view.sources):
            for earlier in waiting:
                earlier.carried, earlier.sources = view.sources[0], []
            waiting = []
        elif view.carried is None and (waiting or _opens_quotation(view)):
            waiting.append(view)
        if any(token.low == "”" for token in view.tokens[-2:]):
            waiting = []


def _opens_quotation(view: View) -> bool:
    """Whether a sentence opens a quotation that it does not close."""
    opens = view.lows[:1] in (['"'], ["“"])
    return opens and sum(view.lows.count(mark) for mark in ('"', "“", "”")) == 1


def _know_headline_speakers(views: list[View]) -> None:
    """Give a headline's "Ombudsman: …" the party of the ombudsman that the text below names."""
    for index, view in enumerate(views):
        for source in view.sources if view.is_heading else ():
            words = {word.lower() for word in (source.source or "").split()}
            below = [s for v in views[index + 1 : index + 5] for s in v.sources if s.party is not None]
            same = [s for s in below if words & {word.lower() for word in (s.source or "").split()}]
            if source.party is None and same:
                source.party = same[0].party


def _let_speak_throughout(views: list[View]) -> None:
    """In a statement or a report of one body, let it speak wherever the text names nobody else."""
    speaker = _speaker(views)
    if speaker is None:
        return
    for view in views:
        if view.carried is None:
            view.carried = speaker


_STATEMENTS: Final = word_set("analysis", "statements")
_PUBLISHING: Final = frozenset(("announce", "publish", "release", "report", "record", "say"))
_RECORDING: Final = word_set("analysis", "recording")
_OPENING: Final = 8  # sentences in which a document says whose it is


def _speaker(views: list[View]) -> Attribution | None:
    """The body whose statement or report the document is, as its title or its first sentences say."""
    others = {a.source for view in views for a in view.sources if a.source and not a.is_pronoun}
    opening = views[:_OPENING]
    reports = any({t.low for t in view.tokens} & _STATEMENTS for view in opening if view.is_heading)
    for view in opening:
        declared = declared_speaker(view.tokens, view.parties)
        if declared is not None:
            return declared
        for attribution in view.sources:
            publishes = reports and attribution.verb in _PUBLISHING and not is_person(attribution)
            records = attribution.verb in _RECORDING or publishes
            if records and not attribution.is_pronoun and len(others) <= 2:
                return attribution
        if view.is_heading and len(others) <= 2:
            named = _named_in_heading(view)
            if named is not None:
                return named
    return None


def _named_in_heading(view: View) -> Attribution | None:
    """A heading that says whose text it is: Statement by the Prosecutor's Office; Ministry of Defence."""
    if {t.low for t in view.tokens[:3]} & _STATEMENTS:
        return name_in_title(view.tokens, view.parties)
    return body_of_letterhead(view.tokens, view.parties)


def _resolve_sources(views: list[View]) -> None:
    """Resolve pronouns to the sources named before them, and carry sources through paragraphs."""
    known: deque[Attribution] = deque(maxlen=_MEMORY)
    block, in_list, since = -1, False, 0
    carried: Attribution | None = None
    introducing: Attribution | None = None
    label: str | None = None
    for view in views:
        if view.block != block:
            label = party_of_label(view.tokens, view.parties)
            if view.is_list_item and not in_list:
                introducing = carried
            block, in_list = view.block, view.is_list_item
            carried = introducing if in_list else None
        since += not view.is_list_item
        view.carried = carried if since <= _CARRY and not _opens_with_date(view) else None
        named = organisations_named(view.tokens)
        if view.carried is not None and any(_is_another(a, view.carried) for a in named):
            view.carried = None
        named += [a for a in bodies_named(view.tokens) if not view.names_source(a.last)]
        named += [a for a in body_at_start(view.tokens, view.parties) if not a.is_pronoun]
        for attribution in sorted([*named, *view.sources], key=lambda a: a.first):
            if attribution.verb != "named" and attribution.is_pronoun:
                resolve(attribution, view.tokens, known, named)
                give_party(attribution, party_of_setting(view.tokens, view.parties))
                continue
            if attribution.verb != "named":
                recall(attribution, view.tokens, known)
            give_party(attribution, party_of_setting(view.tokens, view.parties) or label)
            known.append(attribution)
        if not view.sources and view.introduces_list and view.carried is None:
            view.sources = _list_maker(view, known)
        named_only = any(a.is_weak and a.verb in _CHECKING for a in view.sources)
        view.sources = [a for a in view.sources if not a.is_weak]
        if view.carried is not None and all(a.is_quoted for a in view.sources):
            view.sources = []
        speaking = [a for a in view.sources if a.source is not None and not a.is_aside]
        if not speaking and named_only:
            carried = None  # somebody else could not verify it
        if speaking and not view.is_heading and speaking[-1].verb not in _ACTS:
            carried, since = speaking[-1], 0
        elif speaking and carried is not None and speaking[-1].source != carried.source:
            carried = None  # somebody else has acted by speaking since


def _name_speakers(views: list[View]) -> None:
    """A rebel spokesman said so. The spokesman, S. Puleedevan, spoke by telephone: who had said so."""
    for index, view in enumerate(views):
        told = named_after(view.tokens)
        if told is None:
            continue
        role, name = told
        before = views[max(index - _NAMED_LATER, 0) : index]
        for attribution in (attribution for earlier in before for attribution in earlier.sources):
            noun = attribution.source or ""
            if noun.islower() and noun.endswith(role):
                attribution.source = name


_NAMED_LATER: Final = 3  # sentences between a role that speaks and its name


def _list_maker(view: View, known: Sequence[Attribution]) -> list[Attribution]:
    """The monitor distributes the dead as follows: the body that a list's introduction is about gives it."""
    found = body_at_start(view.tokens, view.parties)
    for attribution in found:
        attribution.is_weak = False
        if attribution.is_pronoun:
            resolve(attribution, view.tokens, known)
    return found


def _is_another(named: Attribution, speaker: Attribution) -> bool:
    """Whether a sentence opens with a body that is not the one that spoke: UNRWA serves two million."""
    return named.first <= 1 and not set((named.source or "").split()) & set((speaker.source or "").split())


_CHECKING: Final = frozenset(("verify", "confirm", "authenticate", "check"))
_MEMORY: Final = 200  # sources named before to which a pronoun or a name can go back
_CARRY: Final = 2  # how many sentences a source speaks on for without being named again
# Verbs that do something by saying it: what follows in the next sentence is not their speaker's.
_ACTS: Final = word_set("analysis", "acts")


_SHORT: Final = 4  # tokens; so short a sentence opens nothing
_YEAR: Final = 4  # digits


def _opens_with_date(view: View) -> bool:
    """Whether a sentence opens a new stretch of narrative with its date."""
    if len(view.tokens) <= _SHORT:
        return False
    opening = [date for date in view.dates if date.start <= view.tokens[3].start]
    return any(date.value[:_YEAR].isdigit() and date.precision == "day" for date in opening)


def iterate_paragraphs(views: list[View]) -> Iterator[list[View]]:
    """The views of each paragraph in turn."""
    run: list[View] = []
    for view in views:
        if run and view.paragraph != run[-1].paragraph:
            yield run
            run = []
        run.append(view)
    if run:
        yield run


__all__ = ["Paragraph", "View", "analyse", "iterate_paragraphs"]
