"""A record that refers to what it does not hold is refused before anything is written."""

from dataclasses import replace
from pathlib import Path

import pytest

from counterclaim.model import Contradiction, PassedOver, Reconciliation, Record
from counterclaim.publication import PublicationError, publish
from tests.publication import records

WHOLE = records.record()
NOWHERE = replace(records.KILLED_162, document="f" * 64)


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (replace(WHOLE, claims=(*WHOLE.claims, NOWHERE)), "refers to document ffff"),
        (replace(WHOLE, claims=WHOLE.claims[1:]), f"refers to claim {records.KILLED_1400.id}"),
        (replace(WHOLE, passed_over=(PassedOver("0", 0, 1, "8", "a day"),)), "the passed-over '8'"),
        (
            replace(WHOLE, reconciliation=Reconciliation((), (Contradiction("denial", (), "", 1.0),))),
            "refers to claims",
        ),
        (
            replace(
                WHOLE,
                reconciliation=Reconciliation(
                    (
                        replace(
                            records.DEAD_OF_GEORGIA,
                            weighings=(replace(records.DEAD_OF_GEORGIA.weighings[0], origin="gone"),),
                        ),
                    )
                ),
            ),
            "refers to claim gone",
        ),
    ],
)
def test_dangling_references_are_refused(broken: Record, words: str, tmp_path: Path) -> None:
    with pytest.raises(PublicationError, match=words) as error:
        publish(broken, tmp_path / "site")
    assert "publish" in error.value.remedy
    assert not (tmp_path / "site").exists()
