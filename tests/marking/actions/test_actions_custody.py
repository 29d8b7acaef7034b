"""What is done to people whom the report does not name: arrested, charged, sentenced; and how many they are."""

import pytest

from secondsource.marking.actions.custody import held_in
from secondsource.model.span import Span


def told(text: str, language: str) -> list[tuple[str, int, str]]:
    """Kind, number and words of the people of each such deed."""
    found = held_in(text, Span(0, len(text)), language)
    return [(one.kind, one.count, one.people.cut(text)) for one in found]


@pytest.mark.parametrize(
    ("language", "text", "kind", "count", "people"),
    [
        ("en", "Two brothers, aged 29 and 34, were arrested in Roubaix.", "arrest", 2, "Two brothers"),
        ("en", "A former technician of the firm was charged on Thursday.", "charge", 1, "A former technician"),
        ("en", "A court on Wednesday sentenced two brothers to prison.", "sentence", 2, "two brothers"),
        ("en", "The three men were jailed for life.", "sentence", 3, "The three men"),
        ("en", "A 34-year-old man was charged with murder.", "charge", 1, "A 34-year-old man"),
        ("en", "One man was hurt, two others were arrested.", "arrest", 2, "two others"),
        ("de", "Ein Mann wurde verletzt, zwei Verdächtige wurden festgenommen.", "arrest", 2, "zwei Verdächtige"),
        ("fr", "Deux frères ont été arrêtés côté allemand.", "arrest", 2, "Deux frères"),
        ("fr", "NICE, 1 mai (Verane) - Un saisonnier de 23 ans a été mis en examen.", "charge", 1, "Un saisonnier"),
        ("fr", "Le tribunal a condamné mercredi deux frères à des peines de prison.", "sentence", 2, "deux frères"),
        ("fr", "Le ferrailleur jugé avec eux a été acquitté.", "acquit", 1, "Le ferrailleur jugé"),
        ("de", "Am Dienstag wurden in Lyon zwei Männer festgenommen.", "arrest", 2, "zwei Männer"),
        ("de", "Ein 34-Jähriger wurde am Dienstag festgenommen.", "arrest", 1, "Ein 34-Jähriger"),
        ("de", "Das Landgericht hat zwei Brüder zu Haftstrafen verurteilt.", "sentence", 2, "zwei Brüder"),
        ("de", "Den Schrotthändler sprach das Gericht frei.", "acquit", 1, "Den Schrotthändler"),
    ],
)
def test_the_deed_and_the_number_are_told(language: str, text: str, kind: str, count: int, people: str) -> None:
    (found,) = told(text, language)
    assert found[:2] == (kind, count)
    assert found[2].startswith(people)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The company charged 30 euros for the ticket."),
        ("en", "Many were arrested."),
        ("en", "Man arrested after a fire in the old mill."),
        ("de", "Die Kasse ist vom Strafgericht zu einer Busse verurteilt worden."),
        ("fr", "Le bus s’est arrêté deux fois à Lyon."),
        ("fr", "La ministre a condamné l’attaque."),
        ("de", "Der Minister verurteilte den Angriff."),
        ("nl", "Twee mannen werden gearresteerd."),
    ],
)
def test_what_befalls_no_counted_people_is_none(language: str, text: str) -> None:
    assert told(text, language) == []
