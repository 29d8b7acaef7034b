"""A quick look at a sentence's lemmas passes over nothing that a pattern would have found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.language.deeds import Lexicon, lexicon
from secondsource.marking.actions.parse import hits, lemmas_in, may_tell, read, words_of
from secondsource.model.span import Span

SENTENCES = {
    "en": "The harbour board signed a deal with Velmond, called for talks and took no part in the attack on Corvane . "
    "Police arrested two men who launched a strike ; judges sentenced them to pay , and gave up hold of aid",
    "fr": "La police a arrêté deux hommes , le conseil a signé un accord avec Velmond "
    "et lancé une attaque contre Corvane . "
    "Le juge a condamné la ville à payer , puis a appelé au calme",
    "de": "Die Polizei nahm zwei Männer fest , der Rat unterzeichnete ein Abkommen mit Velmond "
    "und rief zu Gesprächen auf . "
    "Das Gericht verurteilte die Stadt , der Streik wurde beendet",
}


@pytest.mark.parametrize("language", sorted(SENTENCES))
@given(data=st.data())
def test_with_and_without_the_quick_look_the_same_deeds_are_found(language: str, data: st.DataObject) -> None:
    known = lexicon(language)
    assert isinstance(known, Lexicon)
    drawn = data.draw(st.lists(st.sampled_from(SENTENCES[language].split(" ")), max_size=24))
    text = " ".join(drawn)
    pieces = read(text, Span(0, len(text)), known)
    words, present = words_of(pieces), lemmas_in(pieces)
    without = hits(words, known.lemmas, known)
    assert hits(words, present, known) == without
    assert may_tell(pieces, present) or not without
