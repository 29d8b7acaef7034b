"""Headlines that meet letter by letter, also across languages and alphabets."""

from secondsource.matching.events.letters import Letters

HEADLINES = {
    "en": "Skateboarder Marlow, 13, wins gold in Ostby",
    "de": "Skateboarderin Marlow (13) gewinnt Gold in Ostby",
    "ru": "Скейтбордистка Марлоу выиграла золото в Остбю",
    "ru-2": "Скейтбордистка Марлоу стала чемпионкой",
    "other": "Rowers wait for the wind to drop",
    "other-2": "Rowers still wait as the wind blows on",
}
DAYS: dict[str, int | None] = dict.fromkeys(HEADLINES, 738000)


def test_languages_meet_by_cognates_and_names() -> None:
    letters = Letters(HEADLINES)
    assert letters.likeness("en", "de") > 0.3
    assert letters.likeness("en", "ru") > letters.likeness("other", "ru")
    assert letters.likeness("other", "de") < 0.1


def test_likeness_has_no_order_and_stays_between_0_and_1() -> None:
    letters = Letters(HEADLINES)
    for one in HEADLINES:
        for other in HEADLINES:
            assert letters.likeness(one, other) == letters.likeness(other, one)
            assert 0.0 <= letters.likeness(one, other) <= 1.0 + 1e-12


def test_candidates_are_near_in_letters_and_in_time() -> None:
    letters = Letters(HEADLINES)
    assert ("de", "en") in letters.candidates(DAYS)
    assert ("de", "en") not in letters.candidates({**DAYS, "de": 738010})
    assert ("de", "en") in letters.candidates({**DAYS, "de": None})


def test_the_order_of_the_pile_does_not_matter() -> None:
    turned = dict(reversed(HEADLINES.items()))
    assert Letters(turned).candidates(DAYS) == Letters(HEADLINES).candidates(DAYS)


def test_a_headline_without_words_is_like_nothing() -> None:
    letters = Letters({**HEADLINES, "empty": "…"})
    assert letters.likeness("empty", "en") == 0.0
    assert all("empty" not in pair for pair in letters.candidates({**DAYS, "empty": 738000}))
