"""Each cue of a sentence with its subject: in front, behind, inside the verb group, or shared with a cue before."""

from msgspec.structs import replace

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.language.speech.table import Order, Takes

from .attributes import dative_before
from .between import adjunct_end, labelled
from .clauses import Complement, as_told, complement, parted_clause, said_before
from .cue import Cue, Governed, Mode
from .inverted import came_out, issuer, named_behind, subject_after
from .own import attached_subject, clause_told, shared_subject
from .subjects import Range, subject_before
from .verb_second import subject_of
from .words import DASHES, Token, verbal

Tokens = tuple[Token, ...]

_MESSAGE = 4
"""Words of a text that says something, with its article, at most."""


class Frame(Governed, frozen=True, gc=False):
    """What is known of one cue before its content is read."""

    inverted: bool = False
    shared: bool = False
    after: Complement | None = None
    """The content behind the cue, not yet cut at later cues."""
    fronting: bool = False
    """Whether its content stands in front of it."""

    @property
    def edge(self) -> int | None:
        """The first token of its own subject in front; None where it shares one or is inverted."""
        return None if self.subject is None or self.inverted or self.shared else self.subject[0]


def framed(tokens: Tokens, found: list[Cue], limit: int, lexicon: Lexicon) -> list[Frame]:
    """Every cue with its subject and the words behind it."""
    frames: list[Frame] = []
    for cue in found:
        floor = max((f.cue.end for f in frames if _bars(tokens, f, lexicon)), default=0)
        if cue.mode is Mode.ACCORDING:
            if cue.inner is not None and cue.inner[0] > cue.start:
                frames.append(Frame(cue, cue.inner, inverted=True))
                continue
            if cue.inner is not None:
                dative = lexicon.speech.nouns_capital
                before = dative_before(tokens, cue.start, floor, lexicon) if dative else None
                frames.append(Frame(cue, before or subject_before(tokens, cue.start, floor, lexicon)))
                continue
            after = _source_after(tokens, cue, floor, limit, lexicon)
            frames.append(Frame(cue, after, inverted=True))
        elif cue.mode is Mode.PASSIVE:
            frames.append(Frame(cue, _agent(tokens, cue, lexicon), inverted=True))
        elif cue.mode is Mode.NOUN:
            frames.append(Frame(cue, cue.inner))
        elif cue.mode is Mode.FINITE:
            frames.append(_finite(tokens, cue, floor, limit, frames, lexicon))
        else:
            own = attached_subject(tokens, cue, lexicon)
            subject = own or shared_subject(tokens, cue, frames, lexicon)
            frames.append(Frame(cue, subject, shared=own is None))
    return [_complete(tokens, _late(frame, frames), _reach(frame, frames, limit), lexicon) for frame in frames]


def _reach(frame: Frame, frames: list[Frame], limit: int) -> int:
    """Where the words end that a cue may report: at the cue of the clause whose subject it describes, "the woman who
    *found* the body *told* police"."""
    inside = (frame.edge is not None and not frame.inverted) or frame.cue.mode is Mode.PARTICIPIAL
    around = (f.cue.start for f in _around(frame, frames) if inside)
    return min((end for end in around if end <= limit), default=limit)


def _around(frame: Frame, frames: list[Frame]) -> list[Frame]:
    """The cues between whose subject and verb a cue stands: "the Herald, *citing* two sources, *reported*"."""
    return [f for f in frames if f.edge is not None and f.edge < frame.cue.start < f.cue.start]


def _agent(tokens: Tokens, cue: Cue, lexicon: Lexicon) -> Range | None:
    """Who is named as the agent of a passive: "wurde *vom Amt* mitgeteilt, dass"."""
    assert cue.inner is not None
    start, end = cue.inner
    label = next((at for at in range(start, end) if tokens[at].lower in lexicon.sets["called_as"]), end)
    by = [at for at in range(start, label) if tokens[at].lower in lexicon.sets["agents"]]
    phrases = [subject_after(tokens, at + 1, end, lexicon) for at in by]
    near = next((phrase for phrase in phrases if phrase is not None and phrase[1] == label), None)
    if near is not None or by:
        return near or phrases[0]  # "wird die Gefahr von Bränden *vom Amt* als „hoch“ eingestuft"
    text = (at for at in range(label) if tokens[at].lower in lexicon.sets["media"])
    found = (_paper_or_text(tokens, at + 1, label, lexicon) for at in text)
    return next((one for one in found if one is not None), None)


def _paper_or_text(tokens: Tokens, at: int, limit: int, lexicon: Lexicon) -> Range | None:
    """A paper's name in marks, or a noun phrase that is no name: "im *„Boten“*", "in *dem Bericht*", not "in Kuba"."""
    if tokens[at].work:
        return (at, at + 1)
    found = subject_after(tokens, at, limit, lexicon)
    return found if found is not None and tokens[found[0]].kind is not Kind.WORD else None


def _bars(tokens: Tokens, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the subject of a later cue cannot stand before this one: not so of a participle or a relative clause."""
    cue, subject = frame.cue, frame.subject
    cited = cue.mode is Mode.ACCORDING and cue.start > 1 and lexicon.speech.nouns_look_like_verbs
    if cited and subject is not None:  # "Lee, *citing two officials*, said"
        end = subject[1]
        return not (tokens[cue.start - 1].text == "," and end < len(tokens) and tokens[end].text == ",")
    described = subject is not None and tokens[subject[0]].lower in lexicon.sets["relatives"]
    if subject is not None and subject[1] + 1 < cue.start and tokens[subject[1]].text == ",":
        relative = tokens[subject[1] + 1].lower in lexicon.sets["relative_articles"]
        described = described or (relative and cue.end < len(tokens) and tokens[cue.end].text == ",")
    return cue.mode is not Mode.PARTICIPIAL and not described


def _complete(tokens: Tokens, frame: Frame, limit: int, lexicon: Lexicon) -> Frame:
    cue, subject = frame.cue, frame.subject
    if cue.mode is Mode.ACCORDING:
        return frame
    at = max(cue.end, subject[1]) if frame.inverted and subject else cue.end
    after = complement(tokens, cue, at, limit, lexicon) or parted_clause(tokens, cue, frame.edge, limit, lexicon)
    if frame.inverted and after is not None and lexicon.speech.order is Order.SVO:
        after = after if tokens[after.start].quote is not None or tokens[after.start - 1].text == ":" else None
    if after is None and lexicon.speech.order is Order.V2:
        after = _before_verb(tokens, frame)
    if after is not None and cue.start in (1, 3) and said_before(tokens, after, lexicon):
        after = None
    if after is None and lexicon.speech.nouns_look_like_verbs:
        after = as_told(tokens, cue, frame.edge, limit, lexicon)
    edge = frame.edge if frame.edge is not None else cue.start
    if edge > 1 and tokens[edge - 1].lower in lexicon.sets["as_words"]:
        edge -= 1
    fronting = after is None and edge > 0 and not frame.shared and tokens[edge - 1].text in ",–—"
    return replace(frame, after=after, fronting=fronting)


def _before_verb(tokens: Tokens, frame: Frame) -> Complement | None:
    """Words between marks in front of a verb that ends its clause: "hat sie als „mutig“ bezeichnet"."""
    cue, subject = frame.cue, frame.subject
    inside = cue.inner is not None or (subject is not None and not frame.inverted and subject[1] < cue.start)
    if not inside or subject is None or cue.form is None:
        return None
    start = max(subject[1], cue.start + 1) if cue.inner is not None else subject[1]
    comma = next((at for at in range(cue.verb - 1, start - 1, -1) if tokens[at].text == ","), None)
    if comma is not None and cue.inner is None and any(t.quote is not None for t in tokens[comma : cue.verb]):
        start = comma + 2  # behind a relative pronoun
    if not any(cue.can(take) for take in (Takes.LABEL, Takes.OBJECT, Takes.QUOTE)):
        brings = (at + 1 for at in range(start, cue.verb) if tokens[at].lower in cue.form.labels)
        start = next(brings, cue.verb)  # "hat *von* einem „Krieg“ gesprochen"
    last = tokens[cue.verb - 1]
    if last.kind is Kind.COORDINATOR:
        return None  # "Lee sprach von „Mut“ und *kündigte* …": the words belong to the verb before
    if cue.can(Takes.QUOTE) and last.quote is not None and last.text[1:2].isupper() and not last.work:
        start = max(start, cue.verb - 1)  # "Die Fans hatten vor dem Pfiff „Wir gehen“ gesungen"
    if start >= cue.verb or not any(t.quote is not None for t in tokens[start : cue.verb]):
        return None
    return Complement(start, cue.verb, cue.end)


def _late(frame: Frame, frames: list[Frame]) -> Frame:
    """A participle that opens the sentence, or stands between the subject and the verb of the cue behind it, has the
    subject of that cue."""
    if frame.cue.mode is not Mode.PARTICIPIAL:
        return frame
    around = next(iter(_around(frame, frames)), None)
    if around is not None and frame.shared:
        return Frame(frame.cue, around.subject, shared=True)
    if frame.subject is not None:
        return frame
    later = next((f for f in frames if f.cue.start > frame.cue.start and f.edge is not None), None)
    return frame if later is None else Frame(frame.cue, later.subject, shared=True)


def _source_after(tokens: Tokens, cue: Cue, floor: int, limit: int, lexicon: Lexicon) -> Range | None:
    """The source behind "according to"; at the head of a sentence it ends at the comma, where its words begin."""
    if cue.end < limit and tokens[cue.end].lower in (lexicon.sets["he"] | lexicon.sets["they"] | lexicon.sets["she"]):
        return (cue.end, cue.end + 1)  # "selon lui"
    after = subject_after(tokens, cue.end, limit, lexicon) or _pronoun(tokens, cue.end, limit)
    gave = issuer(tokens, after, limit, lexicon) if after is not None and lexicon.speech.pronouns_invert else None
    after = gave or (None if after is None else (after[0], after[1] - came_out(tokens, after, limit, lexicon)))
    opens = not any(t.word or t.quote is not None for t in tokens[floor : cue.start])
    if after is None:
        return None
    comma = next((i for i in range(after[0] + 1, after[1]) if tokens[i].text == ","), None)
    if not opens:
        if comma is None or tokens[cue.start - 1].text != ",":
            return after
        told = tokens[comma + 1].text in lexicon.sets["subjunctives"]  # "…, so der Gutachter, *koste* …"
        told = told or (tokens[comma + 1].text.islower() and tokens[comma + 2].lower in lexicon.sets["reflexives"])
        return (after[0], comma) if told or verbal(tokens[comma + 1], lexicon) else after
    closed = comma is not None and any(token.text == "," for token in tokens[comma + 1 : limit])
    if comma is None or (closed and after[1] < limit and _describes(tokens, after[0], comma, lexicon)):
        return after
    return (after[0], comma)


def _describes(tokens: Tokens, start: int, comma: int, lexicon: Lexicon) -> bool:
    """Whether the words behind the comma say who is named in front of it: "Ann Lee, *head of the union*"."""
    after, beyond = tokens[comma + 1], tokens[min(comma + 2, len(tokens) - 1)]
    office = lexicon.among(after.lower, "titles") or beyond.lower == "of" or after.lower in lexicon.sets["relatives"]
    plain = after.kind is Kind.DETERMINER or after.text[:1].isdigit() or office or after.capital
    return plain and any(token.capital for token in tokens[start:comma])


def _pronoun(tokens: Tokens, at: int, limit: int) -> Range | None:
    return (at, at + 1) if at < limit and (tokens[at].kind is Kind.PRONOUN or tokens[at].quote is not None) else None


def _finite(tokens: Tokens, cue: Cue, floor: int, limit: int, frames: list[Frame], lexicon: Lexicon) -> Frame:
    if lexicon.speech.order is Order.V2:
        return _verb_second(tokens, cue, floor, limit, frames, lexicon)
    if cue.inner is not None:
        return _enclosed(tokens, cue, floor, lexicon)
    before = tokens[cue.start - 1] if cue.start else None
    if cue.end < limit and before is not None and _clitic_behind(tokens[cue.end], lexicon):
        return Frame(cue, (cue.end, cue.end + 1), inverted=True)  # "…, *juge-t-il*"
    turned = _turned(tokens, cue, limit, lexicon) if before is not None and lexicon.speech.pronouns_invert else None
    if turned is not None:
        return turned
    open_subject = _unnamed(tokens, cue, floor, lexicon) if before is not None and lexicon.speech.pro_drop else None
    if open_subject is not None:
        return open_subject
    saying = _saying_text(tokens, cue, lexicon)
    if saying is not None:
        return Frame(cue, saying)
    subject = subject_before(tokens, cue.start, floor, lexicon)
    taken_up = before is not None and before.lower in lexicon.sets["as_words"] and lexicon.speech.pro_drop
    if taken_up or (subject is not None and named_behind(tokens, cue, subject, lexicon)):
        subject = None  # "…, although it was licensed for 80, said *Ann Lee*"
    told = clause_told(tokens, cue, subject, limit, lexicon) if subject is not None else None
    if told is not None:
        return Frame(cue, told, inverted=True)
    if subject is not None and not (before is not None and before.quote is not None):
        return Frame(cue, subject)
    quoted_before = before is not None and _speech_before(tokens, cue.start)
    opens = before is None or before.quote is not None or before.text in ",:" or before.text in DASHES
    if opens or taken_up:  # "según *informó* la Junta"
        at = cue.end
        at += cue.form is not None and at < limit and tokens[at].lower == cue.form.particle
        while at < limit and tokens[at].kind is Kind.ADVERB and lexicon.speech.pronouns_invert:
            at += 1
        timed = at < limit and (tokens[at].lower in lexicon.sets["weekdays"] or tokens[at].kind is Kind.PREPOSITION)
        if (quoted_before or timed) and lexicon.speech.pronouns_invert:
            behind = adjunct_end(tokens, at, limit, lexicon)
            at = behind if behind < limit else at
        after = subject_after(tokens, at, limit, lexicon)
        if after is None and before is not None and before.text == "," and lexicon.speech.pronouns_invert:
            after = subject_after(tokens, adjunct_end(tokens, at, limit, lexicon), limit, lexicon)
        if after is not None and (
            quoted_before or before is None or taken_up or _tail_like(tokens, after, limit, lexicon)
        ):
            return Frame(cue, after, inverted=True)
    if subject is not None or (quoted_before and lexicon.speech.pro_drop):
        return Frame(cue, subject)
    return Frame(cue, shared_subject(tokens, cue, frames, lexicon), shared=True)


def _saying_text(tokens: Tokens, cue: Cue, lexicon: Lexicon) -> Range | None:
    """The text that a relative clause tells the words of: "*a message* that said, “…”"."""
    says = lexicon.speech.nouns_look_like_verbs and cue.manner == "say" and cue.can(Takes.QUOTE)
    noun = cue.start - 2
    if not says or noun < 0 or tokens[noun + 1].kind is not Kind.THAT:
        return None
    known = tokens[noun].lower in lexicon.sets["data_nouns"] or tokens[noun].lower in lexicon.sets["occasion_nouns"]
    near = range(noun - 1, max(-1, noun - _MESSAGE), -1)
    start = next((at for at in near if tokens[at].kind is Kind.DETERMINER), noun)
    return (start, noun + 1) if known else None


def _clitic_behind(after: Token, lexicon: Lexicon) -> bool:
    """Whether a subject pronoun right behind its verb shows that the two are turned."""
    sets, turns = lexicon.sets, lexicon.speech.pronouns_invert
    return turns and after.kind is Kind.PRONOUN and after.lower in sets["he"] | sets["she"] | sets["they"]


def _unnamed(tokens: Tokens, cue: Cue, floor: int, lexicon: Lexicon) -> Frame | None:
    """A verb that has no subject of its own, where a verb may stand so: between two commas ("Las próximas horas,
    *advirtió*, serán …"), or behind a relative pronoun ("Confindustria, che *giudica* …")."""
    before = tokens[cue.start - 1]
    if before.text == "," and cue.end < len(tokens) and tokens[cue.end].text == ",":
        return None if _speech_before(tokens, cue.start) else Frame(cue, None, inverted=True)
    if before.kind is Kind.THAT and tokens[cue.start - 2].text == ",":
        return Frame(cue, subject_before(tokens, cue.start - 2, floor, lexicon))
    return None


def _turned(tokens: Tokens, cue: Cue, limit: int, lexicon: Lexicon) -> Frame | None:
    """A subject behind the verb because of the word in front of it: an object ("« … », *nous* dit la voisine"), a
    relative ("C'est ce *qu'*a annoncé la ministre"); or a stressed pronoun there: "*Lui* affirme avoir agi seul"."""
    before = tokens[cue.start - 1]
    person = before.lower in lexicon.sets["he"] | lexicon.sets["they"]
    if person and before.kind is Kind.ADVERB and (cue.start == 1 or not tokens[cue.start - 2].word):
        return Frame(cue, (cue.start - 1, cue.start))
    addressed = before.lower in lexicon.sets["objects"] and _speech_before(tokens, cue.start - 1)
    pointing = lexicon.sets["pointing"]
    what = before.kind is Kind.THAT and cue.start > 1 and tokens[cue.start - 2].lower in pointing
    what = what or (before.kind is Kind.THAT and bool(lexicon.speech.elisions) and not lexicon.speech.pro_drop)
    if not addressed and not what:
        return None
    at = adjunct_end(tokens, cue.end, limit, lexicon)
    behind = subject_after(tokens, at, limit, lexicon)
    cue = replace(cue, start=cue.start - 1) if addressed else cue
    return None if behind is None else Frame(cue, behind, inverted=True)


def _verb_second(tokens: Tokens, cue: Cue, floor: int, limit: int, frames: list[Frame], lexicon: Lexicon) -> Frame:
    """A cue of a clause whose verb stands second; one right behind "and" shares the subject of the clause before."""
    if cue.start and tokens[cue.start - 1].kind is Kind.COORDINATOR:
        shared = shared_subject(tokens, cue, frames, lexicon)
        if shared is not None:
            return Frame(cue, shared, shared=True)
    if cue.form is not None and cue.form.base in lexicon.sets["citing"] and cue.inner is None:
        cited = _quoted_person(tokens, cue.end, limit, lexicon)
        if cited is not None:
            return Frame(cue, cited, inverted=True)  # "die Zeitung zitiert *den Minister*"
    behind, limit = (cue.end, limit) if cue.inner is None else cue.inner
    if cue.form is not None and cue.form.particle is not None:
        limit = next((i for i in range(cue.end, limit) if tokens[i].lower == cue.form.particle), limit)
    if cue.form is not None:
        limit = next((i for i in range(behind, limit) if labelled(tokens, i, limit, cue.form)), limit)
    if _from_where(tokens, cue, lexicon):
        return Frame(cue, None)
    found = subject_of(tokens, cue.start, behind, (floor, limit), lexicon)
    if found is not None and not found[1] and _denied(tokens, cue, found[0], lexicon):
        found = subject_of(tokens, cue.start, behind, (cue.start, limit), lexicon) or found
    if found is None:
        return Frame(cue, shared_subject(tokens, cue, frames, lexicon), shared=True)
    (first, end), inverted = found
    if cue.form is not None and cue.form.base in lexicon.sets["citing"]:  # "wie Lee *von* der „Zeit“ zitiert wird"
        end = next((at for at in range(first + 1, end) if tokens[at].lower in lexicon.sets["agents"]), end)
    return Frame(cue, (first, end), inverted=inverted)


def _from_where(tokens: Tokens, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a verb has no subject but where its words come from: "Die Lage sei ernst, *verlautete aus* Bern"."""
    before, behind = tokens[cue.start - 1] if cue.start else None, tokens[cue.end] if cue.end < len(tokens) else None
    if before is None or behind is None or before.text != "," or cue.inner is not None:
        return False
    told = any(token.text in lexicon.sets["subjunctives"] for token in tokens[: cue.start])
    return told and behind.lower in lexicon.sets["whence"]


def _denied(tokens: Tokens, cue: Cue, subject: Range, lexicon: Lexicon) -> bool:
    """Whether the phrase in front of a verb that denies is what is denied: "*Brandstiftung* schloss sie aus"."""
    noun = next((token for token in tokens[subject[0] : subject[1]] if token.capital), None)
    bare = tokens[subject[0]].kind is Kind.WORD
    if cue.manner != "deny" or noun is None or not bare or not lexicon.speech.nouns_capital:
        return False
    body = noun.lower.endswith(lexicon.speech.collective_nouns)
    return noun.lower.endswith(lexicon.speech.abstract_endings) and not body


def _quoted_person(tokens: Tokens, at: int, limit: int, lexicon: Lexicon) -> Range | None:
    """Whom a verb behind its words cites: "„…“, zitiert die „Zeit“ *den Minister*", "zitierte man *Ana Ruiz*"."""
    first = subject_after(tokens, at, limit, lexicon)
    if first is None or not _speech_before(tokens, at - 1):
        return first
    paper = next((i + 1 for i in range(first[0], first[1] - 1) if tokens[i].work or "." in tokens[i].text), first[1])
    return subject_after(tokens, paper, limit, lexicon) or first


def _enclosed(tokens: Tokens, cue: Cue, floor: int, lexicon: Lexicon) -> Frame:
    """The subject inside the verb group, else in front of it."""
    assert cue.inner is not None
    start, end = cue.inner
    if end - start == 1 and tokens[start].kind is Kind.PRONOUN:
        return Frame(cue, (start, end), inverted=True)
    front = subject_before(tokens, cue.start, floor, lexicon)
    if front is not None:
        return Frame(cue, front)
    inside = subject_after(tokens, start, end, lexicon)
    return Frame(cue, inside, inverted=True)


def _speech_before(tokens: Tokens, at: int) -> bool:
    """Whether a quotation stands right before, with at most a comma or dash between."""
    at -= 1
    while at >= 0 and tokens[at].quote is None and tokens[at].text in ",–—-":
        at -= 1
    return at >= 0 and tokens[at].quote is not None


def _tail_like(tokens: Tokens, subject: Range, limit: int, lexicon: Lexicon) -> bool:
    """Whether nothing but an adjunct or a description follows the inverted subject."""
    comma = next((at for at in range(*subject) if tokens[at].text == ","), subject[1])
    if comma >= limit:
        return True
    token = tokens[comma]
    return token.text in ",:" or token.kind is Kind.PREPOSITION or lexicon.among(token.lower, "weekdays")
