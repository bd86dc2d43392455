"""Street tiles under the map, from a server that casebook.toml names; without them, no request is made."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Tiles:
    """A server of raster tiles.

    Attributes:
        url: the address of a tile, with {z}, {x} and {y} in it.
        attribution: whom its map is to be credited to.
    """

    url: str
    attribution: str

    @property
    def origin(self) -> str:
        """The server alone, which the page's content-security policy must name."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"
