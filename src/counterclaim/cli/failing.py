"""How a command ends when it cannot do its job: what failed, then what to do, and an exit status.

Status 1 is a job that failed as a whole, 2 a command that was not understood, 130 a run that was stopped.
"""

import errno
import json
import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import NoReturn, ParamSpec

import typer

from counterclaim.errors import CounterclaimError

Arguments = ParamSpec("Arguments")

FAILED = 1
STOPPED = 130
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def ending_well(command: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """Let a command report its errors to the person, or to the machine that asked for JSON."""

    @wraps(command)
    def reporting(*arguments: Arguments.args, **options: Arguments.kwargs) -> None:
        as_json = bool(options.get("as_json"))
        try:
            command(*arguments, **options)
            sys.stdout.flush()
        except CounterclaimError as error:
            _fail(error.what, error.remedy, as_json)
        except BrokenPipeError:
            _leave_quietly()
        except OSError as error:
            _fail(*_in_words(error), as_json)
        except KeyboardInterrupt:
            _say("Stopped. What was done so far is kept.", "Run the same command again to go on.")
            raise typer.Exit(STOPPED) from None

    return reporting


def _in_words(error: OSError) -> tuple[str, str]:
    name = f"{error.filename}: " if error.filename else ""
    if error.errno in _FULL:
        return f"{name}there is no room left on the disk.", "Free some space, then run the command again."
    return f"{name}{error.strerror or error}.", "Check the path and whether you may read and write there."


def _fail(what: str, remedy: str, as_json: bool) -> NoReturn:
    if as_json:
        sys.stdout.write(json.dumps({"error": {"what": what, "remedy": remedy}}, ensure_ascii=False) + "\n")
    else:
        _say(what, remedy)
    raise typer.Exit(FAILED)


def _say(what: str, remedy: str) -> None:
    from counterclaim.cli.consoles import errors

    console = errors()
    console.print(what, style="bold")
    if remedy:
        console.print(remedy)


def _leave_quietly() -> NoReturn:
    """Whoever was reading the output has enough; nothing more may be written to it, at exit neither."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(0)
