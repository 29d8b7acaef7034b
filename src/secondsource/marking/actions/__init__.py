"""Who did what to whom, with PLOVER's 16 types."""
