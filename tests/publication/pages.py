"""Reads the pages of a site as a browser would, far enough to check them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

VOID = {"meta", "link", "input", "br", "img", "hr"}


@dataclass
class Element:
    """An element with its attributes, its parent's place in the page, and the text in it."""

    tag: str
    attributes: dict[str, str]
    parents: tuple[int, ...]
    text: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return "".join(self.text)


class Page(HTMLParser):
    """A page's elements, in order."""

    def __init__(self, path: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.path = path
        self.source = path.read_text(encoding="utf-8")
        self.elements: list[Element] = []
        self._open: list[int] = []
        self.feed(self.source)
        self.close()
        assert not self._open, f"{path}: left open {[self.elements[place].tag for place in self._open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, tuple(self._open)))
        if tag not in VOID:
            self._open.append(len(self.elements) - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, tuple(self._open)))

    def handle_endtag(self, tag: str) -> None:
        opened = self.elements[self._open.pop()]
        assert opened.tag == tag, f"{self.path}: </{tag}> closes <{opened.tag}>"

    def handle_data(self, data: str) -> None:
        for place in self._open:
            self.elements[place].text.append(data)

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    def having(self, attribute: str) -> list[Element]:
        return [element for element in self.elements if attribute in element.attributes]

    def by_id(self, name: str) -> Element:
        return next(element for element in self.elements if element.attributes.get("id") == name)

    @property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.having("id")]

    def target(self, href: str) -> tuple[Path, str]:
        """The file and the fragment that a link of the page leads to."""
        url, fragment = urldefrag(href)
        path = (self.path.parent / unquote(url)).resolve() if url else self.path.resolve()
        return path, unquote(fragment)


def read_site(folder: Path) -> dict[Path, Page]:
    """Every page of a site."""
    return {path.resolve(): Page(path) for path in sorted(folder.rglob("*.html"))}
