"""The stage: parties of each source, linked across sources into actors."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.offices import organisations
from secondsource.model.group import Actor, Group
from secondsource.model.judgement import Judgement
from secondsource.model.keys import content_id
from secondsource.model.link import Feature, Link, LinkKind
from secondsource.model.mark import ActorKind, Mark, Mention, MentionForm
from secondsource.model.pile import Matched, Pile
from secondsource.stage.grouping import Pair, components, pairs_of

from .across import across_kinds, by_head, owned, translated
from .compare import Comparison, compare
from .decide import apart, holder, is_same
from .group import actors
from .keys import Party, blocks, noun_blocks, office_blocks, parties, with_one_body, word_blocks
from .matter import Matters, matters
from .near import bodies, holders, namesakes, organs, surnames

_NAMED = frozenset({MentionForm.NAME, MentionForm.TITLE})
Keys = Callable[[Party], tuple[str, ...]]


class MatchActors(Struct, frozen=True):
    """Finds the actors of a pile."""

    name: str = "actors"
    needs: tuple[type[Mark] | type[Group], ...] = (Mention,)
    gives: tuple[type[Group], ...] = (Actor,)

    def match(self, pile: Pile, judgements: tuple[Judgement, ...]) -> Matched:
        """Links between the first mentions of parties, and the actors they make."""
        found = with_one_body([p for marked in pile.documents for p in parties(marked)])
        links = _links(found, matters(pile, found))
        return Matched(links=tuple(sorted(links, key=lambda link: link.id)), groups=_grouped(found, links, judgements))


def _grouped(found: Sequence[Party], links: Sequence[Link], judgements: tuple[Judgement, ...]) -> tuple[Actor, ...]:
    """The actors of the linked parties. Mentions are grouped one by one only where a person has judged one."""
    pairs, never = pairs_of(links), apart(found)
    if not judgements:
        by_id = {party.id: party for party in found}
        return actors([[by_id[member] for member in members] for members in components(by_id, pairs, (), never)])
    mentions = [mention for party in found for mention in party.mentions]
    inside = [Pair(2.0, party.id, mention) for party in found for mention in party.mentions if mention != party.id]
    return _cut_actors(components(mentions, [*inside, *pairs], judgements, never), found)


class _Sorted(Struct, frozen=True):
    """Parties by what their source says of them."""

    named: list[Party]
    lone: list[Party]
    words: list[Party]
    described: list[Party]
    titled: list[Party]

    @property
    def waiting(self) -> tuple[Party, ...]:
        """Those that only a name elsewhere can tell."""
        return (*self.lone, *self.words, *self.described, *self.titled)


def _sorted(found: Sequence[Party]) -> _Sorted:
    by_sort = _Sorted([], [], [], [], [])
    for party in found:
        if party.is_titled:
            by_sort.titled.append(party)
        elif _is_lone(party):
            by_sort.lone.append(party)
        elif _is_word(party):
            by_sort.words.append(party)
        elif party.is_described:
            by_sort.described.append(party)
        else:
            by_sort.named.append(party)
    return by_sort


def _links(found: Sequence[Party], near: Matters) -> list[Link]:
    """Full names first; then family names, first words and titles, each where one actor alone fits; last what only the
    matter tells.

    What is placed in this way is compared with nothing else, so that it never joins two actors.
    """
    sorts = _sorted(found)
    named = sorts.named
    all_compared = _compared(named)
    compared = [comparison for comparison in all_compared if is_same(comparison)]
    compared += namesakes((each for each in all_compared if not is_same(each)), near)
    compared += translated(named, near)
    group_of = _groups(named, compared)
    compared += [*by_head(named, group_of), *across_kinds(named)]
    group_of = _groups(named, compared)
    placed = [
        *_placed(sorts.lone, named, blocks, group_of, Counter(group_of.values())),
        *_placed(sorts.words, named, word_blocks, group_of, {}),
        *_placed(sorts.described, named, noun_blocks, group_of, {}),
        *_placed(sorts.titled, named, office_blocks, group_of, {}),
    ]
    placed += surnames(_left(sorts.words, placed), named, group_of, near)
    placed += holders(_left(sorts.titled, placed), named, group_of, near)
    rest = _left(sorts.waiting, placed)
    compared += [comparison for comparison in _compared(rest) if is_same(comparison)]
    bare = [party for party in found if party.form is MentionForm.TITLE and not blocks(party)]
    proper = [party for party in named if party.form is MentionForm.NAME]
    placed += organs(_left(bare, placed), proper, group_of, near)
    compared += bodies(_left(bare, placed), near)
    compared += owned((*named, *_left((*sorts.words, *sorts.lone), placed)), near)
    return [_link(comparison) for comparison in (*compared, *placed)]


def _left(waiting: Iterable[Party], placed: Iterable[Comparison]) -> list[Party]:
    """Those that nothing has placed yet."""
    settled = {comparison.left.id for comparison in placed}
    return [party for party in waiting if party.id not in settled]


def _is_lone(party: Party) -> bool:
    return party.kind is ActorKind.PERSON and bool(party.family) and not party.given


def _is_word(party: Party) -> bool:
    """An organisation by one word that no table knows."""
    name = party.name
    plainly = len(name) > 3 and " " not in name and not name.isupper() and name not in organisations()
    bare = party.form is MentionForm.TITLE and name in party.aliases
    return party.kind is ActorKind.ORGANISATION and plainly and party.form in _NAMED and not bare


def _compared(found: Sequence[Party]) -> list[Comparison]:
    """Pairs that share a key. Parties alike in all that is compared stand for each other: no block is squared."""
    pairs: list[Comparison] = []
    alike: dict[tuple[object, ...], Party] = {}
    distinct: list[Party] = []
    for party in found:
        signature = (party.kind, party.name, party.country, party.offices, party.form, _abbreviations(party))
        first = alike.setdefault(signature, party)
        if first is party:
            distinct.append(party)
        elif blocks(party):
            pairs.append(compare(first, party))
    by_key: dict[str, list[Party]] = {}
    for party in distinct:
        for key in blocks(party):
            by_key.setdefault(key, []).append(party)
    done: set[tuple[str, str]] = set()
    for block in by_key.values():
        for at, left in enumerate(block):
            for right in block[at + 1 :]:
                if (left.id, right.id) not in done:
                    done.add((left.id, right.id))
                    pairs.append(compare(left, right))
    return pairs


def _abbreviations(party: Party) -> tuple[str, ...]:
    return tuple(sorted(alias for alias in party.aliases if alias.isupper()))


def _groups(named: Sequence[Party], made: Sequence[Comparison]) -> dict[str, str]:
    pairs = (Pair(c.score, c.left.id, c.right.id) for c in made)
    return {member: group[0] for group in components((p.id for p in named), pairs) for member in group}


def _placed(
    waiting: Sequence[Party], named: Sequence[Party], keys: Keys, group_of: dict[str, str], sizes: dict[str, int]
) -> list[Comparison]:
    """Each waiting party with the one it can only mean."""
    wanted = {key for party in waiting for key in keys(party)}
    kinds = {party.kind for party in waiting}
    by_key: dict[str, list[Party]] = {}
    for party in named:
        for key in keys(party) if party.kind in kinds else ():
            if key in wanted:
                by_key.setdefault(key, []).append(party)
    distinct = {key: _distinct(parties, group_of) for key, parties in by_key.items()}
    found = []
    for party in waiting:
        fitting = {p.id: p for key in keys(party) for p in distinct.get(key, ())}
        found.append(holder(party, (fitting[key] for key in sorted(fitting)), group_of, sizes))
    return [comparison for comparison in found if comparison is not None]


def _distinct(found: Sequence[Party], group_of: dict[str, str]) -> list[Party]:
    """Of the parties of one actor that are alike in all that is compared the first: the others would tell the same. A
    large pile has few of them."""
    first: dict[tuple[object, ...], Party] = {}
    for party in sorted(found, key=attrgetter("id")):
        first.setdefault((group_of[party.id], *party.face), party)
    return list(first.values())


def _link(comparison: Comparison) -> Link:
    left, right = sorted((comparison.left.id, comparison.right.id))
    features = comparison.features
    if left != comparison.left.id:
        features = tuple(Feature(f.name, f.value, f.weight, f.right, f.left) for f in features)
    return Link(
        id=content_id("link", LinkKind.ACTOR, left, right),
        kind=LinkKind.ACTOR,
        left=left,
        right=right,
        relation="same",
        score=round(comparison.score, 4),
        features=features,
    )


def _cut_actors(groups: Iterable[tuple[str, ...]], found: Sequence[Party]) -> tuple[Actor, ...]:
    party_of = {mention: party for party in found for mention in party.mentions}
    return actors([_cut(list({party_of[m].id: party_of[m] for m in members}.values()), members) for members in groups])


def _cut(found: Sequence[Party], members: Sequence[str]) -> list[Party]:
    """The parties with only those mentions that the group has: a judgement may take one mention out."""
    kept = set(members)
    return [replace(party, mentions=tuple(m for m in party.mentions if m in kept)) for party in found]
