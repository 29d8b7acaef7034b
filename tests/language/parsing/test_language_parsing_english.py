"""The English parser of the models grade: what it promises where it is installed, and what is said where not."""

import sys

import pytest

from secondsource.case import Case, Grade, Settings
from secondsource.errors import ModelError
from secondsource.language import vectors
from secondsource.language.parsing import english
from secondsource.model.span import Span
from secondsource.stage.settings import NO_PARSER, ModelSettings, RunSettings

MODELS = RunSettings(grade=Grade.MODELS, processes=1)
TEXT = "The mayor said the bridge would open. “We are late. Very late,” she added."
SENTENCES = [Span(0, 37), Span(38, len(TEXT))]


@pytest.fixture
def installed() -> None:
    pytest.importorskip("spacy", reason="the models grade is not installed")
    try:
        english.identity()
    except ModelError:
        pytest.skip("no English model of spaCy is installed")


def test_a_missing_parser_stops_the_run_before_anything_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "identity", dict)
    monkeypatch.setitem(sys.modules, "spacy", None)
    english._pipeline.cache_clear()
    english.identity.cache_clear()
    with pytest.raises(ModelError) as error:
        Case(Settings(run=MODELS)).add(["no-such-pile"])
    assert "spaCy" in error.value.cause
    assert "secondsource[models]" in error.value.next_step


def test_the_models_grade_can_do_without_a_parser_and_then_names_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "identity", dict)
    settings = Settings(run=MODELS, models=ModelSettings(english_parser=NO_PARSER))
    assert Case(settings).made().models == {}
    assert Case(settings).made().settings["models.english_parser"] == NO_PARSER


def test_the_rules_grade_never_has_a_parser() -> None:
    assert Settings(models=ModelSettings(english_parser="some/folder")).parser is None


@pytest.mark.usefixtures("installed")
def test_words_have_their_place_in_the_text() -> None:
    for tree, span in zip(english.trees(TEXT, SENTENCES), SENTENCES, strict=True):
        assert [TEXT[word.start : word.end].lower() for word in tree.words] == [word.lower for word in tree.words]
        assert all(span.start <= word.start < word.end <= span.end for word in tree.words)


@pytest.mark.usefixtures("installed")
def test_a_sentence_is_one_tree_whatever_stops_stand_in_it() -> None:
    for tree in english.trees(TEXT, SENTENCES):
        assert [word.relation for word in tree.words].count("ROOT") == 1


@pytest.mark.usefixtures("installed")
def test_the_same_text_has_the_same_trees() -> None:
    assert english.trees(TEXT, SENTENCES) == english.trees(TEXT, SENTENCES)


@pytest.mark.usefixtures("installed")
def test_the_record_names_the_model_with_its_version_and_hash() -> None:
    ((name, digest),) = english.identity().items()
    assert name.startswith("en_core_web_")
    assert digest.startswith("sha256:")
