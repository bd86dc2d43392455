"""Places added to one casebook, kept in its folder."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from counterclaim.gazetteer.errors import GazetteerError
from counterclaim.gazetteer.gazetteer import ADDED, open_gazetteer
from counterclaim.gazetteer.index import Index, NewSpot, write_index
from counterclaim.gazetteer.supplied import read_supplied


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a file to a casebook's gazetteer did.

    Attributes:
        places: how many places the file gave.
        replaced: how many an earlier file of the same name had given, which these replace.
    """

    places: int
    replaced: int


def add_to_casebook(folder: Path, file: Path) -> Added:
    """Add the places of a GeoNames dump or a CSV table to a casebook, before the built-in gazetteer's.

    A file added before under the same name is replaced. On any error the casebook stays as it was.

    Args:
        folder: the casebook's, which must exist.
        file: as `read_supplied` takes.

    Raises:
        GazetteerError: the file is wrong or has no place, or the casebook cannot be written.
    """
    if not folder.is_dir():
        raise GazetteerError(
            f"There is no casebook at {folder}.", "Make one first: counterclaim build SOURCES -o CASEBOOK."
        )
    path, built_in = folder / ADDED, open_gazetteer()
    counts = {"new": 0, "old": 0}

    def all_spots() -> Iterator[NewSpot]:
        for spot in Index(path).spots() if path.exists() else ():
            counts["old"] += spot.gazetteer == file.name
            if spot.gazetteer != file.name:
                yield NewSpot(spot)
        for spot in read_supplied(file, built_in):
            counts["new"] += 1
            yield NewSpot(spot)
        if not counts["new"]:
            raise GazetteerError(f"{file} has no places.", "Give a file with at least one line of data.")

    write_index(path, all_spots())
    return Added(counts["new"], counts["old"])
