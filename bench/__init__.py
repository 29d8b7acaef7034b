"""Measuring: one command for each capability, with a peer's figure from the same run."""
