"""What can go wrong in publishing."""

from counterclaim.errors import CounterclaimError


class PublicationError(CounterclaimError):
    """A site that cannot be made of a record, or not written where it was asked for."""
