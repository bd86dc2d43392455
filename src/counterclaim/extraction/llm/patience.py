"""How often a request is tried again, and how long it waits before."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


@dataclass(frozen=True, slots=True)
class Patience:
    """Exponential backoff with full jitter, after Marc Brooker (AWS Architecture Blog, 2015).

    Attributes:
        tries: how often a request is sent, at the most.
        first: the longest wait before the second try, in seconds; it doubles with each try.
        longest: the longest wait of all, in seconds. A server that asks for more ends the run.
    """

    tries: int = 6
    first: float = 1.0
    longest: float = 60.0

    def wait(self, tries: int) -> float:
        """Seconds to wait after so many tries; random, so that requests do not come back all at once."""
        return random.uniform(0, min(self.longest, self.first * 2 ** (tries - 1)))


def asked_wait(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """The seconds that a server asks to wait (Retry-After: seconds, or a date), None if it does not."""
    value = headers.get("retry-after", "").strip()
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        then = parsedate_to_datetime(value)
    except ValueError:
        return None
    then = then if then.tzinfo else then.replace(tzinfo=UTC)
    return max(0.0, (then - (now or datetime.now(UTC))).total_seconds())
