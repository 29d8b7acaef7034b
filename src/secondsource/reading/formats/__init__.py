"""Files to single texts: records, feeds, mail and archives."""
