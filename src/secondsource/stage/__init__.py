"""What every stage promises, the settings they follow, and the check that a plan fits together."""
