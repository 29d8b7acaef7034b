"""Pure functions on str, without any word of the domain."""
