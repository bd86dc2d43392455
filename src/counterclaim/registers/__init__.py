"""Stage: registers."""
