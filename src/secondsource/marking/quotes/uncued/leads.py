"""Speakers of words that no listed verb reports: before a colon, behind "with the words", beside a verb that no table
lists, in brackets; whose plan or view the words are."""

from msgspec.structs import replace

from secondsource.language.names import particles
from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.language.speech.table import Order
from secondsource.marking.quotes.draft import Draft, Tokens, speaking
from secondsource.marking.quotes.grammar.attributes import holder_of
from secondsource.marking.quotes.grammar.inverted import subject_after
from secondsource.marking.quotes.grammar.own import citer
from secondsource.marking.quotes.grammar.subjects import Range, subject_before
from secondsource.marking.quotes.grammar.verb_second import finite_at, subject_of
from secondsource.marking.quotes.grammar.words import DASHES, Sentence, Token, group_start, past, stands, verbal
from secondsource.marking.quotes.labels import VERB_ENDINGS, nominal

from .colons import main_end, reacting

NAME = 6
"""Words of a name alone in front of a colon."""
_HEADING = 12
"""Words that a line without a verb in front of a colon has at most, where it names who speaks."""
_BACK = 3
"""Sentences within which the subject stands whom a pronoun goes on."""
_OFFICE_WORDS = 7
"""How many words an office with its holder's name has at most."""
_FRAGMENT = 3
"""Words between marks up to which they are a name or a term, not what somebody means to do."""


def introduced(sentence: Sentence, lexicon: Lexicon) -> Draft | None:
    """The subject of a clause that ends in a colon, as the speaker of the quotation behind it."""
    tokens = sentence.tokens
    colon = next((i for i, t in enumerate(tokens) if t.text == ":"), None)
    if colon is None or colon == 0:
        return None
    first = next((i + 1 for i in range(colon - 1, 0, -1) if tokens[i].text in DASHES), 0)
    if _named_office(tokens, first, colon, lexicon):
        return speaking(sentence, (colon, colon + 1), (first, colon))
    author = _author(tokens, first, colon, lexicon) or reacting(tokens, first, colon, lexicon)
    if author is not None:
        return speaking(sentence, (author[0] - 1, author[0]), author)
    verb, subject = _led(tokens, first, colon, lexicon)
    if verb is None and first + 1 < colon and tokens[first].lower in lexicon.sets["media"]:
        first += 1  # "From the report: “…”"
        subject = (first, colon) if colon - first <= NAME else None
    if verb is None and colon - first <= NAME and names(tokens[first:colon]):
        subject = (first, colon)
    elif verb is None and 1 < colon - first <= NAME and _owned(tokens[first], tokens[colon - 1], lexicon):
        subject = (first, first + 1)  # "His message: “…”"
    elif verb is None and colon - first <= _HEADING:
        subject = _owner(tokens, first, colon, lexicon) or subject
    if subject is not None and _owned(tokens[subject[0]], tokens[subject[1] - 1], lexicon):
        subject = (subject[0], subject[0] + 1)  # "His confidence rests on this: “…”"
    if subject is None:
        verb, subject = None, _only_name(tokens, first, colon, lexicon)
    if subject is None or tokens[subject[0]].lower in (lexicon.sets["first_person"] | lexicon.sets["generic"]):
        return None
    if verb is not None and tokens[verb].text in lexicon.sets["subjunctives"]:
        return None  # "Schwerer *wiege* der Mangel: „…“" is told by somebody else
    subject = holder_of(tokens, subject, lexicon)
    cue = (verb, colon) if verb else (subject[1], colon + 1) if subject[1] < colon else (colon, colon + 1)
    return speaking(sentence, cue, subject)


def _named_office(tokens: Tokens, first: int, colon: int, lexicon: Lexicon) -> bool:
    """Whether an office with its holder, and nothing else, stands in front of a colon and words between marks: "Former
    secretary of state *Ann Lee*:“…”", "Rep. *Bo Lund* (D-Va.): “…”"."""
    if colon + 1 >= len(tokens) or tokens[colon + 1].quote is None or not lexicon.speech.nouns_look_like_verbs:
        return False
    end = next((at for at in range(first, colon) if tokens[at].text == "("), colon)
    held = tokens[first:end]
    named = 2 < len(held) <= _HEADING and all(token.capital and token.kind is Kind.WORD for token in held[-2:])
    link = (Kind.WORD, Kind.PREPOSITION, Kind.DETERMINER)
    return (
        named
        and all(token.word and token.kind in link for token in held)
        and any(lexicon.among(token.lower.rstrip("."), "titles") for token in held[:-1])
    )


def _author(tokens: Tokens, first: int, colon: int, lexicon: Lexicon) -> Range | None:
    """Whose statement the words behind a colon are: "how they rated this *statement by Ann Lee* in June: “…”"."""
    if not lexicon.speech.nouns_look_like_verbs:
        return None
    told = lexicon.sets["occasion_nouns"] | lexicon.sets["reporting_nouns"]
    for at in range(colon - 2, first, -1):
        by = tokens[at].lower in lexicon.sets["agents"] and tokens[at + 1].capital
        if by and tokens[at - 1].lower in told:
            end = next((i for i in range(at + 1, colon) if not tokens[i].capital), colon)
            return (at + 1, end)
    return None


def _owner(tokens: Tokens, first: int, colon: int, lexicon: Lexicon) -> Range | None:
    """Whose answer or message stands before a colon: "*The council's* response: “…”"."""
    told = tokens[colon - 1].lower in lexicon.sets["reporting_nouns"]
    end = next((at + 1 for at in range(colon - 2, first - 1, -1) if tokens[at].possessive), None)
    return (first, end) if told and end is not None and not any(not t.word for t in tokens[first:end]) else None


def _owned(first: Token, last: Token, lexicon: Lexicon) -> bool:
    """Whether the words are somebody's message: "*His* advice", "*Her* short *answer*"."""
    owner = first.lower in lexicon.sets["possessives_he"] or first.lower in lexicon.sets["possessives_she"]
    return owner and (last.lower in lexicon.sets["reporting_nouns"] or last.lower in lexicon.sets["data_nouns"])


def names(tokens: Tokens) -> bool:
    """Whether the words are names, with conjunctions or marks between: not "And: “…”"."""
    joining = [not token.word or token.kind is Kind.COORDINATOR for token in tokens]
    return not all(joining) and all(token.capital or joins for token, joins in zip(tokens, joining, strict=True))


def _led(tokens: Tokens, first: int, colon: int, lexicon: Lexicon) -> tuple[int | None, Range | None]:
    """The finite verb of a clause in front of a colon, and its subject."""
    if lexicon.speech.order is Order.V2:
        colon = main_end(tokens, first, colon, lexicon)
        at = finite_at(tokens, first, colon, lexicon)
        if at is not None and at + 2 < colon and tokens[at + 1].kind is Kind.AUXILIARY and tokens[at + 2].text == ",":
            at += 1  # "die sich angekündigt *haben*, …"
        while at is not None and at + 1 < colon and tokens[at + 1].text == ",":
            later = finite_at(tokens, at + 1, colon, lexicon)  # the first one ends a relative clause
            if later is None:
                break
            at = later
        if at is None:
            return None, subject_after(tokens, first, colon, lexicon) if colon - first <= _HEADING else None
        found = subject_of(tokens, at, at + 1, (first, colon), lexicon)
        return at, None if found is None else found[0]
    last = max((i for i in range(first, colon) if tokens[i].text == "," or _joins(tokens, i)), default=first)
    turned = _turned(tokens, first, colon, lexicon) if lexicon.speech.pronouns_invert else None
    if turned is not None:
        return turned[0] - 1, turned
    for start in dict.fromkeys((last, first)):
        verb = finite_at(tokens, start + 1, colon, lexicon)
        begin = group_start(tokens, verb) if verb is not None else 0
        subject = subject_before(tokens, begin, 0, lexicon) if begin else None
        if subject is not None:
            return verb, subject
    near = _named_subject(tokens, last + (tokens[last].text == ","), colon, lexicon)
    return None, near or _named_subject(tokens, first, colon, lexicon) or _ending_name(tokens, first, colon, lexicon)


def _joins(tokens: Tokens, at: int) -> bool:
    """Whether a clause of its own goes on behind words between marks: "called it “dead,” *but he gave* …"."""
    if tokens[at].quote is None or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].kind is Kind.COORDINATOR and tokens[at].text.rstrip("\"”’'»")[-1:] == ","


def _turned(tokens: Tokens, first: int, colon: int, lexicon: Lexicon) -> Range | None:
    """A name that ends the clause behind a relative and its verb: "Une critique que balaie *Ann Lee* : « … »"."""
    that = next((at for at in range(first, colon - 2) if tokens[at].kind is Kind.THAT), None)
    if that is None or not tokens[that + 1].text.islower() or tokens[that + 1].kind is Kind.DETERMINER:
        return None
    name = subject_after(tokens, that + 2, colon, lexicon)
    whole = name is not None and (
        name[1] == colon or (tokens[name[1]].text == "," and tokens[name[1] + 1].text.islower())
    )
    return name if whole and (tokens[that + 2].capital or tokens[that + 2].kind is Kind.DETERMINER) else None


def _named_subject(tokens: Tokens, first: int, colon: int, lexicon: Lexicon) -> Range | None:
    """A full name that opens a clause whose verb no table lists: "*Bruno Ferrand* ne décolérait pas : « … »"."""
    subject = subject_after(tokens, first, colon, lexicon) if first + 2 < colon else None
    if subject is None or not lexicon.speech.pronouns_invert:
        return None
    last = next((at for at in range(subject[1] - 1, subject[0], -1) if tokens[at].capital), subject[1] - 1)
    subject = (subject[0], last + 1)  # the verb that no table lists is no part of the phrase
    if subject[1] >= colon:
        return None
    pairs = zip(tokens[subject[0] : subject[1]], tokens[subject[0] + 1 : subject[1]], strict=False)
    return subject if any(one.capital and two.capital for one, two in pairs) else None


def _ending_name(tokens: Tokens, first: int, colon: int, lexicon: Lexicon) -> Range | None:
    """A full name behind a preposition at the end of words without a verb: "Même avis chez *Julie Morel* : « … »"."""
    at = colon
    while at > first and tokens[at - 1].capital and tokens[at - 1].kind is Kind.WORD:
        at -= 1
    led = at > first and tokens[at - 1].kind in (Kind.PREPOSITION, Kind.DETERMINER) and colon - at > 1
    plain = not any(verbal(token, lexicon) for token in tokens[first:at])
    return (at, colon) if led and plain and lexicon.speech.pronouns_invert else None


def _only_name(tokens: Tokens, first: int, colon: int, lexicon: Lexicon) -> Range | None:
    """The one full name in front of a colon and a whole sentence in marks, whatever else is told there: "*Ann Lee*
    shakes her head: “…”", "Écoutez *Jean de Brie*, éleveur : « … »"; None where two are named, or a pronoun
    stands."""
    whole = colon + 1 < len(tokens) and tokens[colon + 1].quote is not None and tokens[colon + 1].sentence
    before = tokens[first:colon]
    if not whole or any(token.kind is Kind.PRONOUN or token.quote is not None for token in before):
        return None
    found: list[Range] = []
    at = first
    while at < colon:
        end = at
        while end < colon and tokens[end].capital and tokens[end].kind is Kind.WORD:
            end += 1 + (end + 2 < colon and tokens[end + 1].lower in particles() and tokens[end + 2].capital)
        if end - at > 1:
            found.append((at, end))
        at = end + 1
    return found[0] if len(found) == 1 else None


def doer(sentences: list[Sentence], lexicon: Lexicon) -> Draft | None:
    """The subject of the last sentence that has one other than a pronoun, as who may speak in the next one."""
    for sentence in reversed(sentences[-_BACK:]):
        tokens = sentence.tokens
        verb, subject = _led(tokens, 0, len(tokens), lexicon)
        if subject is None:
            return None
        verb = min(subject[1], len(tokens) - 1) if verb is None else verb
        if tokens[subject[0]].kind is not Kind.PRONOUN:
            return speaking(sentence, (verb, verb + 1), subject)
        if tokens[subject[0]].lower in lexicon.sets["first_person"]:
            return None
    return None


def wanted(sentence: Sentence, quotation: int, lexicon: Lexicon) -> Draft | None:
    """Who means to do what words between marks say: "*Lee* will „alles noch einmal prüfen“"."""
    tokens = sentence.tokens
    at = next(i for i, token in enumerate(tokens) if token.quote == quotation)
    floor = max((i + 1 for i in range(at) if not tokens[i].word), default=0)
    verb = next((i for i in range(floor, at) if tokens[i].lower in lexicon.sets["wanting"]), None)
    if verb is None or tokens[at].text[1:2].isupper() or len(tokens[at].text.split()) <= _FRAGMENT:
        return None
    found = subject_of(tokens, verb, verb + 1, (0, at), lexicon)
    if found is None or tokens[found[0][0]].lower in lexicon.sets["first_person"]:
        return None
    return speaking(sentence, (verb, verb + 1), found[0])


def unlisted(sentence: Sentence, quotation: int, lexicon: Lexicon) -> Draft | None:
    """A past tense that no table lists, right beside a quotation and a subject: "“Go home,” Trump barked."."""
    tokens = sentence.tokens
    at = next(i for i, token in enumerate(tokens) if token.quote == quotation)
    part = at > 0 and (tokens[at - 1].word or (tokens[at].work and tokens[at - 1].text == ","))  # "billed as “…”"
    spoken = tokens[at].text.rstrip("\"”’'»")[-1:] in ",?!" and not part
    verb = subject = None
    if spoken and at + 2 < len(tokens) and (tokens[at + 1].capital or tokens[at + 1].kind is Kind.PRONOUN):
        verb = next((i for i in range(at + 2, min(at + 8, len(tokens))) if past(tokens[i], lexicon)), None)
        subject = subject_before(tokens, verb, at + 1, lexicon) if verb is not None else None
        subject = subject if subject is not None and subject[0] == at + 1 else None
    elif at > 2 and tokens[at - 1].text == ",":
        verb = next((i for i in range(at - 2, max(0, at - 6), -1) if past(tokens[i], lexicon)), None)
        subject = subject_before(tokens, verb, 0, lexicon) if verb is not None else None
    behind = None if nominal(tokens[at].text, lexicon) else _inverted(tokens, at, lexicon)
    if behind is not None:
        return speaking(sentence, *behind)
    holder = _viewer(tokens, at, lexicon)
    if holder is not None:
        return speaking(sentence, (0, 1), holder)
    comma = next((i for i in range(at - 1, max(1, at - 4), -1) if tokens[i].text == ","), 0)
    view = comma <= _HEADING and tokens[0].lower in lexicon.sets["view_openers"]
    is_it = tokens[at - 1].lower in lexicon.sets["be"] and tokens[1].kind is Kind.DETERMINER
    if verb is None and view and (is_it or any(token.capital for token in tokens[1:comma])):
        return speaking(sentence, (0, 1), (1, comma))  # "Pour Ann Lee, « … »", "Pour Ann Lee, c'est « … »"
    if verb is None or subject is None or tokens[subject[0]].lower in lexicon.sets["first_person"]:
        return None
    return speaking(sentence, (verb, verb + 1), subject)


def _inverted(tokens: Tokens, quotation: int, lexicon: Lexicon) -> tuple[Range, Range] | None:
    """A verb that no table lists between quoted words and a subject, where the subject may follow so: "« … », *a
    savouré* le coach", "« … », *met*-il en garde"; None where the words between marks go on."""
    speech = lexicon.speech
    comma = quotation + 1 < len(tokens) and tokens[quotation + 1].text in ",–—"
    spoken = comma or tokens[quotation].text.rstrip(" \"”’'»")[-1:] in ",?!…"
    if speech.order is Order.V2:
        return _inverted_second(tokens, quotation + 1, lexicon) if comma else None
    if not speech.pronouns_invert or not spoken:
        return None
    first = at = quotation + 1 + comma
    clitics = lexicon.sets["reflexives"] | {"l'", "l’"}
    while at < len(tokens) and (tokens[at].kind is Kind.AUXILIARY or tokens[at].lower in clitics):
        at += 1
    if first < at < len(tokens) - 1 and tokens[at].kind is Kind.PRONOUN and tokens[at + 1].text.islower():
        return (first, at + 2), (at, at + 1)  # "a-t-il taclé"
    if at + 1 >= len(tokens) or not tokens[at].text.islower() or tokens[at].kind not in (Kind.WORD, Kind.FINITE):
        return None
    subject = subject_after(tokens, at + 1, len(tokens), lexicon)
    if subject is None or tokens[subject[0]].lower in lexicon.sets["first_person"]:
        return None
    person = tokens[subject[0]].kind in (Kind.PRONOUN, Kind.DETERMINER) or tokens[subject[0]].capital
    return ((first, at + 1), subject) if person else None


def _inverted_second(tokens: Tokens, comma: int, lexicon: Lexicon) -> tuple[Range, Range] | None:
    """Such a verb where it stands second, right behind the comma: "„…“, *strahlte* die Siegerin"."""
    verb, end = comma + 1, len(tokens)
    if verb + 1 >= end or not tokens[verb].text.islower() or tokens[verb].kind not in (Kind.WORD, Kind.FINITE):
        return None
    if not tokens[verb].lower.endswith(VERB_ENDINGS) and tokens[verb].kind is Kind.WORD:
        return None
    found = subject_of(tokens, verb, verb + 1, (comma, end), lexicon)
    if found is None or not found[1] or tokens[found[0][0]].lower in lexicon.sets["first_person"]:
        return None
    return (verb, verb + 1), found[0]


def _viewer(tokens: Tokens, quotation: int, lexicon: Lexicon) -> Range | None:
    """Whose view words between marks are where the verb stands second: "Für *Ministerin Voss* ist das „absurd“", "es
    war für *die Verbände* „Unsinn“", "was für *sie* ein „Fehler“ ist"."""
    opens = [at for at, token in enumerate(tokens[:quotation]) if token.lower in lexicon.sets["view_openers"]]
    if lexicon.speech.order is not Order.V2 or not opens:
        return None
    at, joins = opens[-1], lexicon.sets["be"] | lexicon.sets["subjunctives"]
    behind = next((i for i in range(at + 2, quotation) if tokens[i].lower in joins), None)
    if at == 0 and behind is not None:
        holder = subject_after(tokens, 1, behind, lexicon)
        return holder if holder is not None and holder[1] == behind else None
    near = quotation - (tokens[quotation - 1].lower in lexicon.sets["indefinite"])
    inside = tokens[at - 1].lower in joins
    asked = tokens[at - 1].lower in lexicon.sets["questions"] and quotation + 1 < len(tokens)
    asked = asked and tokens[quotation + 1].lower in joins
    holder = subject_after(tokens, at + 1, near, lexicon) if at and (inside or asked) else None
    return holder if holder is not None and holder[1] == near else None


def bracketed(sentence: Sentence, lexicon: Lexicon) -> list[Draft]:
    """Sentences in marks and brackets behind the names of who says them, and one behind a colon that ends such a list:
    "Glückwünsche schickten Ann Lee („Gut so!“) und der Minister Bo Lund: „Endlich.“"."""
    tokens = sentence.tokens
    found: list[Draft] = []
    for at, token in enumerate(tokens[1:], 1) if lexicon.speech.nouns_capital else ():
        opens = "(" if not found or tokens[at - 1].text == "(" else ":"
        if not token.sentence or token.quote is None or tokens[at - 1].text != opens:
            continue
        start = at - 1
        while start and tokens[start - 1].capital and tokens[start - 1].kind is Kind.WORD:
            start -= 1
        office = start
        while office and tokens[office - 1].kind is Kind.WORD and tokens[office - 1].text.islower():
            office -= 1
        if office and tokens[office - 1].kind is Kind.DETERMINER:
            start = office - 1  # "*der norwegische* Minister Bo Lund"
        name = (start, at - 1)
        if 2 <= name[1] - name[0] <= _OFFICE_WORDS:
            made = speaking(sentence, (at - 1, at), name)
            piece = sentence.span_of((at, at + 1))
            found.append(replace(made, pieces=(piece,), quotes=(token.quote,), bare_quote=True))
    return found


def worded(sentence: Sentence, lexicon: Lexicon) -> Draft | None:
    """Words between marks behind "with the words", as those of the clause's subject; of one who is cited, as his:
    "Er schloss *mit den Worten* „…“", "Das Blatt zitiert *einen Zeugen* mit den Worten: „…“"."""
    tokens = sentence.tokens
    opens = [i for i, token in enumerate(tokens) if token.lower in lexicon.with_words]
    at = next((i for i in opens if _phrase_at(tokens, i, lexicon)), None)
    if at is None:
        return None
    end = at + _phrase_at(tokens, at, lexicon)
    quotation = next((i for i in range(end, len(tokens)) if tokens[i].quote is not None), None)
    if at > 1 and tokens[at - 1].text == "," and tokens[at - 2].quote is not None:
        quotation = at - 2  # "„…“, *mit diesen Worten* trat er ab"
    if quotation is None or (quotation > end and tokens[quotation - 1].text != ":"):
        return None
    subject = _whose(tokens, at, quotation, lexicon)
    if subject is None or tokens[subject[0]].lower in lexicon.sets["first_person"]:
        return None
    made, quote = speaking(sentence, (at, end), subject), tokens[quotation].quote
    assert quote is not None
    piece = sentence.span_of((quotation, quotation + 1))
    cites = citer(tokens, subject, lexicon)
    by = None if cites is None else sentence.span_of(cites)
    return replace(made, pieces=(piece,), quotes=(quote,), bare_quote=True, cited_by=by)


def _phrase_at(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
    """How many words of such a phrase begin at a token; 0 where none does."""
    for phrase in lexicon.with_words.get(tokens[at].lower, ()):
        if stands(tokens, at, phrase):
            return len(phrase)
    return 0


def _whose(tokens: Tokens, at: int, quotation: int, lexicon: Lexicon) -> Range | None:
    """Whose words follow the phrase at a token: the object of a verb that cites, else the subject of the clause."""
    cited = next((i for i in range(at) if any(f.base in lexicon.sets["citing"] for f in tokens[i].forms)), None)
    if cited is not None:
        return subject_after(tokens, cited + 1, at, lexicon)
    if lexicon.speech.order is Order.V2:
        floor = max(
            (i + 1 for i in range(at) if tokens[i].text in ":;"), default=0
        )  # "Er blieb ruhig: *Mit den Worten* …"
        verb = finite_at(tokens, floor, min(at, quotation), lexicon) if at > floor else None
        verb = finite_at(tokens, max(at, quotation) + 1, len(tokens), lexicon) if verb is None else verb
        found = subject_of(tokens, verb, verb + 1, (floor, len(tokens)), lexicon) if verb is not None else None
        return None if found is None else found[0]
    for verb in range(at, 0, -1):
        if verbal(tokens[verb], lexicon):
            return subject_before(tokens, group_start(tokens, verb), 0, lexicon)
    return None
