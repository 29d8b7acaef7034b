"""What the tree of a sentence corrects in its drafts: sources, extents, what is refused and what is found besides."""

from secondsource.language.speech.lexicon import lexicon
from secondsource.marking.quotes.grammar.words import sentences
from secondsource.marking.quotes.parse import drafts
from secondsource.marking.quotes.parsed.extents import behind_instead, lengthened, trimmed
from secondsource.marking.quotes.parsed.proposals import Reading, proposed
from secondsource.marking.quotes.parsed.refusals import kept
from secondsource.marking.quotes.parsed.sources import with_source
from secondsource.marking.quotes.parsed.verbs import phrase, subject_of, verb_of
from secondsource.model.span import Span
from tests.marking.quotes.parsed.trees import text_of, tree

WORDS = lexicon("en")
assert WORDS is not None

ENDORSED = (
    "Lee/NNP/nsubj/2 had/VBD/aux/2 endorsed/VBN/ROOT/2 Ann/NNP/compound/4 Marr/NNP/dobj/2 on/IN/prep/2 "
    "Monday/NNP/pobj/5 ././punct/2"
)
WANTS = (
    "Those/DT/nsubj/10 who/WP/nsubj/2 want/VBP/relcl/0 to/TO/aux/4 vote/VB/xcomp/2 early/RB/advmod/4 in/IN/prep/4 "
    "Oslo/NNP/pobj/6 may/MD/aux/10 not/RB/neg/10 find/VB/ROOT/10 a/DT/det/12 booth/NN/dobj/10 ././punct/10"
)
SAID = (
    "Lee/NNP/nsubj/5 ,/,/punct/0 the/DT/det/3 mayor/NN/appos/0 ,/,/punct/0 said/VBD/ROOT/5 the/DT/det/7 "
    "bridge/NN/nsubj/8 failed/VBD/ccomp/5 ,/,/punct/5 calling/VBG/advcl/5 it/PRP/dobj/10 old/JJ/oprd/10 ././punct/5"
)
CALLED = (
    "The/DT/det/1 firm/NN/nsubj/4 called/VBN/acl/1 Lumo/NNP/oprd/2 closed/VBD/ROOT/4 its/PRP$/poss/6 doors/NNS/dobj/4 "
    "././punct/4"
)
SAYS_HE_HOPES = (
    "Lee/NNP/nsubj/1 says/VBZ/ROOT/1 she/PRP/nsubj/3 hopes/VBZ/ccomp/1 the/DT/det/5 bridge/NN/nsubj/6 "
    "opens/VBZ/ccomp/3 ././punct/1"
)
SAYS_OTHER = (
    "Lee/NNP/nsubj/1 said/VBD/ROOT/1 the/DT/det/3 builder/NN/nsubj/4 told/VBD/ccomp/1 her/PRP/dobj/4 the/DT/det/7 "
    "bridge/NN/nsubj/8 failed/VBD/ccomp/4 ././punct/1"
)


def place(line: str, words: str) -> Span:
    start = text_of(line).index(words)
    return Span(start, start + len(words))


def read(line: str) -> Reading:
    text = text_of(line)
    assert WORDS is not None
    (sentence,) = sentences(text, Span(0, len(text)), [], WORDS)
    return Reading(sentence, tree(line), WORDS)


def test_the_verb_of_a_cue_is_its_last_word_that_is_one() -> None:
    assert verb_of(tree(ENDORSED), place(ENDORSED, "had endorsed")) == 2
    assert verb_of(tree(ENDORSED), place(ENDORSED, "Monday")) is None


def test_a_subject_is_the_verbs_own_or_that_of_the_verb_it_hangs_on() -> None:
    assert subject_of(tree(SAID), 5) == (0, True)
    assert subject_of(tree(SAID), 10) == (0, False)
    assert subject_of(tree(CALLED), 2) == (None, False)


def test_a_phrase_is_the_unbroken_words_below_its_head() -> None:
    assert phrase(tree(SAID), 0, 5).cut(text_of(SAID)) == "Lee , the mayor"


def test_a_day_behind_an_object_is_the_writers() -> None:
    assert WORDS is not None
    piece = trimmed(tree(ENDORSED), 2, place(ENDORSED, "Ann Marr on Monday"), WORDS)
    assert piece.cut(text_of(ENDORSED)) == "Ann Marr"


def test_the_main_clause_behind_a_relative_one_is_the_writers() -> None:
    assert WORDS is not None
    piece = trimmed(tree(WANTS), 2, place(WANTS, "to vote early in Oslo may not find a booth"), WORDS)
    assert piece.cut(text_of(WANTS)) == "to vote early in Oslo"


def test_what_is_added_with_a_participle_behind_a_comma_is_the_writers() -> None:
    assert WORDS is not None
    piece = trimmed(tree(SAID), 5, place(SAID, "the bridge failed , calling it old"), WORDS)
    assert piece.cut(text_of(SAID)) == "the bridge failed"


def test_words_reach_to_the_end_of_the_clause_unless_another_cue_stands_there() -> None:
    line = "Lee/NNP/nsubj/1 said/VBD/ROOT/1 roads/NNS/nsubj/5 and/CC/cc/2 bridges/NNS/conj/2 failed/VBD/ccomp/1"
    short = place(line, "roads")
    assert lengthened(tree(line), 1, short, []).cut(text_of(line)) == "roads and bridges failed"
    assert lengthened(tree(line), 1, short, [place(line, "failed")]) == short


def test_words_in_front_that_only_say_when_give_way_to_the_clause_behind() -> None:
    line = (
        "After/IN/prep/4 the/DT/det/2 vote/NN/pobj/0 she/PRP/nsubj/4 said/VBD/ROOT/4 that/IN/mark/7 it/PRP/nsubj/7 "
        "failed/VBD/ccomp/4"
    )
    instead = behind_instead(tree(line), 4, place(line, "After the vote"))
    assert instead is not None
    assert instead.cut(text_of(line)) == "it failed"


def test_the_source_is_the_subject_with_what_describes_it() -> None:
    reading = read(SAID)
    (draft, *_) = drafts(reading.sentence, reading.lexicon)
    found = with_source(reading.tree, 5, draft, reading.lexicon)
    assert found.source is not None
    assert found.head is not None
    assert found.source.cut(text_of(SAID)) == "Lee , the mayor"
    assert found.head.cut(text_of(SAID)) == "Lee"


def test_a_name_behind_called_is_no_statement() -> None:
    reading = read(CALLED)
    made = drafts(reading.sentence, reading.lexicon)
    assert kept(reading.tree, made, reading.lexicon) == []


def test_a_stance_inside_somebodys_words_is_part_of_them() -> None:
    reading = read(SAYS_HE_HOPES)
    made = [*drafts(reading.sentence, reading.lexicon)]
    assert [draft.manner for draft in kept(reading.tree, made, reading.lexicon)] == ["say"]


def test_what_another_voice_said_inside_somebodys_words_stays_a_statement() -> None:
    reading = read(SAYS_OTHER)
    made = drafts(reading.sentence, reading.lexicon)
    assert len(made) == 2
    assert kept(reading.tree, made, reading.lexicon) == made


def test_a_verb_that_needs_a_parser_is_found_with_its_subject_and_object() -> None:
    line = (
        "The/DT/det/1 union/NN/nsubj/3 never/RB/neg/3 sought/VBD/ROOT/3 to/TO/aux/5 stop/VB/xcomp/3 the/DT/det/7 "
        "work/NN/dobj/5 ././punct/3"
    )
    (draft,) = proposed(read(line), [])
    assert draft.source is not None
    assert draft.source.cut(text_of(line)) == "The union"
    assert [piece.cut(text_of(line)) for piece in draft.pieces] == ["to stop the work"]
    assert draft.negated
    assert draft.manner == "think"


def test_nothing_is_found_twice_nor_inside_somebodys_words() -> None:
    reading = read(SAYS_OTHER)
    made = drafts(reading.sentence, reading.lexicon)
    assert proposed(reading, made) == []
