"""The sites that the tests look at, and the browser to look with."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from counterclaim.publication import publish
from tests.publication.records import earlier, large_record, record

ROOT = Path(__file__).parents[2]
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small record."""
    made = record()
    folder = tmp_path_factory.mktemp("small") / "site"
    return publish(made, folder, earlier=earlier(made)).parent


@pytest.fixture(scope="session")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of 600 claims, which the table shows on six pages."""
    return publish(large_record(600, 20), tmp_path_factory.mktemp("large") / "site").parent


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        if os.environ.get("COUNTERCLAIM_SKIP_BROWSER"):
            pytest.skip("COUNTERCLAIM_SKIP_BROWSER is set")
        pytest.fail(
            "no Chromium: install it (apt-get install chromium), name it in CHROMIUM, "
            "or set COUNTERCLAIM_SKIP_BROWSER=1 to leave these tests out"
        )
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield started
        started.close()


class Visitor:
    """Opens pages of a site and keeps what the console says."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.complaints: list[str] = []

    def open(self, path: Path, fragment: str = "", width: int = 1280, scheme: str = "light") -> Page:
        """A fresh page of the given width and colour scheme, with its own storage."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: self._hear(path, message.text))
        page.on("pageerror", lambda error: self.complaints.append(f"{path.name}: {error}"))
        page.goto(path.as_uri() + fragment)
        return page

    def _hear(self, path: Path, said: str) -> None:
        if "GL Driver Message" not in said:  # how slow drawing is without a graphics card
            self.complaints.append(f"{path.name}: {said}")

    def close(self) -> None:
        """Close every page."""
        for context in self.browser.contexts:
            context.close()


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Visitor]:
    """A visitor whose visits must leave nothing on the console."""
    visitor = Visitor(browser)
    yield visitor
    visitor.close()
    assert visitor.complaints == []


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, which an editable installation brings with the other packages of web/."""
    path = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
    if not path.exists():
        pytest.fail("no axe-core: install the package in editable form again, or run python web/npm.py ci")
    return path.read_text(encoding="utf-8")
