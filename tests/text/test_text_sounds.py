"""Names from other alphabets sound alike however a language writes them."""

import pytest

from secondsource.text.sounds import skeleton, sounded


@pytest.mark.parametrize(
    "variants",
    [
        ("Zelensky", "Zelenskyy", "Zelenskiy", "Selenskyj", "Selenski"),
        ("Putin", "Poutine"),
        ("Lavrov", "Lawrow"),
        ("Shoigu", "Schoigu", "Choïgou"),
        ("Prigozhin", "Prigoschin", "Prigojine"),
        ("Lukashenko", "Lukaschenko", "Loukachenko"),
        ("Netanyahu", "Netanjahu", "Netanyahou"),
        ("Erdoğan", "Erdogan"),
    ],
)
def test_variants_of_one_name_sound_the_same(variants: tuple[str, ...]) -> None:
    assert len({sounded(name) for name in variants}) == 1


@pytest.mark.parametrize(
    ("left", "right"), [("Gorbachev", "Gorbatschow"), ("Yeltsin", "Eltsine"), ("Mohammed", "Muhammad")]
)
def test_near_variants_meet_under_one_key(left: str, right: str) -> None:
    assert skeleton(left) == skeleton(right)


@pytest.mark.parametrize(("left", "right"), [("Wang", "Wan"), ("Meier", "Maler"), ("Biden", "Bilden")])
def test_other_names_stay_other_names(left: str, right: str) -> None:
    assert sounded(left) != sounded(right)
