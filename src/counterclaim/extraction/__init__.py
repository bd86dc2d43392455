"""Stage: extraction."""
