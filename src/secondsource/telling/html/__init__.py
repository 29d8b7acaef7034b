"""The dossier as one HTML page that needs nothing but a browser."""

from .page import render, write

__all__ = ["render", "write"]
