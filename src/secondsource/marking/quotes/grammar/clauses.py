"""What a cue reports: the words behind it that are the statement, and the addressee between."""

from msgspec import Struct

from secondsource.language.speech.lexicon import Form, Kind, Lexicon
from secondsource.language.speech.table import Order, Takes, Tense

from .between import addressee_end, beyond, infinitive, labelled, skipped, told
from .cue import Cue
from .words import DASHES, Token

Tokens = tuple[Token, ...]

_LEAST_CLAUSE = 3
"""Words of a clause behind a colon at least."""
_FIGURE_WORDS = 12
"""Words within which the number stands that a verb tells."""


class Complement(Struct, frozen=True, gc=False):
    """Token range of the content, the addressee's where one stands between, and the cue's end with its preposition."""

    start: int
    end: int
    cue_end: int
    addressee: tuple[int, int] | None = None
    clause: bool = True
    """Whether it is, or may be, a clause; else a noun phrase."""


def complement(tokens: Tokens, cue: Cue, at: int, limit: int, lexicon: Lexicon) -> Complement | None:
    """The content that follows token `at`, up to `limit`; None where the words behind the cue are no content."""
    cue_end, at, form = at, _behind_stress(tokens, at, limit, lexicon), cue.form
    if form is None or _cites_saying(tokens, at, limit, form, lexicon):
        return None
    at, preposition = _bound(tokens, at, limit, form, lexicon)
    if preposition and not _is_plain_that(tokens, at, form):
        return _behind_preposition(tokens, cue, at, limit)
    takes = form.plain
    addressee: tuple[int, int] | None = None
    labels = Takes.LABEL in takes and _labels(tokens, at, limit, takes)
    stands_for = at < limit and tokens[at].lower in lexicon.sets["pro_complements"] and not labels
    plainly = Takes.OBJECT in takes and not takes & {Takes.THAT, Takes.BARE, Takes.PERSON}  # "accused it of fraud"
    if stands_for and not plainly and _ends_there(tokens, at + 1, limit):
        spoken = _words_between_marks(tokens, at + 1, limit, takes)
        return None if spoken is None else _closed(spoken, limit, cue_end, None)
    spoken = _words_between_marks(tokens, at, limit, takes)
    spoken = _behind_colon(tokens, at, limit, takes, lexicon) if spoken is None else spoken
    if spoken is not None:
        return _closed(spoken, limit, cue_end, None)
    if Takes.PERSON in takes and at < limit and tokens[at].work and any(t.quote is not None for t in tokens[:at]):
        return None  # “…,” she told “Good Morning Oslo”
    if _counts(tokens, at, limit, form, lexicon):
        return Complement(at, limit, cue_end, None, clause=False)
    if lexicon.speech.order is Order.SVO and _calls_object(tokens, at, limit, form):
        return Complement(at, limit, cue_end, None, clause=False)
    behind = beyond(tokens, at, limit, form, lexicon)
    if behind is not None:
        return _behind_preposition(tokens, cue, behind, limit)
    while at < limit:
        token = tokens[at]
        if at > cue_end and token.lower in form.labels:
            return _behind_preposition(tokens, cue, at, limit)
        if _begins(tokens, at, limit, takes, lexicon):
            start = at + 1 if token.kind is Kind.THAT or token.text in ":," or token.text in DASHES else at
            while at < start < limit - 1 and tokens[start].kind in (Kind.THAT, Kind.COORDINATOR):
                start += 1
            return _closed(start, limit, cue_end, addressee)
        if token.lower in lexicon.sets["as_words"] and _scorned(tokens, at, limit, takes):
            return Complement(at + 1, limit, cue_end, addressee, clause=False)
        after = at + 1 if token.lower == form.particle else skipped(tokens, at, limit, takes, lexicon)
        if after is not None:
            after = next((i for i in range(at + 1, after) if labelled(tokens, i, limit, form)), after)
        if after is None and addressee is None and lexicon.speech.nouns_capital and takes & {Takes.BARE, Takes.THAT}:
            after = told(tokens, at, limit)
            addressee = (at, after) if after else None
        if after is None and Takes.PERSON in takes and addressee is None:
            after = addressee_end(tokens, at, limit, lexicon)
            addressee = (at, after) if after else None
            if after and after < limit and tokens[after].lower in form.prepositions:
                return Complement(after, limit, cue_end, addressee)
        if after is None or after <= at:
            if lexicon.speech.order is Order.SVO and _name_alone(tokens, at, limit, form):
                return None
            found = labels or _plain(tokens, at, limit, takes, addressee is not None, lexicon)
            clause = Takes.OBJECT not in takes or bool(takes & {Takes.BARE, Takes.QUOTE})
            return Complement(at, limit, cue_end, addressee, clause) if found else None
        at = after
    return None


def _behind_stress(tokens: Tokens, at: int, limit: int, lexicon: Lexicon) -> int:
    """Behind a pronoun between commas that only stresses the subject: "l'opposition dénonce, *elle*, « … »"."""
    persons = lexicon.sets["he"] | lexicon.sets["she"] | lexicon.sets["they"]
    commas = at + 3 < limit and tokens[at].text == "," and tokens[at + 2].text == ","
    stressed = commas and lexicon.speech.order is Order.SVO and tokens[at + 1].lower in persons
    return at + 3 if stressed else at


def _labels(tokens: Tokens, at: int, limit: int, takes: frozenset[Takes]) -> bool:
    """Whether words between marks follow as part of the clause, not behind a colon: "zeigte sich besorgt: „…“"."""
    first = next((here for here in range(at, limit) if tokens[here].quote is not None), None)
    return first is not None and (tokens[first - 1].text != ":" or first == at + 1 or Takes.QUOTE in takes)


def _bound(tokens: Tokens, at: int, limit: int, form: Form, lexicon: Lexicon) -> tuple[int, bool]:
    """Whether a preposition that the verb needs follows, and where: at once, or behind a time ("a appelé *dimanche* à
    « … »") where the language allows that."""
    while lexicon.speech.order is Order.V2 and at < limit and tokens[at].lower in lexicon.sets["have"]:
        at += 1  # "weil er betont *hatte*, das sei falsch"
    if lexicon.speech.order is Order.SVO and at < limit and tokens[at].lower == form.particle:
        at += 1  # "a fait *part* de ses craintes"
    if not form.prepositions:
        return at, False
    words = {word for frame in form.frames if Takes.FIGURE not in frame.takes for word in frame.prepositions}
    timed = at + 1 < limit and tokens[at].lower in lexicon.sets["weekdays"] and lexicon.speech.pronouns_invert
    svo = lexicon.speech.order is Order.SVO
    parted = svo and at + 1 < limit and tokens[at].lower == form.particle  # "lashed *out* at"
    if (timed or parted) and tokens[at + 1].lower in words:
        at += 1
    return at, at < limit and tokens[at].lower in words


def _name_alone(tokens: Tokens, at: int, limit: int, form: Form) -> bool:
    """Whether nothing but a name follows, up to a mark, the end or when it was: "a rocket called *the Space Launch
    System*", "called *Ms. Delgado* twice"."""
    if all(frame.manner != "call" for frame in form.frames):
        return False
    start = at + (tokens[at].kind is Kind.DETERMINER)
    closing = (Kind.ADVERB, Kind.SUBORDINATOR)
    stop = next((i for i in range(start, limit) if not tokens[i].word or tokens[i].kind in closing), limit)
    marked = any(token.quote is not None for token in tokens[stop:limit])
    joins = (Kind.PREPOSITION, Kind.COORDINATOR)
    inside = [token.capital or token.kind in joins for token in tokens[start:stop]]
    return start < stop and not marked and all(inside) and tokens[start].capital and tokens[stop - 1].capital


def _cites_saying(tokens: Tokens, at: int, limit: int, form: Form, lexicon: Lexicon) -> bool:
    """Whether a verb that cites leaves its words to a participle: "quoted her *as saying* that …"."""
    if form.base not in lexicon.sets["citing"]:
        return False
    for here in range(at, min(limit - 1, at + 12)):
        if tokens[here].lower in lexicon.sets["as_words"]:
            return any(one.tense is Tense.GERUND for one in tokens[here + 1].forms)
    return False


def _counts(tokens: Tokens, at: int, limit: int, form: Form, lexicon: Lexicon) -> bool:
    """Whether a noun phrase with a number follows a verb that tells figures: "put *the toll at 12*"."""
    for frame in form.frames:
        if Takes.FIGURE not in frame.takes or (at < limit and tokens[at].lower in frame.prepositions):
            continue  # "a number *which* they put at 96" has its object in front
        if at < limit and frame.prepositions and tokens[at].kind is Kind.PREPOSITION:
            continue  # "had put *off* a renovation costed at 3.6 million"
        ready = not frame.prepositions
        for here in range(at, min(limit, at + _FIGURE_WORDS)):
            token = tokens[here]
            if ready and (token.text[:1].isdigit() or token.lower in lexicon.sets["numbers"]):
                return True
            if token.quote is not None or token.text in ",;:" or token.kind in (Kind.AUXILIARY, Kind.THAT):
                break
            if token.kind is Kind.FINITE or (ready and token.kind is Kind.PRONOUN):
                break
            ready = ready or (token.lower in frame.prepositions and here > at)
    return False


def _calls_object(tokens: Tokens, at: int, limit: int, form: Form) -> bool:
    """Whether the verb's object stands before what it is called: "a traité *son rival* de « menteur »"."""
    end = (
        next((i for i in range(at, min(limit, at + 8)) if labelled(tokens, i, limit, form)), at) if form.labels else at
    )
    return end > at and all(t.word and t.kind in (Kind.DETERMINER, Kind.WORD) and not t.forms for t in tokens[at:end])


def _scorned(tokens: Tokens, at: int, limit: int, takes: frozenset[Takes]) -> bool:
    """Whether words between marks come before what they are said of: "dismissed as “baseless” reports that …"."""
    return Takes.OBJECT in takes and at + 2 < limit and tokens[at + 1].quote is not None and tokens[at + 2].word


def _words_between_marks(tokens: Tokens, at: int, limit: int, takes: frozenset[Takes]) -> int | None:
    """A quotation behind a comma or colon a few words on: "writes back, “You look cute.”"."""
    if Takes.QUOTE not in takes:
        return None
    for here in range(at, min(limit - 1, at + 6)):
        token = tokens[here]
        if token.quote is not None or token.kind in (Kind.THAT, Kind.AUXILIARY, Kind.FINITE) or token.forms:
            return None
        if token.text in ",:" and tokens[here + 1].quote is not None:
            return here + 1
    return None


def _behind_colon(tokens: Tokens, at: int, limit: int, takes: frozenset[Takes], lexicon: Lexicon) -> int | None:
    """Where a clause begins behind a colon that an object or a place parts from its verb: "a résumé l'affaire à Rouen :
    *les promesses* …"; None where another verb or mark stands between."""
    if not lexicon.speech.pronouns_invert or not takes & {Takes.QUOTE, Takes.BARE}:
        return None
    colon = next((here for here in range(at, min(limit - _LEAST_CLAUSE, at + 8)) if not tokens[here].word), limit)
    if colon == limit or tokens[colon].text != ":" or tokens[colon + 1].quote is not None:
        return None
    barred = (Kind.THAT, Kind.AUXILIARY, Kind.FINITE, Kind.PRONOUN)
    return None if any(token.kind in barred for token in tokens[at:colon]) else colon + 1


def _ends_there(tokens: Tokens, at: int, limit: int) -> bool:
    return at >= limit or tokens[at].kind is Kind.PREPOSITION or tokens[at].text in ",."


def _is_plain_that(tokens: Tokens, at: int, form: Form) -> bool:
    return tokens[at].kind is Kind.THAT and form.can(Takes.THAT)


def _closed(start: int, limit: int, cue_end: int, addressee: tuple[int, int] | None) -> Complement | None:
    return Complement(start, limit, cue_end, addressee) if start < limit else None


def _behind_preposition(tokens: Tokens, cue: Cue, at: int, limit: int) -> Complement | None:
    """Content behind the preposition its verb needs; "point out" and its like go on to a clause."""
    assert cue.form is not None
    word = tokens[at].lower
    takes = {take for frame in cue.form.frames if word in frame.prepositions for take in frame.takes}
    at += 1
    if at >= limit:
        return None
    if Takes.THAT in takes or Takes.BARE in takes:
        if tokens[at].kind is Kind.THAT:
            return _closed(at + 1, limit, at, None)
        return _closed(at, limit, at, None) if tokens[at].word or tokens[at].quote is not None else None
    if takes == {Takes.LABEL} and not any(t.quote is not None for t in tokens[at:limit]):
        return None
    if tokens[at].word or tokens[at].quote is not None:
        return Complement(at, limit, at)
    return None


def _begins(tokens: Tokens, at: int, limit: int, takes: frozenset[Takes], lexicon: Lexicon) -> bool:
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < limit else None
    if token.quote is not None:
        if token.work and at > 0 and (tokens[at - 1].kind is Kind.DETERMINER or tokens[at - 1].possessive):
            return False
        return bool(takes & {Takes.QUOTE, Takes.BARE, Takes.OBJECT, Takes.THAT})
    if token.text == ":":
        return after is not None
    if token.text == "," and lexicon.speech.comma_clauses and takes & {Takes.BARE, Takes.THAT}:
        verb_first = after is not None and not after.capital and any(f.tense is Tense.FINITE for f in after.forms)
        verb_first = verb_first and tokens[0].lower not in lexicon.sets["as_words"]  # "Wie Lee sagte, *sieht* er …"
        verbs = any(_may_be_verb(tokens, here, lexicon) for here in range(at + 1, limit))
        told = any(one.text in lexicon.sets["subjunctives"] for one in tokens[at + 1 : limit])
        joins = after is not None and after.kind is Kind.COORDINATOR and not told
        relative = not told and _relative_clause(tokens, at + 1, limit, lexicon)
        return (
            after is not None and not (verb_first or joins or relative) and verbs and not _insertion(tokens, at, limit)
        )
    if token.text == "," or token.text in DASHES:
        if after is not None and after.kind is Kind.COORDINATOR and at + 2 < limit and tokens[at + 2].quote is not None:
            return Takes.QUOTE in takes
        if after is None or after.quote is None or (Takes.QUOTE not in takes and _relative_in_marks(after, lexicon)):
            return False
        return bool(takes & {Takes.QUOTE, Takes.THAT})
    if token.kind is Kind.THAT:
        return bool(takes & {Takes.THAT, Takes.BARE, Takes.OBJECT})
    romance = lexicon.speech.order is Order.SVO and lexicon.speech.pronouns_invert
    perfect = lexicon.sets["perfect"]
    clitic = token.lower in lexicon.sets["infinitive_clitics"] and after is not None and after.lower in perfect
    if (
        Takes.THAT in takes
        and after is not None
        and (clitic or token.lower in perfect or (romance and infinitive(tokens, at, lexicon)))
    ):
        return True
    if token.lower in lexicon.sets["questions"] and token.lower not in lexicon.sets["complementisers"]:
        asked = after is not None and any(form.tense is Tense.PARTICIPLE for form in after.forms)
        return bool(takes & {Takes.WHETHER, Takes.OBJECT}) and not asked  # "said, when asked how …"
    return token.lower in lexicon.sets["infinitive_marks"] and Takes.INFINITIVE in takes and after is not None


def _relative_in_marks(token: Token, lexicon: Lexicon) -> bool:
    """Whether words between marks are a relative clause: "fand den Mann, *„der seit Jahren gesucht wurde“*"."""
    return token.text.strip("„“”\"«»‚‘’'").partition(" ")[0] in lexicon.sets["relative_articles"]


def _relative_clause(tokens: Tokens, start: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether a clause opens with an article and ends in its auxiliary: "verspricht Geld für alle, *die* warten
    *mussten*"."""
    if start >= limit or tokens[start].lower not in lexicon.sets["relative_articles"]:
        return False
    end = next((at for at in range(start, limit) if not tokens[at].word and tokens[at].quote is None), limit)
    finite = [at for at in range(start, end) if tokens[at].kind in (Kind.AUXILIARY, Kind.FINITE)]
    infinitive = tokens[end - 2].lower in lexicon.sets["infinitive_marks"]  # "hofft, die Frau halten *zu* können"
    return finite == [end - 1] and tokens[end - 1].kind is Kind.AUXILIARY and not infinitive


def _may_be_verb(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a word, or what stands between marks, can hold the verb of a clause."""
    token, before = tokens[at], tokens[at - 1]
    finite = token.kind in (Kind.AUXILIARY, Kind.FINITE) or token.text in lexicon.sets["subjunctives"]
    if finite or token.quote is not None:
        return True
    named = before.kind is Kind.PRONOUN or (before.capital and before.kind is Kind.WORD)  # "man *kommentiere* nichts"
    ending = ("t", "te", "en", "ern", "e") if named else ("t", "te", "en", "ern")
    return not token.capital and (bool(token.forms) or token.lower.endswith(ending))


def _insertion(tokens: Tokens, comma: int, limit: int) -> bool:
    """Whether an apposition or relative clause follows the comma: "sagte Müller, der Chef der Behörde, …"."""
    if tokens[comma + 1].kind is not Kind.DETERMINER:
        return False
    closing = next((i for i in range(comma + 1, min(limit, comma + 12)) if tokens[i].text == ","), None)
    last = tokens[closing - 1].lower if closing is not None else ""
    if last.endswith("en") and ("zu" in last[2:-3] or tokens[(closing or 1) - 2].lower == "zu"):
        return False  # "rät, den Beutel *wegzuwerfen*, …"
    return closing is not None and not any(t.kind is Kind.AUXILIARY for t in tokens[comma + 1 : closing])


def _plain(
    tokens: Tokens, at: int, limit: int, takes: frozenset[Takes], addressed: bool, lexicon: Lexicon
) -> bool:  # fmt: skip
    """Whether content that nothing introduces begins here: a bare clause, a noun phrase, an infinitive behind an
    addressee."""
    token = tokens[at]
    if not token.word:
        return False
    phrase = token.kind in (Kind.WORD, Kind.DETERMINER, Kind.PRONOUN)
    if Takes.OBJECT in takes and (phrase or _adverb_of_object(tokens, at, limit)):
        return True
    if Takes.BARE in takes and phrase:
        if _felt(tokens, at, lexicon):
            return False  # "the handle felt *right*"
        if token.text[0].isdigit():  # "claimed *34 sheep*, the office said": a count alone is no clause
            limit = next((end for end in range(at, limit) if tokens[end].text == ","), limit)
        return _labels(tokens, at, limit, takes) or (not lexicon.speech.comma_clauses and clausal(tokens, at, limit))
    negated = lexicon.among(token.lower, "negators") and at + 1 < limit
    if addressed and tokens[at + negated].lower in lexicon.sets["infinitive_marks"]:
        return True  # "told jurors not to"
    return Takes.GERUND in takes and any(f.tense is Tense.GERUND for f in token.forms)


def _felt(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether an adjective says how a thing feels; people feel that something is so: "some workers felt *betrayed*"."""
    token, subject = tokens[at], tokens[max(0, at - 2)]
    felt = any(form.base in lexicon.sets["perceiving"] for form in tokens[at - 1].forms)
    person = subject.capital or subject.kind is Kind.PRONOUN or subject.lower in lexicon.sets["collective_nouns"]
    return felt and not person and token.kind is Kind.WORD and not token.capital


def _adverb_of_object(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether an adverb belongs to an object behind it: "called *deeply* flawed", not "asked *rhetorically* in May"."""
    outside = (Kind.PREPOSITION, Kind.SUBORDINATOR)
    if at + 1 < limit and tokens[at + 1].kind is Kind.THAT and tokens[at].lower.endswith("ly"):
        return False  # "acknowledge *privately that*", but "asked just that"
    return tokens[at].kind is Kind.ADVERB and at + 1 < limit and tokens[at + 1].kind not in outside


def clausal(tokens: Tokens, start: int, limit: int) -> bool:
    """Whether the words look like a clause: some word in them can be its finite verb."""
    for at in range(start, limit):
        token = tokens[at]
        if token.kind in (Kind.AUXILIARY, Kind.FINITE) or token.forms or token.lower.endswith(("ed", "n't", "n’t")):
            return True
        third = at > start and token.text.islower() and token.text.endswith("s") and tokens[at - 1].capital
        if token.kind is Kind.PRONOUN or third:
            return True
        if token.quote is not None:
            return True
        if token.kind is Kind.ADVERB and start < at < limit - 1 and tokens[at - 1].kind in (Kind.WORD, Kind.THAT):
            return True  # "thieves *rarely* manage to sell it"
    return False


def parted_clause(tokens: Tokens, cue: Cue, edge: int | None, limit: int, lexicon: Lexicon) -> Complement | None:
    """A clause whose subject is a relative pronoun in front of the cue's own subject, which begins at `edge`: "a plan
    *which* she said *would help*"."""
    end = cue.end
    if not edge or end + 1 >= limit or not cue.can(Takes.BARE) or not lexicon.speech.nouns_look_like_verbs:
        return None
    relative = tokens[edge - 1].lower in lexicon.sets["relatives"] and tokens[end].kind is Kind.AUXILIARY
    return Complement(end, limit, end) if relative else None


def as_told(tokens: Tokens, cue: Cue, edge: int | None, limit: int, lexicon: Lexicon) -> Complement | None:
    """The clause behind a comma that an opening "as" makes somebody's: "As Ann Lee put it, *a town has no heart*"."""
    at = cue.end
    if not edge or tokens[edge - 1].lower not in lexicon.sets["as_words"] or any(t.word for t in tokens[: edge - 1]):
        return None
    at += cue.form is not None and at < limit and tokens[at].lower == cue.form.particle
    said = cue.can(Takes.QUOTE) or cue.can(Takes.THAT)
    if said and at < limit and (tokens[at].kind is Kind.PREPOSITION or tokens[at].lower in lexicon.sets["weekdays"]):
        comma = next((i for i in range(at, limit) if tokens[i].text == "," or tokens[i].quote is not None), limit)
        at = at if any(t.kind in (Kind.AUXILIARY, Kind.FINITE, Kind.THAT) for t in tokens[at:comma]) else comma
    return Complement(at + 1, limit, at) if said and at + 1 < limit and tokens[at].text == "," else None


def said_before(tokens: Tokens, after: Complement, lexicon: Lexicon) -> bool:
    """Whether a relative clause follows where the words are those before: "Das sagt ein Heft, *das neu erschien*"."""
    points = tokens[0].lower in lexicon.sets["pro_complements"] or tokens[1].lower in lexicon.sets["pointing"]
    points = points and tokens[after.start - 1].text == ","
    first = after.start + (tokens[after.start].kind is Kind.PREPOSITION and after.start + 1 < len(tokens))
    return points and tokens[first].lower in lexicon.sets["relative_articles"]
