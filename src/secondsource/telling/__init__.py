"""Telling the result: the dossier as a read model, and everything that is written from it."""
