"""Statements: what somebody is reported to have said, in whose words, with the speaker and the cue."""
