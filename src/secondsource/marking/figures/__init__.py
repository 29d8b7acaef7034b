"""Figures: numbers with what they measure."""
