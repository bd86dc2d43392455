"""A document's sentences with everything that the finders of claims share.

For each sentence: its tokens, numbers, parties, dates and sources, and the source that carries over
from the sentences before it in its paragraph. Pronouns and general nouns that speak ("he", "the
ministry") are resolved to the source named before.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

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
from counterclaim.extraction.attribution.words import attribution_words, source_nouns
from counterclaim.extraction.dates import DateSpan, Interval, date_intervals, find_dates
from counterclaim.extraction.groups import groups_named
from counterclaim.extraction.layout import Paragraph, paragraphs
from counterclaim.extraction.numbers import Number, find_numbers
from counterclaim.extraction.parties import PartyMention, party_finder, with_groups
from counterclaim.extraction.tokens import Token, tokenise
from counterclaim.lexicon import organisations_by_name, word_set
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
        lows: its tokens in lower case.
        words: the same, each once; rules ask them first, before they look where a word stands.
    """

    start: int
    end: int
    tokens: list[Token]
    numbers: list[Number]
    parties: list[PartyMention]
    dates: list[DateSpan]
    intervals: list[Interval]
    sources: list[Attribution] = field(default_factory=list)
    carried: Attribution | None = None
    paragraph: int = 0
    block: int = 0
    heading: str = ""
    is_heading: bool = False
    is_list_item: bool = False
    introduces_list: bool = False
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
    dates = find_dates(document.text, document.date)
    intervals = date_intervals(document.text, dates)
    date_starts, interval_starts = [d.start for d in dates], [i.start for i in intervals]
    finder, groups = party_finder(conflict), groups_named(document.text)
    views: list[View] = []
    heading = ""
    number, introduces = -1, False
    for block, paragraph in enumerate(paragraphs(document.text)):
        if not (introduces and paragraph.is_list_item):
            number += 1
        introduces = paragraph.is_list_item or document.text[paragraph.end - 1] == ":"
        for sentence in paragraph.sentences:
            start, end = sentence.start, sentence.end
            tokens = tokenise(document.text, start, end)
            parties = with_groups(tokens, finder.find(tokens), groups)
            views.append(
                View(
                    start,
                    end,
                    tokens,
                    find_numbers(tokens),
                    parties,
                    dates[bisect_left(date_starts, start) : bisect_left(date_starts, end)],
                    intervals[bisect_left(interval_starts, start) : bisect_left(interval_starts, end)],
                    attributions(tokens, parties),
                    paragraph=number,
                    block=block,
                    heading=heading,
                    is_heading=paragraph.is_heading,
                    is_list_item=paragraph.is_list_item,
                )
            )
        if paragraph.is_heading:
            heading = document.text[paragraph.start : paragraph.end]
    for view, following in pairwise(views):
        view.introduces_list = following.is_list_item and not view.is_list_item and view.tokens[-1].low == ":"
    _resolve_sources(views)
    _speak_on_in_quotations(views)
    _know_headline_speakers(views)
    _let_speak_throughout(views)
    return views


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
    marks = [token.low for token in view.tokens if token.low in ('"', "“", "”")]
    return len(marks) == 1 and marks[0] != "”" and view.tokens[0].low in ('"', "“")


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


_STATEMENTS = word_set("analysis", "statements")
_PUBLISHING = frozenset(("announce", "publish", "release", "report", "record", "say"))
_RECORDING = word_set("analysis", "recording")
_OPENING = 8  # sentences in which a document says whose it is


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
            publishes = reports and attribution.verb in _PUBLISHING and not _is_person(attribution)
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
    for view in views:
        if view.block != block:
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
                _resolve(attribution, view, known, named)
                continue
            if attribution.verb != "named":
                _call_by_full_name(attribution, known)
                _speak_for_owner(attribution, view, known)
                _recall_party(attribution, known)
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


def _list_maker(view: View, known: Sequence[Attribution]) -> list[Attribution]:
    """The monitor distributes the dead as follows: the body that a list's introduction is about gives it."""
    found = body_at_start(view.tokens, view.parties)
    for attribution in found:
        attribution.is_weak = False
        if attribution.is_pronoun:
            _resolve(attribution, view, known)
    return found


def _is_another(named: Attribution, speaker: Attribution) -> bool:
    """Whether a sentence opens with a body that is not the one that spoke: UNRWA serves two million."""
    return named.first <= 1 and not set((named.source or "").split()) & set((speaker.source or "").split())


_CHECKING = frozenset(("verify", "confirm", "authenticate", "check"))
_MEMORY = 200  # sources named before to which a pronoun or a name can go back
_CARRY = 2  # how many sentences a source speaks on for without being named again
_ANAPHOR = 2  # words; the "national emergency aid agency" is not the agency spoken of
_PERSON = ("he", "she", "his", "her")
# Verbs that do something by saying it: what follows in the next sentence is not their speaker's.
_ACTS = word_set("analysis", "acts")
_TITLES = word_set("analysis", "titles")


def _speak_for_owner(attribution: Attribution, view: View, known: Sequence[Attribution]) -> None:
    """Its minister, Ali Hamid, said: a person whose role is owned by a body speaks for the body's party."""
    comma = attribution.first - 1
    if attribution.party is not None or comma < 2 or view.tokens[comma].low != ",":
        return
    role = view.tokens[max(comma - _ROLE, 0) : comma]
    if any(token.low in ("its", "their") for token in role) and _TITLES & {token.low for token in role}:
        owner = _last(known, _is_body)
        if owner is not None:
            attribution.party, attribution.party_beside = owner.party, True


_ROLE = 4  # tokens of a role that names its owner: its acting prime minister


def _call_by_full_name(attribution: Attribution, known: Sequence[Attribution]) -> None:
    """The Observatory, the Committee: the body named before whose name ends or begins in that noun."""
    noun = attribution.source or ""
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
            if surname not in earlier.source.split() or not _is_person(earlier):
                continue
            if earlier.party or earlier.is_official or earlier.is_rebel or earlier.has_rank:
                attribution.party_beside = earlier.party is not None
                attribution.speak_for_side_of(earlier)
                return


_SHORT = 4  # tokens; so short a sentence opens nothing
_YEAR = 4  # digits


def _opens_with_date(view: View) -> bool:
    """Whether a sentence opens a new stretch of narrative with its date."""
    if len(view.tokens) <= _SHORT:
        return False
    opening = [date for date in view.dates if date.start <= view.tokens[3].start]
    return any(date.value[:_YEAR].isdigit() and date.precision == "day" for date in opening)


def _resolve(
    attribution: Attribution, view: View, known: Sequence[Attribution], beside: Sequence[Attribution] = ()
) -> None:
    """Give a pronoun or a general noun the name that it stands for; a paper's may be named `beside` it."""
    words = [token.low for token in view.tokens[attribution.first : attribution.last + 1]]
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
        return _last(known, _is_person)
    if words[0] in ("it", "they", "them", "its", "their") and len(words) == 1:
        return _last(known, lambda a: _is_body(a) or _may_be_outlet(a, known)) or (
            None if words[0] in ("it", "its") else _last(known, lambda _: True)
        )
    head = words[-1]
    telling = len(words) <= _ANAPHOR or not _MONITORING.isdisjoint(words)
    kinds = attribution_words()["kinds"].get(head, ()) if telling else ()
    same = _last(known, lambda a: _has_head(a, head) or _kind_of(a) in kinds)
    if same or head not in _GENERAL or (len(words) > _ANAPHOR and head not in _PAPERS):
        return same
    if head not in _PAPERS:
        return _last(known, _is_body)
    return _last(known, lambda a: a.verb != "named" and _is_body(a)) or _last(known, lambda _: True)


_MONITORING = word_set("analysis", "monitoring")


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


_OFFICES = word_set("attribution", "offices")
_THINGS = ("it", "they", "them", "its", "their")
_PRONOUNS = frozenset((*_PERSON, *_THINGS))


# Nouns that only point back: to the source of a paper, or to a body named before.
_PAPERS = word_set("analysis", "papers")
_GENERAL = word_set("analysis", "general")


def _is_person(attribution: Attribution) -> bool:
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


def _is_body(attribution: Attribution) -> bool:
    return not _is_person(attribution)


_BODIES = word_set("analysis", "bodies")


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
