"""Words that no listed verb of saying governs, and who says them."""
