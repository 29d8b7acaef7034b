"""Files to single texts: what kind a file is, and a module for each kind."""
