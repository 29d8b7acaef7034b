"""The nouns of the house: frozen records, one file for each, almost without behaviour."""
