"""Columns of figures on a PDF's page become rows of a table; everything else stays text."""

from collections.abc import Sequence

import pytest

from counterclaim.reading.pdf import read_pdf
from tests.reading.made_pdf import TextLine, made_pdf, paragraphs

PROSE = [
    [
        "The two ministries published what their armies had lost when the war was over, and",
        "the figures have not been disputed since by either of them.",
    ]
]
COLUMNS = (72, 250, 330, 410)
LOSSES = (
    ("Kind of loss", "Argentina", "United Kingdom"),
    ("Killed", "649", "255"),
    ("Wounded", "1,657", "775"),
    ("Captured", "11,313", "115"),
)


def rows_at(
    top: float, rows: Sequence[Sequence[str]], columns: Sequence[float] = COLUMNS, step: float = 14
) -> list[TextLine]:
    """Rows of cells down a page, each cell at its column."""
    return [
        (columns[at], top - step * number, 10, cell)
        for number, row in enumerate(rows)
        for at, cell in enumerate(row)
        if cell
    ]


def text_of(*pages: Sequence[TextLine]) -> str:
    return read_pdf(made_pdf(pages), "a.pdf").text


def test_columns_of_figures_become_a_table() -> None:
    text = text_of([*paragraphs(760, PROSE), *rows_at(690, LOSSES), *paragraphs(610, [["Source: them."]])])
    assert text == (
        "The two ministries published what their armies had lost when the war was over, and the figures "
        "have not been disputed since by either of them.\n\n"
        "Kind of loss | Argentina | United Kingdom\n"
        "Killed | 649 | 255\n"
        "Wounded | 1,657 | 775\n"
        "Captured | 11,313 | 115\n\n"
        "Source: them."
    )


def test_a_page_may_give_its_columns_one_after_the_other() -> None:
    lines = sorted(rows_at(690, LOSSES), key=lambda line: (line[0], -line[1]))
    assert text_of(lines) == (
        "Kind of loss | Argentina | United Kingdom\n"
        "Killed | 649 | 255\nWounded | 1,657 | 775\nCaptured | 11,313 | 115"
    )


def test_headings_over_several_columns_and_broken_labels() -> None:
    rows = [
        (250, 702, 10, "Military"),
        (410, 702, 10, "Civilian"),
        *rows_at(
            690,
            [
                ("Side", "Killed", "Wounded", "Killed"),
                ("Northern army", "1,200", "3,000", "5"),
                ("Southern army and its",),
                ("allies", "80", "-", "12"),
                ("Total", "1,280", "3,000", "17"),
            ],
        ),
    ]
    assert text_of([*rows, *paragraphs(560, PROSE)]).startswith(
        "| Military | | Civilian\n"
        "Side | Killed | Wounded | Killed\n"
        "Northern army | 1,200 | 3,000 | 5\n"
        "Southern army and its allies | 80 | - | 12\n"
        "Total | 1,280 | 3,000 | 17\n\n"
    )


def test_a_heading_broken_over_two_lines_is_one() -> None:
    rows = [
        ("", "Soldiers", "Houses"),
        ("Month", "killed", "damaged"),
        ("May 2014", "12", "30"),
        ("June 2014", "7", "n/a"),
        ("July 2014", "11", "18"),
    ]
    assert text_of(rows_at(690, rows)).startswith(
        "Month | Soldiers killed | Houses damaged\nMay 2014 | 12 | 30\nJune 2014 | 7 | n/a\n"
    )


def test_sections_stay_in_their_table() -> None:
    rows = [
        ("Type", "Lost", "Captured"),
        ("Tanks", "255", "103"),
        ("Trucks", "737", "390"),
        ("Azerbaijan",),
        ("Tanks", "62", "9"),
    ]
    assert text_of(rows_at(690, rows)).endswith("Trucks | 737 | 390\nAzerbaijan | |\nTanks | 62 | 9")


def test_segments_give_the_page_of_a_table() -> None:
    contents = read_pdf(made_pdf([paragraphs(760, PROSE), rows_at(690, LOSSES)]), "a.pdf")
    place = contents.text.index("11,313")
    assert [s.page for s in contents.segments if s.start <= place < s.end] == [2]


@pytest.mark.parametrize(
    "lines",
    [
        paragraphs(760, [["In 1994 some 300 were killed, in 1995 400,", "in 1996 500 and after that 12."]]),
        [(72, 700 - 14 * n, 10, f"{n + 1}. Chapter {'of the war ' * n}") for n in range(4)],
        rows_at(690, [("Side", "Killed"), ("A", "5"), ("B", "6")]),
        rows_at(690, [("A", "one"), ("B", "two"), ("C", "three"), ("D", "four")]),
    ],
    ids=["prose", "a list", "two rows only", "no figures"],
)
def test_what_is_not_clearly_a_table_stays_text(lines: list[TextLine]) -> None:
    assert " | " not in text_of(lines)


def test_two_columns_of_prose_are_no_table() -> None:
    left = [(72, 700 - 14 * n, 10, f"The left column tells of the year {1990 + n}") for n in range(5)]
    right = [(320, 700 - 14 * n, 10, f"while the right tells of {n} others") for n in range(5)]
    assert " | " not in text_of([*left, *right])
