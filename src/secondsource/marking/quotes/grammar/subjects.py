"""The noun phrase that names the speaker, read by rule from the words in front of a cue."""

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.language.speech.table import Order, Tense

from .appositions import BREAK, introduces, relative_at, speaks
from .attributes import only_nouns, points
from .relatives import participial, restrictive
from .words import DASHES, Token, counted, name_in_marks

Tokens = tuple[Token, ...]
Range = tuple[int, int]


def subject_before(tokens: Tokens, end: int, floor: int, lexicon: Lexicon) -> Range | None:
    """The subject that ends right before token `end` and begins at or after `floor`; None where there is none.

    An apposition, relative clause or adjunct between commas in front of the verb is stepped over, and kept inside the
    phrase where it describes the speaker.
    """
    if end <= floor:
        return None
    last = tokens[end - 1]
    if last.kind is Kind.PRONOUN:
        return (end - 1, end)
    timeless = _timeless(tokens, end, floor, lexicon)
    if floor < timeless < end and tokens[timeless - 1].kind is Kind.PRONOUN:
        return (timeless - 1, timeless)  # "Ann Lee, *who* on Tuesday said"
    if timeless < end and timeless > floor and tokens[timeless - 1].text == ",":
        last, end = tokens[timeless - 1], timeless  # "Ann Lee, the mayor, on Tuesday said"
    if last.text == "," and end - 2 > floor and tokens[end - 2].text == ")":
        last, end = tokens[end - 2], end - 1  # "Ann Lee (D-Va.), said"
    work = last.work and last.text.rstrip("\"”’'»")[-1:] == ","  # "the author of “Low Tide,” said"
    if last.text in ",)" or work or (last.text in DASHES and end - 2 > floor):
        return _over_insertion(tokens, end - 1, floor, lexicon)
    opens = participial(tokens, end, floor, lexicon)
    if opens is not None:
        return _phrase_before(tokens, opens, floor, lexicon)
    relative = restrictive(tokens, end, floor, lexicon)
    described = _phrase_before(tokens, relative, floor, lexicon) if relative is not None else None
    return _phrase_before(tokens, end, floor, lexicon) if described is None else (described[0], end)


def _over_insertion(tokens: Tokens, mark: int, floor: int, lexicon: Lexicon) -> Range | None:
    """The subject in front of an apposition, relative clause or adjunct that ends at token `mark`.

    The nearest opening mark with a whole noun phrase in front of it counts: an insertion may hold commas of its own.
    """
    closer = "," if tokens[mark].quote is not None else tokens[mark].text
    opener = closer if closer in DASHES else {")": "("}.get(closer, ",")
    for at in range(mark - 1, floor, -1):
        if tokens[at].text in ";:":
            return None
        if tokens[at].text != opener:
            continue
        joined = tokens[at + 1].kind is Kind.COORDINATOR and opener not in DASHES  # "A — and some B — say"
        if joined or tokens[at - 1].quote is not None:
            return None
        opening = next((t for t in tokens[at + 1 : mark] if t.lower not in lexicon.sets["negators"]), tokens[at + 1])
        if opener == "," and opening.kind is Kind.AUXILIARY:
            return None  # "The skipper, a man of 58, *had* not been drinking, said Lee"
        if opener == "," and _own_clause(tokens, at + 1, mark, lexicon):
            return None  # "Three lorries, *two buses and a car were burnt*, said Lee"
        left = _phrase_before(tokens, at, floor, lexicon)
        whole = left is not None and (_whole(tokens, left, floor) or _clause_opens(tokens, left[0] - 1, floor, lexicon))
        if left is None or not (whole or _office_of(tokens, left, at, mark)):
            relative = tokens[at + 1].lower in lexicon.sets["relatives"]
            left = _described_noun(tokens, at, floor) if relative else None
        if left is None:
            continue
        left = (_before_place(tokens, left, floor), left[1])
        first = tokens[at + 1]
        office = first.lower in lexicon.sets["formerly"]  # "Ann Lee, *managing* director at …"
        adjunct = first.kind in (Kind.PREPOSITION, Kind.SUBORDINATOR, Kind.ADVERB) or (_gerund(first) and not office)
        adjunct = adjunct or lexicon.among(first.lower, "weekdays") or _asked(first, lexicon)
        if relative_at(tokens, at + 1, lexicon):
            adjunct = True
        if first.lower in lexicon.sets["relatives"]:
            adjunct = not introduces(tokens, left[0], at) or speaks(tokens, at + 1, lexicon)
        if first.lower in lexicon.sets["such_as"]:
            adjunct = False
        relative = first.lower in lexicon.sets["relatives"] or relative_at(tokens, at + 1, lexicon)
        if (relative or not adjunct) and tokens[left[0]].kind is Kind.DETERMINER:
            left = (_name_before(tokens, left[0], floor, lexicon), left[1])
        if adjunct:
            return left
        start = left[0] if opener != "(" else _office_before(tokens, left, floor, lexicon)
        return (start, mark + (opener == "(" or tokens[mark].quote is not None))
    return None


def _own_clause(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the words between two commas are the end of a list with its verb, no insertion: nothing in front of the
    auxiliary opens a clause."""
    verb = next((at for at in range(start, end) if tokens[at].kind is Kind.AUXILIARY), end)
    clausal = (Kind.SUBORDINATOR, Kind.THAT, Kind.PRONOUN, Kind.PREPOSITION, Kind.ADVERB)
    ahead = tokens[start:verb]
    listed = any(token.kind is Kind.COORDINATOR for token in ahead[1:])
    opens = any(t.kind in clausal or t.lower in lexicon.sets["relatives"] or t.forms for t in ahead)
    return verb < end and listed and not opens


def _office_of(tokens: Tokens, left: Range, comma: int, mark: int) -> bool:
    """Whether an office behind a reported clause has its holder between commas: "…, *the prefect*, Ann Lee, said"."""
    opens = left[0] > 0 and tokens[left[0] - 1].text == "," and tokens[left[0]].kind is Kind.DETERMINER
    return opens and mark - comma > 2 and all(token.capital for token in tokens[comma + 1 : mark])


def _before_place(tokens: Tokens, place: Range, floor: int) -> int:
    """The start of a name with an age and a town, where the phrase is only where the town lies: "*Ann Lee, 30, of
    Hull*, Mass.", else that of the phrase itself."""
    start, towns = place[0], 0
    while start - 1 > floor and tokens[start - 1].text == ",":
        begin = start - 1
        while begin > floor and tokens[begin - 1].word and tokens[begin - 1].quote is None:
            begin -= 1
        if begin == start - 1 or not all(t.capital or t.text.isdigit() for t in tokens[begin + 1 : start - 1]):
            return place[0]
        towns += tokens[begin].kind is Kind.PREPOSITION
        start = begin
        if towns and tokens[begin].capital and tokens[begin].kind is Kind.WORD:
            return start
    return place[0]


def _office_before(tokens: Tokens, name: Range, floor: int, lexicon: Lexicon) -> int:
    """The start of the office that a name with a bracket describes: "*Der frühere Senator*, Jan Voss (SPD), sagte"."""
    named = all(t.capital or t.quote is not None for t in tokens[name[0] + 1 : name[1]])
    if name[0] - 2 < floor or tokens[name[0] - 1].text != "," or not named:
        return name[0]
    office = _phrase_before(tokens, name[0] - 1, floor, lexicon)
    owned = office is not None and (tokens[office[0]].kind is Kind.DETERMINER or tokens[office[0]].possessive)
    held = office is not None and owned and _whole(tokens, office, floor)
    return office[0] if office is not None and held else name[0]


def _described_noun(tokens: Tokens, end: int, floor: int) -> Range | None:
    """A noun with what describes it, up to a relative clause: "*One driver stuck since dawn*, who …"."""
    start = end
    while start > floor and tokens[start - 1].word and tokens[start - 1].quote is None:
        start -= 1
    verbs = (Kind.AUXILIARY, Kind.THAT, Kind.PRONOUN)
    clause = any(token.kind in verbs or token.forms for token in tokens[start:end])
    opens = start == floor < end and tokens[start].kind in (Kind.DETERMINER, Kind.WORD)
    return (start, end) if opens and not clause else None


def _name_before(tokens: Tokens, start: int, floor: int, lexicon: Lexicon) -> int:
    """The start of a name that a description right behind a comma belongs to: "Ann Lee, the head of it, who …"."""
    if start - 2 < floor or tokens[start - 1].text != "," or not tokens[start - 2].capital:
        return start
    name = _phrase_before(tokens, start - 1, floor, lexicon)
    capital = name is not None and all(t.capital or not t.word for t in tokens[name[0] : name[1]])
    return name[0] if name is not None and capital and _whole(tokens, name, floor) else start


def _gerund(token: Token) -> bool:
    return not token.capital and token.lower.endswith("ing")


def _asked(token: Token, lexicon: Lexicon) -> bool:
    """Whether a participle tells what somebody was asked: "Ann Lee, *asked* about it, said"."""
    if token.capital or not lexicon.speech.nouns_look_like_verbs:
        return False
    return any(form.tense is Tense.PARTICIPLE and form.frames[0].manner == "ask" for form in token.forms)


def _whole(tokens: Tokens, phrase: Range, floor: int) -> bool:
    """Whether nothing but an opening adverb, conjunction or fronted phrase stands before the phrase in its clause."""
    if phrase[0] <= floor:
        return True
    before = tokens[phrase[0] - 1]
    if before.text == ",":
        return not any(t.kind in (Kind.AUXILIARY, Kind.FINITE) for t in tokens[floor : phrase[0]])
    if before.quote is not None or before.text in ":;(" or before.text in DASHES:
        return True
    return before.kind in (Kind.COORDINATOR, Kind.ADVERB, Kind.SUBORDINATOR, Kind.THAT)


def _clause_opens(tokens: Tokens, at: int, floor: int, lexicon: Lexicon) -> bool:
    """Whether a word opens a clause whose subject follows: "it came *after* the Herald, citing sources, reported", not
    "stuck *since* dawn, …"."""
    token, first = tokens[at], tokens[at + 1]
    named = first.capital or first.kind is Kind.DETERMINER
    return at > floor and named and token.kind is Kind.PREPOSITION and token.lower in lexicon.sets["subordinators"]


def _phrase_before(tokens: Tokens, end: int, floor: int, lexicon: Lexicon) -> Range | None:
    end = _timeless(tokens, end, floor, lexicon)
    at = _bracket_start(tokens, end, floor)
    while at > floor and not _bounds(tokens, at - 1, end, lexicon):
        at -= 1
    start = _stripped(tokens, at, end, lexicon)
    if start >= end or not any(t.word for t in tokens[start:end]):
        return None
    head = tokens[end - 1]
    if lexicon.speech.nouns_capital and not any(t.capital or t.text[0].isdigit() for t in tokens[start:end]):
        return None
    if _verb_opens(tokens, start, end, lexicon):
        return None
    if tokens[start].lower in lexicon.sets["pointing"] and not _speaks(head, end == start + 1, lexicon):
        return None  # "*This practice* underscores …" is the writer's own view
    alone = head.kind is Kind.DETERMINER and _stands_alone(head, lexicon)
    if alone and lexicon.speech.nouns_look_like_verbs and tokens[end - 2].kind is Kind.WORD:
        start = end - 1  # "a strategy *some* believe"
    alone = alone and end == start + 1
    alone = alone or (end > start + 1 and counted(tokens, end, lexicon))
    if head.kind in (Kind.DETERMINER, Kind.PREPOSITION, Kind.THAT, Kind.SUBORDINATOR) and not (head.capital or alone):
        return None
    return (start, end)


def _verb_opens(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the words are a verb with its object: "*disliked the gatherings*", "was *lacking the usual* boasts"."""
    first = tokens[start]
    if not lexicon.speech.nouns_look_like_verbs or first.capital or start + 1 >= end:
        return False
    after = tokens[start + 1].kind in (Kind.DETERMINER, Kind.PREPOSITION, Kind.ADVERB)
    return after and start > 0 and first.kind is Kind.WORD and first.lower.endswith(("ed", "ing"))


def _speaks(head: Token, alone: bool, lexicon: Lexicon) -> bool:
    """Whether what a demonstrative points at can tell something: a document, a person."""
    people = ("unnamed_nouns", "collective_nouns", "titles")
    if head.lower in lexicon.sets["data_nouns"] or lexicon.speech.order is Order.V2:
        return not alone or head.lower in lexicon.sets["data_nouns"]
    return not alone and (head.capital or any(head.lower in lexicon.sets[name] for name in people))


def _stands_alone(word: Token, lexicon: Lexicon) -> bool:
    """Whether a determiner names people without a noun: "*one* told the Post", "*many* said"."""
    return word.lower in lexicon.sets["collective_nouns"] or word.lower in lexicon.sets["unnamed_nouns"]


def _bracket_start(tokens: Tokens, end: int, floor: int) -> int:
    """The start of a short bracket that ends the phrase: "Ann Lee (D-Va.)"."""
    if end > floor and tokens[end - 1].text == ")":
        for at in range(end - 2, max(floor, end - 9), -1):
            if tokens[at].text == "(":
                return at
    return end


def _timeless(tokens: Tokens, end: int, floor: int, lexicon: Lexicon) -> int:
    """The end without "on Monday", "this week", "Thursday" behind the name."""
    at = end
    if tokens[at - 1].lower in lexicon.sets["auxiliary_names"] and tokens[at - 2].capital:
        return end  # "Theresa *May*"
    while at - 1 > floor and (tokens[at - 1].lower in lexicon.sets["weekdays"] or tokens[at - 1].text.isdigit()):
        at -= 1
    if at == end or at - 1 <= floor:
        return end
    while at - 1 > floor and (
        tokens[at - 1].lower in lexicon.sets["time_openers"] or tokens[at - 1].kind is Kind.PREPOSITION
    ):
        at -= 1
    return at


def _bounds(tokens: Tokens, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the noun phrase that ends at `end` cannot reach over token `at`."""
    token = tokens[at]
    if token.quote is not None:
        return not (_inside_name(tokens, at, end) or name_in_marks(tokens, at, lexicon))
    if token.kind in (Kind.AUXILIARY, Kind.FINITE, Kind.THAT, Kind.SUBORDINATOR):
        return True
    if token.lower in lexicon.sets["subordinators"] and token.kind is Kind.PREPOSITION and at > 0:
        return True  # "8% after the retailer warned"
    if token.text in BREAK or token.text in "(":
        return True
    if token.text == ",":
        return not _lists(tokens, at, end)
    if token.kind is Kind.PRONOUN:
        return not points(tokens, at, lexicon)
    if token.lower in lexicon.sets["attached"] and (
        _gerund(tokens[min(end, len(tokens) - 1)]) or _verb_in_clause(tokens, at, lexicon)
    ):
        return True  # "with Kirby saying", "financed with", but not "an official with knowledge of it"
    if token.kind is Kind.COORDINATOR:
        return not joins_names(tokens, at, end, lexicon)
    plural = at + 1 == end and at > 0 and token.lower in lexicon.sets["mostly_nouns"] and token.lower.endswith("s")
    return bool(token.forms) and not plural and _verb_like(tokens, at, lexicon)  # "biofuels *advocates* say"


def _inside_name(tokens: Tokens, at: int, end: int) -> bool:
    """Whether short quoted words belong to the phrase: 'the "Today" show'."""
    token = tokens[at]
    spoken = token.text.rstrip("\"”'’»")[-1:] in ",.?!"
    return at + 1 < end and at > 0 and tokens[at - 1].kind is Kind.DETERMINER and not spoken


def _verb_like(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    before = tokens[at - 1] if at else None
    if before is not None and (before.kind in (Kind.DETERMINER, Kind.PREPOSITION) or before.possessive):
        return False
    if tokens[at].lower in lexicon.sets["mostly_nouns"] and tokens[at + 1].lower in lexicon.sets["such_as"]:
        return False  # "*details of* his history"
    tenses = {form.tense for form in tokens[at].forms}
    if Tense.GERUND in tenses:
        return before is not None and before.text == ","
    after = tokens[at + 1]
    return Tense.FINITE in tenses and not tokens[at].capital and after.lower not in lexicon.sets["agents"]


def _lists(tokens: Tokens, at: int, end: int) -> bool:
    """A comma inside "A, B and C": an `and` follows before the verb, and capitals stand on both sides."""
    return (
        at > 0
        and tokens[at - 1].capital
        and tokens[at + 1].capital
        and any(t.kind is Kind.COORDINATOR for t in tokens[at + 1 : end])
    )


def joins_names(tokens: Tokens, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a coordinator joins nouns of one phrase, not two clauses."""
    if at == 0 or at + 1 >= end:
        return False
    left, right = tokens[at - 1], tokens[at + 1]
    if left.text == "," or not left.word or tokens[at].capital:
        return False
    if lexicon.speech.nouns_capital and right.kind is Kind.DETERMINER and left.capital:
        return end < len(tokens) and tokens[end].lower.endswith("en") and only_nouns(tokens, at)
    if left.kind in (Kind.AUXILIARY, Kind.ADVERB, Kind.PRONOUN) or right.kind in (Kind.DETERMINER, Kind.PRONOUN):
        return False
    return left.capital == right.capital or not _verb_in_clause(tokens, at, lexicon)


def _verb_in_clause(tokens: Tokens, end: int, lexicon: Lexicon) -> bool:
    """Whether a finite verb stands between the clause's start and token `end`."""
    for at in range(end - 1, max(-1, end - 15), -1):
        token = tokens[at]
        if token.quote is not None or token.text in ",;:–—":
            return False
        if token.kind in (Kind.AUXILIARY, Kind.FINITE) or token.lower.endswith("ed"):
            return True
        if token.forms and _verb_like(tokens, at, lexicon):
            return True
    return False


def _stripped(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> int:
    """The start without what only opens the sentence: "But", "Later", "In a statement"."""
    while start < end:
        token = tokens[start]
        if token.kind in (Kind.COORDINATOR, Kind.ADVERB) or token.text in ",()•*" or token.lower in ("so", "then"):
            start += 1
        elif token.lower in lexicon.sets["approximate"] and start + 1 < end and _number(tokens[start + 1], lexicon):
            break
        elif token.kind is Kind.PREPOSITION:
            behind = _after_fronted(tokens, start, end, lexicon)
            clause = behind == end and token.lower in lexicon.sets["subordinators"] and start + 1 < end
            start = start + 1 if clause else behind  # "After *Ann Lee* suggested"
        elif lexicon.among(token.lower, "weekdays") and start + 1 < end:
            start += 1
        elif token.lower in lexicon.sets["time_openers"] and _time_opens(tokens, start, end, lexicon):
            start += 2
        else:
            break
    return start


def _number(token: Token, lexicon: Lexicon) -> bool:
    return token.text[0].isdigit() or token.lower in lexicon.sets["numbers"]


def _time_opens(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a time without a comma stands in front of the subject: "*Last week* the minister told MPs"."""
    return start + 2 < end and tokens[start + 1].lower in lexicon.sets["weekdays"] and not tokens[start + 1].possessive


def _after_fronted(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> int:
    """Where the subject begins behind a fronted phrase that no comma closes."""
    seen_noun = False
    for at in range(start + 1, end):
        token = tokens[at]
        fresh = token.kind is Kind.DETERMINER or (token.capital and not tokens[at - 1].capital)
        linked = tokens[at - 1].kind is Kind.PREPOSITION or tokens[at - 1].kind is Kind.DETERMINER
        if seen_noun and fresh and not linked and not lexicon.among(tokens[at - 1].lower, "titles"):
            return at
        if token.kind is Kind.WORD and not token.possessive:
            seen_noun = True
    return end


def leading_name(tokens: Tokens) -> Range | None:
    """A name of several words that opens the sentence, whose verb no table lists: "*Brightwell Foods* cut its forecast,
    blaming …"."""
    end = next((at for at, token in enumerate(tokens) if not (token.capital and token.word)), 0)
    return (0, end) if end > 1 and tokens[0].kind is Kind.WORD and tokens[end].word else None
