"""The grammar of one sentence: its words, its cues, their subjects and what they report."""
