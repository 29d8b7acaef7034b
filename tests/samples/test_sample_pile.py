"""The sample pile against its gold: every section of the dossier is held to the share it gets right, or better.

`python -m bench.sample --worst 20` shows what is missed. A floor here only ever goes up.
"""

import pytest

from bench.sample import Outcome, load, outcomes

FLOORS = {
    "language": 1.0,
    "outlet": 0.6,
    "headline": 0.85,
    "date holds the day": 1.0,
    "date is the day": 0.8,
    "body": 0.98,
    "furniture": 0.9,
    "credit": 0.5,
    "copy pair": 0.9,
    "derivation": 0.9,
    "event sources": 1.0,
    "event day": 1.0,
    "story": 1.0,
    "statement direct": 0.7,
    "statement indirect": 0.8,
    "statement mixed": 0.7,
    "speaker": 0.8,
    "figure value": 0.97,
    "figure unit": 0.98,
    "figure period": 0.6,
    "furniture figure": 1.0,
    "agreement": 0.7,
    "claim verdict": 0.6,
}


@pytest.fixture(scope="module")
def found() -> dict[str, list[Outcome]]:
    return outcomes(load())


@pytest.mark.parametrize("section", FLOORS)
def test_a_section_is_right_to_its_floor(found: dict[str, list[Outcome]], section: str) -> None:
    rows = found[section]
    missed = "\n".join(f"{row.entry} -> {row.got[:120]}" for row in rows if not row.right)
    assert sum(row.right for row in rows) >= FLOORS[section] * len(rows), missed
