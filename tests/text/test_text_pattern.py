"""Alternations of the written forms of a table."""

import re

from secondsource.text.pattern import either


def test_the_longest_form_is_taken_and_its_signs_are_plain() -> None:
    found = re.match(either(["p.m", "p.m.", "p"]), "p.m. GMT")
    assert found is not None
    assert found[0] == "p.m."


def test_of_no_forms_nothing_matches() -> None:
    assert re.search(either([]), "anything\nat all") is None
