"""Every folder under cases/ is a pile of sources with actors that must come out, and texts that must stay apart.

To add a case, make a folder with one file for each source, named `00_en.txt` with its language, and `expected.toml`: a
first line that says what it shows; actors with name, kind, the number of sources that name them and some aliases;
`apart` with two texts of two mentions that may share no actor.
"""

import tomllib
from itertools import product
from pathlib import Path

import pytest

from secondsource.marking.mentions.stage import MarkMentions
from secondsource.matching.actors.stage import MatchActors
from secondsource.model.document import Document
from secondsource.model.group import Actor
from secondsource.model.judgement import Judgement, Verdict
from secondsource.model.link import LinkKind
from secondsource.model.mark import Mention
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import MarkedDocument, Marks, Pile
from secondsource.model.source import Source

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def marked(name: str, text: str, language: str) -> MarkedDocument:
    source = Source(f"source:{name}", name, name, None, "", "text/plain", "utf-8")
    document = Document(source, text, language, (Passage(0, len(text), Role.BODY),))
    return MarkedDocument(document, Marks().plus(MarkMentions().mark(document, Marks()).marks))


def pile_of(case: Path) -> Pile:
    files = sorted(case.glob("*.txt"))
    return Pile(tuple(marked(f.name, f.read_text(encoding="utf-8"), f.stem.rpartition("_")[2]) for f in files))


def actors_of(pile: Pile, *judgements: Judgement) -> list[Actor]:
    return [group for group in MatchActors().match(pile, judgements).groups if isinstance(group, Actor)]


def mention(pile: Pile, source: int, text: str) -> Mention:
    return next(m for m in pile.documents[source].marks.of(Mention) if m.text == text)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_these_actors_come_out(case: Path) -> None:
    expected = tomllib.loads((case / "expected.toml").read_text(encoding="utf-8"))
    pile = pile_of(case)
    found = actors_of(pile)
    for wanted in expected.get("actor", []):
        same = [a for a in found if a.name == wanted["name"] and a.kind.value == wanted["kind"]]
        assert len(same) == 1, f"{wanted['name']}: {[(a.name, a.kind.value, a.aliases) for a in found]}"
        sources = {pile.mark(member).source for member in same[0].members}
        assert len(sources) == wanted["sources"], same[0]
        assert set(wanted["aliases"]) <= set(same[0].aliases)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_these_stay_apart(case: Path) -> None:
    expected = tomllib.loads((case / "expected.toml").read_text(encoding="utf-8"))
    pile = pile_of(case)
    actor_of = {member: actor.id for actor in actors_of(pile) for member in actor.members}
    mentions = [m for document in pile.documents for m in document.marks.of(Mention)]
    for left, right in (pair["texts"] for pair in expected.get("apart", [])):
        pairs = product([m for m in mentions if m.text == left], [m for m in mentions if m.text == right])
        across = [(a, b) for a, b in pairs if a.source != b.source]
        assert across
        assert all(actor_of[a.id] != actor_of[b.id] for a, b in across)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_order_of_sources_does_not_matter_and_every_mention_has_one_actor(case: Path) -> None:
    pile = pile_of(case)
    found = MatchActors().match(pile, ())
    turned = MatchActors().match(Pile(tuple(reversed(pile.documents))), ())
    assert found == turned
    members = [member for actor in found.groups for member in actor.members]
    assert sorted(members) == sorted(m.id for d in pile.documents for m in d.marks.of(Mention))
    assert all(link.kind is LinkKind.ACTOR and link.features for link in found.links)


def test_a_judgement_joins_and_parts() -> None:
    pile = pile_of(Path(__file__).parent / "cases" / "homonyms")
    left, right = mention(pile, 0, "Paul Smith"), mention(pile, 1, "Paul Smith")
    joined = actors_of(pile, Judgement(left.id, right.id, Verdict.SAME))
    assert any({left.id, right.id} <= set(actor.members) for actor in joined)
    pile = pile_of(Path(__file__).parent / "cases" / "titles-across-sources")
    left, right = mention(pile, 0, "China"), mention(pile, 3, "Peking")
    parted = actors_of(pile, Judgement(left.id, right.id, Verdict.DIFFERENT))
    assert not any({left.id, right.id} <= set(actor.members) for actor in parted)
