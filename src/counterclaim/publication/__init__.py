"""Stage: publication."""
