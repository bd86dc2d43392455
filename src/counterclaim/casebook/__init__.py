"""Stage: casebook."""
