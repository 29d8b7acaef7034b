"""Nouns among the cues: those that report, and those that only look like a reporting verb; verbs in two parts."""

from secondsource.language.speech.lexicon import Form, Kind, Lexicon
from secondsource.language.speech.lexicon import Frame as SpeechFrame
from secondsource.language.speech.table import Order, Takes, Tense

from .cue import Cue, Mode
from .verb_second import finite_at, marked_clause
from .words import Token, counted

Tokens = tuple[Token, ...]

_SURE = Form("", Tense.FINITE, (SpeechFrame("think", frozenset({Takes.THAT, Takes.QUOTE}), frozenset()),))
"""How an adjective is used that says somebody is sure of the words in front."""
_SUBJECT_WORDS = 10
"""Words of a subject between quoted words and the verb behind it."""
_TOLD_NEAR = 12
"""Words behind a verb within which a subjunctive shows that its clause is told."""
_OBJECT_WORDS = 6
"""Words within which the verb stands in front of its object."""
NOUN = Form("", Tense.FINITE, (SpeechFrame("say", frozenset({Takes.THAT}), frozenset()),))
"""How a noun that reports is used."""


def nominal_cues(tokens: Tokens, lexicon: Lexicon) -> list[Cue]:
    """Nouns and adjectives with a clause of what is said, where the verb stands second: "ist der Ansicht, dass"."""
    if lexicon.speech.order is not Order.V2:
        return _before_that(tokens, lexicon)
    found: list[Cue] = []
    for at, token in enumerate(tokens[:-2]):
        if tokens[at + 1].text != "," or token.forms or not token.lower.endswith(lexicon.speech.reporting_nouns):
            continue
        told = tokens[at + 2].kind is Kind.THAT or _clause_in_marks(tokens[at + 2], lexicon)
        if not (told or (token.lower in lexicon.sets["views"] and _told_behind(tokens, at + 2, lexicon))):
            continue
        floor = max((i + 1 for i in range(at) if tokens[i].text in ",;:" or tokens[i].quote is not None), default=0)
        verb = finite_at(tokens, floor, at, lexicon)
        if verb is not None:
            found.append(Cue(verb, at, at + 1, Mode.FINITE, NOUN, inner=(verb + 1, at)))
    points = len(tokens) > 4 and tokens[0].kind is Kind.PREPOSITION and tokens[1].lower in lexicon.sets["pointing"]
    if points and tokens[2].lower in lexicon.sets["reporting_nouns"] and tokens[3].kind is Kind.FINITE:
        found.append(Cue(3, 3, 4, Mode.FINITE, NOUN))  # "Zu diesem Ergebnis kommt eine Studie"
    return [*found, *_convinced(tokens, lexicon)]


def _told_behind(tokens: Tokens, start: int, lexicon: Lexicon) -> bool:
    """Whether a clause without a conjunction, in the subjunctive, follows: "teilt die Meinung, *der Plan sei* gut"."""
    end = next((at for at in range(start, len(tokens)) if tokens[at].text in ",;:"), len(tokens))
    return any(token.text in lexicon.sets["subjunctives"] for token in tokens[start + 1 : end])


def _clause_in_marks(token: Token, lexicon: Lexicon) -> bool:
    """Whether words between marks begin with the conjunction of their clause: „*dass* nichts fehlt“."""
    words = token.text.strip('„“”"«»').split(maxsplit=1)
    return token.quote is not None and bool(words) and words[0] in lexicon.sets["complementisers"]


def _convinced(tokens: Tokens, lexicon: Lexicon) -> list[Cue]:
    """Adjectives of one who is sure of the words in front: "„…“, ist Trainer Timo Beck *überzeugt*"."""
    found: list[Cue] = []
    sought = lexicon.sets["convinced"]
    for at in range(4, len(tokens)) if sought else ():
        if tokens[at].lower not in sought or (at + 1 < len(tokens) and tokens[at + 1].word):
            continue
        comma = next((i for i in range(at - 2, 0, -1) if tokens[i].text == ","), 0)
        if comma and tokens[comma + 1].lower in lexicon.sets["be"]:
            found.append(Cue(comma + 1, at, at + 1, Mode.FINITE, _SURE, inner=(comma + 2, at)))
    return found


def _before_that(tokens: Tokens, lexicon: Lexicon) -> list[Cue]:
    """Nouns and adjectives right before a conjunction: "his claim that", "made the case that", "is convinced that"."""
    found: list[Cue] = []
    nouns, light = lexicon.sets["reporting_nouns"], lexicon.sets["light_verbs"]
    for at in [at for at, token in enumerate(tokens) if token.lower in nouns]:
        if not 0 < at < len(tokens) - 2 or tokens[at + 1].kind is not Kind.THAT:
            continue
        if _finite(tokens[at + 2]) and tokens[at + 2].forms:
            continue  # "a message *that said* “…”"
        before = tokens[at - 1]
        owned = before.possessive or (
            before.lower in lexicon.sets["possessives_he"] or before.lower in lexicon.sets["possessives_she"]
        )
        if owned:
            found.append(Cue(at, at, at + 1, Mode.NOUN, NOUN, inner=(_owner(tokens, at - 1), at)))
            continue
        verb = next((i for i in range(at - 1, max(0, at - 5), -1) if _carries(tokens[i], light, lexicon)), None)
        if verb is not None:
            start = verb
            while start > 0 and tokens[start - 1].kind in (Kind.AUXILIARY, Kind.ADVERB):
                start -= 1
            found.append(Cue(start, at, at + 1, Mode.FINITE, NOUN))
    return found


def _carries(token: Token, light: frozenset[str], lexicon: Lexicon) -> bool:
    return not token.capital and (token.lower in light or lexicon.among(token.lower, "be"))


def _owner(tokens: Tokens, end: int) -> int:
    """The first word of the name or noun phrase that ends in the genitive at `end`."""
    start = end
    while start > 0 and tokens[start - 1].capital and tokens[start - 1].word:
        start -= 1
    return start - (start > 0 and tokens[start - 1].kind is Kind.DETERMINER)


def is_noun(tokens: Tokens, index: int, start: int, form: Form, lexicon: Lexicon) -> bool:
    """Whether a word that looks like a finite verb is a noun or an adjective here."""
    token = tokens[index]
    before = tokens[start - 1] if start else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if before is not None:
        if (
            before.quote is not None
            and before.text.rstrip("\"”’'»“")[-1:].isalnum()
            and token.lower in _mostly(lexicon)
        ):
            return True  # "as “baseless” reports"
        if start == 1 and lexicon.speech.nouns_capital and before.lower in lexicon.sets["pro_complements"]:
            return False  # "Das berichtete die Polizei"
        people = _people(before, token, form, lexicon)
        people = people or (counted(tokens, start, lexicon) and token.lower not in _mostly(lexicon))
        if (before.kind is Kind.DETERMINER and not people) or before.possessive:
            return True
        if before.kind is Kind.PREPOSITION or _object_of(tokens, start, index, lexicon):
            return True
        if token.lower in _mostly(lexicon) and start == index and _governed(tokens, index, lexicon):
            return True
        if before.text[:1].isdigit() and form.tense is Tense.BASE:
            return True
    elif _opens_as_noun(token, after, lexicon):
        return True
    past = token.lower.endswith(("ed", "t", "d", "ew", "ote", "oke")) and form.tense is Tense.FINITE
    past = past and not (token.lower == form.base and token.lower in _mostly(lexicon))  # "its *forecast* for"
    if past or not lexicon.speech.nouns_look_like_verbs:
        bound = after is not None and (after.lower in form.prepositions or _by_means(tokens, index, start, lexicon))
        return after is not None and after.lower in lexicon.sets["agents"] and not bound
    if _tags_speech(tokens, index):
        return False
    asks = form.can(Takes.WHETHER) and after is not None and after.lower in ("whether", "if")
    if asks and before is not None and _plural(before, lexicon) and not before.capital:
        return False  # "some analysts *question* whether"
    if form.tense is Tense.BASE and (before is None or not (_plural(before, lexicon) or _pair(tokens, start))):
        return not _joined_verb(tokens, index, start, form, lexicon)
    if after is None:
        return not form.can(Takes.THAT)
    if after.kind in (Kind.AUXILIARY, Kind.FINITE):
        return True
    named = before is not None and (before.kind is Kind.PRONOUN or before.capital)
    if start == 1 and before is not None and before.lower in lexicon.sets["time_openers"]:
        named = False  # "*Early* reports, often wrong, …"
    if lexicon.among(token.lower, "mostly_nouns") and not named:
        if form.tense is Tense.BASE and start > 1 and tokens[start - 2].text == "," and after.kind is Kind.PREPOSITION:
            return False  # "…, researchers report in the journal"
        if after.kind is Kind.THAT and index + 2 < len(tokens) and _finite(tokens[index + 2]):
            return True  # "two *reports* that depicted delays"
        strong = (Kind.THAT, Kind.PRONOUN, Kind.DETERMINER)
        object_ = after.lower in lexicon.sets["objects"]
        return not (after.quote is not None or after.text == ":" or after.kind in strong or object_)
    if before is not None and (before.capital or before.kind in (Kind.PRONOUN, Kind.ADVERB) or before.text in ",)"):
        return False
    return _noun_goes_on(after, form)


def _object_of(tokens: Tokens, start: int, index: int, lexicon: Lexicon) -> bool:
    """Whether a plural is the object of the verb between a pronoun and it: "she expects *declines*"."""
    told = start == index and start > 1 and tokens[start - 2].kind is Kind.PRONOUN
    finite = told and any(form.tense is Tense.FINITE for form in tokens[start - 1].forms)
    return finite and lexicon.speech.nouns_look_like_verbs and tokens[index].lower.endswith("s")


def _governed(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a noun with its attributes is the object of a verb that brings in no clause: "*calls* 22 *emails* “top
    secret”", "*answering questions*", "had *received offers*"."""
    if not lexicon.speech.nouns_look_like_verbs or not tokens[index].lower.endswith("s"):
        return False
    for at in range(index - 1, max(-1, index - _OBJECT_WORDS), -1):
        token = tokens[at]
        if token.kind in (Kind.FINITE, Kind.PREPOSITION):
            return token.kind is Kind.FINITE
        if not token.word or token.capital or token.kind is Kind.PRONOUN:
            return False
        if at + 1 == index and any(form.tense is Tense.GERUND for form in token.forms):
            return True
        if token.forms and token.lower not in _mostly(lexicon):
            return not any(form.can(Takes.BARE) for form in token.forms)
        if at + 1 == index and token.lower.endswith("ed"):
            return at > 0 and tokens[at - 1].kind is Kind.AUXILIARY
    return False


def _by_means(tokens: Tokens, index: int, start: int, lexicon: Lexicon) -> bool:
    """Whether "by" tells how somebody said it: "Ms. Lee *said by telephone*"."""
    named = start > 0 and (tokens[start - 1].kind is Kind.PRONOUN or tokens[start - 1].capital)
    means = tokens[index + 2 : index + 4]
    plain = len(means) == 2 and means[0].kind is Kind.WORD and not means[0].capital
    closes = plain and (not means[1].word or means[1].lower in lexicon.sets["weekdays"])
    return named and lexicon.speech.nouns_look_like_verbs and closes


def _joined_verb(tokens: Tokens, index: int, start: int, form: Form, lexicon: Lexicon) -> bool:
    """Whether a base form goes on a plural's verb, "officials admit it but *say that* …", not "wants to stay and *say*
    …", or has its plural farther in front: "parents at a school in Kendal *say they* …"."""
    if start == 0 or index + 1 >= len(tokens) or tokens[start - 1].kind not in (Kind.COORDINATOR, Kind.WORD):
        return False
    infinitive = any(token.lower in lexicon.sets["infinitive_marks"] for token in tokens[:index])
    after = tokens[index + 1].kind
    clause = after in (Kind.THAT, Kind.PRONOUN) or (after is Kind.DETERMINER and not form.can(Takes.OBJECT))
    return clause and form.can(Takes.BARE) and not infinitive and tokens[index].lower not in _mostly(lexicon)


def _finite(token: Token) -> bool:
    if token.capital:
        return False
    told = any(form.tense is Tense.FINITE for form in token.forms)
    return told or token.kind in (Kind.AUXILIARY, Kind.FINITE) or token.lower.endswith("ed")


def _people(before: Token, token: Token, form: Form, lexicon: Lexicon) -> bool:
    """Whether a determiner is the subject itself, for no noun follows it in this form: "*one* told", "*many* say"."""
    if before.lower in lexicon.sets["unnamed_nouns"]:
        return form.tense is not Tense.BASE
    return before.lower in lexicon.sets["collective_nouns"] and not token.lower.endswith("s")


def _mostly(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.sets["mostly_nouns"]


def _opens_as_noun(token: Token, after: Token | None, lexicon: Lexicon) -> bool:
    """Whether a word at the head of its sentence is a noun, or a participle of whom somebody did it to: "Details: …",
    "Angaben zufolge", "Asked about a summit, …"."""
    if lexicon.speech.nouns_capital:
        return token.lower.endswith(lexicon.speech.according_nouns)
    if not lexicon.speech.nouns_look_like_verbs or after is None:
        return False
    if any(form.tense in (Tense.BASE, Tense.FINITE) for form in after.forms) and not after.capital:
        return True  # "Volunteers say"
    if token.lower in lexicon.sets["mostly_nouns"]:
        return not after.capital
    asked = any(form.tense is Tense.PARTICIPLE for form in token.forms)
    return asked and (after.kind is Kind.PREPOSITION or after.lower in lexicon.sets["questions"])


def _tags_speech(tokens: Tokens, index: int) -> bool:
    """Whether nothing but a subject stands between spoken words and the verb, and nothing follows: "…,” the letter
    reads."."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and after.word and after.kind is not Kind.PREPOSITION:
        return False
    for at in range(index - 1, max(-1, index - _SUBJECT_WORDS), -1):
        token = tokens[at]
        if token.quote is not None:
            return token.text.rstrip("\"”’'»")[-1:] in ",?!." and at + 1 < index
        if token.kind in (Kind.AUXILIARY, Kind.FINITE, Kind.THAT) or token.text in ",;:":
            return False
    return False


def _noun_goes_on(after: Token, form: Form) -> bool:
    """Whether the word behind shows a noun: "recent *attacks on*", "the *claims*,"."""
    if after.kind is Kind.PREPOSITION:
        return after.lower not in form.prepositions and not form.can(Takes.QUOTE)
    if form.base in ("say", "tell"):
        return False
    if after.text in ",.":
        return not form.can(Takes.THAT)
    return after.text == ";" or after.kind is Kind.COORDINATOR


def _pair(tokens: Tokens, end: int) -> bool:
    """Whether two names joined by "and" stand right before token `end`: "*Lee and Lund* call them …"."""
    first = end - 1
    while first > 1 and tokens[first - 1].capital and tokens[first - 1].kind is Kind.WORD:
        first -= 1
    if first < 2 or not tokens[first].capital or tokens[first - 1].lower != "and":
        return False
    return tokens[first - 2].capital and tokens[first - 2].kind is Kind.WORD


def _plural(token: Token, lexicon: Lexicon) -> bool:
    if token.kind is Kind.PRONOUN or token.lower in lexicon.sets["collective_nouns"]:
        return True
    return (token.lower.endswith("s") and not token.possessive) or token.text in {")", ","}


def gerund_reports(tokens: Tokens, index: int, start: int, form: Form, lexicon: Lexicon) -> bool:
    """Whether a gerund reports ("…, saying that"), as against one that is a noun or a deed ("for supporting")."""
    before = tokens[start - 1] if start else None
    if before is None:
        return True
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if before.lower in lexicon.sets["as_words"] and form.can(Takes.THAT):
        cites = [token for token in tokens[:start] if any(f.base in lexicon.sets["citing"] for f in token.forms)]
        return bool(cites) or _quotes_next(tokens, index + 1)
    if before.kind in (Kind.PREPOSITION, Kind.SUBORDINATOR):
        clause = after is not None and after.kind is Kind.THAT and form.can(Takes.THAT)  # "while insisting that"
        while_calling = lexicon.speech.pronouns_invert and form.can(Takes.LABEL) and _any_quote(tokens, index)
        # "tout en jugeant leur plan « absurde »"
        asked = after is not None and after.lower in lexicon.sets["objects"]  # "before asking *her*, “…”"
        return clause or while_calling or _quotes_next(tokens, index + 1 + asked)
    if before.kind is Kind.DETERMINER or before.possessive:
        return False
    speaks = form.can(Takes.THAT) or form.can(Takes.QUOTE)
    speaks = speaks or ((form.can(Takes.LABEL) or form.can(Takes.OBJECT)) and _any_quote(tokens, index))
    called = any(frame.manner == "call" and Takes.OBJECT in frame.takes for frame in form.frames)
    speaks = speaks or (called and after is not None and after.lower in lexicon.sets["objects"])  # "calling it unfair"
    if before.text in ",–—" or before.kind is Kind.COORDINATOR:
        return speaks
    return (
        speaks
        and after is not None
        and (after.kind is Kind.THAT or _quotes_next(tokens, index + 1) or not form.can(Takes.OBJECT))
    )


def _any_quote(tokens: Tokens, at: int) -> bool:
    """Whether words between marks follow in the clause: "calling the delay “an insult”"."""
    stop = next((i for i in range(at, len(tokens)) if tokens[i].text in ",;:"), len(tokens))
    return any(token.quote is not None for token in tokens[at:stop])


def _quotes_next(tokens: Tokens, at: int) -> bool:
    """Whether words between marks follow at once, with at most a comma between: "by saying, “…”"."""
    at += at < len(tokens) and tokens[at].text in ",:"
    return at < len(tokens) and tokens[at].quote is not None


def parted(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a preposition ends the clause of a verb, as its separable particle: "*findet* im Mai *statt*", "*sagte*
    das Fest *ab*"; not one that stands behind its noun ("ihrer Ansicht nach")."""
    behind = range(index + 1, len(tokens))
    ends = (at for at in behind if tokens[at].text in ".,;:!?" or tokens[at].kind is Kind.COORDINATOR)
    last = tokens[next(ends, len(tokens)) - 1]
    return last.kind is Kind.PREPOSITION and last.lower not in lexicon.sets["according_noun_openers"]


def as_thought(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a participle alone tells, between commas, what was generally thought: "wie oft *vermutet*"."""
    start = index
    while start and tokens[start - 1].kind is Kind.ADVERB:
        start -= 1
    ends = index + 1 >= len(tokens) or not tokens[index + 1].word
    opens = start > 0 and tokens[start - 1].lower in lexicon.sets["as_words"]
    return opens and ends and any(form.tense is Tense.PARTICIPLE for form in tokens[index].forms)


def passive_last(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a passive ends its clause here, whose subject does not speak."""
    passive = index + 1 < len(tokens) and tokens[index + 1].lower in lexicon.sets["passive"]
    form = next((form for form in tokens[index].forms if form.tense is Tense.PARTICIPLE), None)
    return passive and form is not None and form.base not in lexicon.sets["citing"]


def called_by(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a passive names its agent, or where it was said, and holds words between marks: "wird von Kennern als
    „groß“ bezeichnet", "in den Medien ist es „groß“ genannt worden"."""
    named = any(token.lower in lexicon.sets["agents"] for token in tokens[start:end])
    media = lexicon.sets["media"] - lexicon.sets["agents"]
    common = (Kind.DETERMINER, Kind.WORD)
    texts = (at for at in range(end - 1) if tokens[at].lower in media and tokens[at + 1].kind in common)
    grown = lexicon.sets["contractions"]
    named = named or any(not tokens[at + 1].capital or tokens[at].lower in grown for at in texts)  # not "in Kuba"
    return named and any(token.quote is not None for token in tokens[start:end])


def perfect_last(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a participle with the auxiliary of a perfect behind it ends a clause that tells words between marks, or
    in front of what is said: "der das „Unsinn“ *genannt hatte*", "der *gesagt hatte*, dass …", "wie Lee *gesagt
    hatte*, …"."""
    if index + 2 >= len(tokens) or tokens[index + 1].lower not in lexicon.sets["have"]:
        return False
    marked = marked_clause(tokens, 0, index)
    if tokens[index + 2].text != "," or index + 3 == len(tokens):
        return marked and not tokens[index + 2].word
    after = tokens[index + 3]
    near = tokens[index + 4 : index + 4 + _TOLD_NEAR]
    end = next((at for at, token in enumerate(near) if token.text == ","), len(near))
    told = after.kind is Kind.THAT or any(token.text in lexicon.sets["subjunctives"] for token in near[:end])
    return told or tokens[0].lower in lexicon.sets["as_words"] or marked
