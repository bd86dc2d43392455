"""Stage: engines."""
