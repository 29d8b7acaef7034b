"""People without a name, with the mentions that a page really has: one deed for each, and nobody's town is one."""

import pytest

from secondsource.marking.actions.stage import MarkActions
from secondsource.marking.mentions.stage import MarkMentions
from secondsource.model.document import Document
from secondsource.model.mark import Action, ActorKind, Mention
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import Marks
from secondsource.model.source import Source


def marks(text: str) -> Marks:
    """The parties and deeds of an English text."""
    source = Source("page", "page", "page", None, "page", "text/plain", "utf-8")
    document = Document(source, text, "en", (Passage(0, len(text), Role.BODY),))
    found = Marks(MarkMentions().mark(document, Marks()).marks)
    return found.plus(MarkActions().mark(document, found).marks)


def deeds(text: str) -> list[tuple[str | None, str, str | None]]:
    """Actor, type and target of every deed of a text."""
    return [(one.actor, one.code, one.target) for one in marks(text).of(Action)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested a 34-year-old man from Corvane on Tuesday.", [("Police", "COERCE", "a 34-year-old man")]),
        ("Two brothers were arrested in Corvane.", [(None, "COERCE", "Two brothers")]),
        ("The suspects were arrested by soldiers.", [("soldiers", "COERCE", "suspects")]),
        (
            "Police and soldiers arrested three men.",
            [("Police", "COERCE", "three men"), ("soldiers", "COERCE", "three men")],
        ),
    ],
)
def test_each_of_the_unnamed_suffers_a_deed_once(text: str, expected: list[tuple[str | None, str, str | None]]) -> None:
    assert sorted(deeds(text), key=str) == sorted(expected, key=str)


def test_a_student_from_a_town_is_who_is_told_of() -> None:
    found = marks("A 19-year-old student from Kent, who had been arrested in May, was charged with murder.")
    who = next(mention for mention in found.of(Mention) if mention.text == "who")
    assert who.kind is ActorKind.PERSON
    assert all(deed.target_mention is None or "student" in (deed.target or "") for deed in found.of(Action))


def test_a_state_that_an_attribute_names_becomes_a_party_of_the_page() -> None:
    found = marks("Serbia on Thursday flatly rejected an Australian ultimatum.")
    (deed,) = found.of(Action)
    state = next(mention for mention in found.of(Mention) if mention.id == deed.target_mention)
    assert (state.text, state.name, state.kind, state.country) == ("Australian", "Australia", ActorKind.STATE, "au")


def test_what_is_called_after_a_people_is_whose_it_is() -> None:
    assert deeds("Burmese troops attacked the town of Mazarin.") == [("Burmese troops", "ASSAULT", "Mazarin")]
    assert not [one for one in marks("The move forces companies to pay.").of(Mention) if one.text == "forces"]
