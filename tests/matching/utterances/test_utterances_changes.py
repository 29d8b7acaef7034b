"""What makes another remark of the same words: a month, a unit of time, a "not" in one half of a sentence, who asked
whom. And what place in two copies tells where the words do not."""

import pytest

from secondsource.matching.utterances.material.changes import changes
from secondsource.matching.utterances.terms import clauses
from tests.matching.utterances.utterances_helpers import Report, matched, wordings

ANN = "Ann Lee"
TOLD_APART = (
    (
        ("de", "Die Werte lagen beim Zehnfachen dessen, was erlaubt ist."),
        ("de", "Die Werte lagen beim Hundertfachen dessen, was erlaubt ist."),
    ),
    (
        ("en", "The association had warned of the batteries in autumn."),
        ("en", "The manufacturer had warned the association of the batteries in autumn."),
    ),
    (
        ("en", "The wall was built 40 metres high, twice what the plan allowed."),
        ("de", "Die Mauer wurde 40 Meter hoch gebaut, der Plan erlaubte 30."),
    ),
    (
        ("en", "The council failed to replace the pumps in spring."),
        ("en", "The council replaced the pumps in spring."),
    ),
    (
        ("en", "The pool will stay closed to the end of June."),
        ("en", "The pool will stay closed to the end of July."),
    ),
    (
        ("en", "The pool will stay closed to the end of June."),
        ("fr", "La piscine restera fermée jusqu'à fin juillet."),
    ),
    (("en", "The dam had been leaking for nine weeks."), ("en", "The dam had been leaking for nine months.")),
    (("de", "Der Damm leckte seit neun Wochen."), ("fr", "Le barrage fuyait depuis neuf mois.")),
    (
        ("de", "In vierzig von neun Proben wurden Spuren gefunden."),
        ("en", "Traces were found in nine out of forty samples."),
    ),
    (
        ("en", "The cables were replaced in spring and nothing was wrong with them."),
        ("en", "The cables were not replaced in spring."),
    ),
    (
        ("fr", "Les câbles ont été remplacés au printemps et aucun défaut n'a été trouvé."),
        ("en", "The cables were not replaced in spring."),
    ),
    (
        ("en", "The company was considering whether to move the depot to the harbour."),
        ("en", "The company had ruled out moving the depot to the harbour."),
    ),
    (
        ("de", "Wir haben die Bank um einen neuen Kredit gebeten."),
        ("fr", "La banque nous a demandé un nouveau crédit."),
    ),
    (
        ("en", "In May we asked the ministry to replace the engines, and we were told to wait."),
        ("fr", "En mai, le ministère nous a demandé de remplacer les moteurs et nous avons répondu d'attendre."),
    ),
)
TOLD_ALIKE = (
    (
        ("en", "The association had warned of the batteries in autumn."),
        ("fr", "L'association avait mis en garde contre les batteries à l'automne."),
    ),
    (
        ("en", "The wall was built 40 metres high, twice what the plan allowed."),
        ("de", "Die Mauer wurde 40 Meter hoch gebaut, der Plan erlaubte 20."),
    ),
    (
        ("en", "The fire brigade was told within ten minutes."),
        ("de", "Nach nicht einmal zehn Minuten wurde die Feuerwehr informiert."),
    ),
    (
        ("en", "The dyke keeps the water out of the old town."),
        ("fr", "La digue empêche l'eau d'entrer dans la vieille ville."),
    ),
    (
        ("en", "A failed pump flooded the cellar of the theatre."),
        ("de", "Eine ausgefallene Pumpe setzte den Keller des Theaters unter Wasser."),
    ),
    (("en", "The trial will last two weeks."), ("de", "Der Prozess wird 14 Tage dauern.")),
    (("en", "The guards had been on duty for 48 hours."), ("fr", "Les gardes étaient en service depuis deux jours.")),
    (
        ("en", "More than 70 lorries were waiting at the border."),
        ("de", "An der Grenze warteten 74 Lastwagen."),
    ),
    (
        ("en", "There was smoke in the tunnel, and that must not happen."),
        ("fr", "Il y avait de la fumée dans le tunnel, et cela ne doit pas arriver."),
    ),
    (
        ("de", "Das Amt hat es nicht versäumt, die Anwohner zu warnen."),
        ("en", "The office has warned the residents."),
    ),
    (
        ("de", "Gut sechs von zehn Mitgliedern haben abgestimmt."),
        ("en", "61 percent of the members have voted."),
    ),
    (
        ("fr", "Des traces ont été trouvées dans neuf échantillons sur vingt."),
        ("en", "Traces were found in nine out of twenty samples."),
    ),
    (
        ("fr", "La mesure ne concerne pas seulement les écoles de la ville."),
        ("en", "The measure does not only concern the schools of the town."),
    ),
    (
        ("fr", "Il faut acheter la ferme avant que les vaches ne soient vendues."),
        ("en", "The farm must be bought before the cows are sold."),
    ),
    (
        ("fr", "L'alarme est restée muette."),
        ("en", "The alarm did not ring."),
    ),
)


def changed(one: tuple[str, str], other: tuple[str, str]) -> set[str]:
    """What differs between two sentences, each with its language."""
    left, right = (clauses([text], language)[0] for language, text in (one, other))
    found = set(changes(left, right, crossed=one[0] != other[0]))
    assert found == set(changes(right, left, crossed=one[0] != other[0]))
    return found


@pytest.mark.parametrize(("one", "other"), TOLD_APART)
def test_another_remark_of_the_same_words(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert changed(one, other)


@pytest.mark.parametrize(("one", "other"), TOLD_ALIKE)
def test_the_same_remark_in_other_words(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not changed(one, other)


FIRST = "The old bell tower has been closed to visitors since Monday."
LAST = "The restorers will come from Strasbourg in the autumn."


def test_what_stands_between_the_same_remarks_of_a_translation_is_one() -> None:
    """Whatever words the translator found for it."""
    one = Report("a", [(ANN, FIRST), (ANN, "Pigeons are to blame."), (ANN, LAST)], family="wire")
    german = [
        (ANN, "Der alte Glockenturm ist seit Montag für Besucher geschlossen."),
        (ANN, "Schuld sind die Tauben."),
        (ANN, "Die Restauratoren werden im Herbst aus Straßburg kommen."),
    ]
    two = Report("b", german, family="wire", language="de")
    assert len(wordings(matched(one, two), one, two)) == 3


def test_what_stands_there_with_a_number_or_a_not_of_its_own_is_another() -> None:
    one = Report("a", [(ANN, FIRST), (ANN, "Pigeons are to blame."), (ANN, LAST)], family="wire")
    for words in ("40 Spender haben gezahlt.", "Niemand wusste davon."):
        german = [
            (ANN, "Der alte Glockenturm ist seit Montag für Besucher geschlossen."),
            (ANN, words),
            (ANN, "Die Restauratoren werden im Herbst aus Straßburg kommen."),
        ]
        two = Report("b", german, family="wire", language="de")
        assert len(wordings(matched(one, two), one, two)) == 4


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("Safety counts for more than speed", "Speed counts for more than safety", "en"),
        ("Le repos pèse plus lourd que la tradition", "La tradition pèse plus lourd que le repos", "fr"),
        ("Die Sicherheit wiegt schwerer als der Zeitplan", "Der Zeitplan wiegt schwerer als die Sicherheit", "de"),
    ],
)
def test_the_sides_of_a_comparison_do_not_change_places(left: str, right: str, language: str) -> None:
    one, other = (clauses([text], language)[0] for text in (left, right))
    assert "roles" in changes(one, other, crossed=False)
    assert "roles" not in changes(one, one, crossed=False)


def test_a_not_in_what_only_the_longer_one_tells_speaks_against_nothing() -> None:
    short = Report("a", [(ANN, "The battery went up in flames within seconds.")])
    words = (
        "The battery went up in flames in seconds. Nobody had to go to hospital, although a dozen people inhaled smoke."
    )
    long = Report("b", [(ANN, words)])
    assert len(wordings(matched(short, long), short, long)) == 1
