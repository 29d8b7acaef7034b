"""One sentence to drafts: each cue with its subject and the words it reports."""

from msgspec.structs import replace

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.language.speech.table import Order, Takes, Tense

from .draft import Draft, behind_name, head_of, made, told_once
from .extent import PARTICIPLES, behind_dateline, chosen, closes_there, goes_on, stop_of, tagged
from .grammar.clauses import clausal
from .grammar.cue import Cue, Mode
from .grammar.cues import cues
from .grammar.cuts import Later, before_tag, cut
from .grammar.frames import Frame, framed
from .grammar.own import cited_behind, own_account, own_body
from .grammar.subjects import Range
from .grammar.verb_second import finite_at
from .grammar.words import DASHES, Sentence, Token
from .labels import naming

Tokens = tuple[Token, ...]

_CLAUSES = (Kind.AUXILIARY, Kind.FINITE, Kind.THAT)
"""Words that only a clause has."""
_LABEL = frozenset({Takes.LABEL, Takes.QUOTE})
"""What verbs take that report nothing but words between marks."""
_JUDGING = ("accuse", "praise", "deny", "call")
_CONDITIONAL = ("rait", "raient")
"""Endings of the conditional, in which such a verb tells what would happen, not what somebody says."""
_ATTITUDES = frozenset({"think", "show", "praise", "ask", "urge", "promise", "refuse", "call"})
"""Manners of verbs that, inside what somebody says, are a part of it: "said she *hoped* to stay"."""
_STANCES = ("think", "show", "praise")
"""Manners of verbs that often are part of what is reported: "said he was tired and wanted peace"."""


def drafts(sentence: Sentence, lexicon: Lexicon) -> list[Draft]:
    """The drafts of a sentence, in the order of their cues."""
    tokens = sentence.tokens
    found = cues(tokens, lexicon)
    if not found:
        return []
    limit = len(tokens)
    if tokens[0].text == "(" and tokens[-1].text == ")":
        limit -= 1  # "(The ministry denied that it knew.)"
    if tokens[limit - 1].quote is None and tokens[limit - 1].text[0] in ".!?…;":
        limit -= 1
    frames = framed(tokens, found, limit, lexicon)
    made: list[Draft] = []
    floor = said = 0
    floors: list[tuple[int, int]] = []  # of each cue; one inside the subject of another takes nothing from it
    for index, frame in enumerate(frames):
        others = [
            Later(f.cue, f.edge, f.fronting, _firm(tokens, f, lexicon), _quotes(tokens, f))
            for f in frames[index + 1 :]
            if f.after or not f.shared
        ]
        first = frame.cue.start if frame.edge is None else frame.edge
        outside = next((known for start, known in floors if start >= first), floor)
        floors.append((frame.cue.start, floor))
        taken_before = said if frame.cue.mode is Mode.ACCORDING else outside
        draft, taken = _draft(sentence, frame, others, (taken_before, limit), lexicon)
        floor = max(floor, taken)
        if draft is not None and frame.inverted and frame.subject is not None and draft.fronted:
            floor = max(floor, frame.subject[1])  # "„…“, sagte *Lee* laut Mitteilung"
        if frame.cue.manner not in _STANCES:
            said = floor  # what somebody expects is part of what another tells of it
        if draft is not None and naming(tokens, draft, frame.cue, lexicon):
            continue
        firm = _firm(tokens, frame, lexicon) and frame.cue.mode is not Mode.INFINITIVE
        shared = frame.shared and lexicon.speech.order is Order.SVO and not firm
        inner = draft is not None and shared and (_within(draft, made) or _repeated(draft, made))
        if draft is not None and (
            _unowned(frame, draft, lexicon) or _shown(draft, made) or _urged(frame, draft, made, lexicon)
        ):
            continue
        if draft is not None and not inner:
            made.append(draft)
    return told_once([draft for draft in made if not _held(sentence, draft, made)])


def _held(sentence: Sentence, draft: Draft, made: list[Draft]) -> bool:
    """Whether an attitude is part of what another cue reports: "It *did not intend* to pay, he said", "He said that she
    *hoped* to stay"; not where its subject stands outside, so that the reporter tells both."""
    if draft.manner not in _ATTITUDES or (draft.quotes and not _own(sentence, draft)):
        return False
    others = [one for one in made if one is not draft and not (one.fronted and one.quotes)]
    others = [one for one in others if set(draft.quotes) <= set(one.quotes)]
    others = [one for one in others if one.manner not in _ATTITUDES or (one.fronted and draft.manner in _STANCES)]
    begin = draft.cue.start if draft.source is None else draft.source.start
    pieces = ((piece, one.fronted) for one in others for piece in one.pieces)
    return any(
        piece.start <= draft.cue.start and draft.cue.end <= piece.end and (fronted or piece.start <= begin)
        for piece, fronted in pieces
    )


def _own(sentence: Sentence, draft: Draft) -> bool:
    """Whether a pronoun alone feels or hopes what is quoted: "He said that *he* felt “proud”"."""
    at = sentence.starts.index(draft.source.start) if draft.source is not None and draft.manner in _STANCES else None
    return at is not None and sentence.tokens[at].kind is Kind.PRONOUN


def _unowned(frame: Frame, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether nobody says a gerund or a participle: "*Adding* a mirror is easy", "*Alleged* ‘prince’ held in Ohio"."""
    if frame.subject is not None or not lexicon.speech.nouns_look_like_verbs:
        return False
    opens = frame.cue.mode is Mode.FINITE and frame.cue.start == 0 and draft.source is None
    return opens or (frame.cue.mode is Mode.PARTICIPIAL and not draft.quotes)


def _shown(draft: Draft, made: list[Draft]) -> bool:
    """Whether a thing shows something in what somebody says: "adding that it *showed* a speed “well above”"."""
    said = [one for one in made if one.manner not in _STANCES and one.quotes]
    within = (piece.start <= draft.cue.start and draft.cue.end <= piece.end for one in said for piece in one.pieces)
    return draft.manner == "show" and bool(draft.quotes) and any(within)


def _urged(frame: Frame, draft: Draft, made: list[Draft], lexicon: Lexicon) -> bool:
    """Whether a verb in its base form is part of what somebody urges: "recommended that investors *reject* it"."""
    form = frame.cue.form
    plain = form is not None and form.tense is Tense.BASE and frame.cue.mode is Mode.FINITE
    if not plain or frame.cue.start != frame.cue.verb or not lexicon.speech.nouns_look_like_verbs:
        return False
    return _within(draft, [one for one in made if one.manner == "urge"])


def _within(draft: Draft, made: list[Draft]) -> bool:
    """Whether the cue stands inside what an earlier one reports without marks: its subject is not who speaks there."""
    plain = [piece for one in made if not one.quotes for piece in one.pieces]
    return any(piece.start <= draft.cue.start and draft.cue.end <= piece.end for piece in plain)


def _repeated(draft: Draft, made: list[Draft]) -> bool:
    """Whether quoted words are told already, with what stands around this cue, by another of the same speaker: "*Most
    believe* “it is real,” Lee said"."""
    around = [one for one in made if one.source == draft.source and set(draft.quotes) <= set(one.quotes)]
    return any(piece.start <= draft.cue.start and draft.cue.end <= piece.end for one in around for piece in one.pieces)


def _before_that(helper: str) -> bool:
    """Whether an auxiliary makes a past perfect, as in a reported clause: "said he was here and *had* denied it"."""
    return helper.startswith("had")


def _quotes(tokens: Tokens, frame: Frame) -> bool:
    return frame.after is not None and tokens[frame.after.start].quote is not None


def _firm(tokens: Tokens, frame: Frame, lexicon: Lexicon) -> bool:
    cue = frame.cue
    helpers = [t.lower for t in tokens[cue.start : cue.verb] if t.kind is Kind.AUXILIARY]
    conditional = bool(helpers) and not any(lexicon.among(h, "have") or lexicon.among(h, "be") for h in helpers)
    conditional = conditional or (
        frame.shared and lexicon.speech.order is Order.SVO and any(map(_before_that, helpers))
    )
    return cue.mode is Mode.PARTICIPIAL or (cue.manner not in _STANCES and not conditional)


def _draft(
    sentence: Sentence, frame: Frame, others: list[Later], bounds: tuple[int, int], lexicon: Lexicon
) -> tuple[Draft | None, int]:
    """The draft, and the token up to which quotations in front are spoken for."""
    tokens, cue, subject = sentence.tokens, frame.cue, frame.subject
    floor, limit = bounds
    if cue.mode is Mode.ACCORDING:
        own = own_account(tokens, cue, subject, limit, lexicon)
        if own is not None:
            frame = Frame(cue, own.phrase, inverted=True)
        draft = _according(sentence, frame, others, bounds, lexicon)
        if draft is None or own is None:
            return draft, floor
        head = sentence.span_of(head_of(tokens, own.subject))
        return replace(draft, means=sentence.span_of(own.subject), head=head), floor
    if frame.after is not None and tagged(tokens, frame.after.start, others):
        return None, max(floor, frame.after.start)
    front, after = chosen(tokens, frame, others, bounds, lexicon)
    quoted_front = front is not None and tokens[front[1] - 1].quote is not None
    ranges: list[Range] = []
    taken = floor
    if after is not None:
        stop = min(after.end, stop_of(tokens, frame, after, others, limit, lexicon))
        if cue.form is not None and stop - 1 > after.start and tokens[stop - 1].lower == cue.form.particle:
            stop -= 1
        ranges.append((after.start, stop))
        taken = stop
    if front is not None:
        ranges.insert(0, front)
        alone = front[1] - front[0] == 1
        adverbial = alone or all(t.kind is Kind.ADVERB or not t.word for t in tokens[front[0] : front[1]])
        told = clausal(tokens, *front) or lexicon.speech.order is Order.V2 or not lexicon.speech.nouns_look_like_verbs
        turned = frame.inverted and cue.start == cue.verb and tokens[cue.start - 1].text == ","
        turned = turned and lexicon.speech.nouns_look_like_verbs and not adverbial  # "Too high, says Lee"
        told = told or _alone_in_front(tokens, cue, front, limit)
        hollow = (adverbial or not (told or turned)) and not quoted_front  # "Two decades ago, the probe found …"
        rest = goes_on(tokens, frame, front, others, limit, lexicon) if after is None else None
        if rest is not None:
            ranges.append(rest)
            taken = rest[1]
        elif hollow and after is None and tokens[0].text not in DASHES:
            ranges, front = [], None  # "However, he said": an adverb is no content
        taken = max(taken, cue.end)
    else:
        front = None
    if not ranges and (cue.mode is Mode.INFINITIVE or not closes_there(tokens, frame, limit, lexicon)):
        return None, floor
    if len(ranges) == 1 and _question_word(tokens, ranges[0], lexicon):
        return None, taken  # "She did not say *who*."
    if _nothing_said(tokens, cue, ranges, front, lexicon):
        return None, taken
    parts = [part for one in ranges for part in _split(tokens, one)]
    draft = made(sentence, frame, parts, after, front is not None, lexicon)
    return draft if front is None else _meant(sentence, frame, front, draft, lexicon), taken


def _alone_in_front(tokens: Tokens, cue: Cue, front: Range, limit: int) -> bool:
    """Whether a verb of speech that closes its sentence leaves only what stands in front for its content, whatever the
    verb of that: "Drivers pay twice, she said." A preposition or an adverb in front opens a circumstance."""
    closes = not any(token.word for token in tokens[cue.end : limit]) and limit >= len(tokens) - 1
    opening = tokens[front[0]].kind in (Kind.PREPOSITION, Kind.ADVERB, Kind.SUBORDINATOR)
    return closes and cue.can(Takes.QUOTE) and tokens[front[1] - 1].word and not opening and front[1] - front[0] > 2


def _nothing_said(tokens: Tokens, cue: Cue, ranges: list[Range], front: Range | None, lexicon: Lexicon) -> bool:
    """Whether what stands beside a verb is no content: without words between marks, or but what was asked."""
    if cue.negated and any(_only_asked(tokens, one, lexicon) for one in ranges):
        return True
    if any(_marked(tokens, one) for one in ranges):
        return False
    if cue.manner == "show" and _of_oneself(tokens, cue, lexicon):
        return True  # "se montre sceptique"
    if cue.manner in _JUDGING and tokens[cue.verb].lower.endswith(_CONDITIONAL) and lexicon.speech.elisions:
        return True  # "la fermeture condamnerait le village"
    beside = bool(ranges) and front is None and lexicon.speech.nouns_capital
    return beside and cue.form is not None and cue.form.plain <= _LABEL  # "gratulierte *per Post*"


def _meant(sentence: Sentence, frame: Frame, front: Range, draft: Draft, lexicon: Lexicon) -> Draft:
    """The draft of words in front of a cue with whom its subject stands for: the body of "The fund will sell, *it*
    said", the one cited in “…,” the paper quoted *him* as saying."""
    tokens, subject = sentence.tokens, frame.subject
    body = own_body(tokens, subject, front, lexicon) if subject is not None else None
    if body is not None:
        return replace(draft, means=sentence.span_of(body), head=sentence.span_of(body))
    cited = cited_behind(tokens, frame.cue, lexicon) if tokens[front[1] - 1].quote is not None else None
    if cited is None:
        return draft
    person = sentence.span_of(cited)
    return replace(draft, source=person, head=person)


def _question_word(tokens: Tokens, content: Range, lexicon: Lexicon) -> bool:
    return content[1] - content[0] == 1 and tokens[content[0]].lower in lexicon.sets["questions"]


def _marked(tokens: Tokens, content: Range) -> bool:
    """Whether words between marks stand in the content."""
    return any(token.quote is not None for token in tokens[content[0] : content[1]])


def _of_oneself(tokens: Tokens, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a reflexive stands in the verb group or right in front of it: "*se* montre"."""
    near = tokens[max(0, cue.start - 1) : cue.end + 1]
    return any(token.lower in lexicon.sets["reflexives"] for token in near)


def _only_asked(tokens: Tokens, content: Range, lexicon: Lexicon) -> bool:
    """Whether the words are but what somebody was asked with: "did not respond to *phone and email messages*"."""
    told = tokens[content[0] : content[1]]
    asked = any(token.lower in lexicon.sets["approaches"] for token in told)
    return asked and not any(token.quote is not None or token.kind in _CLAUSES for token in told)


def _split(tokens: Tokens, content: Range) -> list[Range]:
    """The content in its clauses, where conjunctions repeat: "that A and that B" tells two things."""
    start, end = content
    parts: list[Range] = []
    whole = start == 0 or tokens[start - 1].kind is not Kind.THAT  # "He knew that it was open, he said"
    for at in range(end if whole else start + 2, end - 2):
        joint = tokens[at].kind is Kind.COORDINATOR or tokens[at].text == ","
        if joint and tokens[at + 1].kind is Kind.THAT and at > start + 1:
            stop = at - (tokens[at - 1].text == ",")
            parts.append((start, stop))
            start = at + 2
    return [*parts, (start, end)]


def _according(
    sentence: Sentence, frame: Frame, others: list[Later], bounds: tuple[int, int], lexicon: Lexicon
) -> Draft | None:
    tokens, cue, subject = sentence.tokens, frame.cue, frame.subject
    floor, limit = bounds
    if subject is None:
        return None
    if cue.inner is not None and cue.inner[0] <= cue.start:
        return _according_after(sentence, frame, others, bounds, lexicon)
    reporter = _cited_by(tokens, frame, others, lexicon)
    if reporter is not None:
        begin = reporter.cue.end + (tokens[min(reporter.cue.end, limit - 1)].kind is Kind.THAT)
        cited = [(begin, cut(tokens, begin, others, limit, lexicon))] if begin < limit else []
        return made(sentence, frame, cited, None, False, lexicon) if cited else None
    subject = (subject[0], behind_name(tokens, subject[1], limit))
    frame = replace(frame, subject=subject)
    ranges: list[Range] = []
    start = _outer(tokens, floor, cue.start, lexicon)
    while start < cue.start and (tokens[start].text in ",;.–—:" or tokens[start].kind is Kind.COORDINATOR):
        start += 1
    start = behind_dateline(tokens, _relative_start(tokens, start, cue.start, lexicon), cue.start)
    start = max((at + 1 for at in range(start, cue.start - 2) if tokens[at].text == ";"), default=start)
    relative = tokens[subject[0]].lower in lexicon.sets["relatives"]
    if relative or (cue.start and tokens[cue.start - 1].text == ":"):
        start = cue.start  # "Il conteste l'arbitrage : selon lui, …", "dit Ann Lee, pour qui …"
    end = cue.start
    end = before_tag(tokens, start, end, lexicon)
    while end > start and tokens[end - 1].text in ",–—(":
        end -= 1
    if end - start == 1 and tokens[start].kind is Kind.PRONOUN:
        return None  # "heißt es laut Mitteilung der Firma": another cue has the words
    joined = end - 1 > start and tokens[end - 1].kind is Kind.COORDINATOR  # "it is old and, according to Lee, …"
    if end > start and not joined:
        ranges.append((start, cut(tokens, start, [], end, lexicon)))
    if subject[1] < limit and (not ranges or _encloses(tokens, cue.start, subject[1], lexicon)):
        begin = subject[1] + (tokens[subject[1]].text == ",")
        described = tokens[begin].lower.endswith(PARTICIPLES) or _describes(tokens, begin, limit, lexicon)
        relative = tokens[begin].lower in lexicon.sets["relatives"]
        if described and (lexicon.speech.pronouns_invert or relative):
            last = limit if relative and not lexicon.speech.pronouns_invert else begin - 1
            comma = next((at for at in range(begin, limit) if tokens[at].text == ","), last)
            begin = comma + 1  # "Selon des sources, citées par l'agence, les armées …"
        stop = cut(tokens, begin, others, limit, lexicon) if begin < limit else begin
        if start == cue.start - 1 and lexicon.speech.order is Order.V2:  # a relative clause alone
            ends = (at for at in range(begin + 1, stop) if tokens[at].text == "," and tokens[at - 1].text.islower())
            stop = next(ends, stop)
        told = floor == 0 or lexicon.speech.order is Order.SVO or finite_at(tokens, begin, stop, lexicon) is not None
        if begin < stop and told:  # not "„…“, sagte er laut seinem Büro *in einem Telefonat*"
            ranges.append((begin, stop))
    if not ranges:
        return None
    return made(sentence, frame, ranges, None, end > start, lexicon)


def _cited_by(tokens: Tokens, frame: Frame, others: list[Later], lexicon: Lexicon) -> Later | None:
    """The cue of who cites a source in front of it: "The Journal, *citing two officials*, *reported* that …"."""
    cites = any(form.base in lexicon.sets["citing"] for form in tokens[frame.cue.start].forms)
    around = (later for later in others if later.edge is not None and later.edge < frame.cue.start)
    return next(around, None) if cites and lexicon.speech.nouns_look_like_verbs else None


def _describes(tokens: Tokens, start: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether a relative clause about a source begins here: "Selon le Courrier, *qui* cite …", "laut einem Gutachten,
    *das* der Zeitung vorliegt, …"."""
    clause = tokens[start].kind is Kind.THAT and lexicon.speech.elisions  # "une note *que* nous avons lue"
    if clause or tokens[start].lower in lexicon.sets["relatives"]:
        return True
    if tokens[start].lower not in lexicon.sets["relative_articles"] or tokens[start - 1].text != ",":
        return False
    comma = next((at for at in range(start + 1, limit) if tokens[at].text == ","), limit)
    return comma < limit and not tokens[comma - 1].capital and tokens[comma - 1].kind is not Kind.ADVERB


def _outer(tokens: Tokens, floor: int, end: int, lexicon: Lexicon) -> int:
    """Where words begin that a source behind them tells: behind what is told already; where nothing is left, at the
    sentence's start, so that both layers are kept: "Lee said it was late, *according to the BBC*"."""
    left = any(token.word for token in tokens[floor:end])
    plain = not any(token.quote is not None for token in tokens[:end])
    return 0 if plain and not left and lexicon.speech.order is Order.SVO else floor


def _relative_start(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> int:
    """The relative pronoun right before a source, where only its clause is told: "Lee, *die* laut Polizei 20 ist"."""
    relative = end - 2 > start and tokens[end - 1].lower in lexicon.sets["relative_articles"]
    return end - 1 if relative and tokens[end - 2].text == "," else start


def _encloses(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the content goes on behind a source in its midst: between two commas, or, where the language sets none,
    with a word of the clause."""
    spoken = start > 1 and (tokens[start - 1].quote is not None or tokens[start - 2].quote is not None)
    if tokens[end].text == "," and start > 0 and tokens[start - 1].text == ",":
        who = spoken and tokens[min(end + 1, len(tokens) - 1)].lower in lexicon.sets["relative_articles"]  # "…, der"
        return not who and end + 1 < len(tokens) and tokens[end + 1].kind is not Kind.COORDINATOR
    tail = tokens[start].lower in lexicon.sets["according_tail"]
    if tail and all(token.kind is Kind.ADVERB or not token.word for token in tokens[end:]):
        return False  # "…, so Lee *weiter*"
    return lexicon.speech.order is Order.V2 and tokens[end].word and not spoken


def _according_after(
    sentence: Sentence, frame: Frame, others: list[Later], bounds: tuple[int, int], lexicon: Lexicon
) -> Draft | None:
    """ "Der Polizei zufolge …": the source stands in front of its word."""
    tokens, cue, subject = sentence.tokens, frame.cue, frame.subject
    assert subject is not None
    floor, limit = bounds
    ranges: list[Range] = []
    if floor < subject[0] and any(t.word for t in tokens[floor : subject[0]]):
        ranges.append((floor, subject[0]))
    if cue.end < limit:
        ranges.append((cue.end, cut(tokens, cue.end, others, limit, lexicon)))
    return made(sentence, frame, ranges, None, False, lexicon) if ranges else None
