"""How good claims are: those of extraction against gold ones, or one annotator's against another's."""

from counterclaim.evaluation.annotations import Annotations, read_annotations
from counterclaim.evaluation.differences import ABOUT, Difference, fields_of
from counterclaim.evaluation.evaluate import Evaluation, evaluate
from counterclaim.evaluation.scoring import KindScore, LevelScore, Score

__all__ = [
    "ABOUT",
    "Annotations",
    "Difference",
    "Evaluation",
    "KindScore",
    "LevelScore",
    "Score",
    "evaluate",
    "fields_of",
    "read_annotations",
]
