"""Pictures as SVG text: pure functions from numbers and names to markup, the same bytes for the same input."""
