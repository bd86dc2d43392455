"""The two places a command writes to: its results to standard output, its progress and errors beside them."""

import os
import sys

from rich.console import Console

_PIPE_WIDTH = 120  # columns, where no terminal says how wide it is


def output() -> Console:
    """Standard output."""
    return Console(highlight=False, markup=False, emoji=False, width=_width(sys.stdout.isatty()))


def errors() -> Console:
    """Standard error."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False, width=_width(sys.stderr.isatty()))


def _width(is_terminal: bool) -> int | None:
    """None lets Rich ask the terminal, or the environment's COLUMNS."""
    return None if is_terminal or "COLUMNS" in os.environ else _PIPE_WIDTH
