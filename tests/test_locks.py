"""The lock files hold what pyproject.toml asks for, with hashes and without hosts."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CORE: list[str] = PROJECT["project"]["dependencies"]
DEVELOPMENT: list[str] = PROJECT["dependency-groups"]["dev"]


def _locked(name: str) -> dict[str, list[str]]:
    """Each package in a lock file with its versions: more than one where platforms differ."""
    versions: dict[str, list[str]] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([A-Za-z0-9._-]+)==([^ ;\\]+)", line):
            versions.setdefault(canonicalize_name(match[1]), []).append(match[2])
    return versions


@pytest.mark.parametrize(
    ("lock", "wanted"), [("requirements.lock", CORE), ("requirements-dev.lock", [*CORE, *DEVELOPMENT])]
)
def test_lock_holds_what_the_project_asks_for(lock: str, wanted: list[str]) -> None:
    locked = _locked(lock)
    for requirement in map(Requirement, wanted):
        versions = locked.get(canonicalize_name(requirement.name), [])
        assert versions, f"{lock} lacks {requirement.name}: run `make lock`"
        assert all(requirement.specifier.contains(version, prereleases=True) for version in versions), lock


def test_the_two_locks_agree() -> None:
    core, development = _locked("requirements.lock"), _locked("requirements-dev.lock")
    assert {name: development.get(name) for name in core} == core


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_lock_has_hashes_and_no_hosts(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    entries = re.findall(r"^[A-Za-z0-9._-]+==.*(?:\n    --hash=.*)*", text, re.MULTILINE)
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)
