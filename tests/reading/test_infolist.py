import re
from pathlib import Path

import pytest

from benchmarks.infolist_agreement import agreement, tokens
from counterclaim.model import Document, Gloss
from counterclaim.reading import read
from counterclaim.reading.infolist import clean, is_infolist
from counterclaim.reading.infolist.anchors import best_split
from counterclaim.reading.infolist.piped_links import piped_links
from counterclaim.reading.mapped_text import MappedText

DATA = Path(__file__).parent / "data"
COPY = (DATA / "winter-war-infolist.txt").read_text(encoding="utf-8")
BY_HAND = (DATA / "winter-war-by-hand.txt").read_text(encoding="utf-8")
LEAST = 0.98


def article() -> Document:
    (document,) = read(DATA / "winter-war-infolist.txt")
    assert isinstance(document, Document)
    return document


def gloss(anchor: str) -> Gloss:
    (found,) = {gloss for gloss in article().glosses if gloss.anchor == anchor}
    return found


def test_a_copy_of_sixty_links_and_more_agrees_with_the_hand_cleaned_text() -> None:
    assert len(article().glosses) >= 60
    precision, recall, differences = agreement(tokens(article().text), tokens(BY_HAND))
    assert precision >= LEAST and recall >= LEAST, differences


@pytest.mark.parametrize("shorter", [20, 50, 80])
def test_the_length_of_the_cut_is_learnt(shorter: int) -> None:
    """The same copy with its glosses cut shorter reads the same."""
    recut = re.sub(rf".{{{shorter}}} \.\.\.$", " ...", COPY, flags=re.MULTILINE)
    assert recut != COPY
    precision, recall, differences = agreement(
        tokens(clean(MappedText.whole(recut)).text.text), tokens(BY_HAND)
    )
    assert precision >= LEAST and recall >= LEAST, differences


def test_paragraphs_read_exactly_as_cleaned_by_hand() -> None:
    assert article().text.split("\n\n") == BY_HAND.strip().split("\n\n")


def test_an_anchor_keeps_its_offsets_in_the_copy() -> None:
    document = article()
    at = document.text.index("Karelian Isthmus be moved")
    (segment,) = [s for s in document.segments if s.source_start is not None and s.start <= at < s.end]
    assert segment.source_start is not None
    assert COPY[segment.source_start :].startswith("Karelian Isthmus The Karelian Isthmus")


def test_glosses_become_names_and_descriptions() -> None:
    assert gloss("Leningrad").title == "Saint Petersburg"
    assert "formerly known as Petrograd (1914–1924) and later Leningrad" in gloss("Leningrad").description
    assert gloss("Mainila").description.startswith("Mayniloe (also Mainila) is a rural settlement")
    assert gloss("sphere of influence").title == "sphere of influence"
    assert not any(found.description.endswith("...") for found in article().glosses)


def test_a_gloss_broken_by_a_link_in_it_is_one() -> None:
    assert gloss("Gloster Gladiator").description.endswith("the last of its kind in the service of its own")


def test_written_out_links_are_kept_as_names() -> None:
    assert gloss("Finnish Ministry of Agriculture").title == "Ministry of Agriculture (Finland)"
    assert gloss("Kyrill Meretskov").title == "Kirill Meretskov"


@pytest.mark.parametrize(
    ("line", "anchor"),
    [
        ("tank A tank is an armoured vehicle that ...", "tank"),
        ("Sarajevo Sarajevo (; ) is the capital of ...", "Sarajevo"),
        ("de facto ''De facto'' is a Latin phrase for ...", "de facto"),
        ("MLRS A multiple launch rocket system (MLRS) is a kind of ...", "MLRS"),
        ("Angela Merkel Angela Dorothea Merkel (; born 17 July 1954) is a ...", "Angela Merkel"),
        ("President of France The president of France () is the head of ...", "President of France"),
        ("frozen conflict In international relations, a frozen conflict is ...", "frozen conflict"),
        ("Defence Defense or defence may refer to: ...", "Defence"),
        ("Novi Sad Novi Sad () is the second largest city of ...", "Novi Sad"),
        (
            "1994 ceasefire agreement The 1994 ceasefire agreement was signed by ...",
            "1994 ceasefire agreement",
        ),
    ],
)
def test_where_an_anchor_ends(line: str, anchor: str) -> None:
    split = best_split(line)
    assert split is not None and split.anchor == anchor


@pytest.mark.parametrize(
    "text",
    [
        "Four soldiers, Ali Hassan, Omar Hassan, Ali Nasser and Karim Nasser, were killed.",
        "The Russian Defence Ministry, Turkish Defence Ministry and others denied it.",
        "They took Aleppo, then the road to Damascus.",
        "In 2014, Ukraine, Russia and Ukraine's neighbours met.",
    ],
)
def test_lists_are_no_written_out_links(text: str) -> None:
    assert list(piped_links(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        BY_HAND,
        "He waited ...\nand waited ...\n\nThen it was over ...\n",
        "Tank A tank is a vehicle ...\nand nothing more.",
        "",
    ],
)
def test_other_texts_are_not_taken_for_infolist_copies(text: str) -> None:
    assert not is_infolist(text)
