"""Reads reporting about an armed conflict into claims that can be audited."""
