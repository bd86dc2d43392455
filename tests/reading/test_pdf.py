import pytest

from counterclaim.errors import UnreadableError
from counterclaim.model import Segment
from counterclaim.reading.pdf import read_pdf
from tests.reading.made_pdf import ENCRYPTED, TextLine, made_pdf, paragraphs

HEAD: TextLine = (250, 800, 9, "Ministry of Defence, press service")

FIRST_PAGE = [
    HEAD,
    (72, 770, 20, "Statement on losses"),
    *paragraphs(
        730,
        [
            [
                "The ministry said on 4 October 2020 that 54 of its ser-",
                "vicemen had been killed in the fighting of the last two",
                "days, and that others of the Turkish-",
                "backed forces were missing.",
            ],
            ["A second paragraph follows here, which has no more than", "two lines."],
            ["1) three tanks destroyed", "2) one bridge damaged"],
            ["The paragraph that goes over the end of this page is one"],
        ],
    ),
    (290, 40, 9, "1"),
]
SECOND_PAGE = [HEAD, *paragraphs(730, [["that ends on the next one."], ["Last words."]]), (290, 40, 9, "2")]
THIRD_PAGE = [HEAD, *paragraphs(730, [["Annex."]]), (290, 40, 9, "3")]
STATEMENT = made_pdf([FIRST_PAGE, SECOND_PAGE, THIRD_PAGE], info="/Title (Microsoft Word - losses.docx)")


def test_lines_become_paragraphs_across_pages() -> None:
    contents = read_pdf(STATEMENT, "a.pdf")
    assert contents.text == (
        "# Statement on losses\n\n"
        "The ministry said on 4 October 2020 that 54 of its servicemen had been killed in the fighting of "
        "the last two days, and that others of the Turkish-backed forces were missing.\n\n"
        "A second paragraph follows here, which has no more than two lines.\n\n"
        "1) three tanks destroyed\n"
        "2) one bridge damaged\n\n"
        "The paragraph that goes over the end of this page is one that ends on the next one.\n\n"
        "Last words.\n\n"
        "Annex."
    )
    assert contents.title is None, "a title that names the file is not the text's"


def test_segments_give_the_page() -> None:
    contents = read_pdf(STATEMENT, "a.pdf")
    second = contents.text.index("that ends on the next")
    third = contents.text.index("Annex.")
    assert contents.segments == (
        Segment(0, second, None, 1),
        Segment(second, third, None, 2),
        Segment(third, len(contents.text), None, 3),
    )


def test_the_title_in_the_properties() -> None:
    data = made_pdf([paragraphs(700, [["Five people were killed."]])], info="/Title (Losses in March)")
    assert read_pdf(data, "a.pdf").title == "Losses in March"


def test_a_page_without_text_is_warned_of(caplog: pytest.LogCaptureFixture) -> None:
    data = made_pdf([paragraphs(700, [["Five people were killed."]]), []])
    assert read_pdf(data, "a.pdf").text == "Five people were killed."
    assert "a.pdf: no text on page 2" in caplog.text


@pytest.mark.parametrize(
    ("data", "reason", "remedy"),
    [
        (made_pdf([[], []]), "its 2 pages have no text layer", "text recognition"),
        (made_pdf([[]], trailer=ENCRYPTED), "encrypted and needs a password", "without the password"),
        (STATEMENT[:600], "not a whole PDF file", "Fetch it again"),
        (b"%PDF-1.7\nnothing more", "not a whole PDF file", "Fetch it again"),
    ],
)
def test_what_cannot_be_read(data: bytes, reason: str, remedy: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as caught:
        read_pdf(data, "a.pdf")
    assert remedy in caught.value.remedy
