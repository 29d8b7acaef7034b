"""Across sources: which texts, parties, remarks, quantities and happenings are the same. Always block, compare,
group."""
