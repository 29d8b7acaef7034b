"""How far the words reach that a cue reports: in front of it, behind it, and where it holds none of its own."""

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.language.speech.table import Order, Takes, Tense

from .draft import Tokens
from .grammar.clauses import Complement
from .grammar.cue import Mode
from .grammar.cuts import (
    Later,
    about_speaker,
    before_deed,
    before_next_verb,
    before_speech,
    behind_label,
    behind_quote,
    clause_before,
    clause_end,
    cut,
    joined_clause,
    lists,
    only_date,
    phrase_end,
    told_on,
)
from .grammar.frames import Frame
from .grammar.subjects import Range
from .grammar.words import DASHES, Token, verbal

PARTICIPLES = ("é", "ée", "és", "ées", "paru", "parue", "parus", "parues", "ado", "ada", "ato", "ata")
"""Endings of participles."""
_VERB_ENDINGS = ("t", "te", "en", "n")
"""Endings of nearly every finite verb, where the verb stands second."""

_LEAST_CLAUSE = 3
"""Words of a clause behind a colon at least."""
_PLACE = 8
"""Words of a phrase behind a cue that says where or to whom, at most."""
_LEAST_TOWN, _DATELINE, _TOWNS = 3, 14, 3
"""Letters of the town that opens a dateline; words within which its dash stands; the same without an agency."""
_SHOWN = ("show", "say")
"""Manners of verbs whose sentence may take up the one before."""
_CUE_OF_POINTING = 5
"""Words within which the cue stands of a sentence that takes up the one before."""
_LABELLING = frozenset({"accuse", "call", "praise"})  # manners of verbs whose object holds what one calls it


def goes_on(
    tokens: Tokens, frame: Frame, front: Range, others: list[Later], limit: int, lexicon: Lexicon
) -> Range | None:
    """The clause behind a cue between two commas: "The bigger risk, he said, is a clash"."""
    cue, subject = frame.cue, frame.subject
    at = max(cue.end, subject[1]) if frame.inverted and subject else cue.end
    at += cue.form is not None and at < limit and tokens[at].lower == cue.form.particle
    joined = joined_clause(tokens, at, limit, lexicon) if frame.inverted else None
    if joined is not None:
        return (joined, cut(tokens, joined, others, limit, lexicon))
    if at < limit and tokens[at].kind is Kind.PREPOSITION and front[1] - front[0] == 1:
        near = range(at, min(limit, at + _PLACE))
        at = next((i for i in near if not tokens[i].word), limit)  # "…, écrit-il *à Lee*, …"
    if at + 2 >= limit or tokens[at].text != "," or tokens[front[1] - 1].quote is not None:
        return None
    after = tokens[at + 1]
    if told_on(tokens, at + 1, lexicon):
        return (at + 1, cut(tokens, at + 1, others, limit, lexicon))
    gerund = after.lower.endswith("ing") or after.kind in (Kind.SUBORDINATOR, Kind.COORDINATOR, Kind.PREPOSITION)
    gerund = gerund or after.lower in lexicon.sets["relatives"] or not after.word or after.kind is Kind.ADVERB
    if gerund or about_speaker(tokens, front, at + 1, limit, lexicon):
        return None
    second = lexicon.speech.order is Order.V2 and after.text not in lexicon.sets["subjunctives"]
    if second and any(form.tense is Tense.FINITE for form in after.forms) and not after.capital:
        return None  # "Er hoffe noch, sagte er, *räumte* aber ein, dass …"
    whole = any(verbal(token, lexicon) for token in tokens[front[0] : front[1]])
    if whole and after.kind is not Kind.AUXILIARY:
        return None
    return (at + 1, cut(tokens, at + 1, others, limit, lexicon))


def stop_of(tokens: Tokens, frame: Frame, after: Complement, others: list[Later], limit: int, lexicon: Lexicon) -> int:
    """The end of the content: that of a relative clause between commas is the comma before the main verb."""
    subject = frame.subject
    relative = subject is not None and not frame.shared and tokens[subject[0]].lower in lexicon.sets["relatives"]
    stop = cut(tokens, after.start, others, limit, lexicon, relative=relative)
    stop = min(
        stop, behind_quote(tokens, after.start, stop, lexicon), _spoken_end(tokens, frame, after.start, stop, lexicon)
    )
    stop = before_speech(tokens, after.start, stop, others, lexicon)
    if lexicon.speech.order is Order.V2:
        stop = before_deed(tokens, after.start, stop, lexicon)
    if lexicon.speech.pro_drop or lexicon.speech.elisions:
        stop = before_next_verb(tokens, after.start, stop, lexicon)
    if lexicon.speech.order is Order.SVO:
        stop = clause_end(tokens, after.start, stop)
    if frame.cue.manner in _LABELLING and lexicon.speech.order is Order.SVO:
        stop = behind_label(tokens, after.start, stop, lexicon)
    object_alone = _object_alone(tokens, frame, after, stop)
    if object_alone and not lexicon.speech.pronouns_invert:
        object_alone = _no_clause(tokens, after.start, phrase_end(tokens, after.start, stop, lexicon), lexicon)
    if frame.cue.form is not None and (not after.clause or object_alone):
        stop = phrase_end(tokens, after.start, stop, lexicon)
    if relative and subject is not None and subject[0] > 0 and tokens[subject[0] - 1].text == ",":
        for at in range(after.start + 2, stop - 1):
            nxt = tokens[at + 1]
            verbal = nxt.kind in (Kind.AUXILIARY, Kind.FINITE, Kind.ADVERB) or nxt.forms or nxt.lower.endswith("ed")
            if tokens[at].text == "," and verbal:
                return at
    return stop


def _no_clause(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether no word can be the verb of a clause: "confirmed *the removal of the apps* but gave no reason"."""
    return not any(verbal(token, lexicon) for token in tokens[start:end])


def _object_alone(tokens: Tokens, frame: Frame, after: Complement, stop: int) -> bool:
    """Whether the content is a noun phrase behind a verb that takes one: "a promis *la modération* et est parti"."""
    first, before = tokens[after.start], tokens[after.start - 1]
    plain = first.kind is Kind.DETERMINER and before.kind is not Kind.THAT and before.text not in ",:"
    return plain and frame.cue.can(Takes.OBJECT) and not any(t.quote is not None for t in tokens[after.start : stop])


def _spoken_end(tokens: Tokens, frame: Frame, start: int, stop: int, lexicon: Lexicon) -> int:
    """Right behind words between marks that open the content, where what follows only says when, where or what they
    are: "shouted “No!” until he left", "warned of “chaos,” a word that …"."""
    behind = tokens[start + 1 : stop]
    if lexicon.speech.order is Order.V2 or tokens[start].quote is None or not behind:
        return stop
    if any(token.quote is not None for token in behind):
        return stop
    if tokens[start].text.rstrip("\"”’'»")[-1:] == "," and behind[0].kind not in (Kind.AUXILIARY, Kind.COORDINATOR):
        return start + 1
    if not frame.cue.can(Takes.QUOTE) or any(verbal(token, lexicon) for token in behind[:1]):
        return stop
    if behind[0].text == "," and len(behind) > 1:
        outside = behind[1].kind is Kind.SUBORDINATOR or behind[1].lower in lexicon.sets["relatives"]
        return start + 1 if outside else stop  # “We'll see”, as he walked in
    first = behind[0].lower
    aside = behind[0].kind is Kind.SUBORDINATOR or first in lexicon.sets["subordinators"] or behind[0].text in DASHES
    whole = tokens[start].text.rstrip("\"”’'»")[-1:] in "!?"
    timed = len(behind) > 1 and behind[1].lower in lexicon.sets["weekdays"]
    place = behind[0].kind is Kind.PREPOSITION and (whole or timed)
    return start + 1 if aside or place else stop


def closes_there(tokens: Tokens, frame: Frame, limit: int, lexicon: Lexicon) -> bool:
    """Whether a cue without content only names the speaker of words nearby: adjuncts follow it, or nothing."""
    cue, subject = frame.cue, frame.subject
    at = max(cue.end, subject[1]) if frame.inverted and subject else cue.end
    if subject is not None and cue.manner in _SHOWN and cue.start < _CUE_OF_POINTING and pointing(tokens, lexicon):
        return True  # "Das zeigt eine Studie"
    if not cue.can(Takes.QUOTE) or subject is None:
        return False
    if at >= limit:
        return True
    token = tokens[at]
    if token.quote is not None:
        return token.work and cue.can(Takes.PERSON)
    if token.lower in lexicon.sets["infinitive_marks"]:
        return cue.can(Takes.THAT)
    if cue.form is not None and token.lower in cue.form.labels and lexicon.speech.order is Order.V2:
        return False  # "verweist *auf* Erfahrungen in Frankreich"
    if token.kind in (Kind.PREPOSITION, Kind.ADVERB, Kind.SUBORDINATOR) or token.text in ",:":
        return True
    return (
        token.lower in lexicon.sets["pro_complements"]
        or token.lower in lexicon.sets["weekdays"]
        or cue.can(Takes.PERSON)
    )


def pointing(tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether a sentence opens with what takes up the one before: "Das zeigt …", "C'est ce que montre …"."""
    if lexicon.speech.order is Order.V2:
        first = tokens[0].lower in lexicon.sets["pro_complements"] and len(tokens) > 1 and not tokens[1].capital
        found = len(tokens) > 2 and tokens[2].lower in lexicon.sets["reporting_nouns"]  # "Zu diesem Ergebnis kommt …"
        return first or (found and tokens[1].lower in lexicon.sets["pointing"])
    that = next((at for at in range(1, min(4, len(tokens))) if tokens[at].kind is Kind.THAT), 0)
    return that > 0 and tokens[that - 1].lower in lexicon.sets["pointing"]


def front_of(tokens: Tokens, floor: int, edge: int, lexicon: Lexicon) -> Range | None:
    """Words in front of the cue that may be what it reports: a clause that ends in a comma, or a quotation."""
    end = edge
    if end == 0:
        return None
    start = 0
    last = tokens[end - 1].lower
    taken_up = end > 1 and (last in lexicon.sets["as_words"] or last in lexicon.sets["so_words"])
    if taken_up:
        end -= 1
    before = tokens[end - 1]
    if before.text == "," or before.text in DASHES:
        end -= 1
    elif before.quote is None:
        return None
    layer = before.text == "," and floor >= end and lexicon.speech.nouns_look_like_verbs
    if end > 0 and tokens[end - 1].quote is not None and not layer:
        start = max(floor, _behind_colon(tokens, floor, end))
    elif floor > edge:
        return None  # the cue stands inside what another reports; not in "Lee said it was “dead”, the BBC reported"
    else:
        start = _behind_clause(tokens, end, edge, lexicon)
        start = max(start, _behind_that(tokens, end)) if taken_up else start
    start = behind_dateline(tokens, start, edge)
    while start < end and (tokens[start].text in ",;.–—:" or tokens[start].kind is Kind.COORDINATOR):
        start += 1
    said = any(t.quote is not None or t.word for t in tokens[start:end])
    return (start, end) if said else None


def _behind_that(tokens: Tokens, end: int) -> int:
    """Behind the conjunction of a clause that another verb reports, which alone an "as" takes up: "Lee denies that *it
    is late*, as the BBC claimed"."""
    inside = (at for at in range(end - 1, 1, -1) if tokens[at].kind is Kind.THAT and tokens[at - 1].forms)
    return next(inside, -1) + 1


def _behind_clause(tokens: Tokens, end: int, edge: int, lexicon: Lexicon) -> int:
    """Where a clause begins behind a colon ("It is open: we will see, he said"), before a cue between commas a subject,
    or behind a semicolon, where a subjunctive marks only what follows; else 0: "Four died: a man and his sons"."""
    inside = edge + 2 < len(tokens) and tokens[edge + 2].text == ","
    colons = [at for at in range(1, end - (1 if inside else _LEAST_CLAUSE)) if tokens[at].text == ":"]
    if colons:
        return 0 if not inside and lists(tokens, colons[-1], end, lexicon) else colons[-1] + 1
    told = lexicon.sets["subjunctives"]
    half = next((at for at in range(end - 2, 0, -1) if tokens[at].text == ";"), 0) if told else 0
    return 0 if any(token.text in told for token in tokens[:half]) else half


def behind_dateline(tokens: Tokens, start: int, end: int) -> int:
    """Behind "NAIROBI, May 2 (Reuters) -": a town in capitals, with a day and an agency, and a dash."""
    if start or not end or not tokens[0].capital or len(tokens[0].text) < _LEAST_TOWN:
        return start
    dash = next((at for at in range(1, min(end, _DATELINE)) if tokens[at].text in DASHES), None)
    if dash is None or not all(t.capital or not t.word or t.text[0].isdigit() for t in tokens[:dash]):
        return start
    agency = tokens[dash - 1].text == ")" or tokens[0].text.isupper()
    if not (agency or (dash <= _TOWNS and not any(token.text in DASHES for token in tokens[dash + 1 : end]))):
        return start
    return dash + 1


def _behind_colon(tokens: Tokens, floor: int, end: int) -> int:
    """Where the words said begin behind a colon, or a dash: "His captain still believes: “…”, said …"."""
    marks = [at for at in range(floor, end - 1) if tokens[at].text == ":" or tokens[at].text in DASHES]
    colons = [at for at in marks if tokens[at + 1].quote is not None and (at == 0 or tokens[at - 1].quote is None)]
    return colons[-1] + 1 if colons else floor


def chosen(
    tokens: Tokens, frame: Frame, others: list[Later], bounds: tuple[int, int], lexicon: Lexicon
) -> tuple[Range | None, Complement | None]:
    """Which of the words in front of a cue and of those behind it are what it reports."""
    cue, subject = frame.cue, frame.subject
    floor, limit = bounds
    edge = cue.start if subject is None or frame.inverted or frame.shared else min(subject[0], cue.start)
    described = subject is not None and tokens[subject[0]].lower in lexicon.sets["relatives"]
    edge = _as_clause(tokens, edge, lexicon) if subject is None else edge
    front = None if frame.shared or described else front_of(tokens, floor, edge, lexicon)
    after = frame.after
    if after is not None and any(_claims_back(tokens, after, later) for later in others):
        after = None
    begin = 0 if after is None else after.start
    if front is not None and any(cue.end < o.cue.start < begin and o.quoted for o in others):
        after = None  # "“…,” she said before *adding*: “…”"
    if after is not None and subject is not None and frame.inverted and _in_relative(tokens, subject, after, lexicon):
        after = None
    if front is not None and after is not None:
        quoted = tokens[front[1] - 1].quote is not None
        if quoted and tokens[after.start].quote is None:
            after = None  # quoted words in front are the content: what follows is when and where
        elif not quoted and _describes(tokens, frame, after, limit, lexicon):
            after = None
        elif tokens[front[0]].lower in lexicon.sets["questions"] and tokens[after.start - 1].text == ":":
            front = None  # "Warum das so ist, erklärte Lee so: „…“"
        elif not quoted and not _resumed(tokens, frame, front, after, lexicon):
            front = None
    quoted_front = front is not None and tokens[front[1] - 1].quote is not None
    told_of = lexicon.speech.nouns_look_like_verbs and cue.end < limit
    if front is not None and told_of and not quoted_front and tokens[cue.end].lower in lexicon.sets["it"]:
        front = None  # "She said it in March, she *said it* in June"
    if front is not None and not quoted_front and _meanwhile(tokens, front, lexicon):
        front = None
    if (
        front is not None
        and not quoted_front
        and (only_date(tokens, front, lexicon) or (not frame.inverted and _adjunct(tokens, front, lexicon)))
    ):
        front = None
    told = front is not None and any(t.text in lexicon.sets["subjunctives"] for t in tokens[front[0] : front[1]])
    clause = cue.can(Takes.THAT) or cue.can(Takes.BARE) or (cue.can(Takes.WHETHER) and frame.inverted)
    turned = (told and cue.can(Takes.QUOTE)) or clause_before(tokens, cue.start, front, lexicon)
    clause = clause or (frame.inverted and turned)  # "Sie sitze fest, *rief* sie ins Mikrofon"
    cited = cue.form is not None and cue.form.base in lexicon.sets["citing"] and (cue.inner is not None or told)
    if not quoted_front and (cue.manner == "refuse" or not (clause or cited)):
        front = None  # a verb of sound or mood alone tells no clause
    return front, after


def _in_relative(tokens: Tokens, subject: Range, after: Complement, lexicon: Lexicon) -> bool:
    """Whether words between marks stand in the relative clause that ends the speaker's phrase: "note Lee, *qui suit la
    situation* « heure par heure »"."""
    opened = any(token.lower in lexicon.sets["relatives"] for token in tokens[subject[0] + 1 : subject[1]])
    return opened and after.start == subject[1] and tokens[after.start].quote is not None


def _as_clause(tokens: Tokens, edge: int, lexicon: Lexicon) -> int:
    """Right behind the word that opens a clause about where it is said: "…, *wie* aus dem Bericht hervorgeht"."""
    if lexicon.speech.order is not Order.V2:
        return edge
    opener = next((at for at in range(edge - 1, 0, -1) if tokens[at].text == ","), 0) + 1
    return opener + 1 if opener < edge and tokens[opener].lower in lexicon.sets["as_words"] else edge


def _meanwhile(tokens: Tokens, front: Range, lexicon: Lexicon) -> bool:
    """Whether nothing but one subordinate clause stands in front of a cue where the verb stands second: "*Während das
    Amt schwieg*, verwies Lee auf …"."""
    opens = lexicon.speech.order is Order.V2 and tokens[front[0]].lower in lexicon.sets["concessives"]
    opens = opens and tokens[front[0] + 1].kind is not Kind.AUXILIARY  # "Da habe …"
    return opens and not any(token.text == "," for token in tokens[front[0] : front[1]])


def _resumed(tokens: Tokens, frame: Frame, front: Range, after: Complement, lexicon: Lexicon) -> bool:
    """Whether words behind a cue go on those in front of it: quoted words behind a clause or its subject, or, where the
    verb stands second, the verb that those in front lack, or what their verb still needs: "Der Markt, schrieb er, *sei*
    „tot“", "Er hoffe, sagte er, *auf* ein Signal"."""
    spoken = tokens[after.start].quote is not None and after.start > after.cue_end
    if spoken and _begun(tokens, frame, front, lexicon):
        return True
    broken_off = tokens[front[1] - 1].kind is Kind.AUXILIARY and lexicon.speech.nouns_look_like_verbs
    if broken_off and tokens[after.start].quote is not None:
        return True  # "The chances *were*, she said, “not good”"
    if lexicon.speech.order is not Order.V2 or not frame.inverted:
        return False
    told = lexicon.sets["subjunctives"]
    begun = any(token.text in told for token in tokens[front[0] : front[1]])
    first, before = tokens[after.start], tokens[after.start - 1]
    if not begun:
        return before.text == "," and first.text in told
    further = before.kind is Kind.COORDINATOR and any(t.text in told for t in tokens[after.start : after.end])
    return further or before.kind is Kind.THAT or (before.text == "," and first.kind is Kind.PREPOSITION)


def _begun(tokens: Tokens, frame: Frame, front: Range, lexicon: Lexicon) -> bool:
    """Whether words in front of a cue begin what quoted words behind it end: a clause, or the subject of one around a
    cue between commas: "L'Algérie, a-t-il rappelé, « ne reçoit … »"."""
    comma = next((at for at in range(*front) if tokens[at].text == ","), front[1])
    opening = tokens[front[0] : comma if tokens[front[0]].kind is Kind.PREPOSITION else front[1]]
    clause = any(verbal(t, lexicon) or t.text in lexicon.sets["subjunctives"] for t in opening)
    noun = tokens[front[0]].kind is Kind.DETERMINER and lexicon.speech.order is Order.SVO
    return frame.inverted and (clause or noun)


def _claims_back(tokens: Tokens, after: Complement, later: Later) -> bool:
    """Whether a cue right behind quoted words, which stand behind a colon, names who said them."""
    quotation = after.start
    led = tokens[quotation].quote is not None and tokens[quotation - 1].text == ":"
    return led and later.edge is None and later.cue.start == quotation + 2 and tokens[quotation + 1].text == ","


def tagged(tokens: Tokens, quotation: int, others: list[Later]) -> bool:
    """Whether a later cue with its subject right behind quoted words takes them from the cue in front of them: "Lee
    went farther, telling the BBC, “…,” *she said*"."""
    closed = tokens[quotation].quote is not None and tokens[quotation].text.rstrip("\"”’'»")[-1:] == ","
    behind = quotation + 1
    return closed and any(
        later.edge == behind and later.cue.mode is Mode.FINITE and not later.quoted for later in others
    )


def _adjunct(tokens: Tokens, front: Range, lexicon: Lexicon) -> bool:
    """Whether words in front of a cue only say when or how, where verbs are inflected: "Condamné à six mois, il …"; in
    English, what was asked: "*Asked whether he feared it*, he shrugged"."""
    if lexicon.speech.nouns_look_like_verbs:
        opening = tokens[front[0] + (tokens[front[0]].kind is Kind.SUBORDINATOR)]
        return any(form.tense is Tense.PARTICIPLE and form.frames[0].manner == "ask" for form in opening.forms)
    if not lexicon.speech.pronouns_invert or lexicon.speech.order is not Order.SVO:
        return False
    first = tokens[front[0]]
    opens = first.kind is Kind.PREPOSITION or first.lower.endswith(PARTICIPLES) or first.opens
    return opens and not any(verbal(t, lexicon) for t in tokens[front[0] + 1 : front[1]])


def _describes(tokens: Tokens, frame: Frame, after: Complement, limit: int, lexicon: Lexicon) -> bool:
    """Whether the words behind the cue are no clause but say who spoke: "…, teilte Lee mit, *die Chefin der Liga*"."""
    behind = tokens[after.start : min(after.end, limit)]
    form, told = frame.cue.form, any(t.text in lexicon.sets["subjunctives"] for t in tokens[: frame.cue.start])
    before = tokens[after.start - 1]  # "sprach *von* „Panik“", "begründete das damit, *dass* …"
    linked = before.kind is Kind.THAT or (form is not None and before.lower in form.labels and not told)
    if linked or lexicon.speech.order is not Order.V2 or behind[0].kind is not Kind.DETERMINER:
        return False
    if frame.cue.manner == "call" and any(token.quote is not None for token in behind):
        return False  # "Den Plan, es zu schließen, nannte Lee *einen „Witz“*"
    verbs = [i for i, t in enumerate(behind) if i and (verbal(t, lexicon) or _verb_shaped(t))]
    relative = behind[0].lower in lexicon.sets["relative_articles"]
    return not verbs or (relative and verbs[0] > 1 and not any(t.word for t in behind[verbs[-1] + 1 :]))


def _verb_shaped(token: Token) -> bool:
    return token.kind is Kind.WORD and token.text.islower() and token.text.endswith(_VERB_ENDINGS)
