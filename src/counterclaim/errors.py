"""What can go wrong, said so that a reader knows what to do next."""


class CounterclaimError(Exception):
    """The root of every error that Counterclaim raises on purpose.

    Args:
        what: what failed, and in which file or record.
        remedy: what the reader can do about it.
    """

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what}\n{self.remedy}" if self.remedy else self.what


class UnreadableError(CounterclaimError):
    """A document that cannot be read; the run goes on without it."""


class SettingsError(CounterclaimError):
    """casebook.toml or a lexicon file that does not say what it must."""


class CasebookError(CounterclaimError):
    """A casebook that cannot be opened, written or trusted."""
