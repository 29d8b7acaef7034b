"""A small dossier by hand, with every kind of row and with text that tries to break out of the page."""

import hashlib

import pytest

from secondsource.telling import dossier as d

WIRE = (
    "Harbour tolls rise 26.3% <script>alert('tolls')</script>\n\n"
    "PORT ELLAN (Corriel) – “We raised the tolls by 26.3% last year 🚢🚢 and we will not say sorry,” "
    "said Ines Calder, head of the harbour board, on Thursday.\n\n"
    "The board fined Tern Shipping for late payment.\u2028It detained 12 barges.\n\n"
    "Read also: </script><!-- 26.3% of readers -->\u202ednetni on\u202c\n"
)
COPY = (
    "Menu\r\nTolls up by about 26%\r\n\r\n“We raised the tolls by about 26% last year 🚢 and will not say sorry,” "
    "Calder said. The board fined Tern Shipping.\r\nIt detained 15 barges.\r\n"
)
OTHER = "\u200fرسوم\u200f The harbour board detained 12 barges in March, Tern Shipping said.\n\n© 2025\n"
TEXTS = {"source:a": WIRE, "source:b": COPY, "source:c": OTHER}


def place(source: str, words: str, nth: int = 0) -> d.PlaceRow:
    """Where some words stand in one of the texts."""
    start = -1
    for _ in range(nth + 1):
        start = TEXTS[source].index(words, start + 1)
    return d.PlaceRow(source, start, start + len(words))


def span(source: str, words: str) -> d.SpanRow:
    """The same without its source."""
    found = place(source, words)
    return d.SpanRow(found.start, found.end)


def _passages(source: str, roles: dict[str, str]) -> tuple[d.PassageRow, ...]:
    found = [d.PassageRow(role, (p := place(source, words)).start, p.end) for words, role in roles.items()]
    return tuple(sorted(found, key=lambda p: p.start))


def _source(key: str, name: str, roles: dict[str, str], **more: object) -> d.SourceRow:
    text = TEXTS[key]
    known: dict[str, object] = {
        "id": key,
        "name": name,
        "path": f"/home/reader/{name}",
        "record": None,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "url": None,
        "media_type": "text/plain",
        "encoding": "utf-8",
        "length": len(text),
        "text": text,
        "language": "en",
        "outlet": None,
        "event": "event:tolls",
        "story": "story:one",
        "passages": _passages(key, roles),
        "headline": None,
        "published": None,
        "credits": (),
    }
    return d.SourceRow(**{**known, **more})  # type: ignore[arg-type]  # a table of fields


def _sources() -> tuple[d.SourceRow, ...]:
    lines = WIRE.split("\n")
    wire = _source(
        "source:a",
        "wire_001.txt",
        {
            lines[0]: "headline",
            "PORT ELLAN (Corriel) – ": "dateline",
            lines[2].removeprefix("PORT ELLAN (Corriel) – "): "body",
            lines[4]: "body",
            lines[6]: "furniture",
        },
        headline=span("source:a", lines[0]),
        published=d.WhenRow(
            "[2025-04-03,2025-04-10,2025-04-17,2025-04-24]",
            "2025-04-03",
            "2025-04-24",
            (d.ReasonRow("“on Thursday” <b>and</b> April", (place("source:a", "on Thursday"),)),),
        ),
        credits=(d.CreditRow("wire", "Corriel", *_ends(place("source:a", "Corriel")), None),),
        title="Harbour tolls rise",
        titles=(d.TitleRow("Harbour tolls rise", "og:title"),),
        authors=("Corriel", "Ada <b>Holm</b>"),
        section="Ports & <i>Trade</i>",
        canonical="https://corriel.example/tolls?a=1&b=2",
        dateline=d.DatelineRow(*_ends(place("source:a", "PORT ELLAN (Corriel) – ")), "PORT ELLAN", "Corriel"),
    )
    parts = [line for line in COPY.split("\r\n") if line]
    copy = _source("source:b", "copy_002.txt", dict(zip(parts, ("furniture", "headline", "body", "body"), strict=True)))
    first, last = OTHER.split("\n\n")
    other = _source(
        "source:c",
        'other "><img src=x onerror=alert(1)>.html',
        {first: "body", last.strip(): "legal"},
        url="javascript:alert(document.domain)",
        canonical="javascript:alert('canonical')",
        outlet='"><svg onload=alert(2)> & Söhne',
        event=None,
        story=None,
    )
    return wire, copy, other


def _ends(found: d.PlaceRow) -> tuple[int, int]:
    return found.start, found.end


def _statement(key: str, source: str, words: str, **more: object) -> d.StatementRow:
    found = span(source, words)
    speaker = d.SpeakerRow("actor:calder", "Ines Calder", "named", *_ends(place(source, "Calder")))
    known: dict[str, object] = {
        "id": f"statement:{key}",
        "source": source,
        "kind": "direct",
        "start": found.start,
        "end": found.end,
        "spans": (found,),
        "text": words,
        "speaker": speaker,
        "speaker_missing": None,
        "cue": None,
        "addressee": None,
        "event": "event:tolls",
        "utterance": "utterance:tolls",
        "within": None,
        "negated": False,
        "repaired": False,
        "repair": None,
    }
    return d.StatementRow(**{**known, **more})  # type: ignore[arg-type]  # a table of fields


def _figure(
    key: str, at: d.PlaceRow, value: float, unit: str, bounds: tuple[float | None, float | None]
) -> d.FigureRow:
    words = TEXTS[at.source][at.start : at.end]
    return d.FigureRow(
        id=f"figure:{key}",
        source=at.source,
        start=at.start,
        end=at.end,
        text=words,
        value=value,
        low=bounds[0],
        high=bounds[1],
        unit=unit,
        comparator="about" if "about" in words else "equal",
        change=None,
        measure="tolls" if unit == "percent" else "barges detained",
        of=("harbour board",),
        period="2024",
        attributed_to="actor:calder" if unit == "percent" else None,
        statement=None,
        converts=None,
        quantity="quantity:tolls" if unit == "percent" else "quantity:barges",
    )


def _action(key: str, source: str, words: str) -> d.ActionRow:
    found = place(source, words)
    return d.ActionRow(
        id=f"action:{key}",
        source=source,
        start=found.start,
        end=found.end,
        text=words,
        actor="actor:board",
        target="actor:tern",
        code="SANCTION",
        mode=None,
        realis="asserted",
        attributed_to=None,
        when=None,
        where=None,
        event="event:tolls",
    )


class Told:
    """What is told of one claim: its members by page, under voices."""

    def __init__(self, key: str, kind: str, text: str, members: dict[str, list[tuple[str, d.PlaceRow]]]) -> None:
        self.key, self.kind, self.text, self.members = key, kind, text, members

    def row(self, agreement: str, verdict: str) -> d.ClaimRow:
        """The claim, with its lineage: pages a and b are one report."""
        names = {"actor:calder": "Ines Calder", "actor:tern": "Tern Shipping", "": "no voice named"}
        lineage = []
        for voice, told in self.members.items():
            reports: dict[str, dict[str, list[d.PlaceRow]]] = {}
            for _, at in told:
                report = "family:tolls" if at.source in {"source:a", "source:b"} else at.source
                reports.setdefault(report, {}).setdefault(at.source, []).append(at)
            steps = tuple(
                d.LineageRow(
                    "report",
                    report,
                    "Corriel" if report == "family:tolls" else "Söhne",
                    f"{len(pages)} pages carry one text",
                    (),
                    tuple(d.LineageRow("page", page, page, "", tuple(at), ()) for page, at in pages.items()),
                )
                for report, pages in reports.items()
            )
            lineage.append(d.LineageRow("voice", voice, names[voice], "named: “Calder”" if voice else "", (), steps))
        every = [at for told in self.members.values() for _, at in told]
        support = d.SupportRow(
            pages=tuple(sorted({at.source for at in every})),
            reports=tuple(sorted({step.id for voice in lineage for step in voice.steps})),
            voices=tuple(voice for voice in self.members if voice),
            outlets=(),
            unknown=(),
            unattributed=tuple(sorted({at.source for _, at in self.members.get("", [])})),
            verdict=verdict,
            lineage=tuple(lineage),
        )
        reason = d.ReasonRow("26% may be anything from 25.5% to 26.5% <i>", (every[0],))
        return d.ClaimRow(
            id=f"claim:{self.key}",
            kind=self.kind,
            text=self.text,
            members=tuple(member for told in self.members.values() for member, _ in told),
            agreement=d.AgreementRow(agreement, (reason,)),
            support=support,
            differences=(
                d.DifferenceRow("rounded figure", every[0], every[-1], "26.3% became about 26%"),
                d.DifferenceRow("dropped attribution", every[0], every[-1], ""),
                d.DifferenceRow("rounded figure", every[0], every[0], "26.3% became about 26%"),
            ),
        )


def _claims() -> tuple[d.ClaimRow, ...]:
    tolls = [("figure:a", place("source:a", "26.3%", 1)), ("figure:b", place("source:b", "about 26%", 1))]
    words = [
        ("statement:a", place("source:a", SAID_A)),
        ("statement:b", place("source:b", SAID_B)),
    ]
    barges = [("figure:12a", place("source:a", "12 barges")), ("figure:15b", place("source:b", "15 barges"))]
    fined = [
        ("action:a", place("source:a", "The board fined Tern Shipping")),
        ("action:b", place("source:b", "The board fined Tern Shipping")),
    ]
    other = [("figure:12c", place("source:c", "12 barges"))]
    return (
        Told("tolls", "measured", SAID_A, {"actor:calder": tolls}).row("same-by-rounding", "single-origin"),
        Told("said", "said", SAID_A, {"actor:calder": words}).row("same", "single-origin"),
        Told("barges", "measured", "It detained 12 barges.", {"": barges, "actor:tern": other}).row(
            "conflict", "undecided"
        ),
        Told("fined", "did", "The board fined Tern Shipping for late payment.", {"": fined}).row("same", "undecided"),
        Told("lone", "measured", OTHER.split("\n", maxsplit=1)[0], {"actor:tern": other}).row("same", "single-origin"),
    )


SAID_A = "We raised the tolls by 26.3% last year 🚢🚢 and we will not say sorry"
SAID_B = "We raised the tolls by about 26% last year 🚢 and will not say sorry"


@pytest.fixture(scope="session")
def told() -> d.Dossier:
    """The dossier."""
    when = d.WhenRow("2025-04-10", "2025-04-10", "2025-04-10", (d.ReasonRow("a Thursday", ()),))
    return d.Dossier(
        dossier=1,
        made=d.MadeRow("0.0.0", "rules", {}),
        sources=_sources(),
        copies=(
            d.CopyRow(
                "family:tolls",
                ("source:a", "source:b"),
                d.OriginRow(None, "Corriel", (d.ReasonRow("its wire line", (place("source:a", "Corriel"),)),)),
                (
                    d.DerivationRow("outside:Corriel", "source:a", "verbatim", 1.0, True, ()),
                    d.DerivationRow("source:a", "source:b", "light edit", 0.8, False, (d.ReasonRow("one text", ()),)),
                ),
            ),
        ),
        actors=(
            d.ActorRow("actor:calder", "Ines Calder", "person", ("Calder",), (place("source:a", "Ines Calder"),)),
            d.ActorRow("actor:board", "harbour board", "organisation", (), ()),
            d.ActorRow("actor:tern", "Tern Shipping", "organisation", (), ()),
        ),
        events=(
            d.EventRow("event:tolls", "Tolls & <em>barges</em>", when, "Port Ellan", ("source:a", "source:b"), ()),
        ),
        stories=(d.StoryRow("story:one", "Harbour tolls <b>rise</b>", ("event:tolls",)),),
        statements=(
            _statement("a", "source:a", SAID_A, occasion="on <u>Thursday</u>", realis="asserted"),
            _statement("b", "source:b", SAID_B, realis="planned"),
        ),
        utterances=(d.UtteranceRow("utterance:tolls", ("statement:a", "statement:b"), "event:tolls", SAID_A, ()),),
        moments=(),
        figures=(
            _figure("a", place("source:a", "26.3%", 1), 26.3, "percent", (26.25, 26.35)),
            _figure("b", place("source:b", "about 26%", 1), 26.0, "percent", (25.0, 27.0)),
            _figure("12a", place("source:a", "12 barges"), 12.0, "count", (12.0, 12.0)),
            _figure("15b", place("source:b", "15 barges"), 15.0, "count", (15.0, None)),
            _figure("12c", place("source:c", "12 barges"), 12.0, "count", (12.0, 12.0)),
        ),
        quantities=(
            d.QuantityRow(
                "quantity:tolls",
                "rise of the tolls",
                "percent",
                "2024",
                ("figure:a", "figure:b"),
                "same-by-rounding",
                (d.ReasonRow("the one lies within the other", ()),),
                (),
            ),
            d.QuantityRow(
                "quantity:barges",
                "barges detained",
                "count",
                "2025-03",
                ("figure:12a", "figure:15b", "figure:12c"),
                "conflict",
                (),
                (d.RelatedRow("quantity:tolls", "different-definition"),),
            ),
        ),
        actions=(
            _action("a", "source:a", "The board fined Tern Shipping"),
            _action("b", "source:b", "The board fined Tern Shipping"),
        ),
        claims=_claims(),
        problems=(
            d.ProblemRow("source:b", "line-ends", "CRLF \x1b[31m<u>line</u> ends", 4, 6),
            d.ProblemRow("gone.txt", "empty-file", "holds nothing", None, None),
        ),
    )
