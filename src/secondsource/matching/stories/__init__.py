"""Which events belong to one story."""
