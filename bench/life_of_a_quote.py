"""Write docs/life-of-a-quote.md: one quote of the sample pile through the five verbs, with the real records.

`python -m bench.life_of_a_quote` renews the page; a test holds the page to what this prints.
"""

from pathlib import Path

import msgspec
from msgspec import Struct

from secondsource import samples
from secondsource.case import Case, Settings
from secondsource.model.group import Actor, CopyFamily, Utterance
from secondsource.model.link import LinkKind
from secondsource.model.mark import Mention, Statement
from secondsource.model.pile import MarkedDocument, Pile
from secondsource.stage.settings import RunSettings
from secondsource.telling.terminal import lineage

PILE = Path(samples.__file__).parent / "pile"
PAGE = Path(__file__).resolve().parent.parent / "docs" / "life-of-a-quote.md"
FILE = "01_merival_wire.html"
WORDS = "skimp on the door"


def shown(record: Struct, **shortened: object) -> str:
    """A record as indented JSON; `shortened` fields are given in a shorter form."""
    plain = {**msgspec.to_builtins(record), **shortened}
    return "```json\n" + msgspec.json.format(msgspec.json.encode(plain), indent=1).decode() + "\n```"


def _statement(marked: MarkedDocument) -> Statement:
    return next(s for s in marked.marks.of(Statement) if WORDS in s.text)


def _reading(marked: MarkedDocument, statement: Statement) -> str:
    document = marked.document
    passage = next(p for p in document.passages if p.span.covers(statement.span))
    roles = {role: sum(1 for p in document.passages if p.role is role) for role in {p.role for p in document.passages}}
    counted = ", ".join(f"{count} {role.value}" for role, count in sorted(roles.items()))
    assert document.published is not None
    return f"""## 1. Reading: bytes to a document

`{FILE}` is HTML. Its text layer, {len(document.text):,} characters, is the coordinate system from here on; nothing is
cut out of it.
Every passage gets a role: {counted}. The quote stands in this one:

{shown(passage)}

The page data say when it was published:

{shown(document.published, reasons=[reason.why for reason in document.published.reasons])}
"""


def _marking(marked: MarkedDocument, statement: Statement) -> str:
    assert statement.speaker is not None
    mention = next((m for m in marked.marks.of(Mention) if m.id == statement.speaker.mention), None)
    named = shown(mention) if mention else "(no mention of its own)"
    return f"""## 2. Marking: what stands in this one page

The marker of mentions finds a party in the words around the quote, with the fullest name that this page gives it:

{named}

The marker of quotes finds the words, the cue and the speaker:

{shown(statement)}

Positions are half-open and count code points: `text[{statement.spans[0].start}:{statement.spans[0].end}]` is
“{statement.spans[0].cut(marked.document.text)}”.
"""


def _matching(pile: Pile, statement: Statement) -> str:
    utterance = pile.group_of[Utterance, statement.id]
    assert isinstance(utterance, Utterance)
    family = pile.group_of[CopyFamily, statement.source]
    assert statement.speaker is not None
    actor = pile.group_of[Actor, statement.speaker.mention or ""]
    assert isinstance(actor, Actor)
    links = [
        link
        for link in pile.links
        if link.kind in (LinkKind.UTTERANCE, LinkKind.REPEATS) and statement.id in (link.left, link.right)
    ]
    link = max(links, key=lambda one: (one.kind is LinkKind.UTTERANCE, -one.score, one.id))
    others = []
    for member in utterance.members:
        mark = pile.mark(member)
        assert isinstance(mark, Statement)
        others.append(f"- `{pile.document(mark.source).document.source.name}`: “{mark.text}”")
    return f"""## 3. Matching: what is the same across pages

The page is one of {len(family.members)} that carry one text (`{family.id}`). The speaker is one actor everywhere:

{shown(actor, members=f"{len(actor.members)} mentions")}

Statements are compared by small named features. This link keeps what was compared and what it weighed:

{shown(link, reasons=[reason.why for reason in link.reasons])}

What the links join is one utterance, `{utterance.id}`, in {len(utterance.members)} wordings; it is repeated on
{len(utterance.repeats)} other occasion{"" if len(utterance.repeats) == 1 else "s"}:

{chr(10).join(others)}
"""


def page() -> str:
    """The whole page."""
    case = Case(Settings(run=RunSettings(processes=1)))
    case.add([str(PILE)])
    pile = case.run()
    marked = next(d for d in pile.documents if d.document.source.name == FILE)
    statement = _statement(marked)
    claim = next(c for c in pile.claims if statement.id in c.members)
    told = next(row for row in case.dossier().claims if row.id == claim.id)
    support = shown(claim.support, lineage=f"{len(claim.support.lineage)} voices, each with its reports and pages")
    return f"""# The life of a quote

One sentence of the sample pile, followed through the five verbs. The records are the real ones; this page is written by
`python -m bench.life_of_a_quote`, and a test fails when it is out of date.

> “{statement.text}”

{_reading(marked, statement)}
{_marking(marked, statement)}
{_matching(pile, statement)}
## 4. Weighing: how many stand behind it

{support}

## 5. Telling: to a person

`dossier.json` carries the claim, `index.html` draws it, and `secondsource why` prints its lineage:

```text
{lineage(told, case.dossier())}
```
"""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
