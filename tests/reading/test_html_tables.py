"""Tables of a page: captions, headings over several columns, and figures spread over several cells."""

from counterclaim.reading.html import read_html

PROSE = "Nobody counted the losses while the war lasted, and the figures that follow came later. " * 4


def table_text(table: str) -> str:
    """The text that a page gives for its table."""
    page = f"<html><head><title>Losses</title></head><body><article><h1>Losses</h1><p>{PROSE}</p>{table}"
    text = read_html(f"{page}<p>{PROSE}</p></article></body></html>".encode(), "a.html").text
    return text.split("came later.\n\n")[1].split("\n\nNobody")[0]


def test_a_caption_is_a_paragraph_and_an_empty_column_is_left_out() -> None:
    table = (
        "<table><caption>Losses by side<sup>[1]</sup></caption>"
        "<tr><th>Side</th><th></th><th>Killed</th></tr>"
        "<tr><td>A</td><td></td><td>3,825<sup>[2]</sup></td></tr>"
        "<tr><td>B</td><td></td><td>12<br>or 13</td></tr></table>"
    )
    assert table_text(table) == "Losses by side[1]\n\nSide | Killed\nA | 3,825[2]\nB | 12 or 13"


def test_headings_over_several_columns_leave_gaps() -> None:
    table = (
        '<table><tr><th rowspan="2">Side</th><th colspan="2">Military</th></tr>'
        "<tr><th>Killed</th><th>Wounded</th></tr><tr><td>A</td><td>1</td><td>2</td></tr></table>"
    )
    assert table_text(table) == "Side | Military |\n| Killed | Wounded\nA | 1 | 2"


def test_a_figure_over_several_cells_is_marked() -> None:
    table = (
        "<table><tr><th>Side</th><th>Killed</th><th>Missing</th><th>Displaced</th></tr>"
        '<tr><td>A</td><td colspan="2">3,825<sup>[1]</sup></td><td>7</td></tr>'
        '<tr><td>B</td><td>4</td><td>5</td><td rowspan="2">90</td></tr>'
        "<tr><td>C</td><td>6</td><td>8</td></tr><tr><td>D</td><td>1</td><td>2</td><td>3</td></tr></table>"
    )
    assert table_text(table) == (
        "Side | Killed | Missing | Displaced\n"
        "A | 3,825[1] | ← | 7\n"
        "B | 4 | 5 | 90\n"
        "C | 6 | 8 | ↑\n"
        "D | 1 | 2 | 3"
    )


def test_words_over_several_cells_are_not_marked() -> None:
    table = (
        "<table><tr><th>Side</th><th>Killed</th><th>Missing</th></tr>"
        '<tr><td colspan="3">The northern front</td></tr><tr><td>A</td><td>1</td><td>2</td></tr></table>'
    )
    assert table_text(table) == "Side | Killed | Missing\nThe northern front | |\nA | 1 | 2"
