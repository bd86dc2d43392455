from pathlib import Path

import pytest

from counterclaim.errors import UnreadableError
from counterclaim.model import Document
from counterclaim.reading import read
from counterclaim.reading.html import read_html

DATA = Path(__file__).parent / "data"


def test_a_news_page() -> None:
    (document,) = read(DATA / "page.html")
    assert isinstance(document, Document)
    assert document.text == (
        "# Shells kill twelve at market\n\n"
        "At least 12 people were killed and 34 wounded on Saturday when shells fell on a crowded market, the "
        "provincial health directorate said.\n\n"
        "## Both sides deny it\n\n"
        "The army said that it had not fired on the town, and the rebels, who hold the hills to the north of "
        "it, called the accusation against them a lie.\n\n"
        "- 8 of the dead were taken to the central hospital\n"
        "- 4 were taken to the northern hospital\n\n"
        "Hospital | Killed\n"
        "Central | 8\n"
        "Northern | 4\n\n"
        "It was a market day,\n\n"
        "said the mayor to reporters."
    )
    assert (document.title, document.date) == ("Shells kill twelve at market", "2023-03-04")
    assert (document.publisher, document.author) == ("Valley Herald", "Ana Example")
    assert (document.url, document.language) == ("https://herald.example/2023/market", "en-GB")
    assert (document.media_type, document.segments) == ("text/html", ())


def test_the_pages_own_encoding_is_used() -> None:
    sentence = "Dziesięć osób zginęło w ataku na miasto, powiedział burmistrz w poniedziałek wieczorem."
    page = f'<html><head><meta charset="iso-8859-2"></head><body><p>{sentence}</p></body></html>'
    assert read_html(page.encode("iso-8859-2"), "a.html").text == sentence


def test_a_title_that_the_text_leaves_out_is_put_before_it() -> None:
    page = (
        b"<html><head><title>Ten killed</title></head><body><p>" + b"The mayor said so. " * 9 + b"</p></body>"
    )
    assert read_html(page, "a.html").text.startswith("# Ten killed\n\nThe mayor said so.")


@pytest.mark.parametrize("page", [b"<html></html>", b"<html><body><script>x()</script></body></html>", b"<"])
def test_a_page_without_text(page: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"a\.html: no main text") as caught:
        read_html(page, "a.html")
    assert caught.value.remedy
