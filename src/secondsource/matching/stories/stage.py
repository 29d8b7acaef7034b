"""The matcher of stories."""

from msgspec import Struct

from secondsource.model.group import Actor, Event, Group, Story
from secondsource.model.judgement import Judgement
from secondsource.model.keys import content_id
from secondsource.model.link import Link, LinkKind
from secondsource.model.mark import Mark, Mention
from secondsource.model.pile import Matched, Pile
from secondsource.stage.grouping import components

from .compare import Comparison, Vector, compare, vectors
from .decide import candidates, pairs_to_join
from .keys import event_keys, word_counts


class MatchStories(Struct, frozen=True):
    """Chains events into stories by who acts in them and what they are about."""

    @property
    def name(self) -> str:
        """Its name in the plan."""
        return "stories"

    @property
    def needs(self) -> tuple[type[Mark] | type[Group], ...]:
        """Events, and the actors in their reports."""
        return (Mention, Actor, Event)

    @property
    def gives(self) -> tuple[type[Group], ...]:
        """Stories."""
        return (Story,)

    def match(self, pile: Pile, judgements: tuple[Judgement, ...]) -> Matched:
        """Stories of two events or more, and of one event with two sources or more."""
        events = sorted(pile.groups_of(Event), key=lambda event: event.id)
        read = {member: word_counts(pile.document(member)) for event in events for member in event.members}
        weighed = vectors([event_keys(event, pile, read) for event in events])
        compared = [compare(weighed[left], weighed[right]) for left, right in candidates(weighed)]
        joined = pairs_to_join(compared, len(read))
        groups = components([event.id for event in events], [pair for pair, _ in joined], judgements)
        by_id = {event.id: event for event in events}
        order = {one.keys.event: one for one in weighed}
        stories = [
            _story(members, by_id, order)
            for members in groups
            if len(members) > 1 or len(by_id[members[0]].members) > 1
        ]
        return Matched(links=tuple(_link(comparison) for _, comparison in joined), groups=tuple(stories))


def _story(members: tuple[str, ...], events: dict[str, Event], weighed: dict[str, Vector]) -> Story:
    """Named after the event that most reports tell; the later one of two as large."""
    first = max(members, key=lambda event: (len(events[event].members), str(weighed[event].keys.latest or ""), event))
    return Story(id=content_id("story", *members), members=members, title=events[first].title)


def _link(pair: Comparison) -> Link:
    return Link(
        id=content_id("link", "story", pair.left, pair.right),
        kind=LinkKind.STORY,
        left=pair.left,
        right=pair.right,
        relation="same",
        score=min(1.0, pair.score),
        features=pair.features,
    )
