"""The noun phrase that names the speaker behind its cue: "said Ann Lee, a professor at Oslo"."""

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.language.speech.table import Order, Takes, Tense

from .appositions import BREAK, apposes, apposition_end, behind_place, of_place, speaks
from .attributes import attribute_end, ends_behind_noun, links, nominative, points
from .cue import Cue
from .subjects import Range, Tokens, joins_names
from .words import Token, name_in_marks

_GIVEN_OUT = ("é", "ée", "és", "ées", "ado", "ada", "ato", "ata")
"""Endings of participles that tell how a text came out: "publié"."""
_APPOSITIONS = 3
_LINKS = (Kind.DETERMINER, Kind.PREPOSITION)
"""Words behind which the name of a work goes on a phrase: "the author of “Low Tide,”"."""


def subject_after(tokens: Tokens, start: int, limit: int, lexicon: Lexicon) -> Range | None:
    """The subject of an inverted cue, with its apposition: "said Ann Lee, a professor at Oslo"."""
    if start >= limit:
        return None
    first = tokens[start]
    pointing = points(tokens, start, lexicon)
    if first.kind is Kind.PRONOUN and not pointing:
        return (start, start + 1) if lexicon.speech.pronouns_invert else None
    nominal = first.kind in (Kind.WORD, Kind.DETERMINER, Kind.ADVERB) or pointing
    if first.quote is not None or not first.word or not nominal:
        return None
    if first.kind is not Kind.DETERMINER and first.lower in lexicon.sets["pro_complements"]:
        return None
    at = attribute_end(tokens, start, limit, lexicon)
    while at < limit and not _closes(tokens, at, start, limit, lexicon):
        at += 1
    if at == start:
        return None
    if at < limit and tokens[at].text == "(":
        at = _bracket_end(tokens, at, limit)
    at = _listed_end(tokens, at, limit)
    if _described(tokens, start, at, limit, lexicon):
        at = apposition_end(tokens, at, limit, lexicon)
    described = False
    for _ in range(_APPOSITIONS):
        if at >= limit or tokens[at].text != "," or not apposes(tokens, at, start, limit, lexicon):
            break
        if described and tokens[at + 1].lower not in lexicon.sets["relatives"]:
            break
        end = apposition_end(tokens, at + 1, limit, lexicon)
        spoken = end < limit and (tokens[end].quote is not None or tokens[end].kind is Kind.THAT)
        if spoken and tokens[at + 1].lower in lexicon.sets["relatives"] and any(map(_tells, tokens[at:end])):
            break  # "promises Ann Lee, who says “…”"
        described = not tokens[at + 1].text.isdigit() and not of_place(tokens, at)
        at = behind_place(tokens, end, limit) if described else end
    return (start, at)


def _described(tokens: Tokens, start: int, at: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether a relative clause without a comma says which of many is meant: "said a driver *who had waited*"."""
    if at + 1 >= limit or tokens[at].lower not in lexicon.sets["relatives"] or not tokens[at - 1].word:
        return False
    noun = not tokens[at - 1].capital or tokens[start].kind is Kind.DETERMINER
    return lexicon.speech.order is Order.SVO and noun and not speaks(tokens, at, lexicon)


def _tells(token: Token) -> bool:
    """Whether a word may be the finite verb of a cue."""
    return bool(token.forms) and not token.capital


def _listed_end(tokens: Tokens, at: int, limit: int) -> int:
    """Behind further names of a list: "Ann Lee, Bo Lund and Cy Moe"."""
    end = at
    while end < limit and (tokens[end].text == "," or tokens[end].kind is Kind.COORDINATOR):
        last = tokens[end].kind is Kind.COORDINATOR
        here = end + 1
        while here < limit and tokens[here].capital and tokens[here].kind is Kind.WORD:
            here += 1
        if here == end + 1:
            return at
        end = here
        if last:
            return end
    return at


def _bracket_end(tokens: Tokens, at: int, limit: int) -> int:
    """Behind a short bracket: "(D-Va.)"."""
    for here in range(at + 1, min(limit, at + 8)):
        if tokens[here].text == ")":
            return here + 1
    return at


def _closes(tokens: Tokens, at: int, start: int, limit: int, lexicon: Lexicon) -> bool:
    token, capital = tokens[at], lexicon.speech.nouns_capital
    if at == start and points(tokens, at, lexicon):
        return False
    before = tokens[at - 1]
    if at > start and before.quote is not None and before.text.rstrip("\"”’'»")[-1:] == ",":
        return True
    if token.quote is not None:
        return at == start or not (name_in_marks(tokens, at, lexicon) or (token.work and before.kind in _LINKS))
    if token.text in BREAK or token.text in ",(":
        return True
    second = capital and any(t.lower in lexicon.sets["genitives"] for t in tokens[start + 1 : at])
    if second and at + 1 < limit and tokens[at + 1].work and token.lower in lexicon.sets["feminine_oblique"]:
        return True  # "sagte die Leiterin der Studie *der „Abendpost“*"
    if second and token.lower in lexicon.sets["masculine"] and _titled_name(tokens, at, lexicon):
        return True  # "Angaben der Veranstalter *der* Preisträger Jan Voss"
    if capital and at > start and token.kind is Kind.DETERMINER and (before.capital or before.quote is not None):
        genitive = token.lower in lexicon.sets["genitives"] and not nominative(tokens, at)
        if not genitive or _bare_name(tokens, start, at, lexicon):
            return True
    if at > start and token.lower in lexicon.sets["reflexives"]:
        return True
    if (
        at > start
        and lexicon.speech.pro_drop
        and token.lower in lexicon.sets["definite_articles"]
        and before.kind is Kind.WORD
    ):
        return True  # "Secondo l'Ufficio di bilancio *la* crescita si ferma"
    if at > start and (token.lower in lexicon.sets["datives"] or (capital and ends_behind_noun(tokens, at, lexicon))):
        return True
    if (
        token.kind in (Kind.AUXILIARY, Kind.FINITE)
        and token.capital
        and before.lower in lexicon.sets["definite_articles"]
    ):
        return at == start  # "le Progrès de l'*Est*"
    if token.kind in (Kind.AUXILIARY, Kind.FINITE, Kind.THAT, Kind.SUBORDINATOR, Kind.PRONOUN):
        return True
    if at > start and lexicon.among(token.lower, "weekdays"):
        return tokens[at - 1].kind is not Kind.DETERMINER
    if token.kind is Kind.ADVERB:
        return at > start and tokens[at - 1].kind is not Kind.DETERMINER
    if token.kind is Kind.PREPOSITION:
        named = any(t.capital for t in tokens[start:at])
        if named and capital and _place_before_name(tokens, at, limit, lexicon):
            return False  # "der Kommandeur der Truppen *im Irak*, General Ann Lee"
        return named and not (links(tokens, start, at, lexicon) or _noun_needs(tokens, at))
    if token.kind is Kind.COORDINATOR:
        return not joins_names(tokens, at, limit, lexicon)
    if token.forms and at > start:
        return any(f.tense in (Tense.GERUND,) for f in token.forms) and not token.capital
    return False


def _place_before_name(tokens: Tokens, at: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether a preposition of place with one noun, a comma and then a name of two words or more follow."""
    comma = at + 2 if tokens[at].lower in lexicon.sets["in_place"] else limit
    if comma >= limit or tokens[comma].text != "," or not tokens[comma - 1].capital:
        return False
    end = next((i for i in range(comma + 1, limit) if not (tokens[i].capital and tokens[i].kind is Kind.WORD)), limit)
    return end - comma > 2


def _titled_name(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether an article, a man's trade and a name of two words follow: only a subject begins so, for a genitive has
    another article."""
    near = tokens[at + 1 : at + 4]
    named = len(near) == 3 and all(token.capital for token in near)
    return named and near[0].lower.endswith(lexicon.speech.person_endings)


def _bare_name(tokens: Tokens, start: int, at: int, lexicon: Lexicon) -> bool:
    """Whether the phrase so far is a surname alone, so that an addressee follows: "sagte Osland der Agentur"."""
    speech, last = lexicon.speech, tokens[at - 1].lower
    nouns = (*speech.titles, *speech.unnamed_nouns, *speech.collective_nouns, *speech.according_nouns)
    if start and tokens[start - 1].lower in lexicon.sets["contractions"]:
        return False  # "hieß es *vom* Abgeordneten des Rates"
    genitive = tokens[at].lower not in lexicon.sets["feminine_oblique"]
    if last.endswith(speech.according_nouns) and at + 1 < len(tokens) and tokens[at + 1].work:
        return False  # "Nach Informationen der „Woche“ gilt er als Favorit"
    if at + 1 < len(tokens) and tokens[at + 1].work and tokens[start].kind is Kind.WORD:
        return not (genitive and last.endswith(speech.according_nouns) and " " not in tokens[at + 1].text)
    full = at > start + 1 and all(token.capital and token.kind is Kind.WORD for token in tokens[start:at])
    if full and not genitive and not last.endswith((*nouns, *speech.data_nouns)):
        return True  # "sagte Einsatzleiter Bernd Kolb der Agentur"
    return at == start + 1 and tokens[start].kind is Kind.WORD and not last.endswith((*nouns, *speech.data_nouns))


def _noun_needs(tokens: Tokens, at: int) -> bool:
    """A common noun right before the preposition, at the phrase's start, takes it along: "a professor at"."""
    return not tokens[at - 1].capital


def issuer(tokens: Tokens, source: Range, limit: int, lexicon: Lexicon) -> Range | None:
    """Who gave out a text that is the source: "selon un bilan communiqué jeudi par *la protection civile*"."""
    last = tokens[source[1] - 1].lower
    if lexicon.speech.order is not Order.SVO or not last.endswith(_GIVEN_OUT):
        return None
    if last.startswith(lexicon.speech.passed_on):
        return None
    at = source[1]
    while at < limit and (tokens[at].kind is Kind.ADVERB or tokens[at].lower in lexicon.sets["weekdays"]):
        at += 1
    by = at < limit and tokens[at].lower in lexicon.sets["agents"]
    return subject_after(tokens, at + 1, limit, lexicon) if by else None


def came_out(tokens: Tokens, source: Range, limit: int, lexicon: Lexicon) -> bool:
    """Whether a participle ends the phrase that tells when or where it came out: "une étude *parue* mardi"."""
    last = tokens[source[1] - 1]
    if source[1] - source[0] < 2 or source[1] >= limit or not lexicon.speech.elisions or last.capital:
        return False
    after = tokens[source[1]]
    placed = after.kind is Kind.PREPOSITION or after.lower in lexicon.sets["weekdays"]
    return placed and last.lower.endswith(
        ("é", "ée", "és", "ées", "paru", "parue", "parus", "parues", "rendu", "rendue")
    )


def named_behind(tokens: Tokens, cue: Cue, front: Range, lexicon: Lexicon) -> bool:
    """Whether a name follows a verb behind a comma that takes neither a person nor an object, and none is in front."""
    if any(token.capital for token in tokens[front[0] : front[1]]):
        return False
    if not lexicon.speech.nouns_look_like_verbs or cue.start != cue.verb or tokens[cue.start - 1].text != ",":
        return False
    if cue.can(Takes.PERSON) or cue.can(Takes.OBJECT) or not cue.can(Takes.BARE) or cue.end + 1 >= len(tokens):
        return False
    return tokens[cue.end].capital and tokens[cue.end].kind is Kind.WORD and tokens[cue.end + 1].capital
