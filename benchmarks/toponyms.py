"""Score `counterclaim.resolve_places` on corpora of toponyms with coordinates.

    python benchmarks/toponyms.py FILE...

A FILE is one of GeoVirus.xml, TR-News.xml and lgl.xml, as they lie beside Gritta et al.'s "A pragmatic guide
to geoparsing evaluation" (2020, doi:10.1007/s10579-019-09475-3), or XML of that shape. The names are given
with their places in the text; printed is the share that is put within 161 km (100 miles) of the right
point, of all that have coordinates, and the names that are most often put elsewhere.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from xml.etree import ElementTree

from counterclaim import resolve_places

NEAR_ENOUGH_KM = 161.0
_EARTH_DIAMETER_KM = 12742.0

Point = tuple[float, float]
"""Latitude and longitude in degrees."""
Toponym = tuple[int, int, Point]
"""Start, end and where it lies."""


def articles(path: Path) -> Iterator[tuple[str, list[Toponym]]]:
    """The texts of a corpus, each with its toponyms that have coordinates.

    Raises:
        ValueError: the file is not well-formed XML.
    """
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise ValueError(f"{path}: not well-formed XML: {error}") from error
    for article in root.iter("article"):
        text = article.findtext("text") or ""
        entries = (entry for name in ("toponym", "location") for entry in article.iter(name))
        yield text, [toponym for entry in entries if (toponym := _toponym(entry, text))]


def _toponym(entry: ElementTree.Element, text: str) -> Toponym | None:
    latitude, longitude = (next(entry.iter(name), None) for name in ("lat", "lon"))
    if latitude is None or longitude is None or not latitude.text or not longitude.text:
        return None
    start, end = int(entry.findtext("start") or 0), int(entry.findtext("end") or 0)
    name = entry.findtext("phrase") or entry.findtext("name") or ""
    if text[start:end] != name and text[start - 1 : end - 1] == name:
        start, end = start - 1, end - 1  # GeoVirus counts its characters from one
    return start, end, (float(latitude.text), float(longitude.text))


def kilometres(one: Point, other: Point) -> float:
    """The distance on the globe, by the haversine formula."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return _EARTH_DIAMETER_KM * asin(sqrt(min(1.0, half)))


def main(paths: list[Path]) -> int:
    """Print the share of each file; the exit status."""
    for path in paths:
        near, missed = 0, Counter[str]()
        for text, toponyms in articles(path):
            places = resolve_places(text, [(start, end) for start, end, _ in toponyms])
            for (start, end, point), place in zip(toponyms, places, strict=True):
                if place and kilometres((place.latitude, place.longitude), point) <= NEAR_ENOUGH_KM:
                    near += 1
                else:
                    missed[text[start:end]] += 1
        total = near + missed.total()
        print(f"{path.name}: {near / total if total else 0:.3f} of {total} within {NEAR_ENOUGH_KM:.0f} km")
        print("  elsewhere or unknown: " + ", ".join(f"{name} {n}" for name, n in missed.most_common(15)))
    return 0


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
