"""A long quotation is cut where other reports tell its sentences as several remarks, and only there."""

from itertools import pairwise, permutations

from secondsource.model.group import Utterance
from secondsource.model.judgement import Judgement, Verdict
from secondsource.model.mark import Statement
from secondsource.model.pile import Matched
from tests.matching.utterances.utterances_helpers import Report, matched, pile_of

ANN = "Ann Lee"
PUMPS = "The pumps of the harbour had failed twice this winter."
NIGHT = "Nobody on the night shift was warned by the operator."
FERRY = "We will send the old ferry to the breakers in spring."

LONG = Report("a", [(ANN, f"{PUMPS} {NIGHT} {FERRY}")])
PUMPS_ALONE = Report("b", [(ANN, PUMPS)])
FERRY_ALONE = Report("c", [(ANN, FERRY)])
BOTH = Report("d", [(ANN, PUMPS), (ANN, FERRY)])


def told(found: Matched, *reports: Report) -> list[list[str]]:
    """What each utterance holds: the words of its members, of a member in parts only these words."""
    pile = pile_of(*reports)
    groups = []
    for group in found.groups:
        if isinstance(group, Utterance):
            spans = {part.member: part.spans for part in group.parts}
            marks = [mark for member in group.members if isinstance(mark := pile.mark(member), Statement)]
            texts = {mark.id: pile.document(mark.source).document.text for mark in marks}
            groups.append(
                sorted(" ".join(s.cut(texts[mark.id]) for s in spans.get(mark.id, mark.spans)) for mark in marks)
            )
    return sorted(groups)


def test_two_reports_that_tell_two_of_its_sentences_cut_it() -> None:
    reports = (LONG, PUMPS_ALONE, FERRY_ALONE)
    found = matched(*reports)
    assert told(found, *reports) == [[PUMPS, f"{PUMPS} {NIGHT}"], [FERRY, FERRY]]


def test_one_report_that_tells_two_of_its_sentences_apart_cuts_it() -> None:
    assert told(matched(LONG, BOTH), LONG, BOTH) == [[PUMPS, f"{PUMPS} {NIGHT}"], [FERRY, FERRY]]


def test_one_report_that_cuts_it_short_leaves_it_whole() -> None:
    whole = f"{PUMPS} {NIGHT} {FERRY}"
    assert told(matched(LONG, FERRY_ALONE), LONG, FERRY_ALONE) == [[whole, FERRY]]


def test_no_words_belong_to_two_utterances_and_all_to_one() -> None:
    pile = pile_of(LONG, PUMPS_ALONE, FERRY_ALONE)
    groups = [group for group in matched(LONG, PUMPS_ALONE, FERRY_ALONE).groups if isinstance(group, Utterance)]
    (statement,) = LONG.marked.marks.of(Statement)
    parts = [part for group in groups for part in group.parts if part.member == statement.id]
    spans = sorted(span for part in parts for span in part.spans)
    assert " ".join(span.cut(LONG.text) for span in spans) == statement.text
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert {member for group in groups for member in group.members} == {
        mark.id for document in pile.documents for mark in document.marks.of(Statement)
    }


def test_a_change_in_one_sentence_keeps_that_sentence_alone_apart() -> None:
    other = Report("e", [(ANN, f"{PUMPS.replace('twice', 'four times')} {NIGHT} {FERRY}")])
    reports = (LONG, PUMPS_ALONE, FERRY_ALONE, other, Report("f", [(ANN, PUMPS.replace("twice", "four times"))]))
    groups = told(matched(*reports), *reports)
    assert [FERRY, FERRY, FERRY] in groups
    assert not any("twice" in " ".join(words) and "four times" in " ".join(words) for words in groups)


def test_a_person_may_part_what_is_cut() -> None:
    (long,), (short,) = LONG.marked.marks.of(Statement), FERRY_ALONE.marked.marks.of(Statement)
    reports = (LONG, PUMPS_ALONE, FERRY_ALONE)
    found = matched(*reports, judgements=(Judgement(long.id, short.id, Verdict.DIFFERENT),))
    assert [FERRY] in told(found, *reports)


def test_the_order_of_the_reports_does_not_matter() -> None:
    reports = (LONG, PUMPS_ALONE, FERRY_ALONE, BOTH)
    found = {matched(*order).groups for order in permutations(reports)}
    assert len(found) == 1


def test_the_utterance_of_a_place_in_the_statement_is_found() -> None:
    reports = (LONG, PUMPS_ALONE, FERRY_ALONE)
    pile = pile_of(*reports).plus(matched(*reports))
    (statement,) = LONG.marked.marks.of(Statement)
    first, last = (pile.utterance(statement.id, LONG.text.index(words)) for words in (PUMPS, FERRY))
    assert first is not None
    assert last is not None
    assert (first.text, last.text) == (f"{PUMPS} {NIGHT}", FERRY)
