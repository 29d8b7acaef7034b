"""Sentence vectors seen from the middle of their language; no model is needed for that."""

from typing import Any

import numpy
import pytest

from secondsource.language import vectors
from secondsource.language.vectors import Vectors, centred

RANDOM = numpy.random.default_rng(7)
SAID = RANDOM.normal(size=(40, 24))
"""What forty texts say."""
CONE = 6 * RANDOM.normal(size=24)
"""Where the model puts every text."""
ACCENT = 4 * RANDOM.normal(size=24)
"""Where it puts texts of the other language beside that."""


@pytest.fixture(autouse=True)
def everyday(monkeypatch: pytest.MonkeyPatch) -> None:
    """The middle of the cone in place of the model's everyday headlines."""
    monkeypatch.setattr(vectors, "_everyday", lambda: unit(CONE[None, :]))


def unit(matrix: Any) -> Any:
    """Rows of length one."""
    return matrix / numpy.linalg.norm(matrix, axis=1, keepdims=True)


def test_a_translation_is_nearer_than_any_other_text() -> None:
    repeated = numpy.tile(SAID, (10, 1))
    noise = 0.2 * RANDOM.normal(size=repeated.shape)
    here, there = repeated + CONE, repeated + noise + CONE + ACCENT
    seen = centred(unit(numpy.concatenate([here, there])), ["en"] * 400 + ["de"] * 400)
    near = seen[:40] @ seen[400:440].T
    assert (near.argmax(axis=1) == numpy.arange(40)).all()


def test_strangers_of_a_small_pile_lie_far_apart() -> None:
    written = unit(SAID[:5] + CONE)
    seen = centred(written, ["en"] * 5)
    pairs = numpy.triu_indices(5, 1)
    assert numpy.allclose(numpy.linalg.norm(seen, axis=1), 1)
    assert numpy.max((seen @ seen.T)[pairs]) < numpy.min((written @ written.T)[pairs])


def test_no_texts_no_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "_encoded", lambda texts: numpy.zeros((len(texts), 24)))
    assert Vectors({}, {}).neighbours(5, 0.1, {}, 4) == []


def test_a_text_alone_is_like_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "_encoded", lambda texts: unit(SAID[: len(texts)] + CONE))
    assert Vectors({"a": "x"}, {"a": "en"}).likeness("a", "a") == pytest.approx(1.0)


@pytest.mark.parametrize("undated", [0, 7])
def test_neighbours_are_the_nearest_within_the_days(monkeypatch: pytest.MonkeyPatch, undated: int) -> None:
    """Taken day by day in small batches, as all at once."""
    said = unit(RANDOM.normal(size=(90, 24)) + CONE)
    monkeypatch.setattr(vectors, "_encoded", lambda texts: said[: len(texts)])
    monkeypatch.setattr(vectors, "_BATCH", 8)
    keys = [f"{at:02}" for at in range(90)]
    days: dict[str, int | None] = {key: None if int(key) < undated else int(key) * 7 % 30 for key in keys}
    known = Vectors(dict.fromkeys(keys, ""), dict.fromkeys(keys, "en"))
    expected = set()
    for key in keys:
        others = [
            other
            for other in keys
            if other != key
            and known.likeness(key, other) >= 0.1
            and (days[key] is None or days[other] is None or abs((days[key] or 0) - (days[other] or 0)) <= 4)
        ]
        others.sort(key=lambda other: -known.likeness(key, other))
        expected |= {(min(key, other), max(key, other)) for other in others[:3]}
    assert known.neighbours(3, 0.1, days, 4) == sorted(expected)
