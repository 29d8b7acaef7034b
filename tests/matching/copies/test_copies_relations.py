"""What is a copy and what is not, on short texts written for this."""

import pytest

from bench.documents import document
from secondsource.matching.copies.compare import Comparison, compare
from secondsource.matching.copies.decide import Standing, reason, relation_of, standing
from secondsource.matching.copies.keys import body_of
from secondsource.matching.copies.stage import MatchCopies
from secondsource.model.group import CopyFamily, Relation
from secondsource.model.judgement import Judgement, Verdict
from secondsource.model.pile import Pile
from secondsource.stage.settings import CopySettings

WIRE = """The reservoir above Castelnau lost a third of its water in eleven days, the basin authority said on Tuesday.
Engineers found a crack of forty metres in the northern wall, its director, Agnès Morel, told reporters.
Some 2,300 people in the valley were asked to leave their homes before nightfall.
The wall was last inspected in 2019, according to records seen at the prefecture.
Morel said the level would be lowered by a further six metres before divers go down.
The dam, built in 1961, holds water for 140,000 people and for the rice fields of the lower plain."""

EDITED = WIRE.replace("lost a third of its water", "has lost one third of its water").replace(
    "were asked to leave their homes", "were told to leave home"
)

CUT = "\n".join(WIRE.split("\n")[:4])

REWRITTEN = """In just eleven days a third of the water behind the dam at Castelnau has gone, according to the basin
authority on Tuesday.
A forty-metre crack was found by engineers in the wall on the northern side, director Agnès Morel told reporters.
Before nightfall about 2,300 valley residents had been asked to leave home.
Records at the prefecture show that 2019 was the year of the last inspection of the wall.
The level is to come down by six more metres before divers are sent in, Morel said.
Built in 1961, the dam supplies 140,000 people and the rice fields of the plain below."""

FRENCH = """Le réservoir de Castelnau a perdu un tiers de son eau en onze jours, a déclaré mardi l’autorité du bassin.
Les ingénieurs ont trouvé une fissure de quarante mètres dans le mur nord, a dit aux journalistes sa directrice, Agnès
Morel.
Quelque 2 300 habitants de la vallée ont été priés de quitter leur maison avant la nuit.
Le mur avait été inspecté pour la dernière fois en 2019, selon des documents consultés à la préfecture.
Le niveau sera abaissé de six mètres de plus avant que des plongeurs ne descendent, a ajouté Mme Morel.
Le barrage, construit en 1961, fournit l’eau de 140.000 personnes et des rizières de la plaine."""

SECOND_REPORTER = """Mud, a tractor on its side, and no one left in the café: that was Castelnau on Tuesday evening.
Our reporter counted nine buses leaving the school yard between four and six.
“We heard it groan for a week,” said Luc Ferrand, who keeps goats under the northern wall.
At the town hall, Agnès Morel of the basin authority spoke of a crack of forty metres.
She would not say when people may come back, and left by the rear door.
The prefect is expected in the valley on Wednesday morning with a minister."""

OTHER_STORY = """The orchestra of Castelnau opened its season on Tuesday with a programme of dances.
Tickets for the next three evenings are sold out, its director said.
A new hall for 1,400 listeners is to be built beside the river by 2027.
The city pays half of the cost, the region a third, and donors the rest.
Critics had called the old hall a barn with a good acoustic.
The conductor is to stay for four more years."""


def compared(left: str, right: str, language: str = "en") -> Comparison:
    return compare(body_of(document("left", left, "en")), body_of(document("right", right, language)))


@pytest.mark.parametrize(
    ("text", "language", "relation"),
    [
        (WIRE, "en", Relation.VERBATIM),
        (EDITED, "en", Relation.LIGHT_EDIT),
        (CUT, "en", Relation.EXCERPT),
        (REWRITTEN, "en", Relation.REWRITE),
        (FRENCH, "fr", Relation.TRANSLATION),
    ],
)
def test_a_copy_and_its_relation(text: str, language: str, relation: Relation) -> None:
    comparison = compared(WIRE, text, language)
    assert standing(comparison, CopySettings().least_score) is Standing.COPY
    assert relation_of(comparison.left, comparison.right, comparison, passed=frozenset()) is relation


@pytest.mark.parametrize("text", [SECOND_REPORTER, OTHER_STORY])
def test_the_same_event_or_the_same_place_is_no_copy(text: str) -> None:
    assert standing(compared(WIRE, text), CopySettings().least_score) is not Standing.COPY


def derivation(*texts: tuple[str, str, str]) -> tuple[str, str, bool]:
    (family,) = [g for g in MatchCopies().match(pile(*texts), ()).groups if isinstance(g, CopyFamily)]
    (one,) = family.derivations
    return one.from_id, one.to_id, one.directed


def test_a_shorter_version_derives_from_the_longer() -> None:
    assert derivation(("a", WIRE, "en"), ("b", CUT, "en")) == ("a", "b", True)
    assert derivation(("a", CUT, "en"), ("b", WIRE, "en")) == ("b", "a", True)


def test_without_evidence_the_direction_is_unknown() -> None:
    assert derivation(("a", WIRE, "en"), ("b", EDITED, "en"))[2] is False


def test_a_comparison_is_the_same_from_both_sides() -> None:
    one, other = compared(WIRE, REWRITTEN), compared(REWRITTEN, WIRE)
    assert one.score == pytest.approx(other.score, abs=0.08)


def test_the_reason_shows_the_sentences() -> None:
    why = reason(compared(WIRE, REWRITTEN))
    texts = {"left": WIRE, "right": REWRITTEN}
    assert all(texts[place.source][place.start : place.end].strip() for place in why.spans)


def pile(*texts: tuple[str, str, str]) -> Pile:
    return Pile(tuple(document(key, text, language) for key, text, language in texts))


def members(found: Pile, *judgements: Judgement) -> list[tuple[str, ...]]:
    matched = MatchCopies().match(found, judgements)
    return [group.members for group in matched.groups if isinstance(group, CopyFamily)]


def test_families_are_found_among_other_pages_in_any_order() -> None:
    texts = [
        ("a", WIRE, "en"),
        ("b", EDITED, "en"),
        ("c", REWRITTEN, "en"),
        ("d", FRENCH, "fr"),
        ("e", SECOND_REPORTER, "en"),
        ("f", OTHER_STORY, "en"),
    ]
    assert members(pile(*texts)) == members(pile(*texts[::-1])) == [("a", "b", "c", "d")]


def test_a_person_may_part_what_was_joined() -> None:
    found = pile(("a", WIRE, "en"), ("c", REWRITTEN, "en"))
    assert members(found) == [("a", "c")]
    assert members(found, Judgement("a", "c", Verdict.DIFFERENT)) == []
    assert members(found, Judgement("a", "c", Verdict.UNSURE)) == [("a", "c")]
