"""The agreement benchmark: pairs of figures from invented reports, and how they stand to each other."""
