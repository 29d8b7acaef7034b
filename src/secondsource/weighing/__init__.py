"""How many stand behind each claim: pages, independent reports, ultimate voices."""
