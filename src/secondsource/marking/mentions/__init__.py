"""Mentions: the parties a source names, with the fullest name it gives them."""
