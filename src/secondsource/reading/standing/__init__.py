"""Standing matter: what a publisher prints on page after page, told by its standing on pages of different matter."""
