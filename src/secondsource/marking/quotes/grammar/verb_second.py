"""The subject of a clause whose finite verb stands second: German, Dutch, the Scandinavian languages.

One phrase stands in front of the verb. It is the subject, or, where it can be none (an adverb, a phrase with a
preposition, a case that no subject has, a whole clause, a quotation), the subject follows the verb. In a subordinate
clause, whose verb stands last, the subject follows the conjunction.
"""

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.language.speech.table import Tense

from .appositions import described_by, full_name_opens, relative_at, up_to_verb
from .attributes import attribute_end, dative, noun_phrase_before, of_saying, plural, points
from .inverted import subject_after
from .subjects import Range, subject_before
from .words import DASHES, Token, name_in_marks

Tokens = tuple[Token, ...]

_OBJECTS = frozenset(
    {"ihn", "sie", "es", "sich", "ihre", "ihren", "seine", "seinen", "den", "die", "das", "einen", "eine"}
)
"""Words that begin an object behind its verb."""
_OPENERS = frozenset(";:…") | {"..."} | DASHES


def subject_of(
    tokens: Tokens, verb: int, behind: int, bounds: tuple[int, int], lexicon: Lexicon
) -> tuple[Range, bool] | None:
    """The subject of the finite verb at token `verb`, and whether it stands behind it; None where neither is clear.

    `behind`: the first token that a subject behind the verb may begin with. `bounds`: floor and limit of the search.
    """
    floor, limit = bounds
    before = tokens[verb - 1] if verb > floor else None
    if before is not None and before.kind is Kind.COORDINATOR:
        return _joined(tokens, verb, floor, lexicon) or _behind(tokens, behind, limit, lexicon)
    if before is not None and _verb_last(tokens, verb, limit) and marked_clause(tokens, floor, verb):
        inside = _in_subordinate(tokens, verb, floor, lexicon)
        if inside is not None:
            return inside, False
        opener = _relative_opener(tokens, verb, floor, lexicon)
        if opener is not None:
            return _of_relative(tokens, opener, (floor, verb), lexicon)
    if before is None or (before.quote is not None and not name_in_marks(tokens, verb - 1, lexicon)):
        later = _paper(tokens, behind, limit) or _behind(tokens, behind, limit, lexicon)
        alone = later is None and before is not None and before.work
        return ((verb - 1, verb), False) if alone else later  # "„BBC News“ berichtet, dass"
    if before.text == ",":
        return _after_comma(tokens, verb, behind, bounds, lexicon)
    if before.lower in lexicon.sets["nominative"] and _verb_last(tokens, verb, limit):
        return (verb - 1, verb), False  # "ein Gespräch, bei dem *er* gesagt hatte, …"
    if before.kind is not Kind.PRONOUN and _verb_last(tokens, verb, limit):
        whole = _of_subordinate(tokens, verb, floor, lexicon)
        if whole is not None:
            return whole, False
    start = _field_start(tokens, verb, floor, lexicon)
    if start > floor and _joins(tokens[start - 1], lexicon):
        if not _verb_last(tokens, verb, limit):
            return _behind(tokens, behind, limit, lexicon)
        subject = subject_after(tokens, start, verb, lexicon)
        return None if subject is None else (subject, False)
    if start > floor and tokens[start - 1].text == "," and _relative(tokens, start, verb, lexicon):
        return _of_relative(tokens, start, (floor, verb), lexicon)
    start = _stripped(tokens, start, verb)
    if start == verb or _no_subject(tokens, start, verb, lexicon):
        return _behind(tokens, behind, limit, lexicon)
    if behind < limit and tokens[start].kind is not Kind.PRONOUN and tokens[behind].lower in lexicon.sets["nominative"]:
        return (behind, behind + 1), True  # "Die Haltung bezeichnete *er* als …"
    if tokens[start].kind is Kind.DETERMINER and _office_behind(tokens, behind, limit, lexicon):
        return _behind(tokens, behind, limit, lexicon)
    if of_saying(tokens, start, verb, lexicon) and _name_behind(tokens, behind, limit):
        return _behind(tokens, behind, limit, lexicon)  # "Die Entscheidung nannte *Lee* falsch"
    if plural(tokens, start, verb, lexicon) and not tokens[verb].lower.endswith("n"):
        later = _behind(tokens, behind, limit, lexicon)
        if later is not None:
            return later  # "Die tibetischen Mönche nannte *die Agentur* „aggressiv“"
    reflexive = behind < limit and tokens[behind].lower in lexicon.sets["reflexives"]
    mood = verb > start + 1 and not any(token.capital for token in tokens[start + 1 : verb])
    if (mood or verb == start + 1) and tokens[start].kind is Kind.WORD and reflexive:
        later = _behind(tokens, behind, limit, lexicon)
        if later is not None and (mood or tokens[later[0][0]].kind is Kind.DETERMINER):
            return later  # "Unbeeindruckt davon zeigte sich *Lee*"
    front = subject_before(tokens, verb, start, lexicon)
    return _behind(tokens, behind, limit, lexicon) if front is None else (front, False)


def _name_behind(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether a name without any article stands right behind the verb, and no noun behind it."""
    name = at < limit and tokens[at].capital and tokens[at].kind is Kind.WORD and tokens[at].text[1:].islower()
    return name and (at + 1 >= limit or not tokens[at + 1].capital or tokens[at + 1].kind is Kind.WORD)


def _office_behind(tokens: Tokens, at: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether a masculine office with its article stands right behind the verb, which only a subject can: "Die Pläne
    stellte *der SPD-Vorsitzende* in Frage"."""
    if at >= limit or tokens[at].lower not in lexicon.sets["masculine"] or not lexicon.speech.nouns_capital:
        return False
    noun = next((token for token in tokens[at + 1 : min(limit, at + 4)] if token.capital), None)
    feminine = lexicon.speech.feminine_endings
    return noun is not None and noun.lower.endswith(lexicon.speech.titles) and not noun.lower.endswith(feminine)


def _relative(tokens: Tokens, start: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether the article right behind a comma is a relative pronoun: more than its noun stands before the verb."""
    if tokens[start].lower not in lexicon.sets["relative_articles"]:
        return False
    if verb + 1 < len(tokens) and tokens[verb + 1].kind is Kind.AUXILIARY and tokens[start + 1].capital:
        return True  # "das Ziel, das Lee sich gesetzt hatte"
    return not any(t.capital for t in tokens[start + 1 : verb]) or relative_at(tokens, start, lexicon)


def _of_relative(tokens: Tokens, start: int, bounds: tuple[int, int], lexicon: Lexicon) -> tuple[Range, bool] | None:
    """The subject of a relative clause: the phrase right behind its pronoun, else the one that the pronoun stands
    for."""
    floor, verb = bounds
    after = tokens[start + 1]
    if after.kind is Kind.PRONOUN and not points(tokens, start + 1, lexicon):
        return (start + 1, start + 2), False
    noun = after.kind is Kind.WORD and after.capital
    masculine = tokens[start].lower in lexicon.sets["masculine"]  # "ein Text, *der* die Lage „absurd“ nennt"
    if noun or (after.kind is Kind.DETERMINER and after.lower not in lexicon.sets["oblique"] and not masculine):
        subject = subject_after(tokens, start + 1, verb, lexicon)
        return None if subject is None else (subject, False)
    end = start - 1
    if end > floor + 1 and tokens[end - 1].kind is Kind.PREPOSITION:
        end -= 1  # "hielt sie *ihrem Freund* entgegen, der …"
    named = subject_before(tokens, end, floor, lexicon)
    small = named is not None and tokens[named[0]].text.islower() and tokens[named[0]].kind is Kind.WORD
    if named is None or small or named[1] != end or finite_at(tokens, named[0], end, lexicon) is not None:
        named = noun_phrase_before(tokens, end, floor, lexicon)
    return (named or (start, start + 1)), False


def _behind(tokens: Tokens, at: int, limit: int, lexicon: Lexicon) -> tuple[Range, bool] | None:
    """The subject behind the verb: past reflexives, objects, adverbs and a time."""
    while at < limit and _stands_between(tokens, at, limit, lexicon):
        at += 1
    if at + 2 < limit and _partitive(tokens, at, lexicon):
        return (at, at + 3), True
    subject = subject_after(tokens, at, limit, lexicon)
    if subject is None or (tokens[at].lower in lexicon.sets["oblique"] and not tokens[at].capital):  # "Den Haags …"
        return None
    named = (
        tokens[at].kind is Kind.PRONOUN
        or tokens[at].lower in lexicon.sets["collective_nouns"]
        or any(t.capital or t.quote is not None for t in tokens[at : subject[1]])
    )
    return (subject, True) if named or not lexicon.speech.nouns_capital else None


def _partitive(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether "*einer von ihnen*" stands here: one of those who were named before."""
    of_them = tokens[at + 1].lower in lexicon.sets["agents"] and tokens[at + 2].lower in lexicon.sets["objects"]
    return of_them and tokens[at].kind is Kind.DETERMINER


def _stands_between(tokens: Tokens, at: int, limit: int, lexicon: Lexicon) -> bool:
    token = tokens[at]
    oblique = token.lower in lexicon.sets["oblique"] and token.kind is not Kind.DETERMINER
    if oblique or token.kind is Kind.ADVERB or token.lower in lexicon.sets["weekdays"]:
        return True
    after = tokens[at + 1] if at + 1 < limit else None
    if token.lower in lexicon.sets["pro_complements"] and after is not None and after.kind is Kind.DETERMINER:
        return True  # "Anders sieht *das* die Gewerkschaft"
    return token.kind is Kind.PREPOSITION and after is not None and after.lower in lexicon.sets["weekdays"]


def _after_comma(
    tokens: Tokens, verb: int, behind: int, bounds: tuple[int, int], lexicon: Lexicon
) -> tuple[Range, bool] | None:
    """Behind a comma: the words in front are a whole clause, or the subject with its apposition."""
    floor, limit = bounds
    later = _behind(tokens, behind, limit, lexicon)
    quoted = any(t.quote is not None for t in tokens[floor : verb - 1][-2:])
    if quoted:
        later = _paper(tokens, behind, limit) or later
    clause = quoted or any(t.kind in (Kind.AUXILIARY, Kind.FINITE) or t.forms for t in tokens[floor : verb - 1])
    opening = tokens[floor]
    subordinate = opening.kind in (Kind.SUBORDINATOR, Kind.THAT) and opening.lower not in lexicon.sets["as_words"]
    clause = clause or subordinate  # "Wenn es regnete, bliebe es zu, *sagte* Lee"
    if later is not None and not quoted and _whole_clause(tokens, (floor, verb - 1), (later[0][1], limit), lexicon):
        return later
    front = subject_before(tokens, verb, floor, lexicon)
    if front is None and not quoted and full_name_opens(tokens, floor, verb - 1):
        front = (floor, verb - 1)  # "Arne Lund, Sprecher der Gruppe „Fels“ (Nord), *kommentierte* die Wahl"
        return front, False
    if front is not None and later is not None and tokens[front[0]].lower in lexicon.sets["oblique"]:
        return later  # "Den Vorwurf, sie habe gelogen, wies *sie* zurück"
    pronoun = behind < limit and tokens[behind].lower in lexicon.sets["nominative"]
    if not quoted and not pronoun and clause and front is not None and described_by(tokens, front, verb, floor):
        many = plural(tokens, front[0], verb, lexicon) and not tokens[verb].lower.endswith("n")
        return later if many and later is not None else (front, False)
    if later is not None and clause:
        return later
    return later if front is None else (up_to_verb(tokens, front), False)


def _whole_clause(tokens: Tokens, front: Range, rest: Range, lexicon: Lexicon) -> bool:
    """Whether the words in front of a comma are a clause with its verb, no subject with what describes it: "Die Tiere,
    die dort leben, *bräuchten* Ruhe, sagte Lee"; not so where the verb behind the comma has words of its own in `rest`.
    Where nothing is left, a word with an ending that adjectives have as well is taken for the verb."""
    if any(token.quote is not None or token.kind is Kind.THAT for token in tokens[slice(*rest)]):
        return False
    floor, end = front
    commas = [at for at in range(floor, end) if tokens[at].text == ","]
    if not commas or not lexicon.speech.nouns_capital:
        return False
    if finite_at(tokens, floor, commas[0], lexicon) is not None:
        return True
    token, after = tokens[commas[-1] + 1], tokens[commas[-1] + 2]
    if token.kind in (Kind.AUXILIARY, Kind.FINITE) or token.text in lexicon.sets["subjunctives"]:
        return True
    inflected = token.kind is Kind.WORD and token.text.islower() and token.lower.endswith(("t", "en"))
    return inflected and (rest[0] == rest[1] or not after.capital)


def _field_start(tokens: Tokens, verb: int, floor: int, lexicon: Lexicon) -> int:
    """Where the words between the clause's opening and its verb begin."""
    bracket = 0
    for at in range(verb - 1, floor - 1, -1):
        token = tokens[at]
        bracket += (token.text == ")") - (token.text == "(")
        if bracket > 0:
            continue
        if token.quote is not None and not (at > floor and name_in_marks(tokens, at, lexicon)):
            return at + 1
        if token.text in _OPENERS or token.text == ",":
            return at + 1
        if _joins(token, lexicon):
            return at + 1
        if token.kind is Kind.COORDINATOR and at + 1 < verb and _second_clause(tokens, at, floor):
            return at + 1
    return floor


def _second_clause(tokens: Tokens, coordinator: int, floor: int) -> bool:
    """Whether a clause stands in front of the conjunction, so that another begins behind it."""
    return coordinator == floor or any(
        t.kind in (Kind.AUXILIARY, Kind.FINITE) or (t.forms and not t.capital) for t in tokens[floor:coordinator]
    )


def _joins(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word opens a subordinate clause."""
    opens = lexicon.sets["questions"] | lexicon.sets["concessives"]
    return token.kind in (Kind.THAT, Kind.SUBORDINATOR) or token.lower in opens


def _verb_last(tokens: Tokens, verb: int, limit: int) -> bool:
    """Whether the verb ends its clause."""
    after = tokens[verb + 1] if verb + 1 < limit else None
    return after is None or not after.word or after.kind is Kind.AUXILIARY or after.quote is not None


def _joined(tokens: Tokens, verb: int, floor: int, lexicon: Lexicon) -> tuple[Range, bool] | None:
    """The subject of the verb that "and" joins this one to: "er lachte und sagte"."""
    comma = max((at + 1 for at in range(floor, verb - 1) if tokens[at].text == ","), default=floor)
    first = finite_at(tokens, comma, verb - 1, lexicon)
    inverted = floor < comma < verb - 1 and tokens[comma].text.islower() and tokens[comma].kind is Kind.WORD
    if inverted and tokens[floor].kind is Kind.SUBORDINATOR:
        first = comma  # "Als er floh, *biss* der Mann ihn und rief"
    if first is None:
        first = finite_at(tokens, floor, verb - 1, lexicon)
    if first is None:
        opening = _opening_name(tokens, floor, verb - 1)
        return None if opening is None else (opening, False)
    found = subject_of(tokens, first, first + 1, (floor, verb - 1), lexicon)
    return None if found is None else (found[0], False)


def _opening_name(tokens: Tokens, floor: int, end: int) -> Range | None:
    """A name with or without its article that opens a clause whose verb no table lists: "*De NS* zet bussen in, maar
    waarschuwt dat"."""
    start = floor + (tokens[floor].kind is Kind.DETERMINER)
    last = next((at for at in range(start, end) if not tokens[at].capital), end)
    return (floor, last) if start < last < end and tokens[last].kind is Kind.WORD else None


def marked_clause(tokens: Tokens, floor: int, verb: int) -> bool:
    """Whether words between marks stand in front of a verb in its clause."""
    start = next((at for at in range(verb - 1, floor - 1, -1) if tokens[at].text in ",:;"), floor)
    return any(token.quote is not None for token in tokens[start:verb])


def _in_subordinate(tokens: Tokens, verb: int, floor: int, lexicon: Lexicon) -> Range | None:
    """The subject behind the conjunction of a clause whose verb stands behind words in marks."""
    opener: int | None = None
    for at in range(verb - 1, floor - 1, -1):
        if tokens[at].text in ",:;":
            break
        if _joins(tokens[at], lexicon):
            opener = at
    found = None if opener is None else subject_after(tokens, opener + 1, verb, lexicon)
    lone = found is not None and found[1] - found[0] == 1 and tokens[found[0]].kind is Kind.DETERMINER
    return None if lone else found  # "dass *eine* „repräsentativ“ besetzte Versammlung"


def _relative_opener(tokens: Tokens, verb: int, floor: int, lexicon: Lexicon) -> int | None:
    """The relative pronoun of a clause whose verb stands behind words in marks: "ein Text, *der* es „absurd“ nennt"."""
    comma = next((at for at in range(verb - 1, floor, -1) if tokens[at].text in ",:;"), verb)
    opens = comma + 1 < verb and tokens[comma].text == ","
    pronouns = lexicon.sets["relative_articles"] | lexicon.sets["relatives"]
    return comma + 1 if opens and tokens[comma + 1].lower in pronouns else None


def _of_subordinate(tokens: Tokens, verb: int, floor: int, lexicon: Lexicon) -> Range | None:
    """The subject of a clause that opens with its conjunction, past a description between commas: "Wie *ein Vertreter
    der Firma, Jan Voss*, heute mitteilte"."""
    if not (_joins(tokens[floor], lexicon) and any(token.text == "," for token in tokens[floor:verb])):
        return None
    comma = next(at for at in range(floor, verb) if tokens[at].text == ",")
    if tokens[comma + 1].lower in lexicon.sets["relative_articles"] and _finite_before_comma(tokens, comma + 2, verb):
        verb = comma  # "Wie *Ann Lee*, die im Mai ging, dazu mitteilte"
    elif any(token.kind in (Kind.AUXILIARY, Kind.FINITE) for token in tokens[floor:verb]):
        return None
    return subject_after(tokens, floor + 1, verb, lexicon)


def _finite_before_comma(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a clause that begins here ends in its verb and a comma: "…, der dabei *war*, …"."""
    comma = next((at for at in range(start, end) if tokens[at].text == ","), end)
    return comma < end and tokens[comma - 1].text.islower() and tokens[comma - 1].kind is not Kind.ADVERB


def _paper(tokens: Tokens, at: int, limit: int) -> tuple[Range, bool] | None:
    """A paper's name between marks as the subject behind its verb: "schrieb „Die Zeit“"."""
    return ((at, at + 1), True) if at < limit and tokens[at].work else None


def _stripped(tokens: Tokens, start: int, verb: int) -> int:
    """Past adverbs and conjunctions that open the clause: "Auch", "Doch"."""
    while start < verb and (tokens[start].kind in (Kind.ADVERB, Kind.COORDINATOR) or not tokens[start].word):
        if tokens[start].quote is not None:
            break
        start += 1
    return start


def _no_subject(tokens: Tokens, start: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether the phrase in front of the verb cannot be its subject."""
    first = tokens[start]
    if first.kind in (Kind.PREPOSITION, Kind.SUBORDINATOR, Kind.THAT):
        return True
    if first.lower in lexicon.sets["weekdays"] or first.lower in lexicon.sets["questions"]:
        return True
    if first.text.isdigit() and not tokens[start + 1].capital:
        return True  # a year; "37 Prozent" may say something
    own = attribute_end(tokens, start, verb, lexicon)  # "Die *seit Jahren in Bern lebende* Autorin"
    noun = next((token for token in tokens[own:verb] if token.capital and token.kind is Kind.WORD), None)
    if noun is not None and noun.lower in lexicon.sets["weekdays"]:
        return True  # "Wenige Stunden nach dem Sturm meldete …"
    if first.lower.endswith("end") and start + 1 < verb and tokens[start + 1].kind is Kind.PREPOSITION:
        return True  # "Passend zum Anlass sagte …"
    alone = verb == start + 1
    if alone and first.lower.endswith(lexicon.speech.adverb_endings) and not lexicon.among(first.lower, "not_adverbs"):
        return True  # "Unmissverständlich erklärte …"
    if alone and first.lower in lexicon.sets["pro_complements"]:
        return True
    return first.lower in lexicon.sets["oblique"] or dative(tokens, start, verb, lexicon)


def finite_at(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> int | None:
    """The first word that is likely the finite verb of the clause.

    In a language that writes its nouns with capitals also a verb that no table lists: a small word right behind a noun
    or pronoun, but no participle of an attribute: "der auf der Konferenz *anwesende* Minister".
    """
    inside = start
    for at in range(start, end):
        token = tokens[at]
        if token.kind is Kind.DETERMINER and lexicon.speech.nouns_capital:
            inside = max(inside, attribute_end(tokens, at, end, lexicon))
        if at < inside:
            continue
        if token.kind in (Kind.AUXILIARY, Kind.FINITE):
            return at
        if any(form.tense is Tense.FINITE for form in token.forms) and not token.capital:
            return at
        if lexicon.speech.nouns_look_like_verbs and token.lower.endswith("ed") and not token.capital:
            return at
        if lexicon.speech.pro_drop and at > start and _behind_clitic(token, tokens[at - 1], lexicon):
            return at
        if lexicon.speech.nouns_capital and at > start and token.kind is Kind.WORD and token.text.islower():
            before = tokens[at - 1]
            described = before.text == "," and at - 2 > start and tokens[at - 2].capital and token.lower.endswith("te")
            described = described or (
                before.text == "," and at + 1 < end and token.lower.endswith("t") and tokens[at + 1].lower in _OBJECTS
            )
            named = before.capital and before.kind is Kind.WORD
            if named or described or before.kind in (Kind.PRONOUN, Kind.ADVERB):
                return at
    return None


def _behind_clitic(token: Token, before: Token, lexicon: Lexicon) -> bool:
    """Whether a negator or reflexive in front of a word shows that it is a verb: "el alcalde no *quiso* aclararlo"."""
    clitic = before.lower in lexicon.sets["negators"] or before.lower in lexicon.sets["reflexives"]
    return clitic and token.kind is Kind.WORD and token.text.islower()
