"""The second reader: a language model asked for the same claims, and believed in nothing that it cannot show.

It is asked only where somebody wants it: it needs a network, and what it is asked about leaves this computer.
"""

from counterclaim.extraction.llm.claims import DIFFERENCE
from counterclaim.extraction.llm.comparing import Verdict, compared, read_alone, verdict_of
from counterclaim.extraction.llm.errors import AskingError, BudgetSpentError, StoppedError
from counterclaim.extraction.llm.evidence import Evidence
from counterclaim.extraction.llm.kept_answers import FILE_NAME
from counterclaim.extraction.llm.reader import Asked, SecondReader, Totals
from counterclaim.extraction.llm.verifying import Verified

__all__ = [
    "DIFFERENCE",
    "FILE_NAME",
    "Asked",
    "AskingError",
    "BudgetSpentError",
    "Evidence",
    "SecondReader",
    "StoppedError",
    "Totals",
    "Verdict",
    "Verified",
    "compared",
    "read_alone",
    "verdict_of",
]
