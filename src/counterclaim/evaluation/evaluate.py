"""From a folder of gold claims to what extraction, or another annotator, makes of the same documents."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from counterclaim.errors import UnreadableError
from counterclaim.evaluation.agreement import Row
from counterclaim.evaluation.annotations import find_document, read_annotations
from counterclaim.evaluation.differences import Difference, differences
from counterclaim.evaluation.kappa import kappas
from counterclaim.evaluation.pairing import Pairing, pair_claims
from counterclaim.evaluation.scoring import Score, score
from counterclaim.extraction import extract
from counterclaim.model import Conflict, Document

_ANY_CONFLICT = Conflict()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Two sets of claims over the same documents, set against each other.

    Attributes:
        pairings: document by document, in the order of their names.
        texts: the documents' texts, by their names, where they are known.
    """

    pairings: tuple[Pairing, ...]
    texts: Mapping[str, str]

    @property
    def score(self) -> Score:
        """Precision, recall, F1 and the attributes' shares, over all documents together."""
        return score(self.pairings)

    @property
    def kappas(self) -> dict[str, dict[str, float | None]]:
        """Agreement beyond chance, by kind and field; see `kappa.kappas`."""
        return kappas(self.pairings)

    def differences(self) -> Iterator[Difference]:
        """Every missed and extra claim and every pair that differs, document by document."""
        for pairing in self.pairings:
            yield from differences(pairing, self.texts.get(pairing.document))


def evaluate(
    gold: Path, *, against: Path | None = None, only: Sequence[str] = (), conflict: Conflict = _ANY_CONFLICT
) -> Evaluation:
    """Set the claims that extraction finds in documents, or other claims, against gold ones.

    Args:
        gold: a folder with NAME.jsonl, and the document NAME.md or so beside each.
        against: other claims in the place of extraction's: a folder of the same kind, or one file of claims
            as `counterclaim export --format jsonl` writes it. A document of which it has no claims counts as
            one in which none was found.
        only: patterns of the shell (`dev-*`), of which a document's name must match one; empty: all.
        conflict: settings for extraction.

    Raises:
        UnreadableError: something is missing or is not what it must be; the message says what and where.
    """
    claims = read_annotations(gold, only)
    if not gold.is_dir():
        raise UnreadableError(f"{gold} is not a folder.", "Name the folder with the documents and claims.")
    documents = {name: find_document(gold, name) for name in claims}
    if against is None:
        found = {name: _extracted(gold, name, document, conflict) for name, document in documents.items()}
    else:
        found = read_annotations(against)
        _check_shared(gold, claims, against, found)
    pairings = (pair_claims(name, rows, found.get(name, ())) for name, rows in claims.items())
    texts = {name: document.text for name, document in documents.items() if document is not None}
    return Evaluation(tuple(pairings), texts)


def _extracted(gold: Path, name: str, document: Document | None, conflict: Conflict) -> list[Row]:
    if document is None:
        raise UnreadableError(
            f"{gold} has claims of the document {name}, but not the document.",
            f"Put it beside them as {name}.md, or set these claims against others with --against.",
        )
    return [claim.row(name) for claim in extract(document, conflict).claims]


def _check_shared(
    gold: Path, ours: Mapping[str, object], against: Path, theirs: Mapping[str, object]
) -> None:
    if not ours.keys() & theirs.keys():
        raise UnreadableError(
            f"{gold} and {against} have no document in common.", "Their claims must name the same documents."
        )
