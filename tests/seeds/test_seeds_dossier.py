"""The five seed documents: what must come out of them. Skipped where the seeds are not at hand."""

import hashlib
from pathlib import Path

import msgspec
import pytest

from secondsource.case import Case, Settings
from secondsource.stage.settings import RunSettings
from secondsource.telling.dossier import ActorRow, ClaimRow, Dossier, FigureRow, SourceRow, StatementRow

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the seed documents (../shared/seeds) are not on this machine"
)
ARTICLE = {"headline", "standfirst", "dateline", "subhead", "body"}


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    case = Case(Settings(run=RunSettings(processes=1)))
    case.add([str(SEEDS)])
    return case.dossier()


def source(dossier: Dossier, number: str) -> SourceRow:
    return next(row for row in dossier.sources if row.name.startswith(number))


def numbers(dossier: Dossier, ids: tuple[str, ...]) -> set[str]:
    return {row.name[:3] for row in dossier.sources if row.id in ids}


def roles(row: SourceRow, text: str) -> set[str]:
    at = row.text.index(text)
    return {p.role for p in row.passages if p.start < at + len(text) and at < p.end}


def statements(dossier: Dossier, number: str, words: str) -> list[StatementRow]:
    row = source(dossier, number)
    at = row.text.index(words)
    inside = range(at, at + len(words))
    return [
        s
        for s in dossier.statements
        if s.source == row.id and any(span.start <= inside[-1] and at < span.end for span in s.spans)
    ]


def figures(dossier: Dossier, number: str, text: str) -> list[FigureRow]:
    row = source(dossier, number)
    return [f for f in dossier.figures if f.source == row.id and text in row.text[f.start : f.end]]


def actor(dossier: Dossier, name: str) -> ActorRow:
    return next(row for row in dossier.actors if name == row.name or name in row.aliases)


def claims(dossier: Dossier, words: str, kind: str) -> list[ClaimRow]:
    return [claim for claim in dossier.claims if words in claim.text and claim.kind == kind]


def test_three_events_on_one_story(dossier: Dossier) -> None:
    assert {tuple(sorted(numbers(dossier, event.sources))) for event in dossier.events} == {
        ("000", "001"),
        ("002", "003"),
        ("004",),
    }
    assert len(dossier.stories) == 1
    assert len(dossier.stories[0].events) == 3


def test_dates_are_as_exact_as_the_texts_allow(dossier: Dossier) -> None:
    whens = {number: source(dossier, number).published for number in ("000", "001", "002", "004")}
    thursdays = "[2024-04-04,2024-04-11,2024-04-18,2024-04-25]"
    assert {number: when.edtf if when else None for number, when in whens.items()} == {
        "000": thursdays,
        "001": thursdays,
        "002": "2024-06-17",
        "004": "2023-04-05",
    }
    assert all(when is not None and when.reasons for when in whens.values())


def test_the_undated_page_is_not_dated_more_exactly_than_its_sibling_allows(dossier: Dossier) -> None:
    when = source(dossier, "003").published
    assert when is None or when.earliest <= "2024-06-17" <= when.latest


def test_one_copy_family_that_goes_back_to_reuters(dossier: Dossier) -> None:
    assert [numbers(dossier, family.members) for family in dossier.copies] == [{"000", "001"}]
    family = dossier.copies[0]
    assert family.origin.outside == "Reuters"
    into = {d.to_id: d.relation for d in family.derivations}
    assert into[source(dossier, "000").id] == "back-translation"


def test_credits_say_who_passed_it_on(dossier: Dossier) -> None:
    assert ("relayed", "Le Figaro") in {(c.role, c.name) for c in source(dossier, "004").credits}
    assert "fr" in {c.through for c in source(dossier, "000").credits}
    assert ("wire", "Reuters") in {(c.role, c.name) for c in source(dossier, "001").credits}


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("000", "Read alsoCounting"),
        ("000", "Source link -87"),
        ("001", "fbpx"),
        ("001", "China Voices Concern on"),
        ("001", "Trade With Russia Hit $240 Billion in 2023, China Says"),
        ("001", "Jim Pollard is an Australian journalist"),
        ("002", "Russian Foreign Minister Sergey Lavrov and Chinese Foreign Minister Wang Yi attend"),
        ("003", "The comments posted here are not from Cnews Live."),
        ("004", "Follow information about the Ukrainian war"),
        ("004", "<div class"),
        ("004", "Please enter your comment!"),
        ("004", "National Guardsmen have developed"),
        ("004", "The First Presidential Brigade of the National Guard uses FPV drones"),
        ("004", "One of the key votes on Kosovo"),
    ],
)
def test_what_is_not_the_article(dossier: Dossier, number: str, text: str) -> None:
    assert not roles(source(dossier, number), text) & ARTICLE


@pytest.mark.parametrize(
    ("number", "text", "role"),
    [
        ("000", "Stoltenberg (NATO) denounces", "headline"),
        ("000", "Photo credit © Reuters", "credit"),
        ("000", "©2024 Thomson Reuters", "legal"),
        ("001", "NATO Warns China: Good Ties", "headline"),
        ("001", "in this Reuters image from late 2022", "caption"),
        ("001", "Allies warned: Don’t get dependent", "subhead"),
        ("001", "Reuters with additional editing by", "credit"),
        ("002", "attends a press conference during a meeting", "caption"),
        ("004", "arms supply", "subhead"),
        ("004", "Source: Le Figaro", "credit"),
    ],
)
def test_the_role_of_a_line(dossier: Dossier, number: str, text: str, role: str) -> None:
    assert roles(source(dossier, number), text) == {role}


@pytest.mark.parametrize("words", ["FPV", "Kosovo", "Horeb", "Council of Europe", "derogatory", "Carmakers"])
def test_nothing_of_furniture_becomes_a_finding(dossier: Dossier, words: str) -> None:
    article = [p for s in dossier.sources for p in s.passages if p.role in ARTICLE]
    assert article
    for rows in (dossier.statements, dossier.figures, dossier.actions, dossier.events):
        assert not [row for row in rows if words in msgspec.json.encode(row).decode()]


@pytest.mark.parametrize(
    ("number", "words", "speaker"),
    [
        ("000", "Last year, Russia imported 90%", "Jens Stoltenberg"),
        ("000", "It cannot have everything at the same time", "Jens Stoltenberg"),
        ("001", "Last year, Russia imported 90%", "Jens Stoltenberg"),
        ("001", "They cannot have it both ways", "Jens Stoltenberg"),
        ("001", "In the past, we made the mistake", "Jens Stoltenberg"),
        ("001", "We must not repeat that mistake with China", "Jens Stoltenberg"),
        ("002", "China is fueling the greatest armed conflict", "Jens Stoltenberg"),
        ("002", "can’t have it both ways", "Jens Stoltenberg"),
        ("002", "Since the escalation of the Ukrainian crisis", "Mao Ning"),
        ("002", "He tried to give the impression", "Jens Stoltenberg"),
        ("002", "Beijing shares high-end technologies", "Jens Stoltenberg"),
        ("002", "All of this causes a lot of death", "Jens Stoltenberg"),
        ("002", "China has repeatedly stressed that", "Mao Ning"),
        ("004", "We discussed China’s growing alignment", "Jens Stoltenberg"),
        ("004", "We are watching very closely", "Jens Stoltenberg"),
        ("004", "Trade with China has become even more important", "Jens Stoltenberg"),
        ("004", "China is not an adversary", "Jens Stoltenberg"),
        ("004", "At a time when Beijing and Moscow oppose", "Jens Stoltenberg"),
    ],
)
def test_direct_quotes_and_their_speakers(dossier: Dossier, number: str, words: str, speaker: str) -> None:
    found = [s for s in statements(dossier, number, words) if s.kind in ("direct", "mixed")]
    assert found
    wanted = actor(dossier, speaker)
    assert {s.speaker.actor for s in found if s.speaker} == {wanted.id}


@pytest.mark.parametrize(
    ("number", "words", "speaker"),
    [
        ("000", "his intention to go to China next month", "Vladimir Putin"),
        ("000", "Trade between China and Russia hit a record", "Chinese customs"),
        ("001", "China-Russian trade hit a record", "Chinese customs"),
        ("001", "Beijing’s help was vital to Moscow’s war in Ukraine", "Jens Stoltenberg"),
        ("002", "supplying Moscow with critical technological components", "U.S. officials"),
        ("002", "while a peace plan may sound good", "John Kirby"),
        ("002", "it has not sent Russia any weapons", "China"),
        ("002", "would attend the next edition of the event", "Volodymyr Zelensky"),
        ("003", "over 20 nations are expected to meet", "Jens Stoltenberg"),
    ],
)
def test_indirect_statements(dossier: Dossier, number: str, words: str, speaker: str) -> None:
    found = [s for s in statements(dossier, number, words) if s.speaker]
    wanted = actor(dossier, speaker)
    assert wanted.id in {s.speaker.actor for s in found if s.speaker}


def test_broken_marks_are_flagged(dossier: Dossier) -> None:
    for number, words in (("004", "We discussed China’s growing alignment"), ("004", "China is not an adversary")):
        assert any(s.repaired for s in statements(dossier, number, words))


def test_one_actor_under_many_names(dossier: Dossier) -> None:
    stoltenberg = actor(dossier, "Jens Stoltenberg")
    texts = {s.id: s.text for s in dossier.sources}
    said = {texts[m.source][m.start : m.end].casefold() for m in stoltenberg.mentions}
    assert any("atlantic alliance secretary general" in words for words in said)
    assert any("nato chief" in words for words in said)
    assert actor(dossier, "China").kind == "state"


def test_figures_with_unit_period_and_voice(dossier: Dossier) -> None:
    (share,) = figures(dossier, "000", "90%")
    assert (share.value, share.unit, share.period) == (90, "percent", "2023")
    assert share.attributed_to == actor(dossier, "Jens Stoltenberg").id
    (trade,) = figures(dossier, "000", "$240.1")
    assert trade.value == pytest.approx(240.1e9)
    assert (trade.unit, trade.period) == ("USD", "2023")
    assert trade.attributed_to == actor(dossier, "Chinese customs").id
    (euros,) = figures(dossier, "000", "€223")
    assert euros.value == pytest.approx(223e9)
    assert (euros.unit, euros.converts) == ("EUR", trade.id)


@pytest.mark.parametrize(("left", "right"), [("26.3%", "26%"), ("46.9%", "47%")])
def test_figures_that_agree_by_rounding(dossier: Dossier, left: str, right: str) -> None:
    (one,), (other,) = figures(dossier, "000", left), figures(dossier, "001", right)
    assert one.quantity == other.quantity
    assert next(q for q in dossier.quantities if q.id == one.quantity).agreement == "same-by-rounding"


def test_figures_that_agree(dossier: Dossier) -> None:
    (one,), (other,) = figures(dossier, "000", "13%"), figures(dossier, "001", "13%")
    assert one.quantity == other.quantity


def test_nothing_is_in_conflict(dossier: Dossier) -> None:
    assert not [q for q in dossier.quantities if q.agreement == "conflict"]
    assert not [c for c in dossier.claims if c.agreement.value == "conflict"]


def test_ninety_percent_stands_on_one_voice(dossier: Dossier) -> None:
    (claim,) = claims(dossier, "90%", "measured")
    assert numbers(dossier, claim.support.pages) == {"000", "001", "002"}
    assert len(claim.support.reports) == 2
    assert claim.support.voices == (actor(dossier, "Jens Stoltenberg").id,)
    assert claim.support.verdict == "single-origin"


def test_the_trade_figure_is_one_report(dossier: Dossier) -> None:
    (trade,) = figures(dossier, "000", "$240.1")
    (claim,) = [claim for claim in dossier.claims if trade.id in claim.members]
    assert numbers(dossier, claim.support.pages) == {"000", "001"}
    assert len(claim.support.reports) == 1
    assert claim.support.voices == (actor(dossier, "Chinese customs").id,)


def test_the_remark_said_on_two_occasions(dossier: Dossier) -> None:
    ids = [
        s.utterance
        for number, words in (("000", "It cannot have everything"), ("001", "They cannot have it both ways"))
        for s in statements(dossier, number, words)
    ]
    (other,) = {s.utterance for s in statements(dossier, "002", "can’t have it both ways")}
    assert len(set(ids)) == 1
    assert other not in ids
    assert other in next(u for u in dossier.utterances if u.id == ids[0]).repeats


def test_order_and_processes_change_no_byte(tmp_path: Path) -> None:
    files = sorted(str(path) for path in SEEDS.glob("*.txt"))
    digests: set[str] = set()
    for order, processes in ((files, 1), (files[::-1], 2), (files[2:] + files[:2], 1)):
        case = Case(Settings(run=RunSettings(processes=processes)))
        case.add(order)
        (written,) = case.tell(tmp_path / str(len(digests)), page=False)
        digests.add(hashlib.sha256(written.read_bytes()).hexdigest())
    assert len(digests) == 1
