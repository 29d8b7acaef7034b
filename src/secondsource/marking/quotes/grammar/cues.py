"""Verbs and phrases that report: which words of a sentence are one, and in what mode."""

from secondsource.language.speech.lexicon import Form, Kind, Lexicon
from secondsource.language.speech.table import Order, Takes, Tense

from .cue import Cue, Mode
from .nouns import as_thought, called_by, gerund_reports, is_noun, nominal_cues, parted, passive_last, perfect_last
from .own import viewer_end
from .words import Token, link_before, stands, titled

Tokens = tuple[Token, ...]

_BRACKET = 30
"""Words within which an auxiliary stands in front of its participle."""
_INFINITIVE = (Tense.BASE, Tense.FINITE)
"""Tenses under which an infinitive is listed: it may be a plural too."""
_TOLD = 5
"""Words within which the verb stands by which one has learnt something from a source."""
_POLL_WORDS = 25
"""Words within which the phrase that names a poll ends."""


def cues(tokens: Tokens, lexicon: Lexicon) -> list[Cue]:
    """All cues of a sentence, in order."""
    likely = [index for index, token in enumerate(tokens) if token.hints]
    found: list[Cue] = nominal_cues(tokens, lexicon)
    if not likely:
        return found or _polled(tokens, lexicon)
    banned = _banned(tokens, likely, lexicon)
    heading = not lexicon.speech.nouns_capital and _is_heading(tokens, likely)
    for index in likely:
        if index in banned or (found and any(_covers(one, tokens, index) for one in found)):
            continue
        token = tokens[index]
        cue = _worded(tokens, index, lexicon) if token.opens else None
        noun = index == 0 and token.capital and lexicon.speech.nouns_capital and _noun_first(tokens)
        if cue is None and token.forms and not noun and (heading or not token.capital or index == 0):
            cue = _verbal(tokens, index, lexicon)
        if cue is not None:
            found.append(cue)
    return sorted(found, key=lambda cue: cue.start) or _polled(tokens, lexicon)


def _is_heading(tokens: Tokens, likely: list[int]) -> bool:
    """Whether a sentence is a headline with capitals throughout, its likely cues as well."""
    capital = False
    for index in likely:
        if tokens[index].capital:
            capital = True
        elif any(form.tense is Tense.FINITE for form in tokens[index].forms):
            return False
    return capital and titled(tokens)


def _noun_first(tokens: Tokens) -> bool:
    """Whether a capital word that opens a sentence is a noun: "*Angriff* auf die Botschaft"."""
    return len(tokens) > 1 and tokens[1].kind in (Kind.PREPOSITION, Kind.DETERMINER)


def _covers(cue: Cue, tokens: Tokens, index: int) -> bool:
    """Whether the word belongs to a cue before it: inside its group, or its particle."""
    particle = cue.form.particle if cue.form is not None else None
    return cue.start <= index < cue.end or (index > cue.end and tokens[index].lower == particle)


def _polled(tokens: Tokens, lexicon: Lexicon) -> list[Cue]:
    """ "In a Gallup poll, 60% said …": a poll or survey named first, where nothing else in the sentence reports."""
    if tokens[0].lower not in lexicon.sets["poll_openers"]:
        return []
    comma = next((i for i, token in enumerate(tokens[:_POLL_WORDS]) if token.text == ","), None)
    if comma is None or not any(token.lower in lexicon.sets["poll_nouns"] for token in tokens[1:comma]):
        return []
    return [Cue(0, 0, 1, Mode.ACCORDING, inner=(1, comma))]


def _worded(tokens: Tokens, index: int, lexicon: Lexicon) -> Cue | None:
    """A phrase or preposition that names a source, in front of it or behind it."""
    if tokens[index].lower in lexicon.sets["source_openers"] and _bare_source(tokens, index, lexicon):
        return Cue(index, index, index + 1, Mode.ACCORDING)
    opens = index == 0 or tokens[index - 1].text == ":"
    if opens and tokens[index].lower in lexicon.sets["view_openers"] and lexicon.speech.order is Order.SVO:
        comma = index + viewer_end(tokens[index:], lexicon)
        return Cue(index, index, index + 1, Mode.ACCORDING, inner=(index + 1, comma)) if comma > index else None
    held = tokens[index].lower in lexicon.sets["view_openers"] and 0 < index < len(tokens) - 2
    if held and tokens[index - 1].text == "," and tokens[index + 1].lower in lexicon.sets["relatives"]:
        return Cue(index, index, index + 2, Mode.ACCORDING, inner=(index + 1, index + 2))  # "dit Ann Lee, pour qui …"
    phrase = _phrase(tokens, index, lexicon)
    if phrase or _source_noun(tokens, index, lexicon):
        return Cue(index, index, index + (phrase or 1), Mode.ACCORDING)
    if index and _behind_source(tokens, index, lexicon):
        return Cue(index, index, index + 1, Mode.ACCORDING, inner=(index, index))
    return None


def _bare_source(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a preposition at the head of its clause brings in a source without an article: "*De* source proche …"."""
    near = tokens[max(0, index - _TOLD) : index]
    told = any(token.lower in lexicon.sets["learnt"] for token in near)
    opens = index == 0 or not tokens[index - 1].word or told  # "a-t-on *appris* jeudi de source syndicale"
    return opens and index + 1 < len(tokens) and tokens[index + 1].lower in lexicon.sets["source_nouns"]


def _phrase(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    before = tokens[index - 1] if index else None
    fixed = lexicon.speech.order is Order.SVO and before is not None
    if fixed and before is not None and before.kind in (Kind.DETERMINER, Kind.PREPOSITION):
        return 0  # Italian "al secondo piano"
    if tokens[index].lower in lexicon.sets["according_tail"]:
        behind = before is not None and (before.quote is not None or before.text in ",–")
        named = index + 1 < len(tokens) and (_names(tokens[index + 1], lexicon) or _ends_at(tokens, index + 2))
        return int(behind and named)
    turned = tokens[index].lower in lexicon.sets["as_words"] and index + 1 < len(tokens)
    if turned and any(form.tense is Tense.FINITE for form in tokens[index + 1].forms):
        return 0  # "*según* informó la Junta": the verb is the cue
    for phrase in lexicon.phrases.get(tokens[index].lower, ()):
        if stands(tokens, index, phrase):
            named = len(phrase) > 1 or not tokens[index].forms or _party_follows(tokens, index + 1, lexicon)
            return len(phrase) if named else 0
    return 0


def _party_follows(tokens: Tokens, start: int, lexicon: Lexicon) -> bool:
    """Whether the noun phrase names a source, not a ground: "citing *two officials*", not "citing *traffic*"."""
    sources = ("data_nouns", "collective_nouns", "unnamed_nouns", "hearsay_nouns")
    for at in range(start, min(len(tokens), start + 8)):
        token = tokens[at]
        if not token.word or token.kind is Kind.PREPOSITION:
            return False
        if token.capital or any(token.lower in lexicon.sets[name] for name in sources):
            return True
    return False


def _ends_at(tokens: Tokens, at: int) -> bool:
    """Whether the words right before end the clause, so that a pronoun names the source: "so letztere"."""
    return tokens[at - 1].kind is Kind.PRONOUN and (at >= len(tokens) or not tokens[at].word)


def _names(token: Token, lexicon: Lexicon) -> bool:
    return token.kind is Kind.DETERMINER or token.capital or lexicon.among(token.lower, "titles")


def _behind_source(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a word behind its source stands here: "der Polizei zufolge", "seiner Meinung nach"."""
    token, before = tokens[index], tokens[index - 1]
    if token.lower in lexicon.sets["according_after"]:
        return True
    noun = before.lower.endswith(lexicon.speech.according_nouns) if lexicon.speech.according_nouns else False
    return token.lower in lexicon.sets["according_noun_openers"] and noun


def _source_noun(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a preposition with a noun of saying begins here: "nach Angaben der Polizei"."""
    if tokens[index].lower not in lexicon.sets["according_noun_openers"]:
        return False
    for at in range(index + 1, min(len(tokens), index + 5)):
        token = tokens[at]
        if token.lower.endswith(lexicon.speech.according_nouns):
            return True
        if not token.word or token.kind is Kind.PREPOSITION:
            return False
    return False


def _banned(tokens: Tokens, likely: list[int], lexicon: Lexicon) -> frozenset[int]:
    hit: set[int] = set()
    for index in likely:
        for phrase in lexicon.never_phrases.get(tokens[index].lower, ()):
            if stands(tokens, index, phrase):
                hit.update(range(index, index + len(phrase)))
    return frozenset(hit)


def _verbal(tokens: Tokens, index: int, lexicon: Lexicon) -> Cue | None:
    start = _group_start(tokens, index, lexicon)
    inner = _clitic(tokens, start, lexicon)
    if inner is not None:
        start = _group_start(tokens, inner[0], lexicon)
    chain = [t for t in reversed(tokens[start:index]) if t.kind in (Kind.AUXILIARY, Kind.ADVERB)]
    helpers = [t for t in chain if t.kind is Kind.AUXILIARY]
    if lexicon.speech.order is Order.V2 and as_thought(tokens, index, lexicon):
        return None
    if lexicon.speech.order is Order.V2 and passive_last(tokens, index, lexicon):
        return None  # "die als „Altbau“ *bezeichnet wird*"
    if not helpers and lexicon.speech.order is Order.V2:
        frame, bracketed = _bracket(tokens, index, lexicon)
        if bracketed:
            return frame
    negated = any(lexicon.among(t.lower, "negators") for t in chain)
    while start < index and tokens[start].kind is Kind.ADVERB and tokens[start].capital:
        start += 1  # "Still, he" or "Later Trump said": an adverb that opens the sentence is not of the group
    if not helpers and lexicon.speech.order is Order.V2:
        start = index  # "weil Lee immer wieder *betont* hatte"
    linked = link_before(tokens, start, lexicon) if lexicon.speech.pro_drop else 0
    if linked:  # "*se limitó a* decir"
        plain = next((form for form in tokens[index].forms if form.tense is Tense.BASE), None)
        start -= linked + (tokens[start - linked - 1].lower in lexicon.sets["reflexives"])
        return None if plain is None else Cue(start, index, index + 1, Mode.FINITE, plain, negated, inner)
    mode, form = _mode(tokens, index, start, chain, lexicon)
    return None if mode is None or form is None else Cue(start, index, index + 1, mode, form, negated, inner)


def _group_start(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    start = index
    clitics = lexicon.sets["object_clitics"]
    reflexives = lexicon.sets["reflexives"] if lexicon.speech.order is Order.SVO else frozenset()
    if lexicon.speech.order is Order.V2 and all(form.tense is Tense.FINITE for form in tokens[index].forms):
        return index  # "als es vorbei war, sagte er": a finite verb has no helper in front of it
    while start > 0:
        before = tokens[start - 1]
        clitic = before.lower in clitics and (
            tokens[start].kind is Kind.AUXILIARY or _behind_subject(tokens, start - 1)
        )
        clitic = clitic or before.lower in reflexives
        adverb = before.kind is Kind.ADVERB or before.lower in lexicon.sets["adverbs"]  # "once said"
        if before.kind is Kind.COORDINATOR and start > 1:
            adverb = lexicon.among(tokens[start - 2].lower, "negators")  # "has not *yet* said"
        if not (adverb or before.kind is Kind.AUXILIARY or clitic):
            if not _set_off_adverb(tokens, start):
                break
            start -= 2  # the adverb and its commas
        start -= 1
    return start


def _set_off_adverb(tokens: Tokens, start: int) -> bool:
    """Whether an adverb between commas stands inside a verb group: "does, *however*, expect"."""
    if start < 4 or tokens[start - 1].text != "," or tokens[start - 3].text != ",":
        return False
    return tokens[start - 2].kind is Kind.ADVERB and tokens[start - 4].kind is Kind.AUXILIARY


def _behind_subject(tokens: Tokens, clitic: int) -> bool:
    """Whether a noun or pronoun in front shows that a word is an object, no article: "l'opposition *l'*accuse"."""
    before = tokens[clitic - 1] if clitic else None
    return before is not None and before.word and before.kind in (Kind.WORD, Kind.PRONOUN) and not before.forms


def _clitic(tokens: Tokens, start: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The pronoun between auxiliary and participle, right behind the auxiliary: "a-t-il déclaré"."""
    if not lexicon.speech.pronouns_invert or start < 2 or tokens[start - 1].kind is not Kind.PRONOUN:
        return None
    return (start - 1, start) if tokens[start - 2].kind is Kind.AUXILIARY else None


def _bracket(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[Cue | None, bool]:
    """A participle or infinitive at the end of its clause with the auxiliary far in front: "hat Müller am Montag
    gesagt". The second value: whether there is such an auxiliary, so that the word is no finite verb."""
    form = next((f for f in tokens[index].forms if f.tense is Tense.PARTICIPLE), None)
    plain = next((f for f in tokens[index].forms if f.tense in _INFINITIVE and f.base == tokens[index].lower), None)
    if form is None and plain is None:
        return None, False
    for at in range(index - 1, max(-1, index - _BRACKET), -1):
        token = tokens[at]
        if token.text == "," and form is not None and _perfect_before(tokens, at, lexicon):
            return None, True
        described = token.text == "," and _cited(form, lexicon) and _ends(tokens, index)
        if (token.text in ",;:" and not described) or token.kind is Kind.THAT:
            break
        if token.kind is not Kind.AUXILIARY:
            continue
        has, passive = lexicon.among(token.lower, "have"), lexicon.among(token.lower, "be")
        whole = form if has or (passive and _cited(form, lexicon)) else None
        if not has and not passive:
            after = tokens[index + 1] if index + 1 < len(tokens) else None
            perfect = after is not None and lexicon.among(after.lower, "have")
            whole = form if perfect else plain
        told = _clause_next(tokens, index + 1) or called_by(tokens, at, index, lexicon)
        if whole is None and passive and form is not None and told:
            return Cue(at, index, index + 1, Mode.PASSIVE, form, inner=(at + 1, index)), True
        if whole is None:
            return None, True
        negated = any(lexicon.among(t.lower, "negators") for t in tokens[at:index])
        return Cue(at, index, index + 1, Mode.FINITE, whole, negated, (at + 1, index)), True
    return None, False


def _perfect_before(tokens: Tokens, comma: int, lexicon: Lexicon) -> bool:
    """Whether a perfect ends at a comma, so that a participle goes on with it: "hatten das Tor gestürmt, das Haus
    *attackiert* und …"."""
    last = tokens[comma - 1]
    participle = last.text.islower() and last.kind is Kind.WORD and last.lower.endswith(("t", "en"))
    return participle and any(token.lower in lexicon.sets["have"] for token in tokens[: comma - 1])


def _clause_next(tokens: Tokens, at: int) -> bool:
    """Whether a clause with its conjunction follows: "wurde beschlossen, dass"."""
    return at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].kind is Kind.THAT


def _cited(form: Form | None, lexicon: Lexicon) -> bool:
    """Whether the passive of the verb has the speaker as its subject: "wird … zitiert"."""
    return form is not None and form.base in lexicon.sets["citing"]


def _ends(tokens: Tokens, index: int) -> bool:
    """Whether a word ends its clause: "wird Ann Lee, die Chefin der Bank, *zitiert*"."""
    return index + 1 >= len(tokens) or not (tokens[index + 1].word or tokens[index + 1].quote is not None)


def _by_tense(tokens: Tokens, index: int, lexicon: Lexicon) -> dict[Tense, Form]:
    """The forms a word may be, by tense; one with a separable particle only where the particle stands behind, and then
    before one without."""
    found: dict[Tense, Form] = {}
    whole = not lexicon.speech.nouns_capital or not parted(tokens, index, lexicon)
    for form in sorted(tokens[index].forms, key=lambda form: form.particle is not None):
        plain = form.particle is None and (whole or form.tense is not Tense.FINITE)
        if plain or (form.particle is not None and _has_particle(tokens, index, form.particle, lexicon)):
            found[form.tense] = form
    return found


def _has_particle(tokens: Tokens, index: int, particle: str, lexicon: Lexicon) -> bool:
    """Whether the verb's particle stands behind it: at the end of its clause where the verb stands second, else right
    there."""
    if lexicon.speech.order is Order.SVO:
        clitic = lexicon.speech.pronouns_invert and index + 2 < len(tokens) and tokens[index + 1].kind is Kind.PRONOUN
        return index + 1 < len(tokens) and tokens[index + 1 + clitic].lower == particle  # "fait-*il* savoir"
    for at in range(index + 1, len(tokens)):
        token = tokens[at]
        if token.lower == particle:
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            ends = after is None or after.quote is not None or not after.word
            return ends or after is None or after.kind in (Kind.COORDINATOR, Kind.THAT)
        spoken = token.quote is not None and not tokens[at - 1].word and tokens[at - 1].quote is None
        if token.text in ".;:" or spoken:
            return False
    return False


def _mode(
    tokens: Tokens, index: int, start: int, chain: list[Token], lexicon: Lexicon
) -> tuple[Mode | None, Form | None]:
    by_tense = _by_tense(tokens, index, lexicon)
    before = tokens[start - 1] if start else None
    if before is not None and before.lower in lexicon.sets["infinitive_marks"] and Tense.BASE in by_tense:
        after = tokens[index + 1 : index + 3]
        spoken = bool(after) and (after[0].quote is not None or (after[0].text in ",:" and after[-1].quote is not None))
        linked = spoken or bool(link_before(tokens, start, lexicon))
        return (Mode.INFINITIVE, by_tense[Tense.BASE]) if linked else (None, None)
    helper = next((t.lower for t in chain if t.kind is Kind.AUXILIARY), None)
    if helper is not None:
        reflexive = any(lexicon.among(t.lower, "reflexives") for t in tokens[start:index])
        told = by_tense.get(Tense.PARTICIPLE)
        if told is not None and before is not None and before.lower in lexicon.sets["courts"] and _informs(told):
            return Mode.FINITE, told  # "…, the court *was told*"
        return _with_helper(helper, by_tense, lexicon, reflexive=reflexive)
    if lexicon.speech.order is Order.V2 and Tense.PARTICIPLE in by_tense and perfect_last(tokens, index, lexicon):
        return Mode.FINITE, by_tense[Tense.PARTICIPLE]
    if Tense.FINITE in by_tense or (Tense.BASE in by_tense and not lexicon.speech.pro_drop):
        form = by_tense.get(Tense.FINITE) or by_tense[Tense.BASE]
        if Tense.PARTICIPLE in by_tense and _bare_participle(tokens, index, start, form, lexicon):
            return None, None
        clausal = before is not None and (before.kind is Kind.PRONOUN or before.lower in lexicon.sets["as_words"])
        if not clausal and is_noun(tokens, index, start, form, lexicon):
            return None, None
        return Mode.FINITE, form
    if Tense.GERUND in by_tense:
        if before is not None and before.kind is Kind.PRONOUN and ("'" in before.text or "’" in before.text):
            return Mode.FINITE, by_tense[Tense.GERUND]
        form = by_tense[Tense.GERUND]
        return (Mode.PARTICIPIAL, form) if gerund_reports(tokens, index, start, form, lexicon) else (None, None)
    return None, None


def _informs(form: Form) -> bool:
    return form.can(Takes.PERSON) and form.can(Takes.THAT) and form.frames[0].manner == "say"


def _bare_participle(tokens: Tokens, index: int, start: int, form: Form, lexicon: Lexicon) -> bool:
    """Whether a past form is a participle without its auxiliary: "when *asked* how", "Lee, *asked* why, said"."""
    if not lexicon.speech.nouns_look_like_verbs or start == 0:
        return False
    before = tokens[start - 1]
    named = index + 1 < len(tokens) and tokens[index + 1].work and form.frames[-1].manner == "call"
    if named and start == index and before.kind is Kind.WORD and not before.capital:
        return True  # "a class *called* “Perception”"
    helped = index + 1 < len(tokens) and tokens[index + 1].kind is Kind.AUXILIARY
    if helped and start == index and before.kind is Kind.WORD and not before.capital:
        return True  # "the money *requested* has come"
    if before.kind is Kind.SUBORDINATOR:
        return before.lower not in lexicon.sets["pro_complements"]
    if before.text != "," or start < 2 or not tokens[start - 2].capital or form.frames[0].manner != "ask":
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    inserted = after is not None and (after.kind is Kind.PREPOSITION or after.lower in lexicon.sets["questions"])
    return inserted and not any(token.text == "," for token in tokens[: start - 1])


def _with_helper(
    helper: str, by_tense: dict[Tense, Form], lexicon: Lexicon, *, reflexive: bool
) -> tuple[Mode | None, Form | None]:
    if lexicon.among(helper, "have") and Tense.PARTICIPLE in by_tense:
        return Mode.FINITE, by_tense[Tense.PARTICIPLE]
    if lexicon.among(helper, "be"):
        form = by_tense.get(Tense.PARTICIPLE if reflexive else Tense.GERUND)
        return (Mode.FINITE, form) if form else (None, None)
    if Tense.BASE in by_tense:
        return Mode.FINITE, by_tense[Tense.BASE]
    return None, None
