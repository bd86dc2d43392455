"""Every command with its arguments and options, as a page of documentation."""

import re
from collections.abc import Iterator
from typing import Any

import typer

_HEAD = """\
# Commands

What `counterclaim` can do. A command ends with status 0 when it has done its job, with 1 when the job failed
as a whole, with 2 when the command was not understood, and with 130 when it was stopped.
"""


def cli_reference() -> str:
    """The command line as a Markdown page."""
    from counterclaim.cli.app import app

    return "\n".join([_HEAD, *_pages("counterclaim", typer.main.get_command(app))])


def _pages(path: str, command: Any) -> Iterator[str]:
    inner = getattr(command, "commands", {})
    if not inner:
        yield _page(path, command)
    for name in inner:
        yield from _pages(f"{path} {name}", inner[name])


def _page(path: str, command: Any) -> str:
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option"]
    usage = " ".join([path, *["[OPTIONS]"] * bool(options), *(_argument(one) for one in arguments)])
    lines = [f"## `{path}`\n", f"{_paragraphs(command.help)}\n", f"    {usage}\n"]
    lines += ["| | |", "| --- | --- |"]
    lines += [f"| `{_argument(one)}` | {one.help} |" for one in arguments]
    lines += [f"| {_names(one)} | {_help(one)} |" for one in options]
    return "\n".join([*lines, ""])


def _argument(argument: Any) -> str:
    return f"{argument.metavar or argument.name.upper()}{'...' if argument.nargs == -1 else ''}"


def _paragraphs(words: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in words.split("\n\n"))


def _names(option: Any) -> str:
    value = "" if option.is_flag else f" {option.metavar}"
    return ", ".join(f"`{name}{value}`" for name in (*option.opts, *option.secondary_opts))


def _help(option: Any) -> str:
    words = re.sub(r"\s+\[default: .*", "", option.help or "")
    required = " Must be given." if option.required else ""
    told = re.search(r"\[default: (.*)\]", option.help or "")
    default = told[1] if told else _default(option)
    return f"{words}{required}{f' Default: {default}.' if default else ''}"


def _default(option: Any) -> str:
    if option.default is None or option.required:
        return ""
    if option.is_flag:
        name = option.opts[0] if option.default else next(iter(option.secondary_opts), "")
        return f"`{name}`" if name else ""
    return f"`{option.default}`"
