"""Temporal expressions: found, understood, and resolved as far as the page says."""
