"""The gazetteers that a name is looked up in: the built-in one, and those that a casebook adds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

from counterclaim.gazetteer.built_in import built_in_spots, edition, number_of_spots
from counterclaim.gazetteer.folding import place_key, sound_key
from counterclaim.gazetteer.index import FORM, SOUND, Hit, Index, NewSpot, cache_folder, write_index
from counterclaim.gazetteer.records import Spot

_TOLD_EVERY = 2000

ADDED = "gazetteer.db"
"""The file in a casebook's folder that holds the places added to it."""


class Gazetteer:
    """Places by their names, and the areas that they lie in.

    Args:
        indexes: where to look, in order; all are asked.
    """

    def __init__(self, indexes: Sequence[Index]) -> None:
        self._indexes = tuple(indexes)

    @property
    def stamp(self) -> str:
        """Text that changes with the files of the places, as far as their names, sizes and times tell."""
        paths = [index.path for index in self._indexes]
        found = [(path, path.stat()) for path in paths if path.exists()]
        return " ".join(f"{path} {stat.st_size} {stat.st_mtime_ns}" for path, stat in found)

    def find(self, name: str) -> tuple[Hit, ...]:
        """Every entry that bears the name, whatever its case, accents and hyphens.

        Raises:
            GazetteerError: an index cannot be built or read.
        """
        return self._find(place_key(name))

    def find_by_sound(self, name: str) -> tuple[Hit, ...]:
        """Every entry that bears the name in another romanisation. Raises as `find` does."""
        sound = sound_key(name)
        return self._find(f"{SOUND}{sound}") if sound else ()

    def _find(self, key: str) -> tuple[Hit, ...]:
        hits = chain.from_iterable(index.find(key) for index in self._indexes) if key else ()
        found: dict[int, Hit] = {}
        for hit in hits:
            found.setdefault(hit.spot.id, hit)
        return tuple(found.values())

    def areas_of(self, spot: Spot) -> tuple[Spot, ...]:
        """The country and divisions in which an entry lies, from the country downwards."""
        parts = spot.within.split(".") if spot.within else []
        codes = [".".join(parts[: length + 1]) for length in range(len(parts))]
        return tuple(area for code in codes if (area := self.of_code(code)) is not None)

    def of_code(self, code: str) -> Spot | None:
        """The country or division with this code."""
        return next((spot for index in self._indexes if (spot := index.of_code(code)) is not None), None)


@cache
def built_in() -> Index:
    """The built-in gazetteer's index, built on first use from what is installed, kept in the user's cache.

    It is built anew when the data, the lexicon or the form of the index change.

    Raises:
        GazetteerError: the package with the towns is missing.
    """
    return Index(cache_folder() / f"gazetteer-{edition()}-{FORM}.db", built_in_spots)


def build_index(told: Callable[[int, int], None]) -> None:
    """Build the built-in gazetteer's index now if it is not there, as its first use otherwise does.

    Args:
        told: told now and then how many entries of how many are written; never, where nothing is to do.

    Raises:
        GazetteerError: the package with the towns is missing, or the folder or the disk refuses.
    """
    index = built_in()
    if not index.path.exists():
        write_index(index.path, counted(built_in_spots(), number_of_spots(), told))


def counted(spots: Iterable[NewSpot], total: int, told: Callable[[int, int], None]) -> Iterator[NewSpot]:
    """The same entries, of which somebody is told how many have gone by."""
    told(0, total)
    for done, spot in enumerate(spots, start=1):
        if done % _TOLD_EVERY == 0:
            told(min(done, total - 1), total)
        yield spot
    told(total, total)


def open_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The built-in gazetteer, with the places that a casebook adds before it.

    Args:
        folder: the casebook's.

    Raises:
        GazetteerError: the package with the towns is missing.
    """
    added = folder / ADDED if folder else None
    own: Iterable[Index] = [Index(added)] if added and added.exists() else []
    return Gazetteer([*own, built_in()])
