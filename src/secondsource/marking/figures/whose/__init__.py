"""Whose figure it is: who gives it, and whether the report counted for itself."""
