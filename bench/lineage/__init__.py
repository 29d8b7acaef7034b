"""The lineage benchmark: invented stories, and what a careful reader finds in them."""
