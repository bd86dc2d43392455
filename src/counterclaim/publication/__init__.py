"""Stage: publication. A record becomes pages that a person can read and check."""

from counterclaim.publication.earlier import Earlier
from counterclaim.publication.errors import PublicationError
from counterclaim.publication.site import publish
from counterclaim.publication.tiles import Tiles

__all__ = ["Earlier", "PublicationError", "Tiles", "publish"]
