"""A filter lets through the claims that it names and no others."""

from pathlib import Path

import pytest

from counterclaim.casebook import Casebook, ClaimFilter
from counterclaim.partial_date import PartialDate
from tests.casebook.material import fill, north_extraction, south_extraction

(NORTHERN,) = north_extraction().claims
SOUTHERN, TALKS = south_extraction().claims


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filters") / "case"
    with Casebook.open(folder, create=True) as casebook:
        fill(casebook)
    return folder


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ClaimFilter(), [NORTHERN, SOUTHERN, TALKS]),
        (ClaimFilter(kind="event"), [TALKS]),
        (ClaimFilter(measure="Killed"), [NORTHERN, SOUTHERN]),
        (ClaimFilter(object="person"), [NORTHERN, SOUTHERN]),
        (ClaimFilter(object="pers"), []),
        (ClaimFilter(source="SOUTHERN"), [SOUTHERN, TALKS]),
        (ClaimFilter(party="north"), [NORTHERN, SOUTHERN, TALKS]),
        (ClaimFilter(party="south"), [TALKS]),
        (ClaimFilter(place="rivers"), [TALKS]),
        (ClaimFilter(event_type="talks", source="northern"), []),
        (ClaimFilter(document="north"), [NORTHERN]),
        (ClaimFilter(from_date=PartialDate("2021-03-04")), [SOUTHERN, TALKS]),
        (ClaimFilter(to_date=PartialDate("2021-03-02")), [SOUTHERN, TALKS]),
        (
            ClaimFilter(from_date=PartialDate("2021-03-03"), to_date=PartialDate("2021-03-03")),
            [NORTHERN, SOUTHERN, TALKS],
        ),
        (ClaimFilter(from_date=PartialDate("2022")), []),
        (ClaimFilter(limit=2), [NORTHERN, SOUTHERN]),
    ],
)
def test_filter(folder: Path, wanted: ClaimFilter, found: list[object]) -> None:
    with Casebook.open(folder) as casebook:
        assert casebook.claims(wanted) == found
