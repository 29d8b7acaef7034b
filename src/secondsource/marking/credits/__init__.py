"""Whose work a page says it is: wires, authors, translators, photographers, the publication it was taken from."""
