"""Records as a program reads them: the same names and values as in the model, nothing added in words."""

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from counterclaim.model import Claim, Contradiction, Decision, Finding


def claim_values(claim: Claim, document: str) -> dict[str, Any]:
    """A claim's row with its id, and the digest of its document beside its name."""
    return {"id": claim.id, "digest": claim.document, **claim.row(document)}


def finding_values(finding: Finding, decisions: Iterable[Decision] = ()) -> dict[str, Any]:
    """A finding with its series, each claim with what it did, and the decisions that it rests on."""
    values = asdict(finding)
    return {
        "id": finding.id,
        **values.pop("series"),
        **values,
        "mentions": finding.mentions,
        "origins": finding.origins,
        "decisions": [decision.number for decision in decisions],
    }


def contradiction_values(
    contradiction: Contradiction, claims: Mapping[str, dict[str, Any]]
) -> dict[str, Any]:
    """A contradiction with its claims written out."""
    return {
        "id": contradiction.id,
        "kind": contradiction.kind,
        "weight": contradiction.weight,
        "rule": contradiction.rule,
        "grade": contradiction.grade,
        "explanation": contradiction.explanation,
        "claims": [claims[claim] for claim in contradiction.claims],
    }


def print_json(values: Mapping[str, Any] | Iterable[Mapping[str, Any]]) -> None:
    """Write one value, or a list of them, to standard output."""
    json.dump(
        values if isinstance(values, Mapping) else list(values), sys.stdout, ensure_ascii=False, indent=2
    )
    sys.stdout.write("\n")
