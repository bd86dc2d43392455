"""What can go wrong with a gazetteer."""

from counterclaim.errors import CounterclaimError


class GazetteerError(CounterclaimError):
    """A gazetteer's file that cannot be read, or an index that cannot be built."""
