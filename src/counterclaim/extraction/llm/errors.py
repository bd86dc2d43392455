"""What can go wrong when a language model is asked: with one question, with one document, or for good."""

from counterclaim.errors import CounterclaimError


class AskingError(CounterclaimError):
    """A question that got no usable answer; the document that it is about waits for another run."""


class TooMuchError(AskingError):
    """A question that is too long for the server or the model; one about less text may do."""


class StoppedError(AskingError):
    """A reason to ask nothing more in this run: the budget, the key, or a server that is not there."""


class BudgetSpentError(StoppedError):
    """The run may use no more; the next one may."""
