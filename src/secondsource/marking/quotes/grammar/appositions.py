"""Descriptions of a speaker behind a comma: "Ann Lee, a professor at Oslo", and relative clauses."""

from secondsource.language.speech.lexicon import Kind, Lexicon

from .words import DASHES, Token

Tokens = tuple[Token, ...]

PARTICLES = frozenset({"de", "del", "la", "da", "do", "dos", "di", "van", "der", "den", "von", "y", "e", "bin", "al"})
_SPEAKING = frozenset({"say", "ask", "refuse"})
"""Manners of verbs that tell how one speaks, not what one thinks or does."""
_VERB = 4
"""Words within which the verb of a relative clause stands."""
BREAK = frozenset(";:…!?.") | {"..."} | DASHES
"""Marks over which no noun phrase reaches."""


def _closed_noun(tokens: Tokens, start: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether a few words without a verb, and then a comma, follow: "Hagee, Kommandant des Corps, …"."""
    if tokens[start].kind is Kind.PREPOSITION and tokens[start].lower not in lexicon.sets["origins"]:
        return False
    for at in range(start, min(limit, start + 10)):
        token = tokens[at]
        if token.text in ",:":
            return any(token.capital for token in tokens[start:at])
        if token.kind in (Kind.AUXILIARY, Kind.FINITE, Kind.PRONOUN) or token.quote is not None or token.forms:
            return False
    return start < limit <= start + 10 and any(token.capital for token in tokens[start:limit])


def introduces(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the phrase gives a full name, so that a relative clause behind it says who that is."""
    return sum(t.capital for t in tokens[start:end]) > 1 and not tokens[start].text.endswith(".")


def relative_at(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether an article is a relative pronoun here, for no noun of its own can follow: "der gestern", "die in"."""
    if tokens[at].lower not in lexicon.sets["relative_articles"] or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    breaks = (Kind.PREPOSITION, Kind.DETERMINER, Kind.ADVERB, Kind.PRONOUN, Kind.AUXILIARY)
    return after.kind in breaks or after.lower in lexicon.sets["weekdays"]


def speaks(tokens: Tokens, relative: int, lexicon: Lexicon) -> bool:
    """Whether a relative clause tells that somebody speaks, which describes nobody: "*who noted that* it was late",
    "*who declined to* be named"."""
    for at in range(relative + 1, min(relative + _VERB, len(tokens) - 1)):
        token, after = tokens[at], tokens[at + 1]
        if token.forms and not token.capital:
            told = after.kind in (Kind.THAT, Kind.PRONOUN) or after.lower in lexicon.sets["behind_speaking"]
            return told and any(frame.manner in _SPEAKING for form in token.forms for frame in form.frames)
        if token.kind is not Kind.ADVERB:
            return False
    return False


def apposes(tokens: Tokens, comma: int, start: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether what follows the comma describes the name: an office, an age; a relative clause where the name is new
    (more than a surname)."""
    if comma + 1 >= limit:
        return False
    after = tokens[comma + 1]
    if after.lower in lexicon.sets["relatives"]:
        return not speaks(tokens, comma + 1, lexicon)
    if after.lower in lexicon.sets["formerly"] or of_place(tokens, comma):
        return True
    if relative_at(tokens, comma + 1, lexicon):
        return False
    if after.text.isdigit() and tokens[comma - 1].capital:
        return True
    if after.kind is Kind.DETERMINER and _opens_words(tokens, comma + 2, limit):
        return False  # "sagte die Königin, ihre „Gedanken sind bei ihnen“"
    if after.kind is Kind.DETERMINER:
        return not _has_verb(tokens, comma + 1, limit)
    if lexicon.speech.nouns_capital:
        return _closed_noun(tokens, comma + 1, limit, lexicon)
    if after.capital and tokens[start].kind is Kind.DETERMINER and _name(tokens, comma + 1, limit):
        return True
    if after.capital and not lexicon.among(after.lower.rstrip("."), "titles") and not after.possessive:
        return _office(tokens, comma + 1, limit, lexicon)
    near = tokens[comma + 1 : comma + 3]
    doing = any(token.text.islower() and token.lower.endswith("ing") for token in near) or after.lower.endswith("ed")
    return after.kind is Kind.WORD and after.word and not after.forms and not doing


def _opens_words(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether words between marks that are no name stand here, with nothing of their noun behind them."""
    spoken = at < limit and tokens[at].quote is not None and not tokens[at].work
    return spoken and not (at + 1 < limit and (tokens[at + 1].capital or tokens[at + 1].text[0] == "-"))


def of_place(tokens: Tokens, comma: int) -> bool:
    """ "Ann Lee, of Oslo", "Bo Lund, 29, of Bergen"."""
    before = tokens[comma - 1]
    return tokens[comma + 1].lower == "of" and (before.capital or before.text.isdigit())


def behind_place(tokens: Tokens, at: int, limit: int) -> int:
    """Behind the state that a comma parts from its town, where the description goes on or ends: "a nurse from Barton,
    *Texas*, who …"."""
    if at + 1 >= limit or tokens[at].text != "," or not tokens[at - 1].capital or not tokens[at + 1].capital:
        return at
    state = tokens[at + 1].kind is Kind.WORD and len(tokens[at + 1].text) > 1 and not tokens[at + 1].possessive
    return at + 2 if state and (at + 2 == limit or tokens[at + 2].text == ",") else at


def _has_verb(tokens: Tokens, start: int, limit: int) -> bool:
    """Whether a finite verb follows before any mark: the words are a clause, not a description."""
    for at in range(start, limit):
        token = tokens[at]
        if token.quote is not None or token.text == "," or token.text in BREAK or token.kind is Kind.THAT:
            return False
        if token.kind in (Kind.PRONOUN, Kind.SUBORDINATOR):
            return False  # a clause inside the description
        if token.kind in (Kind.AUXILIARY, Kind.FINITE):
            return True
    return False


def _name(tokens: Tokens, start: int, limit: int) -> bool:
    """Whether a name, and nothing else, stands up to the next comma or the end: "said the minister, Ann Lee"."""
    for at in range(start, min(limit, start + 5)):
        if tokens[at].text in ",(":
            return at > start
        if not (tokens[at].capital or tokens[at].lower in PARTICLES):
            return False
    return start < limit <= start + 5


def _office(tokens: Tokens, start: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether capital words behind the comma are an office: a common noun or title stands among them."""
    for at in range(start, min(limit, start + 8)):
        token = tokens[at]
        if token.quote is not None or not token.word:
            return False
        if not token.capital:
            return at > start and token.kind is Kind.WORD and not token.forms
        if lexicon.among(token.lower, "titles"):
            return True
    return False


def apposition_end(tokens: Tokens, start: int, limit: int, lexicon: Lexicon) -> int:
    """Behind the description that begins at `start`."""
    at = start
    while at < limit:
        token = tokens[at]
        if token.quote is not None and tokens[at - 1].word and (token.work or (token.titled and at + 2 >= limit)):
            at += 1
            if token.text.rstrip("\"”’'»")[-1:] == ",":
                break  # “the author of “Low Tide,” …”
            continue
        if token.quote is not None or token.text in BREAK or token.text == ",":
            break
        if lexicon.speech.nouns_capital and at > start and _object_opens(tokens, at, lexicon):
            break
        if token.kind is Kind.THAT or (token.kind is Kind.PREPOSITION and _temporal(tokens, at, limit, lexicon)):
            break
        at += 1
    return at


def _object_opens(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether an article that no genitive has follows a noun: "lobte der Minister, Ann Lee, *das* Urteil"."""
    before, token = tokens[at - 1], tokens[at]
    article = token.lower in lexicon.sets["definite_articles"] and token.lower not in lexicon.sets["genitives"]
    return article and not token.capital and before.capital and before.kind is Kind.WORD


def _temporal(tokens: Tokens, at: int, limit: int, lexicon: Lexicon) -> bool:
    return at + 1 < limit and lexicon.among(tokens[at + 1].lower, "weekdays")


def full_name_opens(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name of two words or more, and then a comma, opens the words before `end`."""
    comma = next((at for at in range(start, end) if tokens[at].text == ","), start)
    return comma - start > 1 and all(t.capital and t.kind is Kind.WORD for t in tokens[start:comma])


def described_by(tokens: Tokens, subject: tuple[int, int], verb: int, floor: int) -> bool:
    """Whether only a noun phrase and its relative clause stand before the verb: "Der Mann, der es sah, *rief*"."""
    comma = next((at for at in range(floor, verb) if tokens[at].text == ","), verb)
    head = tokens[floor:comma]
    verbless = not any(t.kind in (Kind.AUXILIARY, Kind.FINITE, Kind.SUBORDINATOR, Kind.THAT) for t in head)
    opens = all(t.kind in (Kind.ADVERB, Kind.COORDINATOR) for t in tokens[floor : subject[0]])
    behind = [tokens[at + 1] for at in range(comma, verb - 1) if tokens[at].text == ","]
    clause = any(t.kind in (Kind.AUXILIARY, Kind.FINITE, Kind.THAT) for t in behind)  # "Der Mann, ein Wirt, *sei* …"
    return verbless and opens and not clause and subject[0] < comma < verb - 1


def up_to_verb(tokens: Tokens, phrase: tuple[int, int]) -> tuple[int, int]:
    """A phrase up to the comma right before a verb: "*Ann Lee, die Chefin*, wollte das nicht sagen, betonte aber …"."""
    verbs = (Kind.AUXILIARY, Kind.FINITE)
    commas = (
        at for at in range(phrase[0] + 1, phrase[1] - 1) if tokens[at].text == "," and tokens[at + 1].kind in verbs
    )
    return (phrase[0], next(commas, phrase[1]))
