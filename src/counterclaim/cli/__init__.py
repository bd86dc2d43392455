"""The command line: one command a stage, and `build`, which runs them all."""

from counterclaim.cli.app import app, main
from counterclaim.cli.reference import cli_reference

__all__ = ["app", "cli_reference", "main"]
