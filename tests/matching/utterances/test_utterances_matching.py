"""Which remarks are one, which repeat each other, and which only look alike."""

from itertools import permutations

import pytest

from secondsource.model.group import Utterance
from secondsource.model.judgement import Judgement, Verdict
from secondsource.model.link import LinkKind
from secondsource.model.mark import Statement
from tests.matching.utterances.utterances_helpers import Report, matched, pile_of, wordings

ANN, BO = "Ann Lee", "Bo Lund"
CLOSE = "The harbour will stay closed until 40 ships have been checked."
OTHER = "Nobody on the night shift had ever seen such waves before."


def relations(*reports: Report) -> list[str]:
    return sorted(link.relation for link in matched(*reports).links)


def together(left: str, right: str, language: str = "en") -> bool:
    """Whether two wordings by one speaker, in one copy family, come out as one utterance."""
    one = Report("a", [(ANN, left)], family="wire", language="en")
    two = Report("b", [(ANN, right)], family="wire", language=language)
    return len(wordings(matched(one, two), one, two)) == 1


def test_one_remark_in_two_reports_of_one_occasion() -> None:
    reports = (Report("a", [(ANN, CLOSE), (BO, OTHER)]), Report("b", [(ANN, CLOSE.replace("ships", "vessels"))]))
    found = wordings(matched(*reports), *reports)
    assert [CLOSE, CLOSE.replace("ships", "vessels")] in found
    assert [OTHER] in found


def test_the_same_words_on_another_occasion_repeat() -> None:
    reports = (Report("a", [(ANN, CLOSE)]), Report("b", [(ANN, CLOSE)], on="friday"))
    found = matched(*reports)
    assert relations(*reports) == ["repeats"]
    assert [link.kind for link in found.links] == [LinkKind.REPEATS]
    first, second = (group for group in found.groups if isinstance(group, Utterance))
    assert first.repeats == (second.id,)
    assert second.repeats == (first.id,)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We shall check 40 ships before Easter.", "We shall check 60 ships before Easter."),
        ("We will close the northern harbour.", "We will not close the northern harbour."),
        ("Norway has threatened Iceland over fishing rights.", "Iceland has threatened Norway over fishing rights."),
    ],
    ids=["number", "negation", "roles"],
)
def test_a_material_change_is_marked_and_never_joined(left: str, right: str) -> None:
    reports = (Report("a", [(ANN, left)], family="wire"), Report("b", [(ANN, right)], family="wire"))
    assert len(wordings(matched(*reports), *reports)) == 2
    assert relations(*reports) == ["changed"]


def test_rounding_is_no_change() -> None:
    assert together("Trade rose by 26.3% to $240.1 billion.", "Trade rose 26% to a record $240 billion.")


def test_a_part_of_a_longer_quotation_is_the_same_remark() -> None:
    assert together(CLOSE, f"{OTHER} {CLOSE} That is all I can say today.")


def test_variants_of_a_phrase_inside_one_remark() -> None:
    said = "The company says it wants the trust of its passengers. It cannot have everything at the same time."
    assert together(said, said.replace("have everything at the same time", "have it both ways"))


@pytest.mark.parametrize(
    ("right", "language"),
    [
        ("Le port restera fermé jusqu’à ce que 40 navires aient été contrôlés.", "fr"),
        ("Der Hafen bleibt geschlossen, bis 40 Schiffe überprüft sind.", "de"),
    ],
)
def test_a_translation_in_a_copy_family(right: str, language: str) -> None:
    assert together(CLOSE, right, language)


def test_a_translation_with_another_number_is_not_joined() -> None:
    assert not together(CLOSE, "Le port restera fermé jusqu’à ce que 60 navires aient été contrôlés.", "fr")


def test_another_remark_in_another_language_is_not_joined() -> None:
    assert not together(CLOSE, "Personne dans l’équipe de nuit n’avait jamais vu de telles vagues.", "fr")


def test_the_same_words_from_another_mouth_are_shown_not_joined() -> None:
    reports = (Report("a", [(ANN, CLOSE)]), Report("b", [(BO, CLOSE)]))
    assert relations(*reports) == ["other speaker"]
    assert len(wordings(matched(*reports), *reports)) == 2


def test_a_longer_statement_belongs_to_both_remarks_of_another_report() -> None:
    reports = (
        Report("a", [(ANN, CLOSE), (ANN, OTHER)], family="wire"),
        Report("b", [(ANN, f"{CLOSE} {OTHER}")], family="wire"),
    )
    assert wordings(matched(*reports), *reports) == [[OTHER, f"{CLOSE} {OTHER}"], [CLOSE, f"{CLOSE} {OTHER}"]]


def test_a_persons_judgement_goes_above_the_rules() -> None:
    reports = (Report("a", [(ANN, CLOSE)]), Report("b", [(ANN, CLOSE)]))
    left, right = (mark.id for d in pile_of(*reports).documents for mark in d.marks.of(Statement))
    apart = matched(*reports, judgements=(Judgement(left, right, Verdict.DIFFERENT),))
    assert len(wordings(apart, *reports)) == 2
    assert apart.links[0].judged
    strangers = (Report("a", [(ANN, CLOSE)]), Report("b", [(BO, OTHER)]))
    left, right = (mark.id for d in pile_of(*strangers).documents for mark in d.marks.of(Statement))
    joined = matched(*strangers, judgements=(Judgement(left, right, Verdict.SAME),))
    assert len(wordings(joined, *strangers)) == 1


def test_the_order_of_reports_does_not_matter() -> None:
    reports = [
        Report("a", [(ANN, CLOSE), (BO, OTHER)], family="wire"),
        Report("b", [(ANN, CLOSE)], family="wire"),
        Report("c", [(ANN, CLOSE)], on="friday"),
    ]
    first = matched(*reports)
    assert all(matched(*order) == first for order in permutations(reports))


def test_the_fullest_direct_wording_is_shown() -> None:
    longer = f"{CLOSE} After that we shall see."
    found = matched(Report("a", [(ANN, CLOSE)]), Report("b", [(ANN, longer)]))
    (group,) = (group for group in found.groups if isinstance(group, Utterance))
    assert group.text == longer


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("I left the keys on the table.", "J’ai laissé les clés sur la table.", "fr"),
        ("The dog bit the baker twice.", "Der Hund hat den Bäcker zweimal gebissen.", "de"),
        ("We will tear the old bridge down.", "Wir reißen die alte Brücke ab.", "de"),
        ("They are paying us not to exist.", "On nous paie pour ne pas exister.", "fr"),
    ],
)
def test_everyday_words_join_a_translation(left: str, right: str, language: str) -> None:
    assert together(left, right, language)


@pytest.mark.parametrize(
    ("right", "language"),
    [
        ("Der Minister wird die Schule nicht schließen.", "de"),
        ("La ministre ouvrira l’école.", "fr"),
        ("Le ministre fermera 12 écoles.", "fr"),
    ],
    ids=["negation", "opposite", "number"],
)
def test_a_material_change_is_seen_across_languages(right: str, language: str) -> None:
    left = "The minister will close the school." if "12" not in right else "The minister will close 30 schools."
    one, two = Report("a", [(ANN, left)], family="wire"), Report("b", [(ANN, right)], family="wire", language=language)
    assert relations(one, two) == ["changed"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("It is not right.", "It is wrong."),
        ("The council refuses to sell the park.", "The council will not sell the park."),
        ("Not only the bakers but the butchers will close.", "The bakers and the butchers will close."),
    ],
    ids=["contrary", "refusal", "not only"],
)
def test_a_negation_in_other_words_is_no_change(left: str, right: str) -> None:
    assert "changed" not in relations(
        Report("a", [(ANN, left)], family="wire"), Report("b", [(ANN, right)], family="wire")
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The dog chased the wolf.", "The wolf chased the dog."),
        ("Sein Hund habe den Wolf gejagt, sagte er.", "Der Wolf habe seinen Hund gejagt, sagte er."),
        ("It had warned the operator twice.", "The operator had warned the union twice."),
    ],
    ids=["around the verb", "verb last", "a pronoun"],
)
def test_roles_that_change_places(left: str, right: str) -> None:
    language = "de" if "Hund" in left else "en"
    one = Report("a", [(ANN, left)], family="wire", language=language)
    two = Report("b", [(ANN, right)], family="wire", language=language)
    assert relations(one, two) == ["changed"]
    assert len(wordings(matched(one, two), one, two)) == 2


def test_parties_side_by_side_may_change_places() -> None:
    assert together(
        "Trade between Norway and Iceland grew by a third.", "Trade between Iceland and Norway grew by a third."
    )


def test_six_words_in_a_row_are_one_telling() -> None:
    long = "You do not drive a train on promises, she added, and you feed no family on them either, whatever they say."
    assert together("You do not drive a train on promises.", long)


def test_the_speaker_of_an_utterance_is_whom_most_name() -> None:
    reports = (Report("a", [(ANN, CLOSE)]), Report("b", [(ANN, CLOSE)]))
    (group,) = (group for group in matched(*reports).groups if isinstance(group, Utterance))
    assert group.speaker == f"actor:{ANN}"
