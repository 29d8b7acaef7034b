"""Which sources carry one text, and who derives from whom."""
