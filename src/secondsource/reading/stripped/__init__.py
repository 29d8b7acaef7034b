"""Text that somebody has already stripped of its markup: lines told apart by shape, words, place and neighbours."""
