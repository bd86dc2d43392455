"""The pages tell the truth: generated ones are fresh, commands exist, links lead somewhere."""

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import pytest
import typer

from counterclaim import model
from counterclaim.cli import app
from counterclaim.lexicon import load_toml
from tools.make_docs import DOCS, PAGES

ROOT = DOCS.parent
PROSE = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "examples" / "karabakh-2020" / "README.md",
    *(page for page in sorted(DOCS.glob("*.md")) if page.name not in PAGES),
]


@pytest.mark.parametrize(("name", "page"), PAGES.items())
def test_generated_page_is_fresh(name: str, page: Callable[[], str]) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == page(), f"docs/{name} is stale: run `make docs`"


def code_lines(text: str) -> Iterator[str]:
    """The lines of fenced and indented code, and the spans of code within lines."""
    fenced = False
    for line in text.splitlines():
        if line.startswith("```"):
            fenced = not fenced
        elif fenced or line.startswith("    "):
            yield line.strip().removeprefix("$ ")
        else:
            yield from re.findall(r"`([^`]+)`", line)


def commands(program: str, text: str) -> set[str]:
    """The words that follow `program` at the start of a line of code."""
    starts = (re.match(rf"(?:\.venv/bin/)?{program} ([a-z][a-z-]*)", line) for line in code_lines(text))
    return {match[1] for match in starts if match}


@pytest.mark.parametrize("page", PROSE, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_on_the_page_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    known = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    assert commands("make", text) <= targets
    assert commands("counterclaim", text) <= known


def test_readme_shows_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "demo" in commands("make", readme)
    assert "build" in commands("counterclaim", readme)


@pytest.mark.parametrize("page", PROSE, ids=lambda page: str(page.relative_to(ROOT)))
def test_relative_links_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_every_page_is_in_the_list_of_pages() -> None:
    listed = set(re.findall(r"\]\(([a-z-]+\.md)\)", (DOCS / "README.md").read_text(encoding="utf-8")))
    assert listed == {page.name for page in DOCS.glob("*.md")} - {"README.md"}


def test_the_version_to_cite_is_the_one_there_is() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"version: {project['version']}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"version {project['version']}." in (ROOT / "README.md").read_text(encoding="utf-8")


OBJECT_GROUPS = ("person", "materiel", "structure", "settlement", "incident", "money")


def _values_in_code() -> set[str]:
    kinds = (model.Kind, model.Stance, model.Hedge, model.Scope)
    literals = {value for kind in kinds for value in get_args(kind)}
    objects = {name for name in load_toml("objects") if name.split(".")[0] in OBJECT_GROUPS}
    return literals | objects | set(model.CLAIM_FIELDS)


def test_vocabulary_page_has_every_field_and_value() -> None:
    page = (DOCS / "claims.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_.]+)`", page))
    assert _values_in_code() - named == set()
