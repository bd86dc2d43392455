"""One source's hold over a stretch of a sentence."""

from dataclasses import dataclass

from counterclaim.extraction.attribution.names import written
from counterclaim.extraction.attribution.words import ARTICLES, POSSESSIVES, PRONOUNS
from counterclaim.extraction.tokens import Token
from counterclaim.model import Hedge, Stance


@dataclass(slots=True)
class Attribution:
    """One source's hold over a stretch of a sentence.

    Attributes:
        source: the source's name, without its article; None where a pronoun was not resolved.
        first, last: indices of the source's first and last token.
        cue: index of the token of saying.
        covers: indices of the first and last token that the source speaks for.
        party: the party that the source's own words name, None where they name none.
        is_pronoun: whether the text gives only a pronoun or a general noun ("the ministry").
        is_general: whether its name is a general noun alone ("the army").
        is_trailing: whether the source stands after what it says.
        is_weak: whether the verb says nothing here ("described"): the source is only named.
        party_beside: whether the party stands beside the name, in a role or an earlier mention, not in it.
        is_body: whether the words beside its name make it a body's: "TamilNet, the website".
        shares_subject: whether the verb has the subject of the one before it ("and warned that …").
        is_official: whether words in or beside its name make it an army's or a government's.
        role: what the words after a person's name say that it is: "Ali Hamid, governor of Aden".
        is_rebel: whether they make it the rebels': "the rebel spokesman Juan Vega".
        has_rank: whether a military rank stands in or beside its name.
        is_quoted: whether it stands inside of a quotation: who is quoted says what it says.
        is_aside: whether it stands in a clause that only tells when or which: "after the army said so, …".
    """

    source: str | None
    first: int
    last: int
    cue: int
    covers: tuple[int, int]
    stance: Stance = "asserts"
    hedge: Hedge | None = None
    verb: str = ""
    party: str | None = None
    is_pronoun: bool = False
    is_trailing: bool = False
    is_general: bool = False
    is_weak: bool = False
    party_beside: bool = False
    is_body: bool = False
    shares_subject: bool = False
    is_aside: bool = False
    is_official: bool = False
    role: str | None = None
    is_rebel: bool = False
    has_rank: bool = False
    is_quoted: bool = False

    def speak_for_side_of(self, other: "Attribution") -> None:
        """Take over for whom another mention of the same source speaks."""
        self.party, self.is_rebel = other.party, other.is_rebel
        self.is_official, self.has_rank = other.is_official, other.has_rank


def _names(token: Token) -> bool:
    """Whether a word is part of a proper name: not the place of "the Britain-based monitor"."""
    return token.is_capitalised and not token.low.endswith(("-based", "-backed", "-led", "-run"))


def make_attribution(
    tokens: list[Token],
    first: int,
    last: int,
    cue: int,
    verb: str,
    stance: Stance,
    *,
    hedge: Hedge | None = None,
    trailing: bool = False,
) -> Attribution:
    """An attribution to the name in the tokens `first` to `last`, articles and possessives left out."""
    named = tokens[last].is_capitalised or tokens[last].low == ")"
    while first < last and (tokens[first].low in ARTICLES or (named and tokens[first].low in POSSESSIVES)):
        first += 1
    if tokens[last].kind == "possessive" and last > first:
        last -= 1
    name = written(tokens, first, last)
    opener = tokens[first].low
    proper = any(_names(token) for token in tokens[first : last + 1])
    general = opener in PRONOUNS or opener in POSSESSIVES or not proper
    indefinite = first > 0 and tokens[first - 1].low in ("a", "an")
    lower = not any(token.is_capitalised for token in tokens[first + 1 : last + 1])
    return Attribution(
        name,
        first,
        last,
        cue,
        (0, len(tokens) - 1),
        stance,
        hedge,
        verb,
        is_pronoun=general and not indefinite,
        is_trailing=trailing,
        is_general=lower,
    )
