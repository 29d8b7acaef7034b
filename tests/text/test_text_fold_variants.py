"""Folding looks only at characters that have variants, and gives what a table over every character would give."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.normalise import fold

PLAIN = {
    **dict.fromkeys("‘’‚‛′`ʼ", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", ""),
}
WRITTEN = st.text(st.one_of(st.characters(), st.sampled_from([*PLAIN, " ", "\t", "\n", "\u00a0", "…", "A", "É", "ß"])))


@given(WRITTEN)
def test_one_table_over_every_character(text: str) -> None:
    mapped = "".join(PLAIN.get(char, char) for char in unicodedata.normalize("NFKC", text))
    assert fold(text) == " ".join(mapped.split()).casefold()


def test_ascii_takes_the_same_way() -> None:
    assert fold("  A `quoted`\tWORD ") == "a 'quoted' word"
