"""What differs materially between two statements that are otherwise alike."""
