"""When a page was published: dates found as written, clues drawn from them, and the days that fit the clues."""
