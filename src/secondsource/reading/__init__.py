"""Bytes to documents: collecting, decoding, the text layer, passages with roles, the masthead and the date."""
