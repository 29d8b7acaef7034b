"""Which sources report one happening, when and where it was, and what they teach each other about their dates."""
