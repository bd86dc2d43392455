"""Stage: lexicon."""
