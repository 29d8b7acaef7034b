"""What comes first: claims that reports lead with, titles that hide no second story, names that a reader can say."""

import msgspec
import pytest

from secondsource.telling.amounts import bounded
from secondsource.telling.dossier import Dossier, MomentRow, StoryRow
from secondsource.telling.lede import sort_claims, title, weight
from secondsource.telling.lookup import Lookup
from secondsource.telling.prominence import counts_the_tellers, is_age, leading_reports, points_back, tells_when


def test_a_claim_in_a_headline_or_lead_is_led_by_its_page(told: Dossier) -> None:
    lookup = Lookup(told)
    for claim in told.claims:
        pages = {lookup.members[member].source for member in claim.members}
        assert 0 <= leading_reports(claim, lookup) <= len(pages)
    assert any(leading_reports(claim, lookup) for claim in told.claims)


def test_far_down_a_page_nothing_leads(told: Dossier) -> None:
    late = tuple(
        msgspec.structs.replace(
            source, passages=tuple(msgspec.structs.replace(p, role="furniture") for p in source.passages)
        )
        for source in told.sources
    )
    lookup = Lookup(msgspec.structs.replace(told, sources=late))
    assert all(leading_reports(claim, lookup) == 0 for claim in told.claims)


def test_within_a_section_what_most_reports_and_leads_tell_comes_first(told: Dossier) -> None:
    lookup = Lookup(told)
    found = sort_claims(lookup)
    for section in (found.agreed, found.disputed, found.single, found.undecided, found.lone):
        assert list(section) == sorted(section, key=lambda claim: weight(claim, lookup))


def test_an_age_comes_behind_what_the_pages_are_about(told: Dossier) -> None:
    figures = {row.id: row for row in told.figures}
    claim = next(one for one in told.claims if one.kind == "measured" and one.agreement.value != "conflict")
    assert not is_age(claim, Lookup(told))
    aged = tuple(
        msgspec.structs.replace(figures[row.id], measure="age") if row.id in claim.members else row
        for row in told.figures
    )
    lookup = Lookup(msgspec.structs.replace(told, figures=aged))
    assert is_age(claim, lookup)
    assert weight(claim, lookup) > weight(claim, Lookup(told))


def test_how_long_ago_it_was_comes_behind_what_the_pages_are_about(told: Dossier) -> None:
    claim = next(one for one in told.claims if one.kind == "measured" and one.agreement.value != "conflict")
    assert not tells_when(claim, Lookup(told))
    dates = tuple(
        MomentRow("moment:1", row.source, row.start, row.end + 4, row.text, "2014", None, "date", None, ())
        for row in told.figures
        if row.id in claim.members
    )
    lookup = Lookup(msgspec.structs.replace(told, moments=(*told.moments, *dates)))
    assert tells_when(claim, lookup)
    assert weight(claim, lookup) > weight(claim, Lookup(told))


def _written(told: Dossier, claim_id: str, text: str, figure: str) -> Dossier:
    """The dossier with each page of a claim rewritten to one sentence, and the claim's figures at a word of it."""
    claim = next(one for one in told.claims if one.id == claim_id)
    at = text.index(figure)
    figures = tuple(
        msgspec.structs.replace(row, start=at, end=at + len(figure), value=2.0, unit="count")
        if row.id in claim.members
        else row
        for row in told.figures
    )
    pages = {row.source for row in told.figures if row.id in claim.members}
    sources = tuple(msgspec.structs.replace(s, text=text) if s.id in pages else s for s in told.sources)
    return msgspec.structs.replace(told, figures=figures, sources=sources)


@pytest.mark.parametrize(
    ("text", "back"),
    [("The quay is to be paid for by the two countries.", True), ("It is to be paid for by two countries.", False)],
)
def test_a_number_that_every_page_has_behind_an_article_only_points_back(told: Dossier, text: str, back: bool) -> None:
    claim = next(one for one in told.claims if one.kind == "measured" and one.agreement.value != "conflict")
    lookup = Lookup(_written(told, claim.id, text, "two"))
    assert points_back(claim, lookup) is back
    assert (weight(claim, lookup) > weight(claim, Lookup(told))) is back


def test_how_many_officials_told_it_comes_behind_what_they_told(told: Dossier) -> None:
    claim = next(one for one in told.claims if one.kind == "measured" and one.agreement.value != "conflict")
    text = "The quay will sink, two officials told the Courier."
    said = msgspec.structs.replace(next(one for one in told.statements if one.speaker is not None))
    pages = sorted({row.source for row in told.figures if row.id in claim.members})
    at = text.index("two")
    tellers = tuple(
        msgspec.structs.replace(
            said, source=page, speaker=msgspec.structs.replace(said.speaker, start=at, end=at + len("two officials"))
        )
        for page in pages
        if said.speaker is not None
    )
    written = _written(told, claim.id, text, "two")
    assert not counts_the_tellers(claim, Lookup(written))
    lookup = Lookup(msgspec.structs.replace(written, statements=tellers))
    assert counts_the_tellers(claim, lookup)
    assert weight(claim, lookup) > weight(claim, Lookup(told))


def test_a_pile_of_two_stories_says_so_in_its_title(told: Dossier) -> None:
    one, event = told.stories[0], told.events[0]
    second = msgspec.structs.replace(event, id="event:other", sources=tuple(s.id for s in told.sources[:2]))
    other = StoryRow(id="story:zz", title="A smaller story", events=("event:other",))
    both = msgspec.structs.replace(told, stories=(one, other), events=(*told.events, second))
    assert " · and one more story" in title(Lookup(both))
    assert "more" not in title(Lookup(told))


def test_a_source_named_by_a_checksum_is_called_by_its_outlet(told: Dossier) -> None:
    first = msgspec.structs.replace(told.sources[0], name="2e9eb84882d6ab10", outlet="www.harbour-post.example")
    lookup = Lookup(msgspec.structs.replace(told, sources=(first, *told.sources[1:])))
    assert lookup.label(first.id) == "harbour"
    assert lookup.title(first.id) == "harbour-post.example"


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "said"),
    [
        ("Dozens", 12.0, 12.0, 136.0, "dozens"),
        ("several hundred", 300.0, 200.0, 900.0, "several hundred"),
        ("21", 21.0, 21.0, 21.0, "21"),
        ("twenty", 20.0, 20.0, 20.0, "20"),
        ("10 to 40", 25.0, 10.0, 40.0, "25"),
    ],
)
def test_a_word_that_names_only_a_size_is_shown_as_written(
    told: Dossier, text: str, value: float, low: float, high: float, said: str
) -> None:
    figure = msgspec.structs.replace(
        told.figures[0], text=text, value=value, low=low, high=high, unit="count", comparator="exact"
    )
    assert bounded(figure) == said


def test_a_share_in_words_stays_in_words(told: Dossier) -> None:
    figure = msgspec.structs.replace(
        told.figures[0], text="Two thirds", value=200 / 3, low=66.0, high=67.0, unit="percent", comparator="exact"
    )
    assert bounded(figure) == "two thirds"
