"""The marker of deeds."""

import re
from bisect import bisect_left, bisect_right
from functools import cache, cached_property

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.deeds import Deeds, lexicon
from secondsource.language.names import plural_stand_ins
from secondsource.model.document import Document
from secondsource.model.keys import content_id
from secondsource.model.mark import Action, ActorKind, Mark, Mention, MentionForm, Moment, Realis, Statement
from secondsource.model.pile import Marks
from secondsource.model.span import Span
from secondsource.stage.contract import Marked
from secondsource.text.remembered import Remembered
from secondsource.text.sentences import sentences

from .attributes import attribute_behind, mention_of
from .custody import CODES, Held, held_in, words_in
from .find import Named, Told, deeds_in
from .look_alikes import PLAYED

_SITES = (ActorKind.PLACE, ActorKind.STATE)
"""Kinds of parties that may be no more than where something happens."""
_NAMES = (MentionForm.NAME, MentionForm.SURNAME)
_AGAINST = frozenset({"REJECT", "ASSAULT", "COERCE", "SANCTION", "THREATEN"})
"""Types that are not done to those for whom their object is."""
_MET = frozenset({"CONSULT", "COOPERATE", "RETREAT", "MOBILIZE"})
"""More types whose words sport and shows use: host, sell, return."""
_PASTIME, _PASTIMES = 6, 0.02
"""Words of sport and shows, and their share of all, that make a text one about them."""
_GAME = 3
"""Words of games that make a text one about a game."""
_WORD = re.compile(r"[^\W\d_][\w-]*")


class MarkActions(Struct, frozen=True):
    """Marks who did what to whom, in reported passages, where the lexicon knows the deed and a party is named."""

    @property
    def name(self) -> str:
        """Its name in the plan."""
        return "actions"

    @property
    def needs(self) -> tuple[type[Mark], ...]:
        """Parties, times and statements."""
        return (Mention, Moment, Statement)

    @property
    def gives(self) -> tuple[type[Mark], ...]:
        """Actions, and the states that an attribute of what was done alone names."""
        return (Action, Mention)

    def mark(self, document: Document, marks: Marks) -> Marked:
        """The actions of the document, in order of place; none for a language without a lexicon of deeds."""
        language = document.language or "en"
        known = lexicon(language)
        if known is None:
            return Marked()
        found: list[Action] = []
        scene = _Scene(document, marks, known.table, language)
        custody = words_in(document.text, language)
        for passage in document.reported.spans:
            cut = passage.cut(document.text)
            held = any(map(cut.__contains__, custody))
            if not held and not scene.mentions_in(passage):
                continue
            for one in sentences(cut, language):
                sentence = one.shifted(passage.start)
                told = _of_sentence(scene, sentence)
                found.extend(_joined(scene, sentence, told) if held else told)
        used = {action.target_mention for action in found}
        return Marked((*found, *(state for state in scene.states if state.id in used)))


class _Scene:
    """The marks of a document, ready to be looked up by place."""

    def __init__(self, document: Document, marks: Marks, table: Deeds, language: str) -> None:
        self.text, self.table, self.language = document.text, table, language
        self.plural = plural_stand_ins(language)
        self.states: list[Mention] = []
        """States that an attribute alone names, where a deed is done to them."""
        self.source = document.id
        self.mentions = [one for one in marks.of(Mention) if one.kind is not ActorKind.DATA_SOURCE]
        self.starts = [mention.start for mention in self.mentions]
        self.by_id = {mention.id: mention for mention in self.mentions}
        self.moments = marks.of(Moment)
        self.moment_starts = [moment.start for moment in self.moments]
        self.statements = marks.of(Statement)
        self.statement_starts = [statement.start for statement in self.statements]

    @cached_property
    def is_of_game(self) -> bool:
        """Whether the text tells of a game, where nobody is really attacked, sacked or released."""
        return sum(map(_counts(self.table.sports).__getitem__, self._leisure)) >= _GAME

    @cached_property
    def is_of_pastime(self) -> bool:
        """Whether the text is full of words of sport and shows."""
        found = sum(map(_counts(self.table.pastimes).__getitem__, self._leisure))
        return found >= _PASTIME and found >= _PASTIMES * (self.text.count(" ") + 1)

    @cached_property
    def _leisure(self) -> list[str]:
        """The pieces of the text between two spaces with words of games or pastimes, looked up once for both."""
        return list(filter(_counts(self.table.leisure).__getitem__, self.text.split(" ")))

    def mentions_in(self, span: Span) -> list[Mention]:
        """The mentions wholly inside."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return [mention for mention in self.mentions[first:last] if mention.end <= span.end]

    def moment_of(self, sentence: Span, deed: Span) -> str | None:
        """The moment of the sentence that stands nearest to the deed."""
        first, last = bisect_left(self.moment_starts, sentence.start), bisect_left(self.moment_starts, sentence.end)
        near = min(
            self.moments[first:last],
            key=lambda moment: (max(moment.start - deed.end, deed.start - moment.end, 0), moment.start),
            default=None,
        )
        return near.id if near else None

    def statement_at(self, span: Span) -> Statement | None:
        """The innermost statement whose words hold these characters."""
        before = self.statements[: bisect_right(self.statement_starts, span.start)]
        enclosing = [one for one in before if span.end <= one.end]
        around = [one for one in enclosing if any(part.covers(span) for part in one.spans)]
        return min(around, key=lambda one: (one.end - one.start, one.id), default=None)


@cache
def _counts(known: frozenset[str]) -> Remembered[int]:
    """How many of some words each piece of a text holds."""
    return Remembered(lambda piece: sum(map(known.__contains__, map(str.lower, _WORD.findall(piece)))))


def _of_sentence(scene: _Scene, sentence: Span) -> list[Action]:
    mentions = scene.mentions_in(sentence)
    if not mentions:
        return []
    named = (Named(one.span, one.id, one.kind is ActorKind.PERSON, one.kind in _SITES) for one in mentions)
    found: dict[tuple[object, ...], Action] = {}
    for found_here in deeds_in(scene.text, sentence, named, scene.language):
        told = _with_attribute(scene, sentence, found_here)
        if not _sure(told) or (told.code in PLAYED and scene.is_of_game):
            continue
        if told.weight == 1 and told.code in PLAYED | _MET and scene.is_of_pastime:
            continue
        for actor in told.actors or (None,):
            for target in told.targets or (None,):
                if actor and target and scene.by_id[actor].name == scene.by_id[target].name:
                    continue
                action = _action(scene, sentence, told, (actor, target))
                if action.actor is None and action.target is None:
                    continue
                if (
                    _is_vague(scene, action)
                    or _is_forecast(scene, action)
                    or (told.mode == "visit" and not _is_journey(scene, action))
                ):
                    continue
                found.setdefault((told.span, told.code, action.actor, action.target), action)
    return list(found.values())


def _is_vague(scene: _Scene, action: Action) -> bool:
    """Whether nobody can tell whose deed it is: "some said", "they" for people without a name."""
    actor = scene.by_id[action.actor_mention] if action.actor_mention is not None else None
    if actor is None or actor.text.casefold() not in scene.plural:
        return False
    return actor.name.islower() or actor.text == actor.name


def _is_forecast(scene: _Scene, action: Action) -> bool:
    """Whether a warning tells what somebody expects and threatens nobody: "analysts warn that"."""
    if action.code != "THREATEN" or action.actor_mention is None or not scene.table.foreseers:
        return False
    words = scene.by_id[action.actor_mention].text.casefold().split()
    return not scene.table.foreseers.isdisjoint(words)


def _is_journey(scene: _Scene, action: Action) -> bool:
    """Whether somebody who is named calls on a named party or place: not "she went to a club"."""
    parties = [scene.by_id[key] for key in (action.actor_mention, action.target_mention) if key is not None]
    return all(one.kind in _SITES or _has_name(one) or one.form is MentionForm.TITLE for one in parties)


def _with_attribute(scene: _Scene, sentence: Span, told: Told) -> Told:
    """A deed without a target, done to the state that its object is called after."""
    attribute = attribute_behind(scene.text, sentence, told, scene.language, scene.table)
    if attribute is None or any(attribute.span.touches(one.span) for one in scene.mentions_in(sentence)):
        return told
    state = mention_of(attribute, scene.text, scene.source, scene.language)
    scene.by_id[state.id] = state
    scene.states.append(state)
    return replace(told, targets=(state.id,))


def _is_named(scene: _Scene, held: Held) -> bool:
    """Whether the words for the people hold a name: "the singer Ana Lima"."""
    inside = (one for one in scene.mentions_in(held.people) if one.kind not in _SITES)
    return any(_has_name(one) for one in inside)


def _has_name(mention: Mention) -> bool:
    """Whether a mention names somebody, or stands for somebody whom the page names elsewhere: "the president"."""
    if mention.form in (MentionForm.UNNAMED, MentionForm.COLLECTIVE):
        return False
    return mention.form in _NAMES or mention.name.casefold() != mention.text.casefold()


def _joined(scene: _Scene, sentence: Span, told: list[Action]) -> list[Action]:
    """The deeds of a sentence with those done to unnamed people, each in the place of the one that tells no more of it
    than its doer."""
    found = list(told)
    held = [one for one in held_in(scene.text, sentence, scene.language) if not _is_named(scene, one)]
    for one in held:
        same = [action for action in found if _tells_no_more(scene, action, one)]
        doers = dict.fromkeys(action.actor_mention for action in same) or {None: None}
        found = [action for action in found if action not in same]
        found += [_held(scene, sentence, one, doer) for doer in doers]
    return found if not held else sorted(found, key=lambda action: (action.start, action.end, action.id))


def _tells_no_more(scene: _Scene, action: Action, held: Held) -> bool:
    """Whether an action is this deed, and names nobody whom it befell."""
    target = scene.by_id[action.target_mention] if action.target_mention else None
    unnamed = target is None or (not _has_name(target) and held.people.touches(target.span))
    return unnamed and action.code == CODES[held.kind] and action.span.touches(held.verb)


def _held(scene: _Scene, sentence: Span, held: Held, doer: str | None) -> Action:
    """A deed done to people without a name: `target` has their words and no mention, `mode` how many there are."""
    actor = scene.by_id[doer] if doer else None
    spans = [held.verb, held.people, *([actor.span] if actor else [])]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    statement = scene.statement_at(held.verb)
    code, people = CODES[held.kind], held.people.cut(scene.text)
    return Action(
        id=content_id("action", scene.source, start, end, held.verb.start, code, held.kind, held.count),
        source=scene.source,
        start=start,
        end=end,
        text=scene.text[start:end],
        code=code,
        mode=f"{held.kind} {held.count}",
        actor=actor.name if actor else None,
        actor_mention=doer,
        target=people,
        target_mention=None,
        realis=Realis.ASSERTED if statement is None else Realis.ALLEGED,
        statement=statement.id if statement else None,
        when=scene.moment_of(sentence, held.verb),
        where=None,
    )


def _sure(told: Told) -> bool:
    """Whether enough is told to call it a deed: both parties; or its doer and what he does; or whom it was done to,
    where somebody must have done it."""
    both = bool(told.actors and told.targets)
    suffered = told.passive and bool(told.targets) and not told.mishap
    if told.noun or told.weak:
        return (both and (told.direct or told.passive)) or (suffered and told.suffers)
    return both or (bool(told.actors) and told.aimed) or suffered


def _action(scene: _Scene, sentence: Span, told: Told, parties: tuple[str | None, str | None]) -> Action:
    actor, target = (scene.by_id[key] if key else None for key in parties)
    where = _where(scene, sentence, told, parties)
    if actor is not None and _stands_in(scene, actor):
        actor = None
    arrives = told.span.cut(scene.text).casefold().split()[-1] in scene.table.places  # "arrived in Velmond"
    if target is not None and not arrives and _stands_in(scene, target):
        where, target = target.name, None
    if target is not None and told.code == "ACCUSE" and _stands_behind(scene, target, scene.table.concerns):
        target = None  # "denounced support for Russia" blames the one who gives it
    if target is not None and told.code in _AGAINST and _stands_behind(scene, target, scene.table.gains):
        target = None  # "rejected a levy for shareholders"
    spans = [told.span, *(one.span for one in (actor, target) if one)]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    statement = scene.statement_at(told.span)
    realis = told.realis
    if statement is not None and realis is Realis.ASSERTED:
        realis = Realis.DENIED if statement.negated else Realis.ALLEGED
    names = (actor.name if actor else None, target.name if target else None)
    return Action(
        id=content_id("action", scene.source, start, end, told.span.start, told.code, *names),
        source=scene.source,
        start=start,
        end=end,
        text=scene.text[start:end],
        code=told.code,
        mode=told.mode,
        actor=names[0],
        actor_mention=actor.id if actor else None,
        target=names[1],
        target_mention=target.id if target else None,
        realis=realis,
        statement=statement.id if statement else None,
        when=scene.moment_of(sentence, told.span),
        where=where,
    )


def _stands_in(scene: _Scene, mention: Mention) -> bool:
    """Whether the mention is only the place: "in Lucerne"."""
    place = mention.kind in _SITES
    return place and _stands_behind(scene, mention, scene.table.places)


def _stands_behind(scene: _Scene, mention: Mention, prepositions: frozenset[str]) -> bool:
    before = [word.casefold() for word in scene.text[max(0, mention.start - 16) : mention.start].split()]
    while before and before[-1] in scene.table.articles:
        before.pop()
    return bool(before) and before[-1] in prepositions


def _where(scene: _Scene, sentence: Span, told: Told, parties: tuple[str | None, str | None]) -> str | None:
    """The place named behind the deed with "in" or "at" before it."""
    for mention in scene.mentions_in(Span(told.span.end, sentence.end)):
        before = scene.text[max(0, mention.start - 4) : mention.start].split()
        near = mention.start - told.span.end < 80 and mention.kind in _SITES
        if near and mention.id not in parties and before and before[-1] in scene.table.places:
            return mention.name
    return None
