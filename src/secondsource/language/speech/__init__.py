"""How a language reports speech: the table of its words, and the table made ready for look-up."""
