"""CSV and TSV files: the delimiter, the encoding, broken rows, and where each cell stands in the file."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import UnreadableError
from counterclaim.model import Document, Unread
from counterclaim.reading import read
from counterclaim.reading.contents import Contents
from counterclaim.reading.delimited import read_delimited

MONTHLY = "\r\n".join(
    [
        "Civilian casualties,,,",
        "Month,Killed,Injured,Note",
        'Jan 2015,790,"1,469","said ""about"""',
        "Feb 2015,611,1353,",
        ",,,",
        "Source: UNAMI,,,",
        "",
    ]
)


def test_rows_under_a_heading_with_the_files_name() -> None:
    contents = read_delimited(MONTHLY.encode(), "iraq_2015.csv")
    assert contents.text == (
        "# iraq 2015\n\n"
        "Civilian casualties\n\n"
        "Month | Killed | Injured | Note\n"
        'Jan 2015 | 790 | 1,469 | said "about"\n'
        "Feb 2015 | 611 | 1353 |\n\n"
        "Source: UNAMI"
    )
    assert (contents.title, contents.troubles) == ("iraq 2015", ())


def mapped_words(contents: Contents, source: str) -> list[tuple[str, str]]:
    """Each run that is mapped: as the text has it, and as the file has it."""
    mapped = ((run, run.source_start) for run in contents.segments if run.source_start is not None)
    return [
        (contents.text[run.start : run.end], source[start : start + run.end - run.start])
        for run, start in mapped
    ]


def test_each_cell_is_mapped_to_its_characters() -> None:
    pairs = mapped_words(read_delimited(MONTHLY.encode(), "a.csv"), MONTHLY)
    assert all(text == source for text, source in pairs)
    assert [text for text, _ in pairs][:7] == [
        "Civilian casualties", "Month", "Killed", "Injured", "Note", "Jan 2015", "790",
    ]  # fmt: skip
    assert 'said "about"' not in [text for text, _ in pairs], "doubled quotes stand otherwise in the file"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("Side;Killed\nA;1,5\nB;2\n".encode("cp1252"), "a.csv"),
        (b"Side\tKilled\nA\t1,5\nB\t2\n", "a.tsv"),
        (b"Side|Killed\nA|1,5\nB|2\n", "a.csv"),
        (b"sep=;\nSide;Killed\nA;1,5\nB;2\n", "a.csv"),
        ("\ufeffSide,Killed\r\nA,\"1,5\"\r\nB,2\r\n".encode(), "a.csv"),
        ("Side,Killed\nA,\"1,5\"\nB,2\n".encode("utf-16"), "a.csv"),
        (b"Side,Killed\rA,\"1,5\"\rB,2\r", "a.csv"),
    ],
)  # fmt: skip
def test_delimiters_line_ends_and_encodings(data: bytes, name: str) -> None:
    assert read_delimited(data, name).text == "# a\n\nSide | Killed\nA | 1,5\nB | 2"


def test_older_encodings_are_told() -> None:
    rows = "Ville;Tués\nOrléans;3\nBesançon;5\nSaint-Étienne;7\n"
    assert "Saint-Étienne | 7" in read_delimited(rows.encode("cp1252"), "a.csv").text


def test_bad_rows_are_listed_and_the_others_read() -> None:
    data = b'a,b,c\n1,2,3\n13,"a"b,14\n6,7,8,9\n10,11,12\n"x,4,5\n15\n'
    document, *troubles = read(data, name="t.csv")
    assert isinstance(document, Document)
    assert document.text == "# t\n\na | b | c\n1 | 2 | 3\n10 | 11 | 12\n\n15"
    assert [(t.name, t.reason) for t in troubles if isinstance(t, Unread)] == [
        ("t.csv:3", "the line is not a row (',' expected after '\"')"),
        ("t.csv:4", "it has 4 cells where most rows have 3 (delimiter ',')"),
        ("t.csv:6", "the line is not a row (unexpected end of data)"),
    ]
    assert all(isinstance(t, Unread) and t.remedy for t in troubles)


def test_a_quote_that_is_never_closed_costs_one_line() -> None:
    rows = "".join(f"place {n},{n}\n" for n in range(300))
    contents = read_delimited(f'Place,Killed\n"open,1\n{rows}'.encode(), "a.csv")
    assert contents.text.count("\n") == 302
    assert [t.name for t in contents.troubles] == ["a.csv:2"]
    assert "never closed" in contents.troubles[0].reason


def test_a_cell_over_several_lines_is_one_line() -> None:
    text = read_delimited(b'Place,Killed\n"Sloviansk,\nUkraine",7\n', "a.csv").text
    assert text.endswith("Sloviansk, Ukraine | 7")


def test_a_bar_in_a_cell_is_no_end_of_the_cell() -> None:
    text = read_delimited(b"Place,Killed\nnorth | south,7\na|b,8\n", "a.csv").text
    assert text.endswith("north ¦ south | 7\na|b | 8")


def test_empty_columns_are_left_out() -> None:
    assert read_delimited(b",Side,,Killed\n,A,,1\n", "a.csv").text.endswith("Side | Killed\nA | 1")


@pytest.mark.parametrize("data", [b"one line of text", b"No cells here.\nNor here.\n"])
def test_a_file_without_cells_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"a\.csv: nothing splits") as caught:
        read_delimited(data, "a.csv")
    assert ".txt" in caught.value.remedy


def test_binary_data_is_refused() -> None:
    with pytest.raises(UnreadableError, match="binary"):
        read_delimited(b"a,b\0\n", "a.csv")


# ------------------------------------------------------------ any table

WORDS = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), max_size=12)
TABLES = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=2, max_size=8)
)


def plain(cell: str) -> str:
    """What a cell's words are once white space, invisible characters and lone bars are tidied."""
    words = "".join(c for c in cell if c.isprintable()).split()
    return " ".join("¦" if word == "|" else word for word in words)


@given(
    rows=TABLES,
    delimiter=st.sampled_from([",", ";", "\t"]),
    quotes_all=st.booleans(),
    line_end=st.sampled_from(["\n", "\r\n"]),
)
def test_every_cell_of_any_table_is_read(
    rows: list[list[str]], delimiter: str, quotes_all: bool, line_end: str
) -> None:
    file = io.StringIO()
    header = [f"heading {number}" for number in range(len(rows[0]))]
    dialect = csv.unix_dialect if quotes_all else csv.excel
    writer = csv.writer(file, dialect, delimiter=delimiter, lineterminator=line_end)
    writer.writerows([header, *rows])
    source = f"sep={delimiter}{line_end}{file.getvalue()}"
    contents = read_delimited(source.encode(), "any.csv")
    assert contents.troubles == ()
    assert all(text == there for text, there in mapped_words(contents, source))
    assert words_of(contents.text.split("\n", 1)[1]) == [
        word for row in [header, *rows] for cell in row for word in plain(cell).split()
    ]


def words_of(text: str) -> list[str]:
    """The words of a text of rows, the bars between its cells left out."""
    return [word for word in text.split() if word != "|"]


@given(st.text(st.sampled_from('ab1 ,;"\n\r\t|'), max_size=60))
def test_any_lines_are_read_or_listed(source: str) -> None:
    """Whatever the quotes and delimiters, each line with words is in the text or in the list."""
    try:
        contents = read_delimited(source.encode(), "any.csv")
    except UnreadableError:
        return
    listed = {int(trouble.name.split(":")[1]) for trouble in contents.troubles}
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    left = [c for number, line in enumerate(lines, 1) if number not in listed for c in line if c in "ab1"]
    body = contents.text.split("\n", 1)[1] if "\n" in contents.text else ""
    read_characters = [c for c in body if c in "ab1"]
    assert len(read_characters) <= len(left)
    assert not contents.troubles or len(listed) >= 1
    assert contents.troubles or read_characters == left
