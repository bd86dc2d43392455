"""How headings, sections, captions and notes give a figure its fields, case by case.

The figures here are small and made up; they are about no event. Real ones are among the examples.
"""

import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.extraction import extract
from counterclaim.model import Claim, Conflict, Document, Party
from counterclaim.partial_date import PartialDate
from counterclaim.reading import read
from tests.extraction.tables.material import claims_in_tables, passed_in_tables, said, table
from tests.reading.made_pdf import made_pdf


def told(text: str, fields: str, date: str | None = None) -> list[str]:
    """The claims of a text's tables, each as the figure and the given fields."""
    claims = claims_in_tables(table(text, date))
    return [" ".join(said(claim, field) for field in ("figure", *fields.split())) for claim in claims]


def over(text: str) -> list[tuple[str, str]]:
    """The numbers of a text's tables that became no claim, with why."""
    return [(item.words, item.why) for item in passed_in_tables(table(text))]


def only(document: Document) -> Claim:
    (claim,) = claims_in_tables(document)
    return claim


# ------------------------------------------------------------ what is counted


def test_the_column_gives_the_measure_and_the_row_the_object() -> None:
    text = "Type | Destroyed | Captured\nTanks | 146 | 103\nMi-8 | 2 | –\nSchools | 5 |"
    assert told(text, "measure object") == [
        "146 destroyed materiel.tank",
        "103 captured materiel.tank",
        "2 destroyed materiel.helicopter",
        "5 destroyed structure.school",
    ]


def test_the_row_may_give_the_measure_and_the_column_the_object() -> None:
    text = "| Soldiers | Civilians | Children\nKilled | 5 | 6 | 2\nMissing | 1 | 0 | –"
    assert told(text, "measure object") == [
        "5 killed person.military",
        "6 killed person.civilian",
        "2 killed person.child",
        "1 missing person.military",
        "0 missing person.civilian",
    ]


def test_two_rows_of_headings() -> None:
    text = "Side | Military | | Civilian |\n| Killed | Wounded | Killed | Wounded\nNorth | 1 | 2 | 3 | 4"
    assert told(text, "measure object") == [
        "1 killed person.military",
        "2 wounded person.military",
        "3 killed person.civilian",
        "4 wounded person.civilian",
    ]


def test_each_value_in_a_column_of_its_own() -> None:
    text = "side | kind | outcome | number\nArmenia | T-72 | captured | 88\nArmenia | soldiers | killed | 7"
    assert told(text, "measure object party") == [
        "88 captured materiel.tank Armenia",
        "7 killed person.military Armenia",
    ]


def test_a_caption_says_what_the_headings_leave_open() -> None:
    text = "Civilians killed, by month\n\nMonth | Number\nJanuary 2015 | 5\nFebruary 2015 | 7"
    assert told(text, "measure object from_date") == [
        "5 killed person.civilian 2015-01",
        "7 killed person.civilian 2015-02",
    ]


def test_a_total_of_several_measures_is_their_sum() -> None:
    people = "Side | Killed | Wounded | Total\nNorth | 5 | 6 | 11"
    assert told(people, "measure")[-1] == "11 casualties"
    more = "Side | Killed | Missing | Total\nNorth | 5 | 6 | 11"
    assert told(more, "measure")[-1] == "11 other"
    things = "Type | Destroyed | Captured | Total\nTanks | 5 | 6 | 11"
    assert told(things, "measure")[-1] == "11 lost"
    rows = "| North | South\nKilled | 5 | 6\nWounded | 7 | 8\nTotal | 12 | 14"
    assert told(rows, "measure")[-1] == "14 casualties"


def test_a_part_takes_what_it_lacks_from_the_column_before() -> None:
    text = "Side | Palestinians killed | Of whom children\nA | 2,251 | 551"
    assert told(text, "measure object party")[-1] == "551 killed person.child Palestine"


def test_a_cell_may_say_it_itself() -> None:
    text = "Date | Losses\n4 May 2014 | 12 killed, 3 wounded\n5 May 2014 | 2 tanks destroyed"
    assert told(text, "measure object from_date") == [
        "12 killed person 2014-05-04",
        "3 wounded person 2014-05-04",
        "2 destroyed materiel.tank 2014-05-05",
    ]


def test_low_and_high_are_one_range() -> None:
    text = "Side | Killed (low) | Killed (high) | Wounded (min)\nNorth | 3,000 | 4,500 | 7\nSouth | 800 | |"
    assert told(text, "measure") == [
        "3,000 to 4,500 killed",
        "7 or more wounded",
        "800 or more killed",
    ]
    assert over(text) == [("4,500", "the high end of a range beside it")]


def test_a_heading_may_multiply_and_blur() -> None:
    text = "Year | Refugees, estimated (thousands)\n2014 | 12.5\n2015 | 40"
    assert told(text, "measure") == ["about 12,500 displaced", "about 40,000 displaced"]


def test_a_heading_may_hedge() -> None:
    assert told("Place | Unconfirmed deaths\nHoms | 5\nHama | 7", "hedge") == [
        "5 unconfirmed",
        "7 unconfirmed",
    ]


# ------------------------------------------------------------ what is no count

NO_CLAIMS = {
    "sports": "Club | Played | Won | Lost | Points\nNeftchi | 12 | 8 | 4 | 26\nQarabag | 12 | 9 | 3 | 29",
    "economy": "Year | GDP (US$ billion) | Growth\n2018 | 47.1 | 1.5\n2019 | 48.0 | 2.5",
    "votes": "Party | Votes | Share (%)\nGreens | 12,345 | 10.5\nReds | 54,321 | 46.2",
    "rates": "Month | Deaths per 100,000 | % wounded\nMay | 5 | 7\nJune | 6 | 8",
    "ages": "Name | Age of the killed\nA | 34\nB | 45",
    "places": "Town | Latitude | Longitude\nHoms | 34.7 | 36.7\nHama | 35.1 | 36.7",
}


@pytest.mark.parametrize("text", NO_CLAIMS.values(), ids=NO_CLAIMS)
def test_tables_without_counts(text: str) -> None:
    assert told(text, "measure object") == []
    assert over(text), "what is passed over is listed"


def test_numbers_that_are_no_count_are_listed_with_why() -> None:
    text = (
        "No. | Date | Town | Killed | Share | Notes\n"
        "1 | 4 May 2014 | Homs | 5 | 10% | hit at 7 in the morning\n"
        "2 | 5 May 2014 | Camp 3 | 6 (of 9) | 90% | –"
    )
    assert told(text, "place") == ["5 Homs", "6 Camp 3"]
    assert over(text) == [
        ("1", "the number of a row"),
        ("4 May 2014", "a date"),
        ("10", "a percentage, a rate or an age"),
        ("7", "in a note"),
        ("2", "the number of a row"),
        ("5 May 2014", "a date"),
        ("3", "in the heading of a row"),
        ("9", "a second number in the cell"),
        ("90", "a percentage, a rate or an age"),
    ]


def test_one_figure_for_several_cells_is_none_of_theirs() -> None:
    text = "Side | Killed | Missing\nNorth | 5 | 6\nSouth | 7 | ←\nWest | 8 | 9\nEast | 1 | ↑"
    assert told(text, "measure") == ["5 killed", "6 missing", "8 killed", "1 killed"]
    assert over(text) == [
        ("7", "one figure over several cells"),
        ("9", "one figure over several cells"),
    ]


def test_prose_set_in_columns_is_read_as_prose() -> None:
    sentence = "The ministry said on Monday that 12 soldiers had been killed in the shelling of the town"
    text = f"{sentence} of Horlivka. | {sentence} of Debaltseve.\n{sentence} | {sentence}"
    claims = extract(table(text)).claims
    assert [claim for claim in claims if claim.kind == "count" and claim.measure == "killed"]


# ------------------------------------------------------------ whose, where, who says so


def test_sections_give_the_party_until_the_next_one() -> None:
    text = (
        "Type | Destroyed | Captured\nArmenia | |\nTanks | | \nT-72A | 20 | 10\nT-72B | 30 | 44\n"
        "Artillery | |\nD-30 | 60 | 33\nAzerbaijan | |\nTanks | |\nT-90S | 10 | 1"
    )
    assert told(text, "party object")[::2] == [
        "20 Armenia materiel.tank",
        "30 Armenia materiel.tank",
        "60 Armenia materiel.artillery",
        "10 Azerbaijan materiel.tank",
    ]


def test_a_name_over_several_rows_holds_for_all_of_them() -> None:
    text = "Side | Kind | Killed\nRussia | Officers | 5\n | Soldiers | 60\nGeorgia | Soldiers | 7"
    assert told(text, "party") == ["5 Russia", "60 Russia", "7 Georgia"]


def test_a_side_may_be_known_to_nobody_else() -> None:
    text = "Side | Killed\nPeople's Front of the Hills | 5\nOthers | 6\nTotal | 11"
    assert told(text, "party") == ["5 People's Front of the Hills", "6 -", "11 -"]


def test_the_casebooks_parties_are_known() -> None:
    conflict = Conflict(parties=(Party("Hill Front", aliases=("HF",)),))
    document = table("| HF\nKilled | 5\nWounded | 6")
    assert {claim.party for claim in extract(document, conflict).claims} == {"Hill Front"}


def test_two_sides_each_in_its_own_columns() -> None:
    text = (
        "side_a | side_b | country | date | deaths_a | deaths_b | deaths_civilians\n"
        "Hill Front | River Front | Nowhere | 2014-03-14 | 1 | 2 | 3"
    )
    assert told(text, "party place object") == [
        "1 Hill Front Nowhere person",
        "2 River Front Nowhere person",
        "3 - Nowhere person.civilian",
    ]


def test_a_column_of_sources_with_their_dates() -> None:
    text = "Source | Date | Killed\nUNHCR | June 2017 | 6,930\nSerbian government | 3 May 2004 | 7,000"
    assert told(text, "source source_side to_date reported_on scope") == [
        "6,930 UNHCR - 2017-06 2017-06 cumulative",
        "7,000 Serbian government Serbia 2004-05-03 2004-05-03 cumulative",
    ]


def test_columns_may_be_headed_by_who_says_it() -> None:
    text = (
        "Russian losses in the war\n\n| Ukrainian claim | Oryx\n"
        "Tanks destroyed | 3,000 | 1,900\nAircraft destroyed | 300 | 70"
    )
    assert told(text, "source source_side party") == [
        "3,000 Ukraine Ukraine Russia",
        "1,900 Oryx - Russia",
        "300 Ukraine Ukraine Russia",
        "70 Oryx - Russia",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Killed, according to the Red Cross\n\nTown | Killed\nHoms | 5\nHama | 7",
        "Town | Killed\nHoms | 5\nHama | 7\nSource: Red Cross, 4 May 2014 |",
        "Town | Killed\nHoms | 5\nHama | 7\n\nSource: Red Cross",
        "The Red Cross counted these dead:\n\nTown | Killed\nHoms | 5\nHama | 7",
    ],
    ids=["caption", "row", "note", "lead"],
)
def test_a_table_says_once_who_made_it(text: str) -> None:
    assert [words.removesuffix("Red Cross") for words in told(text, "source")] == ["5 ", "7 "]


def test_the_enemys_losses_in_a_sides_own_table() -> None:
    text = (
        "The war between Ukraine and Russia went on.\n\n"
        "Enemy losses, according to the General Staff of Ukraine\n\n"
        "Kind | Number\nTanks destroyed | 5\nSoldiers killed | 70"
    )
    assert told(text, "party source_side") == ["5 Russia Ukraine", "70 Russia Ukraine"]


def test_refugees_are_at_the_place_and_of_the_party_they_fled() -> None:
    text = "Refugees from Syria\n\nHost country | Refugees\nLebanon | 1,000,000\nJordan | 600,000"
    assert told(text, "place") == ["1,000,000 Lebanon", "600,000 Jordan"]


def test_two_states_in_one_row_are_both_named() -> None:
    text = "Country | Killed\nSerbia and Montenegro | 5\nItaly | 6"
    assert told(text, "party") == ["5 Serbia and Montenegro", "6 Italy"]


def test_names_in_small_letters_throughout() -> None:
    assert told("country | killed\nrussia | 5\ngeorgia | 6", "party") == ["5 Russia", "6 Georgia"]


def test_a_country_before_other_words_is_the_place_of_people_and_the_owner_of_weapons() -> None:
    text = "## Yemen losses\n\nKind | Number\nTanks | 5\nSchools destroyed | 6"
    assert told(text, "party place") == ["5 Yemen -", "6 - Yemen"]


# ------------------------------------------------------------ when


def test_tolls_that_never_fall_run_on_and_others_are_of_their_day() -> None:
    tolls = "Date | Killed\n1 May 2014 | 5\n2 May 2014 | 9\n3 May 2014 | 9"
    assert told(tolls, "scope from_date to_date")[1] == "9 cumulative - 2014-05-02"
    daily = "Date | Killed\n1 May 2014 | 5\n2 May 2014 | 2\n3 May 2014 | 9"
    assert told(daily, "scope from_date to_date")[1] == "2 incident 2014-05-02 2014-05-02"


def test_each_partys_tolls_are_a_series_of_their_own() -> None:
    text = (
        "Date | Side | Killed\n1 May 2014 | Russia | 50\n1 May 2014 | Georgia | 5\n"
        "2 May 2014 | Russia | 60\n2 May 2014 | Georgia | 9"
    )
    assert {words.split()[1] for words in told(text, "scope")} == {"cumulative"}


def test_new_ones_and_totals() -> None:
    text = "Date | New deaths | Total deaths\n1 May 2014 | 5 | 5\n2 May 2014 | 7 | 12"
    assert told(text, "scope from_date to_date")[2:] == [
        "7 incident 2014-05-02 2014-05-02",
        "12 cumulative - 2014-05-02",
    ]


def test_a_total_of_months_runs_over_all_of_them() -> None:
    text = "Month | Killed\nJan 2015 | 5\nFeb 2015 | 7\nTotal | 12"
    assert told(text, "from_date to_date")[-1] == "12 2015-01 2015-02"


def test_months_across_and_years_down() -> None:
    text = "Civilians killed\n\nYear | Jan | Feb\n2014 | 5 | 6\n2015 | 7 | 8"
    assert told(text, "from_date to_date") == [
        "5 2014-01 2014-01",
        "6 2014-02 2014-02",
        "7 2015-01 2015-01",
        "8 2015-02 2015-02",
    ]


def test_first_and_last_day_in_columns_of_their_own() -> None:
    text = "Start | End | Killed\n2014-05-01 | 2014-05-03 | 5\n2014-06-01 | 2014-06-01 | 7"
    assert told(text, "scope from_date to_date") == [
        "5 cumulative 2014-05-01 2014-05-03",
        "7 incident 2014-06-01 2014-06-01",
    ]


def test_dates_that_could_be_read_both_ways_keep_their_year() -> None:
    text = "Date | Town | Killed\n03/10/2015 | Homs | 5\n04/02/2015 | Hama | 3"
    assert told(text, "from_date") == ["5 2015", "3 2015"]


def test_a_toll_runs_from_the_wars_start_to_the_documents_day() -> None:
    conflict = Conflict(start=PartialDate("2011-03-15"))
    claims = extract(table("Side | Killed\nSyria | 5\nTurkey | 6", "2012-01-01"), conflict).claims
    assert {(claim.from_date, claim.to_date) for claim in claims} == {("2011-03-15", "2012-01-01")}


def test_the_caption_gives_the_as_of_day() -> None:
    text = "Killed as of 7 December 2020\n\nSide | Killed\nArmenia | 5\nAzerbaijan | 6"
    assert told(text, "scope to_date", "2021-01-01")[0] == "5 cumulative 2020-12-07"


def test_a_column_may_say_that_it_runs_on() -> None:
    text = "report_date | killed | killed_cum\n2014-05-01 | 5 | 5\n2014-05-02 | 2 | 7"
    assert told(text, "scope from_date to_date")[2:] == [
        "2 incident 2014-05-02 2014-05-02",
        "7 cumulative - 2014-05-02",
    ]


def test_months_and_years_in_columns_of_their_own() -> None:
    text = "Town | Month | Year | Killed\nHoms | January | 2017 | 5\nHoms | February | 2017 | 3"
    assert told(text, "from_date") == ["5 2017-01", "3 2017-02"]


def test_rows_of_one_day_are_a_state_of_that_day() -> None:
    text = "Type | Destroyed | Date\nTanks | 5 | 08/28/2023\nTrucks | 6 | 08/28/2023"
    assert told(text, "scope from_date to_date")[0] == "5 cumulative - 2023-08-28"


# ------------------------------------------------------------ shapes of tables


def test_a_table_may_go_on_behind_a_page() -> None:
    text = "Killed in Iraq in 2015\n\nTown | Killed\nMosul | 5\nBasra | 6\n\nKirkuk | 7\nErbil | 8"
    assert told(text, "measure place from_date")[2:] == ["7 killed Kirkuk 2015", "8 killed Erbil 2015"]
    again = "Town | Killed\nMosul | 5\nBasra | 6\nTown | Killed\nKirkuk | 7"
    assert told(again, "place") == ["5 Mosul", "6 Basra", "7 Kirkuk"]


def test_a_table_may_head_its_columns_anew() -> None:
    text = "Tanks | Destroyed | Captured\nT-72 | 5 | 6\nPeople | Killed | Wounded\nSoldiers | 7 | 8"
    assert told(text, "measure object") == [
        "5 destroyed materiel.tank",
        "6 captured materiel.tank",
        "7 killed person.military",
        "8 wounded person.military",
    ]


def test_tags_for_programs_are_no_figures() -> None:
    text = "Province | Killed\n#adm1+name | #affected+killed\nAleppo | 5\nHoms | 6"
    assert told(text, "place") == ["5 Aleppo", "6 Homs"]


def test_a_column_without_a_heading_at_the_left_edge_numbers_the_rows() -> None:
    text = " | country | destroyed | captured\nTanks | | |\n14 | Russia | 5 | 6\n2 | Russia | 7 | 8"
    assert told(text, "party")[-1] == "8 Russia"
    assert ("14", "the number of a row") in over(text)


def test_words_behind_the_figures_do_not_part_a_series() -> None:
    text = "Date | Tanks lost | Heaviest at\n1 May 2014 | 5 |\n2 May 2014 | 7 | Homs\n3 May 2014 | 9 | Hama"
    assert told(text, "scope place")[2] == "9 cumulative -"


def test_bars_without_blanks_between_them() -> None:
    assert told("Country | Killed | Wounded\nAllies | |||\nFrance | 5 | 6", "party") == [
        "5 France",
        "6 France",
    ]


def test_populations_are_no_casualties() -> None:
    text = "Casualties by country\n\nCountry | Population | Military deaths\nFrance | 1,000 | 5"
    assert told(text, "measure object") == ["1,000 other person", "5 killed person.military"]


def test_a_table_without_headings() -> None:
    text = "## Losses of Russia\n\nKilled | 3,825\nWounded | 11,000\nTanks lost | 255"
    assert told(text, "measure object party") == [
        "3,825 killed person Russia",
        "11,000 wounded person Russia",
        "255 lost materiel.tank Russia",
    ]


def test_rows_of_a_markdown_source_that_was_not_read() -> None:
    text = "| Side | Killed |\n| --- | ---: |\n| Russia | 5 |\n| Georgia | 7 |"
    assert told(text, "measure party") == ["5 killed Russia", "7 killed Georgia"]


def test_a_long_row_is_quoted_by_its_cell() -> None:
    claim = only(table(f"Town | Killed | Notes\nHoms | 5 | {'words ' * 90}\nHama | – | none"))
    assert (claim.quote, claim.anchor) == ("5", claim.start)


# ------------------------------------------------------------ from files


def test_a_workbook_to_claims() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Losses of Argentina in 1982"
    for row in (["Kind", "Number"], ["Soldiers killed", 649], ["Aircraft destroyed", 75]):
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    (document,) = read(file.getvalue(), name="falklands.xlsx")
    assert isinstance(document, Document)
    claims = claims_in_tables(document)
    assert [(c.low, c.measure, c.object, c.party, c.from_date) for c in claims] == [
        (649, "killed", "person.military", "Argentina", "1982"),
        (75, "destroyed", "materiel.aircraft", "Argentina", "1982"),
    ]
    cells = [s.cell for c in claims for s in document.segments if s.start <= c.anchor < s.end]
    assert cells == ["B2", "B3"]


def test_a_pdf_to_claims() -> None:
    rows = [("Loss", "Argentina", "United Kingdom"), ("Killed", "649", "255"), ("Wounded", "1,657", "775"),
            ("Captured", "11,313", "115")]  # fmt: skip
    lines = [
        (72.0 + 150 * at, 700.0 - 14 * n, 10.0, cell)
        for n, row in enumerate(rows)
        for at, cell in enumerate(row)
    ]
    (document,) = read(made_pdf([lines]), name="a.pdf")
    assert isinstance(document, Document)
    claims = claims_in_tables(document)
    assert [(c.low, c.measure, c.party) for c in claims][-2:] == [
        (11313, "captured", "Argentina"),
        (115, "captured", "United Kingdom"),
    ]
    assert claims[-1].quote == "Captured | 11,313 | 115"


# ------------------------------------------------------------ any table

HEADINGS = st.sampled_from(
    [
        "",
        "Killed",
        "Tanks lost",
        "Date",
        "Side",
        "Total",
        "%",
        "No.",
        "Low",
        "High",
        "Source",
        "2014",
        "Notes",
        "x",
    ]
)
CELLS = st.sampled_from(
    ["", "–", "n/a", "5", "1,008*", "300–500", ">100", "12 (3)", "45%", "4 May 2014", "2014", "Russia",
     "Homs", "T-72", "Total", "12 killed, 3 wounded", "[1]", "5.5", "-7", "no", "←", "↑"]
)  # fmt: skip
TABLES = st.integers(1, 5).flatmap(
    lambda width: st.tuples(
        st.lists(HEADINGS, min_size=width + 1, max_size=width + 1),
        st.lists(st.lists(CELLS, min_size=width + 1, max_size=width + 1), min_size=1, max_size=6),
    )
)


@settings(deadline=None)
@given(TABLES)
def test_no_number_of_any_table_is_lost(parts: tuple[list[str], list[list[str]]]) -> None:
    """Each digit is in a claim's figure, in what is passed over, or in a model's name or a mark."""
    heading, rows = parts
    document = table("\n".join(" | ".join(cells) for cells in [heading, *rows]))
    claims, passed = claims_in_tables(document), passed_in_tables(document)
    told = [(r.start or 0, r.end or 0) for c in claims for r in c.reasons if r.field == "low"]
    told += [(item.start, item.end) for item in passed]
    for claim in claims:
        assert document.text[claim.start : claim.end] == claim.quote
    for at, character in enumerate(document.text):
        before = document.text[max(at - 2, 0) : at]
        if character.isdigit() and not before.endswith(("T-", "-7", "[")) and "T-" not in before:
            assert any(start <= at < end for start, end in told), (document.text, at)


def test_the_page_about_tables_tells_what_its_table_gives() -> None:
    page = (Path(__file__).parents[3] / "docs" / "tables.md").read_text(encoding="utf-8")
    shown = page.split("two rows and three columns\n\n")[1].split("\n\ngives four claims")[0]
    assert told("\n".join(line.strip() for line in shown.split("\n")), "measure object party source") == [
        "146 destroyed materiel.tank Armenia Oryx",
        "103 captured materiel.tank Armenia Oryx",
        "331 destroyed materiel.vehicle Armenia Oryx",
        "390 captured materiel.vehicle Armenia Oryx",
    ]
