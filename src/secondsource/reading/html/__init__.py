"""HTML pages: the text layer, the parts of the page, and the role of every line."""
