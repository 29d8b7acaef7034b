"""Sayings of all paragraphs to statements: quotations over several paragraphs, speakers, nesting."""

import re
from collections.abc import Callable

from msgspec.structs import replace

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.model.document import Document
from secondsource.model.keys import content_id
from secondsource.model.mark import ActorKind, Mention, MentionForm, Moment, Naming, Speaker, Statement, StatementKind
from secondsource.model.pile import Marks
from secondsource.model.span import Span

from .antecedents import described_before, only_person_before, starting_in, subject_before, with_article
from .draft import Draft
from .interviews import interview
from .paragraphs import Opened, Paragraph, opened, read
from .saying import Saying, lengthened
from .speakers import NOBODY, Before, Found, aged, omitted, speaker_of
from .turns import answers, interviewed, turns

_FAR = 400
"""Characters behind which a speaker is not gone on with where somebody else is the subject before the words."""
_CONJUNCTION = re.compile(r"\b(?:that|dass|daß|que|qu['’]|che|dat|att)\s*$")
_CONJUNCTION_REACH = 8
_LOST = "closing mark lost; ends with the paragraph"


Revise = Callable[[str, list[Opened]], list[Opened]]
"""What looks at the drafts of a text's sentences again before its paragraphs are read."""


def statements(
    document: Document, marks: Marks, lexicon: Lexicon, revise: Revise | None = None
) -> tuple[Statement, ...]:
    """All statements of a document, in order of place. `revise` may correct the drafts of its sentences."""
    spans = paragraph_spans(document)
    mentions, moments = marks.of(Mention), marks.of(Moment)
    spoken = turns(document.text, spans)
    talk = interview(document.text, spans, mentions, lexicon) if not spoken else None
    if talk is not None:
        spoken = talk.answers
    started = [opened(document.text, span, at, lexicon) for at, span in enumerate(spans) if at not in spoken]
    if revise is not None:
        started = revise(document.text, started)
    paragraphs = sorted(
        [*spoken.values(), *(read(document.text, one, lexicon) for one in started)], key=lambda one: one.number
    )
    sayings = _joined(document.text, paragraphs, lexicon)
    made: list[Statement] = []
    before = Before()
    known = {mention.id: mention for mention in mentions}
    asked = answers(document.text, spans) if talk is None else frozenset(talk.answers)
    guest = talk.guest if talk is not None else None
    if guest is None and asked:
        guest = interviewed(mentions, spans[min(asked) - 1].start)
    for saying in sayings:
        if guest is not None and saying.draft is None and saying.paragraph in asked:
            found = Found(Speaker(guest.name, Naming.CONTINUED, guest.start, guest.end, guest.id))
        else:
            found = _speaker(document.text, saying, mentions, before, lexicon)
        if _narrated(document.text, saying, found):
            continue
        if saying.draft is not None and saying.draft.heads and _subject_line(document.text, found, known, lexicon):
            continue
        made.append(_statement(document, saying, found, moments))
        before = before.then(found.speaker, known, lexicon)
    return tuple(one for one in _nested(made) if one.within is None or one.speaker_missing != NOBODY)


def _narrated(text: str, saying: Saying, found: Found) -> bool:
    """Whether a thing that nobody names shows something in the writer's own words: "*the clash* reveals his temper".
    People, data, names and shares of a poll tell something."""
    draft, speaker = saying.draft, found.speaker
    if draft is None or speaker is None or saying.direct or saying.quoted or draft.manner != "show":
        return False
    if speaker.mention is not None or speaker.how is not Naming.TITLE or draft.relative:
        return False
    named = any(word[0].isupper() for word in speaker.name.split()[1:]) or any(char.isdigit() for char in speaker.name)
    clause = _CONJUNCTION.search(text, max(0, saying.start - _CONJUNCTION_REACH), saying.start)
    return not (named or clause)


def _subject_line(text: str, found: Found, known: dict[str, Mention], lexicon: Lexicon) -> bool:
    """Whether the word before a headline's colon is its subject, not who speaks: "Strike: no trains on Monday", "Den
    Haag: …". A single word that no mention covers is one where nouns have capitals, or where the text has it as a
    common noun."""
    speaker = found.speaker
    if speaker is not None and speaker.mention in known and known[speaker.mention].form is MentionForm.METONYM:
        return lexicon.speech.nouns_capital
    if speaker is None or speaker.mention is not None:
        return speaker is None
    words = speaker.name.lower().split()
    if len(words) > 1:  # "Best Electric Toothbrush: …" in a text about a toothbrush
        return re.search(rf"\b{re.escape(words[-1])}\b", text) is not None
    return lexicon.speech.nouns_capital or re.search(rf"\b{re.escape(speaker.name.lower())}", text) is not None


def paragraph_spans(document: Document) -> list[Span]:
    """The lines of the reported passages that are not blank, trimmed."""
    spans: list[Span] = []
    for part in document.reported.spans:
        at = part.start
        for line in part.cut(document.text).split("\n"):
            stripped = line.strip()
            if stripped:
                start = at + line.index(stripped)
                spans.append(Span(start, start + len(stripped)))
            at += len(line) + 1
    return spans


def _joined(text: str, paragraphs: list[Paragraph], lexicon: Lexicon) -> list[Saying]:
    """Sayings in order, with a quotation that runs over paragraphs as one."""
    found: list[Saying] = []
    running: Saying | None = None
    leading: Draft | None = None
    for paragraph in paragraphs:
        sayings = list(paragraph.sayings)
        if leading is not None and sayings and sayings[0].draft is None and sayings[0].opens:
            sayings[0] = replace(sayings[0], draft=leading, goes_on=False)
        leading = paragraph.leading
        if paragraph.signature is not None and found and found[-1].draft is None:
            found[-1] = replace(found[-1], draft=paragraph.signature, goes_on=False)
        if running is not None and running.draft is None and paragraph.signature is not None and not sayings:
            found.append(replace(running, draft=paragraph.signature, goes_on=False))  # "“Stay. ¶ Ann Lee, writer.”"
            running = None
        if running is not None:
            if sayings and sayings[0].direct and sayings[0].opens and _named_anew(running, sayings[0]):
                before, sayings[0] = _handed_on(text, running, sayings[0], lexicon)
                found.append(before)
            elif sayings and sayings[0].direct and sayings[0].opens:
                first = sayings.pop(0)
                running = _continued(running, first)
                if first.open_end and not sayings:
                    continue
                found.append(running)
            else:
                found.append(replace(running, repair=running.repair or _LOST))
            running = None
        while sayings and found and _goes_on(found[-1], sayings[0], paragraph):
            more = sayings.pop(0)
            found[-1] = lengthened(found[-1], more.pieces, more.quoted, paragraph.number)
            if found[-1].open_end and not sayings:
                running = found.pop()
        if running is None and sayings and sayings[-1].open_end and sayings[-1].quoted:
            running = sayings.pop()
        found.extend(sayings)
    if running is not None:
        found.append(replace(running, repair=running.repair or _LOST))
    return found


def _goes_on(last: Saying, more: Saying, paragraph: Paragraph) -> bool:
    """Whether a paragraph that is nothing but a quotation goes on the one before it, which ends in quoted words or in
    the cue to them."""
    if not (more.direct and more.draft is None and more.goes_on and more.opens and last.direct and last.quoted):
        return False
    return more.pieces[-1].end >= paragraph.span.end - 2 and last.paragraph == paragraph.number - 1


def _named_anew(running: Saying, first: Saying) -> bool:
    """Whether a quotation that runs on from the paragraph before has a cue of its own, as that one has: two
    statements."""
    return running.draft is not None and first.draft is not None


def _handed_on(text: str, running: Saying, first: Saying, lexicon: Lexicon) -> tuple[Saying, Saying]:
    """Two statements, where words behind the cue of one are open and another speaker's go on with them: they are the
    other's: "“It is bad,” said Lee. *“If it goes on* ¶ “we shall stop,” added Moe"."""
    one, other = running.draft, first.draft
    if one is None or other is None or one.source is None or other.source is None:
        return running, first
    said = [piece for piece in running.pieces if piece.start < one.cue.start]
    at = len(said)
    behind = running.quoted[at:]
    if not behind or any(mark.closed for mark in behind) or len(running.pieces) != len(running.quoted):
        return running, first
    name = other.source.cut(text).split()
    pronoun = lexicon.kinds.get(name[0].lower()) is Kind.PRONOUN
    if not said or pronoun or name[-1] in one.source.cut(text) or other.cue.start < first.pieces[0].end:
        return running, first
    kept = replace(running, pieces=running.pieces[:at], quoted=running.quoted[:at], open_end=False)
    return kept, replace(first, pieces=running.pieces[at:] + first.pieces, quoted=behind + first.quoted)


def _continued(running: Saying, first: Saying) -> Saying:
    draft = running.draft or first.draft
    return replace(
        running,
        pieces=running.pieces + first.pieces,
        quoted=running.quoted + first.quoted,
        draft=draft,
        sentence=running.sentence if running.draft else first.sentence,
        goes_on=running.goes_on and first.draft is None,
        open_end=first.open_end,
        paragraph=first.paragraph,
        repair=running.repair or first.repair,
    )


def _speaker(text: str, saying: Saying, mentions: tuple[Mention, ...], before: Before, lexicon: Lexicon) -> Found:
    draft = saying.draft
    if draft is not None and draft.source is not None and aged(text, draft.source):
        subject = subject_before(text, saying.sentence.start, 0, mentions, lexicon)
        subject = subject or only_person_before(text, saying.sentence.start, mentions)
        if subject is not None:
            source = draft.source
            return Found(Speaker(subject.name, Naming.PRONOUN, source.start, source.end, subject.id))
    if draft is not None and draft.source is not None and draft.head is not None and not draft.thus:
        found = speaker_of(text, draft.means or draft.source, draft.head, mentions, before, lexicon)
        if draft.means is None or found.speaker is None:
            return found
        return Found(replace(found.speaker, start=draft.source.start, end=draft.source.end))
    last = before.last
    doer = _doer(text, saying.doer, mentions, before, lexicon)
    if doer is not None:
        return doer
    if last is None and saying.ahead is not None:
        return _doer(text, saying.ahead, mentions, before, lexicon) or Found(None, "no cue and no speaker before")
    if saying.goes_on and (saying.direct or last is None or saying.sentence.start - last.end > _FAR):
        subject = subject_before(text, saying.sentence.start, last.end if last else 0, mentions, lexicon)
        if subject is not None:
            return Found(Speaker(subject.name, Naming.CONTINUED, subject.start, subject.end, subject.id))
    if saying.goes_on and last is not None:
        at = last.start
        return Found(Speaker(last.name, Naming.CONTINUED, at, last.end, last.mention))
    if draft is not None and lexicon.speech.pro_drop and not draft.thus:
        subject = subject_before(text, saying.sentence.start, last.end if last else 0, mentions, lexicon)
        if subject is not None:
            phrase = Span(subject.start - len(with_article(text, subject)) + len(subject.text), subject.end)
            known = described_before(text, phrase, mentions, lexicon) if subject.form is MentionForm.TITLE else None
            named = known or subject  # "O técnico lamentou … "…", desabafou."
            return Found(Speaker(named.name, Naming.PRONOUN, draft.cue.start, draft.cue.end, named.id))
        return omitted(draft.cue, mentions, before)
    if draft is not None and not draft.thus:
        return Found(None, "the cue has no subject that could be read")
    return Found(None, "no cue and no speaker before")


def _doer(
    text: str, doer: Draft | None, mentions: tuple[Mention, ...], before: Before, lexicon: Lexicon
) -> Found | None:  # fmt: skip
    """The subject of a sentence nearby, where it is a party that can speak."""
    if doer is None or doer.source is None or doer.head is None:
        return None
    found = speaker_of(text, doer.source, doer.head, mentions, before, lexicon)
    if found.speaker is None or found.speaker.mention is None or found.speaker.how is Naming.UNNAMED:
        return None
    mention = next((m for m in starting_in(mentions, doer.source) if m.id == found.speaker.mention), None)
    speaks = mention is not None and mention.kind in (ActorKind.PERSON, ActorKind.ORGANISATION)
    return Found(replace(found.speaker, how=Naming.CONTINUED)) if speaks else None


def _statement(document: Document, saying: Saying, found: Found, moments: tuple[Moment, ...]) -> Statement:
    text, draft = document.text, saying.draft
    kind = StatementKind.DIRECT if saying.direct else StatementKind.MIXED if saying.quoted else StatementKind.INDIRECT
    pieces = saying.pieces
    cue = draft.cue if draft else None
    return Statement(
        id=content_id("statement", document.id, kind, *[(p.start, p.end) for p in pieces], cue and cue.start),
        source=document.id,
        start=min(p.start for p in pieces),
        end=max(p.end for p in pieces),
        kind=kind,
        spans=pieces,
        text=" ".join(piece.cut(text) for piece in pieces),
        speaker=found.speaker,
        speaker_missing=found.missing,
        cue=cue,
        addressee=draft.addressee.cut(text) if draft and draft.addressee else None,
        when=_when(saying, moments),
        quoted=tuple(q.inner for q in saying.quoted) if kind is StatementKind.MIXED else (),
        negated=draft.negated if draft else False,
        repaired=saying.repair is not None,
        repair=saying.repair,
        manner=draft.manner if draft else None,
        source_phrase=draft.source if draft else None,
        occasion=draft.occasion.cut(text) if draft and draft.occasion else None,
        realis=draft.realis if draft else None,
        cited_by=draft.cited_by if draft else None,
    )


def _when(saying: Saying, moments: tuple[Moment, ...]) -> str | None:
    """The moment in the cue's sentence that stands outside the words said, nearest to the cue."""
    draft = saying.draft
    if draft is None:
        return None
    near = [
        m
        for m in starting_in(moments, saying.sentence)
        if m.end <= saying.sentence.end and not any(piece.start <= m.start < piece.end for piece in saying.pieces)
    ]
    if not near:
        return None
    return min(near, key=lambda m: (abs(m.start - draft.cue.start), m.start, m.id)).id


def _nested(made: list[Statement]) -> tuple[Statement, ...]:
    """Each statement with the smallest other one that its cue stands inside."""
    ordered = sorted({s.id: s for s in made}.values(), key=lambda s: (s.start, -s.end, s.id))
    nested: list[Statement] = []
    around: list[Statement] = []
    for inner in ordered:
        around = [outer for outer in around if outer.end > inner.start]
        fits = [outer for outer in around if inner.end <= outer.end and _holds(outer, inner)]
        best = min(fits, key=lambda s: (s.end - s.start, s.id)) if fits else None
        nested.append(inner if best is None else replace(inner, within=best.id))
        around.append(inner)
    return tuple(sorted(nested, key=lambda s: (s.start, s.end, s.id)))


def _holds(outer: Statement, inner: Statement) -> bool:
    cue = inner.cue
    return cue is not None and any(p.start <= cue.start and cue.end <= p.end for p in outer.spans)
