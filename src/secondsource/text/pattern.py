"""Regular expressions made of the written forms of a table."""

import re
from collections.abc import Iterable


def either(forms: Iterable[str]) -> str:
    """An alternation of written forms, the longest first; of none, what never matches."""
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))) or "$."
