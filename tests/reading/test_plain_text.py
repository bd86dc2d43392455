from pathlib import Path

import pytest

from counterclaim.errors import UnreadableError
from counterclaim.model import Document
from counterclaim.reading import read
from counterclaim.reading.decoding import decode
from counterclaim.reading.plain_text import contents_of_text

DATA = Path(__file__).parent / "data"


def test_a_wrapped_text_becomes_paragraphs_lists_and_rows() -> None:
    (document,) = read(DATA / "wrapped.txt")
    assert isinstance(document, Document)
    assert document.text == (
        "UPDATE OF THE MONITORING MISSION\n\n"
        "TBILISI, 12 March 2023 - The mission recorded 48 violations of the ceasefire along the line of "
        "contact between Monday and Friday, most of them with small-arms fire. Observers saw no heavy "
        "weapons, but heard eleven explosions north of the river.\n\n"
        "The following were reported to the mission by the two sides, neither of which let observers visit "
        "the places:\n\n"
        "1. three soldiers killed and five wounded;\n"
        "2. a damaged school.\n\n"
        "Side A | 3 | 5\n"
        "Side B | 0 | 2"
    )
    assert (document.title, document.date) == ("UPDATE OF THE MONITORING MISSION", "2023-03-12")
    assert (document.name, document.media_type) == ("wrapped.txt", "text/plain")


def test_every_line_of_an_unwrapped_text_is_a_paragraph() -> None:
    lines = ["By A Reporter", "Five people were killed. " * 9, "Short.", "Ten were wounded, " * 12]
    assert contents_of_text("\n".join(lines)).text == "\n\n".join(line.strip() for line in lines)


def test_invisible_characters_go_and_odd_spaces_become_plain() -> None:
    source = "\ufeffSome 5\u00a0000 sol\u00addiers\u200b  fell\r\n\r\n\x0cNext page\x07"
    contents = contents_of_text(source)
    assert contents.text == "Some 5 000 soldiers fell\n\nNext page"


def test_segments_lead_back_to_the_decoded_original() -> None:
    (document,) = read(DATA / "wrapped.txt")
    assert isinstance(document, Document)
    source = decode(document.original, document.name)
    mapped = [segment for segment in document.segments if segment.source_start is not None]
    assert mapped and all(
        document.text[s.start : s.end] == source[s.source_start :][: s.end - s.start] for s in mapped
    )
    place = document.text.index("eleven explosions")
    (segment,) = [s for s in mapped if s.start <= place < s.end]
    assert segment.source_start is not None
    assert source[segment.source_start + place - segment.start :].startswith("eleven explosions")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "Коли почалася війна, загинуло п'ять людей."),
        ("utf-8-sig", "Åland is neutral."),
        ("utf-16", "Five people were killed."),
        ("cp1252", "António said that “five people” were killed – in café Noir."),
        ("cp1252", "Les autorités ont déclaré que 25 soldats ont été tués à Bakou – “selon” l’armée."),
        ("cp1251", "Министерство обороны заявило, что погибли 35 военнослужащих."),
        ("cp1254", "Azerbaycan Savunma Bakanlığı 14 sivilin öldüğünü, 46 kişinin yaralandığını açıkladı."),
    ],
)
def test_encodings_are_told_apart(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_a_declared_encoding_goes_before_a_guess() -> None:
    assert decode("Łódź".encode("iso8859-2"), "a.html", declared="iso-8859-2") == "Łódź"
    assert decode("Łódź".encode(), "a.html", declared="iso-8859-2") == "Łódź"
    assert decode(b"caf\xe9", "a.html", declared="no-such-encoding") == "café"


@pytest.mark.parametrize(
    ("data", "reason"), [(b"PK\x03\x04\x00\x00", "binary data"), (b"\xff\xfea", "encoding could not be told")]
)
def test_bytes_that_are_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as caught:
        decode(data, "a.txt")
    assert caught.value.remedy
