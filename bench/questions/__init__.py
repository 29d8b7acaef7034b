"""Passages with gold for what each figure says: value, unit, measure, question, parties, period, change, voice."""
