"""Quantities: figures that measure the same thing of the same parties in the same period."""
