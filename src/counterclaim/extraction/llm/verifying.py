"""From answers to claims: what is not in the text is thrown away, and everything thrown away is listed.

A claim is kept only if its quote stands in one of the paragraphs that were asked about, if its number stands
in that quote, or its event in these words, and if its source is somebody whom the document names. Its range
is read from the words by the grammar, whatever the model made of them. Another field that the document does
not bear out is emptied.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from counterclaim.extraction.llm.answers import Answered, Misshapen
from counterclaim.extraction.llm.batches import Batch
from counterclaim.extraction.llm.claims import RULE, NotBorneOutError, Reading, reading_of
from counterclaim.extraction.llm.evidence import Evidence
from counterclaim.extraction.llm.locating import folded
from counterclaim.extraction.llm.placing import BatchText, opening_of
from counterclaim.extraction.llm.showing import shortened
from counterclaim.model import Claim, Kind, PassedOver

_LONGEST_WHY = 400  # characters
_FEWEST_WORDS = 2  # of a quote: one word is no clause


@dataclass(slots=True)
class Verified:
    """What became of a document's answers.

    Attributes:
        readings: the claims that are kept.
        thrown_away: the claims that are not, each with why.
        emptied: fields of kept claims that had to be emptied, each with why.
        unread: paragraphs to which there was no usable answer, each with why.
    """

    readings: list[Reading] = field(default_factory=list)
    thrown_away: list[PassedOver] = field(default_factory=list)
    emptied: list[PassedOver] = field(default_factory=list)
    unread: list[PassedOver] = field(default_factory=list)

    @property
    def passed_over(self) -> list[PassedOver]:
        """Everything that is listed."""
        return [*self.thrown_away, *self.emptied, *self.unread]


class Verifier:
    """Holds the answers about one document against it.

    Args:
        evidence: the document.

    Attributes:
        verified: what became of the answers so far.
    """

    def __init__(self, evidence: Evidence) -> None:
        self.verified = Verified()
        self._evidence = evidence
        self._seen: set[tuple[object, ...]] = set()
        self._anchored: Counter[tuple[Kind, int]] = Counter()

    def take(self, batch: Batch, answers: Iterable[Answered]) -> None:
        """Hold the answers about a batch against it."""
        there = BatchText(self._evidence.document.text, batch)
        for answered in answers:
            try:
                self._keep(self._reading(answered, there))
            except NotBorneOutError as why:
                start, end = there.nearest_to(answered.paragraph, answered.quote)
                self.verified.thrown_away.append(self._passed_over(start, end, str(why)))

    def leave_unread(self, batch: Batch, why: str) -> None:
        """Note that there was no usable answer about a batch."""
        for piece in batch.pieces:
            start, end = opening_of(self._evidence.document.text, piece)
            self.verified.unread.append(self._passed_over(start, end, f"no usable answer: {why}"))

    def _reading(self, answered: Answered, there: BatchText) -> Reading:
        if isinstance(answered, Misshapen):
            raise NotBorneOutError(f"the answer is not in the form asked for: {answered.why}")
        if len(folded(answered.quote).split()) < _FEWEST_WORDS:
            raise NotBorneOutError(f"its quote “{shortened(answered.quote)}” is too short to carry a claim")
        place = there.place_of(answered)
        if place is None:
            raise NotBorneOutError(f"its quote is not in the text: “{shortened(answered.quote)}”")
        return reading_of(self._evidence, answered, place)

    def _keep(self, reading: Reading) -> None:
        claim = reading.claim
        what = (claim.kind, claim.anchor, claim.measure, claim.object, claim.event_type, claim.actor)
        same = (*what, claim.target, claim.party, claim.place, claim.from_date, claim.source, claim.stance)
        if same in self._seen:
            raise NotBorneOutError("it is given twice")
        self._seen.add(same)
        self.verified.readings.append(replace(reading, claim=self._numbered(claim)))
        for name, value, why in reading.emptied:
            said = f"the {name} that it gives, “{shortened(value)}”, {why}; the claim is kept without it"
            self.verified.emptied.append(self._passed_over(claim.start, claim.end, said))

    def _numbered(self, claim: Claim) -> Claim:
        """The claim with an ordinal that tells it apart from others at its anchor."""
        ordinal = self._anchored[claim.kind, claim.anchor]
        self._anchored[claim.kind, claim.anchor] += 1
        return replace(claim, ordinal=ordinal)

    def _passed_over(self, start: int, end: int, why: str) -> PassedOver:
        document = self._evidence.document
        said = shortened(f"{RULE}: {why}", _LONGEST_WHY)
        return PassedOver(document.digest, start, end, document.text[start:end], said)
