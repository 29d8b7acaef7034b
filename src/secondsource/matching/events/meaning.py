"""The models grade: how near two reports lie in meaning, by the vectors of how they begin."""

import math
from collections.abc import Mapping, Sequence

from secondsource.language.vectors import Vectors
from secondsource.model.pile import MarkedDocument

from .keys import ReportKeys

BEGINNING = 300
"""Characters of a report, its headline first, that are taken to say what happened."""
NEIGHBOURS = 80
"""Nearest reports that each report is compared with."""
LEAST = 0.2
"""Likeness below which a report is no neighbour."""
EVEN = 0.585
"""Likeness at which two headlines of a day are as often of one happening as not."""
STEEP = 11.0
"""How fast that changes with likeness."""
APART = 7
"""Days beyond which likeness of meaning alone proposes nothing."""


class Meanings:
    """The vectors of a pile's reports."""

    def __init__(self, documents: Sequence[MarkedDocument]) -> None:
        """Raises `ModelError` where the model is not installed."""
        texts = {one.id: one.document.reported.text[:BEGINNING] for one in documents}
        self._vectors = Vectors(texts, {one.id: one.document.language or "" for one in documents})

    def likeness(self, left: str, right: str) -> float:
        """How surely two reports are of one happening by their meaning alone, from 0 to 1: a logistic curve, for what
        is only of one subject counts little, and of near twins one pair must not outweigh the others of its group."""
        return 1.0 / (1.0 + math.exp(-STEEP * (self._vectors.likeness(left, right) - EVEN)))

    def candidates(self, reports: Mapping[str, ReportKeys]) -> list[tuple[str, str]]:
        """Pairs of reports that lie near in meaning and not far in time."""
        days = {key: report.earliest.toordinal() if report.earliest else None for key, report in reports.items()}
        return self._vectors.neighbours(NEIGHBOURS, LEAST, days, APART)
