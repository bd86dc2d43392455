"""The words for bodies and officers of polities, from the lexicon, made ready for lookup."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from counterclaim.lexicon import entries, load_toml
from counterclaim.lexicon.tables import Entry
from counterclaim.registers.folding import fold

Bag = frozenset[str]


@dataclass(frozen=True, slots=True)
class Offices:
    """What lexicon/en/offices.toml says; each set holds folded words.

    Attributes:
        ignored: words that tell nothing apart.
        belonging, seated: prepositions before the polity that a body belongs to, and before its seat.
        itself, group_itself: words with which a polity, or only a group or coalition, speaks as such.
        organ, not_organ: words of the state, and words that take it back.
        beside_organisation: words beside an organisation's name that add nothing.
        titles: words before a person's name.
        posts: offices that one person holds at a time.
        past: words before an office that say that it is held no more.
        serving: words of those who only serve its holder.
        particles: words inside a person's name that are not capitalised.
        describing: words with which a text describes somebody who acts or speaks.
        vocabulary: every word that shows that a name is not only a person's.
        spellings: one spelling for one word.
        same: several words for one body, in order; words for which none stand go only beside others.
        run_by: endings that make a word of the polity that runs a body: Hamas-run.
        backed_by: endings that make a word of one that only helps it.
        army_names: names that armed forces go by, as written.
    """

    ignored: Bag
    belonging: Bag
    seated: Bag
    itself: Bag
    group_itself: Bag
    organ: Bag
    not_organ: Bag
    beside_organisation: Bag
    titles: Bag
    posts: Bag
    past: Bag
    serving: Bag
    particles: Bag
    describing: Bag
    vocabulary: Bag
    spellings: dict[str, str]
    same: tuple[tuple[Bag, Bag], ...]
    army_names: Bag
    run_by: tuple[str, ...]
    backed_by: tuple[str, ...]

    def bag(self, words: Iterable[str]) -> Bag:
        """The words that tell a body apart: spellings made one, idle words dropped.

        Args:
            words: folded words, in any order.
        """
        spelt = (self.spellings.get(word, word) for word in words)
        bag = frozenset(word for word in spelt if word and word not in self.ignored)
        for several, one in self.same:
            if several <= bag and (one or several < bag):
                bag = (bag - several) | one
        return bag

    def is_abbreviation(self, word: str) -> bool:
        """Whether a word is short for a body's name: MoFA, MoD."""
        return any(several == {fold(word)} and one for several, one in self.same)

    def speaks(self, bag: Bag) -> bool:
        """Whether a body of a polity that bears these words speaks for the polity."""
        return bool(bag & self.organ) and not bag & self.not_organ

    def is_itself(self, bag: Bag, group: bool) -> bool:
        """Whether the words add nothing to the polity's name, which may be a group's or coalition's."""
        return bag <= (self.itself | self.group_itself if group else self.itself)


@cache
def offices(language: str = "en") -> Offices:
    """The office words of a language.

    Raises:
        SettingsError: the lexicon file is missing or wrong.
    """
    table = Entry(f"lexicon/{language}/offices.toml", "top level", load_toml("offices", language))
    sets = {key: frozenset(table.texts(key)) for key in _SETS}
    shown = ("organ", "not_organ", "itself", "group_itself", "titles", "beside_organisation")
    bodies = sets.pop("bodies")
    spellings = dict(load_toml("offices", language).get("spellings", {}))
    same = tuple(_same(entry) for entry in entries("offices", "same", language))
    named = (word for words, _ in same for word in words)
    vocabulary = frozenset().union(bodies, spellings, named, *(sets[key] for key in shown))
    return Offices(
        **sets,
        vocabulary=vocabulary,
        spellings=spellings,
        same=same,
        army_names=frozenset(fold(name) for name in table.texts("army_names")),
        run_by=table.texts("run_by"),
        backed_by=table.texts("backed_by"),
    )


_SETS = (
    "ignored",
    "belonging",
    "seated",
    "itself",
    "group_itself",
    "organ",
    "not_organ",
    "bodies",
    "beside_organisation",
    "titles",
    "posts",
    "past",
    "serving",
    "particles",
    "describing",
)


def _same(entry: Entry) -> tuple[Bag, Bag]:
    entry.allow_only(("words", "as"))
    return frozenset(entry.text("words").split()), frozenset(str(entry.values.get("as", "")).split())
