"""Run a stage over many documents: in this process or over the cores of this machine."""

from counterclaim.engines.local import Outcome, run, suitable_workers

__all__ = ["Outcome", "run", "suitable_workers"]
