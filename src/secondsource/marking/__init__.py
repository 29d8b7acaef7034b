"""In one source: what it credits, mentions, dates, quotes, counts, and who does what."""
