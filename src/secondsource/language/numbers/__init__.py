"""How numbers are written: the word tables, the items of a text, cardinals and fractions in words."""
