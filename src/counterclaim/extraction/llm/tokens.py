"""How many tokens a text has, without the model's own tokeniser."""

from dataclasses import dataclass

_BYTES_PER_TOKEN = 3


def estimated_tokens(text: str) -> int:
    """A number of tokens that a text seldom exceeds.

    English has about four bytes a token in the vocabularies of current models, scripts other than Latin
    about three; the estimate is on the safe side for both.
    """
    return -(-len(text.encode()) // _BYTES_PER_TOKEN)


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens that went over the line.

    Attributes:
        sent: those of questions.
        received: those of answers.
        is_estimated: whether a server did not say how many, so that they had to be estimated.
    """

    sent: int = 0
    received: int = 0
    is_estimated: bool = False

    def __add__(self, other: "Usage") -> "Usage":
        """Both together."""
        return Usage(
            self.sent + other.sent,
            self.received + other.received,
            self.is_estimated or other.is_estimated,
        )

    def __sub__(self, other: "Usage") -> "Usage":
        """The one without the other."""
        return Usage(self.sent - other.sent, self.received - other.received, self.is_estimated)

    @property
    def total(self) -> int:
        """All of them."""
        return self.sent + self.received
