"""Where work is done: the only package with workers."""
