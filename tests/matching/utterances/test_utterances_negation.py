"""Laws of what never joins: a lost or added negation, in every way a language has of negating; another number; the two
sides of a deed. And of what still joins: one negation put in two ways."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matching.utterances.utterances_helpers import Report, matched, wordings

ANN = "Ann Lee"
WAYS = {
    "en": (
        "The council will approve the new bridge.",
        "The council will not approve the new bridge.",
        "The council won't approve the new bridge.",
        "The council will never approve the new bridge.",
        "The council refused to approve the new bridge.",
        "The council declined to approve the new bridge.",
        "The council failed to approve the new bridge.",
        "The council is unlikely to approve the new bridge.",
        "The council will hardly approve the new bridge.",
        "The council is far from approving the new bridge.",
        "The council would refrain from approving the new bridge.",
    ),
    "fr": (
        "Le conseil approuvera le nouveau pont.",
        "Le conseil n'approuvera pas le nouveau pont.",
        "Le conseil n'approuvera jamais le nouveau pont.",
        "Le conseil n'approuvera guère le nouveau pont.",
        "Le conseil refuse d'approuver le nouveau pont.",
        "Le conseil renonce à approuver le nouveau pont.",
        "Le conseil exclut d'approuver le nouveau pont.",
        "Le conseil est loin d'approuver le nouveau pont.",
    ),
    "de": (
        "Der Rat wird die neue Brücke genehmigen.",
        "Der Rat wird die neue Brücke nicht genehmigen.",
        "Der Rat wird die neue Brücke nie genehmigen.",
        "Der Rat wird die neue Brücke kaum genehmigen.",
        "Der Rat weigert sich, die neue Brücke zu genehmigen.",
        "Der Rat wird die neue Brücke keinesfalls genehmigen.",
        "Der Rat ist weit davon entfernt, die neue Brücke zu genehmigen.",
    ),
}
"""By language: a plain sentence, then ways of saying its contrary."""
NOBODY = (
    ("Somebody on board was hurt.", "Nobody on board was hurt.", "en"),
    ("The fuel and the water were clean.", "Neither the fuel nor the water was clean.", "en"),
    ("The town will be rebuilt with a wall.", "The town will be rebuilt without a wall.", "en"),
    ("Le virus vient de la cuisine et de l'eau.", "Le virus ne vient ni de la cuisine ni de l'eau.", "fr"),
    ("Des passagers ont été blessés à bord.", "Aucun passager n'a été blessé à bord.", "fr"),
    (
        "Das Virus stammt aus der Küche und aus dem Wasser.",
        "Das Virus stammt weder aus der Küche noch aus dem Wasser.",
        "de",
    ),
    ("Ein Kind ist dabei verletzt worden.", "Kein Kind ist dabei verletzt worden.", "de"),
    (
        "Der Vertrag wurde mit Zustimmung des Rates geschlossen.",
        "Der Vertrag wurde ohne Zustimmung des Rates geschlossen.",
        "de",
    ),
)
SAME = (
    ("The group will not challenge the result.", "The group would refrain from challenging the result.", "en"),
    ("I have hardly slept since Sunday.", "Je n'ai guère dormi depuis dimanche.", "fr"),
    ("I have hardly slept since Sunday.", "Ich habe seit Sonntag kaum geschlafen.", "de"),
    (
        "The virus came neither from the kitchen nor from the water.",
        "Das Virus stammt weder aus der Küche noch aus dem Wasser.",
        "de",
    ),
    (
        "The virus came neither from the kitchen nor from the water.",
        "Le virus ne vient ni de la cuisine ni de l'eau.",
        "fr",
    ),
    ("They are paying us not to exist.", "On nous paie pour ne pas exister.", "fr"),
    ("The dam does not lack water.", "Au barrage, l'eau ne manque pas.", "fr"),
)


def together(left: str, right: str, *, family: str, languages: tuple[str, str]) -> bool:
    one = Report("a", [(ANN, left)], family=family, language=languages[0])
    two = Report("b", [(ANN, right)], family=family, language=languages[1])
    return len(wordings(matched(one, two), one, two)) == 1


@pytest.mark.parametrize("family", ["", "wire"], ids=["two reports", "copies"])
@pytest.mark.parametrize(
    ("plain", "negated", "language"), [(ways[0], way, code) for code, ways in WAYS.items() for way in ways[1:]]
)
def test_no_way_of_negating_joins_what_it_denies(plain: str, negated: str, language: str, family: str) -> None:
    assert not together(plain, negated, family=family, languages=(language, language))


@pytest.mark.parametrize("family", ["", "wire"], ids=["two reports", "copies"])
@pytest.mark.parametrize(("plain", "negated", "language"), NOBODY)
def test_nobody_neither_and_without_deny_too(plain: str, negated: str, language: str, family: str) -> None:
    assert not together(plain, negated, family=family, languages=(language, language))


@pytest.mark.parametrize(
    ("left", "right", "languages"),
    [
        (WAYS[a][0], negated, (a, b))
        for a, b in [*combinations(WAYS, 2), *((b, a) for a, b in combinations(WAYS, 2))]
        for negated in WAYS[b][1:]
    ],
)
def test_no_way_of_negating_joins_across_languages(left: str, right: str, languages: tuple[str, str]) -> None:
    assert not together(left, right, family="wire", languages=languages)


@pytest.mark.parametrize(("left", "right", "language"), SAME)
def test_one_denial_in_other_words_is_one_remark(left: str, right: str, language: str) -> None:
    assert together(left, right, family="wire", languages=("en", language))


@settings(max_examples=60, deadline=None)
@given(
    st.integers(min_value=2, max_value=900),
    st.integers(min_value=2, max_value=900),
    st.sampled_from(["", "wire"]),
    st.sampled_from(["en", "fr", "de"]),
)
def test_another_number_never_joins(ours: int, theirs: int, family: str, language: str) -> None:
    """Beyond what rounding allows."""
    said = {
        "en": "The ferry was carrying {} passengers to the island.",
        "fr": "Le ferry transportait {} passagers vers l'île.",
        "de": "Die Fähre hatte {} Passagiere auf dem Weg zur Insel an Bord.",
    }
    if abs(ours - theirs) > 0.1 * max(ours, theirs):
        assert not together(
            said["en"].format(ours), said[language].format(theirs), family=family, languages=("en", language)
        )


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        (
            "We warned the company about this buckle in the autumn.",
            "The company warned us about this buckle in the autumn.",
            "en",
        ),
        ("Nous avons trompé le conseil pendant deux ans.", "Le conseil nous a trompés pendant deux ans.", "fr"),
        ("We lost to a screen in the final.", "A screen lost to us in the final.", "en"),
    ],
)
def test_the_speaker_does_not_change_places_with_another(left: str, right: str, language: str) -> None:
    assert not together(left, right, family="wire", languages=(language, language))


def test_what_stands_on_each_side_of_a_cue_is_negated_by_itself() -> None:
    """“They were frightened,” he said. “No offence, lads.”"""
    one = Report("a", [(ANN, "They were frightened with shrimp.")], family="wire")
    two = Report("b", [(ANN, "They were frightened with shrimp. No offence, lads.")], family="wire")
    assert len(wordings(matched(one, two), one, two)) == 1
