"""Actors: the parties of all sources, with everything that names them."""
