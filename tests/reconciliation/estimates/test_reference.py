"""The settled series that come with the package are whole, attributed, and say what they should."""

from itertools import pairwise

import pytest

from counterclaim.errors import SettingsError
from counterclaim.reconciliation.estimates.learning import learnt
from counterclaim.reconciliation.estimates.priors import check_priors, load_priors
from counterclaim.reconciliation.estimates.reference import Settled, load_reference, residuals_of

PRIORS = load_priors()
SERIES = load_reference()


@pytest.mark.parametrize("series", SERIES, ids=lambda series: series.id)
def test_each_figure_has_its_page_and_its_day(series: Settled) -> None:
    assert series.said and series.page.startswith("http") and series.settled_by
    assert series.start <= series.end < series.settled_on
    for said in series.said:
        assert said.page.startswith("http")
        assert series.start <= said.until <= series.end
        assert said.until <= said.day or said.until == series.end
        assert (said.low or said.high) and (said.low or 0) <= (said.high or 10**9)
    assert all(one.day <= other.day for one, other in pairwise(series.said))


def test_they_are_of_many_conflicts_and_of_no_one_kind() -> None:
    assert len({series.conflict for series in SERIES}) >= 10
    assert {said.prior.name for series in SERIES for said in series.said} >= {
        "documented_list", "own_forces", "own_others", "enemy_forces", "enemy_others", "independent", "self",
    }  # fmt: skip


def test_what_is_known_on_a_day_is_the_latest_word_of_each_origin() -> None:
    (jenin,) = (series for series in SERIES if series.id == "jenin-2002")
    first = jenin.said[0].day
    assert [report.source for report in jenin.known_on(first)] == ["Israeli army"]
    assert jenin.known_on(first - 1) == []
    later = {report.side: (report.low, report.high) for report in jenin.known_on(first + 8)}
    assert later == {"Israel": (65, 65), "Palestinians": (500, 500), "relief agencies": (None, 200)}


def test_only_figures_of_the_whole_teach() -> None:
    """In the middle of a war nobody knows how many have died by then, so nothing is learnt from that day."""
    (war,) = (series for series in SERIES if series.id == "karabakh-2020-azerbaijan")
    taught = {residual.prior for residual in war.residuals(PRIORS)}
    assert taught == {"own_forces", "documented_list", "enemy_forces"}
    enemy = [residual.off for residual in war.residuals(PRIORS) if residual.prior == "enemy_forces"]
    assert enemy == [pytest.approx(0.942, abs=0.01)]  # 7,155 and 7,510 of 2,908


def test_what_they_teach_is_noted() -> None:
    """A change of the table or of the priors shows here."""
    biases = learnt(PRIORS, residuals_of(SERIES, PRIORS))
    means = {name: round(bias.mean, 2) for name, bias in biases.by_prior.items() if bias.seen}
    assert means == NOTED


NOTED = {
    "documented_list": 0.03, "own_forces": -0.18, "own_others": 0.09, "enemy_forces": 0.6,
    "enemy_others": 0.06, "self": -0.47, "independent": 0.06,
}  # fmt: skip


def test_a_relation_without_a_prior_is_refused() -> None:
    with pytest.raises(SettingsError, match="no prior that always fits for self"):
        check_priors([row for row in PRIORS.prior if row.name != "self"])
