"""Names by their consonants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.skeleton import skeleton


@pytest.mark.parametrize(
    "spellings",
    [
        ("Lisbon", "Lisbonne", "Lissabon", "Лиссабон"),
        ("Hamburg", "Hambourg", "Hamburgo"),
        ("Tokyo", "Tokio", "Tóquio", "Токио", "طوكيو"),
        ("Zelensky", "Zelenskyy", "Зеленский"),
        ("Osaka", "Осака"),
    ],
)
def test_one_key_for_all_spellings(spellings: tuple[str, ...]) -> None:
    assert len({skeleton(name) for name in spellings}) == 1


def test_other_names_keep_apart() -> None:
    assert len({skeleton(name) for name in ("Lisbon", "London", "Hamburg", "Rotterdam", "Paris")}) == 5


def test_digits_stay() -> None:
    assert skeleton("2024") == "2024"


@given(st.text(max_size=30))
def test_any_text_gives_a_key(text: str) -> None:
    assert isinstance(skeleton(text), str)
