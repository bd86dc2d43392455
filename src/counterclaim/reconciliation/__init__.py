"""Stage: reconciliation."""
