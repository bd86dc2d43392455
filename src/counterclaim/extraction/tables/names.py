"""Who is named in a heading: parties, places that stand for them, and sources."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.extraction.attribution import attributions
from counterclaim.extraction.attribution.names import has_source_word, name_after, written
from counterclaim.extraction.attribution.source import make_attribution
from counterclaim.extraction.attribution.words import organisation_names
from counterclaim.extraction.parties import How, PartyMention, party_finder
from counterclaim.extraction.tables.words import table_words
from counterclaim.extraction.tokens import Token, tokenise
from counterclaim.lexicon import word_set
from counterclaim.model import Conflict

_MODIFIERS = frozenset(("the", "a", "an")) | word_set("places", "modifiers") - {"and", "or"}


@dataclass(frozen=True, slots=True)
class Named:
    """A party that a heading names.

    Attributes:
        party: its plain name.
        written: as the heading writes it.
        how: by which kind of name.
        is_apposed: whether other words follow a plain name: "Yemen air raids".
    """

    party: str
    written: str
    how: How
    is_apposed: bool = False

    @property
    def is_place(self) -> bool:
        """Whether it is named by a town or a territory of its own."""
        return self.how in ("seat", "territory")


def mentions_in(tokens: list[Token], conflict: Conflict) -> list[PartyMention]:
    """The parties named; names of columns and files may be in small letters throughout."""
    finder = party_finder(conflict)
    if any(token.text != token.low for token in tokens):
        return finder.find(tokens)
    capitals = tokenise(" ".join(token.text.capitalize() for token in tokens))
    return finder.find(capitals) if len(capitals) == len(tokens) else []


def source_in(
    tokens: list[Token], mentions: list[PartyMention]
) -> tuple[tuple[str, str | None] | None, set[int]]:
    """Who makes the claim, and the tokens that name it."""
    for found in attributions(tokens, mentions):
        if found.source is not None and not found.is_pronoun and not found.is_weak and is_body(found.source):
            used = set(range(found.first, found.last + 1))
            return (found.source, found.party or _possessor(tokens, found.first, mentions)), used
    opened = name_after(tokens, 1) if tokens and tokens[0].low in table_words().by else None
    if opened is not None and has_source_word(tokens, opened[0], opened[1] + 1):
        found = make_attribution(tokens, *opened, 0, "title", "asserts")
        party = next((m.party for m in mentions if opened[0] <= m.first <= opened[1]), None)
        return (found.source or "", party), set(range(opened[1] + 1))
    for match in organisation_names().find(tokens):
        others = (t for i, t in enumerate(tokens) if t.kind == "word" and not match.first <= i <= match.last)
        if _before(tokens, match.first)[0] in table_words().by or not any(True for _ in others):
            return (written(tokens, match.first, match.last), None), set(range(match.first, match.last + 1))
    for mention in mentions:
        claimed = _claimed_by(tokens, mention)
        if claimed is not None:
            name = mention.party if claimed == mention.last else written(tokens, mention.first, claimed)
            return (name, mention.party), set(range(mention.first, claimed + 1))
    return None, set()


def _possessor(tokens: list[Token], first: int, mentions: list[PartyMention]) -> str | None:
    """Harm in X, in the words of its ombudsman: the one party named before, whose body the source is."""
    parties = {mention.party for mention in mentions if mention.last < first}
    owned = first > 0 and tokens[first - 1].low in ("its", "their")
    return parties.pop() if owned and len(parties) == 1 else None


def is_body(source: str) -> bool:
    """Whether a source's words name somebody: in a heading, one capital letter tells nothing."""
    tokens = tokenise(source)
    return len(tokens) > 1 or has_source_word(tokens, 0, len(tokens))


def _claimed_by(tokens: list[Token], mention: PartyMention) -> int | None:
    """Ukrainian claim, Azerbaijani MoD figures: index of the last token of the claimant's name."""
    last = mention.last
    while last + 1 < len(tokens) and tokens[last + 1].is_capitalised and not _claims(tokens[last + 1]):
        last += 1
    if last + 1 < len(tokens) and tokens[last + 1].kind == "possessive":
        return last if last + 2 < len(tokens) and _claims(tokens[last + 2]) else None
    return last if last + 1 < len(tokens) and _claims(tokens[last + 1]) else None


def _claims(token: Token) -> bool:
    return token.low in table_words().claimants


def named_in(
    text: str, tokens: list[Token], mentions: Sequence[PartyMention], used: set[int]
) -> dict[str, tuple[Named, ...] | str | None]:
    """Whose losses a heading may speak of, whom it names as a place or aside, and who did it."""
    words = table_words()
    found: dict[str, dict[str, Named]] = {"parties": {}, "settings": {}, "asides": {}}
    actor = None
    for mention in mentions:
        following = tokens[mention.last + 1].text if mention.last + 1 < len(tokens) else ""
        if mention.first in used or following in words.currencies:
            continue
        before, earlier = _before(tokens, mention.first)
        named = Named(
            mention.party,
            text[tokens[mention.first].start : tokens[mention.last].end],
            mention.how,
            is_apposed=mention.how == "name" and before != "of" and bool(following),
        )
        is_name = mention.how != "demonym"
        if before in words.by and earlier not in words.losers:
            actor = mention.party
        elif before in words.not_of:
            found["settings" if is_name else "asides"].setdefault(mention.party, named)
        elif is_name and (before == "," or following == ":" or (mention.first == 0 and following == ",")):
            found["asides"].setdefault(mention.party, named)
        else:
            found["parties"].setdefault(mention.party, named)
    return {**{sort: tuple(many.values()) for sort, many in found.items()}, "actor": actor}


def _before(tokens: list[Token], index: int) -> tuple[str, str]:
    """The word before a name, those of its own phrase left out ("in eastern X"), and the word before that."""
    while index > 0 and tokens[index - 1].low in _MODIFIERS and tokens[index - 1].kind == "word":
        index -= 1
    return tokens[index - 1].low if index else "", tokens[index - 2].low if index > 1 else ""
