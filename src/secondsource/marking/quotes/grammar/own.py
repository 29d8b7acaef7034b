"""Whose words they are where a cue has no subject of its own: the subject of "The company, *by its own account*, sold
…", "nach eigenen Angaben", "The fund will sell, *it* said"; the one cited in “…,” the paper quoted *her* as saying; the
subject of the clause that a participle, an infinitive or a second verb goes on."""

from collections.abc import Sequence

from msgspec import Struct

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.language.speech.table import Order, Takes, Tense

from .cue import Cue, Governed, Mode
from .inverted import subject_after
from .subjects import Range, leading_name, subject_before
from .verb_second import finite_at, subject_of
from .words import Token, group_start, link_before, past, verbal

Tokens = tuple[Token, ...]

_VIEWER = 8
"""Words within which the name ends whose view a sentence tells."""
_CITED = 12
"""Words within which "as saying" stands behind a verb that cites."""
_JOINED = 20
"""Words within which the verb stands that "and said" goes on."""


class OwnAccount(Struct, frozen=True, gc=False):
    """Token ranges of the phrase behind its cue, and of the subject that it means."""

    phrase: Range
    subject: Range


def clause_told(tokens: Tokens, cue: Cue, front: Range, limit: int, lexicon: Lexicon) -> Range | None:
    """Who stands behind a verb that ends its sentence, where the words in front name nobody: "Trois litres coulaient en
    juillet, aujourd'hui plus rien, raconte *la gardienne*"."""
    if not lexicon.speech.pronouns_invert or lexicon.speech.pro_drop or tokens[cue.start - 1].text != ",":
        return None
    inside = tokens[front[0] : front[1]]
    clause = any(token.text == "," for token in inside[:-1]) or any(verbal(token, lexicon) for token in inside)
    if not clause or any(token.capital for token in inside[1:]) or not (cue.can(Takes.THAT) or cue.can(Takes.QUOTE)):
        return None
    behind = subject_after(tokens, cue.end, limit, lexicon)
    if behind is None or behind[1] != limit:
        return None
    people = lexicon.sets["titles"] | lexicon.sets["unnamed_nouns"] | lexicon.sets["descriptions"]
    ends = lexicon.speech.person_endings
    persons = (t.capital or t.lower in people or t.lower.endswith(ends) for t in tokens[slice(*behind)])
    return behind if any(persons) else None


def own_account(tokens: Tokens, cue: Cue, source: Range | None, limit: int, lexicon: Lexicon) -> OwnAccount | None:
    """The clause's subject, where the words of a cue or its source say that it speaks of itself; else None."""
    first, last = (cue.start, cue.end) if source is None else (min(cue.start, source[0]), max(cue.end, source[1]))
    own = next((at for at in range(first, last) if tokens[at].lower in lexicon.sets["own_words"]), None)
    if own is None:
        return None
    end = next((at for at in range(own, last) if tokens[at].text == ","), last)
    subject = _subject(tokens, first, end, limit, lexicon)
    start = cue.end if source is None else source[0]
    return None if subject is None else OwnAccount((min(start, end), end), subject)


def _subject(tokens: Tokens, first: int, end: int, limit: int, lexicon: Lexicon) -> Range | None:
    """The subject of the clause around the phrase from token `first` to `end`."""
    if lexicon.speech.order is Order.V2:
        verb = finite_at(tokens, 0, first, lexicon) if first else None
        verb = finite_at(tokens, end, limit, lexicon) if verb is None else verb
        found = subject_of(tokens, verb, verb + 1, (0, limit), lexicon) if verb is not None else None
        return None if found is None else found[0]
    verbs = [at for at in range(limit) if not first <= at < end and verbal(tokens[at], lexicon)]
    subjects = (subject_before(tokens, at, 0, lexicon) for at in verbs)
    return next((subject for subject in subjects if subject is not None), None)


def own_body(tokens: Tokens, subject: Range, front: Range, lexicon: Lexicon) -> Range | None:
    """The body that is the subject of a clause in front of "it said": "*The fund* will vote against it, it said"; None
    where the clause is about a thing, which says nothing."""
    alone = subject[1] - subject[0] == 1 and tokens[subject[0]].lower in lexicon.sets["it"]
    if not alone or not lexicon.sets["bodies"] or tokens[front[0]].quote is not None:
        return None
    verb = next((at for at in range(front[0] + 1, front[1]) if verbal(tokens[at], lexicon)), None)
    found = subject_before(tokens, group_start(tokens, verb), front[0], lexicon) if verb is not None else None
    if found is None:
        return None
    end = next((at for at in range(*found) if not tokens[at].word or tokens[at].kind is Kind.PREPOSITION), found[1])
    return (found[0], end) if end > found[0] and tokens[end - 1].lower in lexicon.sets["bodies"] else None


def cited_behind(tokens: Tokens, cue: Cue, lexicon: Lexicon) -> Range | None:
    """Whom a verb behind the words it cites has as its object: “…,” the paper quoted *her* as saying."""
    if cue.form is None or cue.form.base not in lexicon.sets["citing"]:
        return None
    for at in range(cue.end + 1, min(len(tokens) - 1, cue.end + _CITED)):
        gerund = any(form.tense is Tense.GERUND for form in tokens[at + 1].forms)
        if gerund and tokens[at].lower in lexicon.sets["as_words"]:
            person = tokens[cue.end].lower in lexicon.sets["objects"]
            return (cue.end, cue.end + 1) if person else subject_after(tokens, cue.end, at, lexicon)
    return None


def citer(tokens: Tokens, cited: Range, lexicon: Lexicon) -> Range | None:
    """Who cites the person named at `cited`, where the verb stands second: "*die Zeitung* zitiert den Minister", "der
    Minister wird *von der Zeitung* zitiert", "*in dem Brief* wird er zitiert"; None where nobody is named."""
    if lexicon.speech.order is not Order.V2:
        return None
    verb = next((at for at, t in enumerate(tokens) if any(f.base in lexicon.sets["citing"] for f in t.forms)), None)
    if verb is None:
        return None
    helper = next((at for at, token in enumerate(tokens) if token.lower in lexicon.sets["passive"]), None)
    if helper is not None:
        return _citing_agent(tokens, (helper, verb), cited, lexicon)
    turned = subject_of(tokens, verb, verb + 1, (0, len(tokens)), lexicon)
    if turned is None or tokens[turned[0][0]].lower in lexicon.sets["generic"]:
        return None
    (start, end), _ = turned
    end = min(end, cited[0]) if start < cited[0] else end
    return (start, end) if start < end and start != cited[0] else None


def _citing_agent(tokens: Tokens, group: Range, cited: Range, lexicon: Lexicon) -> Range | None:
    """Who is named as citing in a passive: its agent, or the text in which it stands, which may open the clause."""
    helper, verb = group
    floor = max((at + 1 for at in range(helper) if tokens[at].quote is not None or tokens[at].text in ",:"), default=0)
    agents, media, grown = lexicon.sets["agents"], lexicon.sets["media"], lexicon.sets["contractions"]
    for at in range(floor, max(helper, verb)):
        token, after = tokens[at], tokens[at + 1]
        common = after.kind is Kind.DETERMINER or after.text.islower() or token.lower in grown  # not "in Bern"
        text = token.lower in media and common
        if cited[0] <= at < cited[1] or not (token.lower in agents or text):
            continue
        if at == floor and at < helper:
            return (at + 1, helper)
        found = subject_after(tokens, at + 1, verb if verb > helper else len(tokens), lexicon)
        if found is not None:
            works = (here + 1 for here in range(*found) if tokens[here].work)
            return (found[0], next(works, found[1]))
    return None


def shared_subject(tokens: Tokens, cue: Cue, frames: Sequence[Governed], lexicon: Lexicon) -> Range | None:
    """The subject of the clause that a participle, infinitive or second verb goes on."""
    joined = _joined_subject(tokens, cue, frames, lexicon) or _linked_subject(tokens, cue, lexicon)
    if joined is not None:
        return joined
    known = [frame for frame in frames if frame.subject is not None and frame.cue.mode is not Mode.ACCORDING]
    if known and lexicon.speech.nouns_look_like_verbs:
        behind = _main_behind(tokens, cue, known, lexicon)
        if behind is not None:
            return behind
        known = _outermost(tokens, cue, known) or known
    if known and cue.mode is Mode.PARTICIPIAL and tokens[cue.start - 1].text == ",":
        if _tag_before(tokens, known[-1], cue.start - 1):
            return known[-1].subject  # “…,” he said, *adding*
        return known[0].subject  # it hangs on the main verb, not on one inside the reported words
    if known:
        return known[-1].subject
    own = _clause_subject(tokens, cue, lexicon) if lexicon.speech.nouns_look_like_verbs else None
    if own is not None:
        return own
    verbs = [at for at in range(cue.start) if _main(tokens[at], lexicon)]
    if lexicon.speech.nouns_look_like_verbs:
        verbs = [at for at in verbs if not _fronted(tokens, at, cue.start, lexicon)] or verbs
    relatives = [at for at in verbs if at > 1 and _relative(tokens[at - 1], lexicon)]
    for at in verbs:  # a relative clause is passed over where another verb tells the subject
        subject = subject_before(tokens, at - (at in relatives), 0, lexicon)
        if subject is not None or (at not in relatives and not relatives):
            return subject
    return leading_name(tokens) if cue.mode is Mode.PARTICIPIAL and lexicon.speech.nouns_look_like_verbs else None


def _main_behind(tokens: Tokens, cue: Cue, known: Sequence[Governed], lexicon: Lexicon) -> Range | None:
    """The subject of the main clause that a participle goes on, where another cue stands in a relative clause of it:
    "*Lee*, who said he was tired, issued a statement *saying*", "*He* defended not paying a man who sued, *saying*"."""
    subject = known[-1].subject
    if cue.mode is not Mode.PARTICIPIAL or subject is None or not _relative(tokens[subject[0]], lexicon):
        return None
    closed = subject[0] > 0 and tokens[subject[0] - 1].text == ","
    last = next((at for at in range(cue.start - 1, known[-1].cue.end, -1) if tokens[at].text == ","), 0)
    apart = tokens[cue.start - 1].text == ","
    if closed and (apart or not last):
        return None  # “…, who said it was late, *adding*” is the same person
    first = subject[0] if apart else cue.start if closed else 0
    verbs = [at for at in range(first) if _main(tokens[at], lexicon) and not subject[0] <= at < last]
    subjects = (subject_before(tokens, group_start(tokens, at), 0, lexicon) for at in verbs)
    return next((found for found in subjects if found is not None), None)


def _outermost(tokens: Tokens, cue: Cue, known: Sequence[Governed]) -> list[Governed]:
    """The cues that a second verb behind "and" or "but" can go on: not one whose subject is a pronoun inside what
    another reports: "*Lee* said that she thinks so but *said* …"."""
    if tokens[cue.start - 1].kind is not Kind.COORDINATOR or cue.manner != "say":
        return []
    return [one for at, one in enumerate(known) if not any(_governs(tokens, other, one) for other in known[:at])]


def _governs(tokens: Tokens, outer: Governed, inner: Governed) -> bool:
    """Whether the clause of one cue, with a pronoun as its subject, opens the words that another reports."""
    subject = inner.subject
    if subject is None or tokens[subject[0]].kind is not Kind.PRONOUN or not outer.cue.end <= subject[0]:
        return False
    return all(token.word and token.quote is None for token in tokens[outer.cue.end : subject[0]])


def _main(token: Token, lexicon: Lexicon) -> bool:
    return token.kind in (Kind.AUXILIARY, Kind.FINITE) or past(token, lexicon)


def _fronted(tokens: Tokens, verb: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a verb stands in a subordinate clause that a comma parts from what follows: "Before Lee *took* the stage,
    his team sent a text saying …"."""
    first = next((at for at in range(verb - 1, -1, -1) if tokens[at].text == ","), -1) + 1
    subordinate = any(token.lower in lexicon.sets["subordinators"] for token in tokens[first:verb])
    return subordinate and any(token.text == "," for token in tokens[verb:end])


def _relative(token: Token, lexicon: Lexicon) -> bool:
    return token.kind is Kind.THAT or token.lower in lexicon.sets["relatives"]


def _linked_subject(tokens: Tokens, cue: Cue, lexicon: Lexicon) -> Range | None:
    """The subject of the phrase that leads to an infinitive: "*Ann Lee*, who retired in May, *liked to* say"."""
    if cue.mode is not Mode.INFINITIVE:
        return None
    size = link_before(tokens, cue.start, lexicon)
    return subject_before(tokens, group_start(tokens, cue.start - size), 0, lexicon) if size else None


def _clause_subject(tokens: Tokens, cue: Cue, lexicon: Lexicon) -> Range | None:
    """The subject of a clause that a conjunction opens and the cue goes on: "so calm *that Ann Lee* was moved to say",
    "the quay *where dockers* had gathered, chanting"."""
    places = lexicon.sets["places"]
    for at in range(cue.start - 1, 1, -1):
        opens = tokens[at].lower in places or (tokens[at].kind is Kind.THAT and cue.mode is Mode.INFINITIVE)
        if not opens:
            continue
        verb = next((i for i in range(at + 2, cue.start) if verbal(tokens[i], lexicon)), None)
        return None if verb is None else subject_before(tokens, verb, at + 1, lexicon)
    return None


def _joined_subject(tokens: Tokens, cue: Cue, frames: Sequence[Governed], lexicon: Lexicon) -> Range | None:
    """The subject of the verb right before "and said": "he laughed and said"; not one inside the words of a cue before
    it: "Lee said her client was sorry and asked for time"."""
    if cue.start < 2 or tokens[cue.start - 1].kind is not Kind.COORDINATOR:
        return None
    for at in range(cue.start - 2, max(0, cue.start - _JOINED), -1):
        token = tokens[at]
        if token.quote is not None or token.text in ",;:" or token.forms:
            return None
        if _main(token, lexicon):
            inside = any(t.kind is Kind.THAT for t in tokens[:at])
            told = max((frame.cue.end for frame in frames if frame.cue.end <= at), default=at)
            inside = inside or (told < at and not any(t.text in ",;" for t in tokens[told:at]))
            return None if inside else subject_before(tokens, group_start(tokens, at), 0, lexicon)
    return None


def _tag_before(tokens: Tokens, governed: Governed, end: int) -> bool:
    """Whether a cue with its subject, and nothing else, stands between quoted words and token `end`."""
    if governed.subject is None or governed.cue.mode is not Mode.FINITE:
        return False
    first = min(governed.subject[0], governed.cue.start)
    return first > 0 and tokens[first - 1].quote is not None and max(governed.cue.end, governed.subject[1]) == end


def attached_subject(tokens: Tokens, cue: Cue, lexicon: Lexicon) -> Range | None:
    """The speaker of "with Kirby saying" and of "footage of Kirby saying"."""
    cited = _cited(tokens, cue, lexicon)
    if cited is not None:
        return cited
    own = subject_before(tokens, cue.start, 0, lexicon) if cue.start > 1 else None
    day = tokens[cue.start - 1].lower in lexicon.sets["weekdays"]  # "issued a statement on *Tuesday* saying"
    if cue.mode is Mode.PARTICIPIAL and tokens[cue.start - 1].capital and not day:
        first = cue.start
        while first > 0 and tokens[first - 1].capital and tokens[first - 1].word:
            first -= 1
        if first > 0 and tokens[first - 1].kind is Kind.PREPOSITION:
            return (first, cue.start)
    return own if own is not None and own[0] > 0 and tokens[own[0] - 1].lower in lexicon.sets["attached"] else None


def _cited(tokens: Tokens, cue: Cue, lexicon: Lexicon) -> Range | None:
    """Whom a verb that cites has as its object: "the station quoted *her* as saying"."""
    if cue.start < 3 or tokens[cue.start - 1].lower not in lexicon.sets["as_words"]:
        return None
    for at in range(cue.start - 3, max(-1, cue.start - _CITED), -1):
        if any(form.base in lexicon.sets["citing"] for form in tokens[at].forms):
            person = tokens[at + 1].lower in lexicon.sets["objects"]
            return (at + 1, at + 2) if person else subject_after(tokens, at + 1, cue.start - 1, lexicon)
    return None


def viewer_end(tokens: Tokens, lexicon: Lexicon) -> int:
    """Where the name of a person, or one office, ends that opens a sentence as whose view it is: "Pour *Me Ann Lee*, sa
    cliente est innocente"; 0 where something else follows, or words between marks."""
    comma = next((at for at, token in enumerate(tokens[:_VIEWER]) if token.text == ","), 0)
    if comma < 2 or comma + 3 > len(tokens) or tokens[comma + 1].quote is not None:
        return 0
    name = tokens[1:comma]
    named = len(name) > 1 and all(token.capital and token.kind is Kind.WORD for token in name)
    holds = lexicon.sets["titles"] | lexicon.sets["unnamed_nouns"] | lexicon.sets["collective_nouns"]
    office = name[0].lower in lexicon.sets["definite_articles"] and len(name) > 1 and name[1].lower in holds
    office = office and (len(name) == 2 or name[2].kind is not Kind.WORD or name[2].capital)  # no "la première fois"
    office = office or (
        name[0].kind is Kind.DETERMINER and len(name) == 2 and name[1].lower in holds
    )  # "pour *sa directrice*"
    described = name[0].lower in lexicon.sets["definite_articles"] and len(name) > 3 and name[1].text.islower()
    group = name[0].lower in lexicon.sets["collective_nouns"]  # "Para *especialistas* ouvidos pelo jornal, …"
    if not (named or office or group or (described and all(token.capital for token in name[2:]))):
        return 0
    further = next((at for at in range(comma + 1, min(len(tokens), comma + _VIEWER)) if tokens[at].text == ","), 0)
    verb = any(token.kind in (Kind.AUXILIARY, Kind.FINITE) for token in tokens[comma:further])
    return further if further and not verb else comma
