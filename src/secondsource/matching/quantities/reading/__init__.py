"""Reading off a sentence what its figures are about: the questions that come before any two are compared."""
