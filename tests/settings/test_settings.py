"""casebook.toml is checked at the door, and what is wrong with it is said with its place."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import SettingsError
from counterclaim.model import Conflict, Party, Place
from counterclaim.partial_date import PartialDate
from counterclaim.settings import CasebookSettings, settings_reference, starter_settings, write_starter
from counterclaim.settings.complaints import toml_value

EXAMPLE = Path(__file__).parents[2] / "examples" / "karabakh-2020" / "casebook.toml"

WHOLE = """
[conflict]
name = "The war of the rivers"
start = 2021-03-01
end = "2021"

[[party]]
name = " North "
side = "N"
aliases = ["Northern"]
kind = "state"

[[party]]
name = "South"

[[place]]
name = "Two Rivers"
aliases = ["Tworivers"]
latitude = 40
longitude = 44.25

[access]
sealed_documents = ["interview-07.txt"]
"""


def test_settings_become_the_conflict_that_stages_read() -> None:
    assert CasebookSettings.parse(WHOLE).conflict == Conflict(
        name="The war of the rivers",
        start=PartialDate("2021-03-01"),
        end=PartialDate("2021"),
        parties=(Party("North", "N", ("Northern",), "state"), Party("South")),
        places=(Place("Two Rivers", ("Tworivers",), 40.0, 44.25),),
    )


def test_empty_settings_say_nothing() -> None:
    assert CasebookSettings.parse("").conflict == Conflict()


def test_the_example_is_valid() -> None:
    assert [party.name for party in CasebookSettings.load(EXAMPLE).conflict.parties]


@pytest.mark.parametrize(
    ("text", "said", "remedy"),
    [
        ('[conflict]\nstart = "27 Sept"', "line 2: [conflict], `start`: not a date", 'start = "2020-09-27"'),
        ("[conflict]\nname = 3", "line 2: [conflict], `name`: 3 will not do", "For example: name ="),
        (
            '[conflict]\nstart = "2021"\nend = "2020"',
            "line 1: `conflict`: the conflict ends (2020) before it starts (2021)",
            "Correct the file",
        ),
        (
            '[[party]]\nname = "A"\n\n[[party]]\nname = "B"\nalias = ["x"]',
            "line 6: [[party]] number 2, `alias`: there is no such setting",
            "Did you mean `aliases`?",
        ),
        (
            '[[bounds]]\nname = "ours"\nrelation = ["friend"]\nbound = "floor"\nweight = 0.5\nwhy = "x"',
            "line 3: [[bounds]] number 1, `relation`: \"friend\" will not do: it must be 'own'",
            'relation = ["enemy"]',
        ),
        (
            '[[bounds]]\nname = "ours"\nrelation = ["own"]\nbound = "floor"\nweight = 2\nwhy = "x"',
            "line 5: [[bounds]] number 1, `weight`: 2 will not do",
            "weight = 0.5",
        ),
        (
            '[[bounds]]\nname = "ours"\nrelation = ["own"]\nbound = "floor"\nweight = 0.5',
            "line 1: [[bounds]] number 1, `why`: this setting is missing",
            "The reason, in words",
        ),
        ('[[party]]\nside = "B"', "line 1: [[party]] number 1, `name`: this setting is missing", "name ="),
        ('[[party]]\nname = ""', "line 2: [[party]] number 1, `name`: a name cannot be empty", "name ="),
        ('[[party]]\nname = "A"\nkind = "nation"', "line 3: [[party]] number 1, `kind`", 'kind = "state"'),
        (
            '[[party]]\nname = "A"\naliases = ["b"]\n[[party]]\nname = "B"',
            "the name “B” stands for two parties: A and B",
            "Correct the file",
        ),
        ('[[place]]\nname = "x"\nlatitude = 100', "line 3: [[place]] number 1, `latitude`: 100", "40.5"),
        ('[[place]]\nname = "x"\nlatitude = 10', "`latitude` and `longitude` belong together", "Correct"),
        (
            '[llm]\nbase_url = "localhost:8080"',
            "line 2: [llm], `base_url`: 'localhost:8080' is no address",
            "http://",
        ),
        ("[llm]\nprice_sent = 1.0", "`price_sent` and `price_received` belong together", "Correct the file"),
        ("[llm]\nbudget_cost = 1.0", "`budget_cost` needs `price_sent`", "Correct the file"),
        ("[llm]\nparallel = 0", "line 2: [llm], `parallel`: 0 will not do", "parallel = 4"),
        ("[conflict", "is not valid TOML", "quotation marks"),
        ("parties = 3", "line 1: `parties`: there is no such setting", "Did you mean `party`?"),
        ("[acess]\nsealed_claims = []", "line 1: `acess`: there is no such setting", "`access`"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str, said: str, remedy: str) -> None:
    path = tmp_path / "casebook.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as raised:
        CasebookSettings.load(path)
    assert str(path) in raised.value.what and said in raised.value.what
    assert remedy in raised.value.remedy


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="There is no settings file"):
        CasebookSettings.load(tmp_path / "casebook.toml")


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    path = tmp_path / "casebook.toml"
    path.write_bytes(b'name = "\xff"')
    with pytest.raises(SettingsError, match="cannot be read"):
        CasebookSettings.load(path)


def test_the_starter_says_nothing_until_its_lines_are_used() -> None:
    assert CasebookSettings.parse(starter_settings()) == CasebookSettings.parse("")


def test_the_starter_is_valid_with_every_line_used() -> None:
    used = "\n".join(line.removeprefix("# ") for line in starter_settings().splitlines() if _is_setting(line))
    settings = CasebookSettings.parse(used)
    assert set(tomllib.loads(used)) == {
        "conflict",
        "party",
        "place",
        "places",
        "site",
        "database",
        "access",
        "llm",
        "reconciliation",
        "bounds",
    }
    assert settings.conflict.parties[0].aliases


def _is_setting(line: str) -> bool:
    return line.startswith("# [") or (line.startswith("# ") and " = " in line and line[2] != " ")


def test_a_starter_never_replaces_a_file(tmp_path: Path) -> None:
    path = tmp_path / "casebook.toml"
    path.write_text("[conflict]\n", encoding="utf-8")
    write_starter(path)
    assert path.read_text(encoding="utf-8") == "[conflict]\n"


def test_the_reference_has_every_setting_with_its_type_and_default() -> None:
    page = settings_reference()
    assert "## `[[party]]`" in page and "## `[conflict]`" in page
    assert "| `aliases` | list of text | none | Other names" in page
    assert "| `kind` | `state` or `self_declared_state` or" in page and '`"other"`' in page
    assert "| `latitude` | number | none |" in page


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_text_is_written_as_toml_reads_it(value: str) -> None:
    assert tomllib.loads(f"key = {toml_value(value)}") == {"key": value}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[[party]]\nname = "A"\nside = "x"\n[[party]]\nname = "a"\nside = "y"\n',
            "two of the parties are called",
        ),
        ('[party]\nname = "A"\n', r"line 1: `party`: write \[\[party\]\]"),
        ('[[conflict]]\nname = "A"\n', r"write \[conflict\], with one bracket"),
        ("[[party]]\nname = 3\n", "3 will not do: it must be text in quotation marks"),
        ('[[party]]\nname = "A"\naliases = "x"\n', '"x" will not do: it must be a list'),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        CasebookSettings.parse(text)
