"""How alike two parties are: a table of named features with weights."""

from msgspec import Struct

from secondsource.language.names import short_forms
from secondsource.model.link import Feature
from secondsource.model.mark import ActorKind
from secondsource.text.normalise import plain
from secondsource.text.similarity import name_ratio
from secondsource.text.sounds import skeleton, sounded

from .keys import Office, Party

_VOWELS = frozenset("aeiou")
_LIKE_GIVEN = 0.84
"""How alike two spellings of one given name are."""
_SHORT_FORM = 0.95
"""What a given name is worth beside its short form: Jim, James."""
NAME_WEIGHT, OFFICE_WEIGHT = 0.75, 0.25
_HEADS = frozenset({"head", "dictator"})
_TOP = frozenset(
    [
        "secretary-general",
        "president",
        "chief-executive",
        "director-general",
        "chair",
        "director",
        "prime-minister",
        "chancellor",
        "governor",
        "supreme-leader",
    ]
)
LEADING = _HEADS | _TOP
"""Offices that one person at a time holds in a body, and that lead it."""
_PASSING = frozenset(
    {"counterpart", "candidate", "adviser", "founder", "owner", "head-of-state", "spokesperson", "official", "member"}
    | {"head", "director", "leader", "critic", "witness", "resident", "voter", "relative", "expert", "observer"}
)
"""Descriptions that go with any office."""
_SPHERES = {
    **dict.fromkeys(
        ["athlete", "coach", "captain", "goalkeeper", "defender", "midfielder", "winger", "striker", "referee"], "sport"
    ),
    "artist": "arts",
    "suspect": "crime",
    "doctor": "medicine",
    "professor": "learning",
    "researcher": "learning",
    "journalist": "press",
    "police-officer": "police",
    "worker": "work",
}
"""Descriptions of private people; every other office is public life."""


class Comparison(Struct, frozen=True):
    """Two parties, the features compared and their weighted mean, 0 to 1."""

    left: Party
    right: Party
    features: tuple[Feature, ...]
    score: float


def comparison(left: Party, right: Party, features: tuple[Feature, ...]) -> Comparison:
    """The comparison of these features."""
    total = sum([feature.weight for feature in features])
    score = sum([feature.value * feature.weight for feature in features]) / total if total else 0.0
    return Comparison(left, right, features, score)


def compare(left: Party, right: Party) -> Comparison:
    """Compare two parties; parties of unlike kinds share nothing."""
    if left.kind is not right.kind:
        return comparison(left, right, (Feature("kind", 0.0, 1.0, left.kind.value, right.kind.value),))
    if left.kind is ActorKind.PERSON:
        return _people(left, right)
    if left.kind is ActorKind.STATE:
        alike = float(left.country == right.country and bool(left.country))
        return comparison(left, right, (Feature("country", alike, 1.0, left.country, right.country),))
    if left.kind in {ActorKind.GROUP, ActorKind.DATA_SOURCE} and left.offices and right.offices:
        return _described(left, right)
    if left.kind is ActorKind.PLACE:
        return comparison(left, right, (_places(left, right),))
    return comparison(left, right, (_names(left, right),))


def _people(left: Party, right: Party) -> Comparison:
    if left.is_titled or right.is_titled:
        alike = office_likeness(left.offices, right.offices)
        return comparison(left, right, (Feature("office", alike, 1.0, _told(left), _told(right)),))
    family = _part(left, left.family, right, right.family)
    given, order = _given(left, right)
    name = order or family * given
    if left.middle and right.middle and left.middle[0] != right.middle[0]:
        name = 0.0
    suffix = 0.0 if left.suffix != right.suffix and (left.suffix or right.suffix) else 1.0
    features = [
        Feature("name", name * suffix, NAME_WEIGHT, left.name, right.name),
        Feature("office", standing(left.offices, right.offices), OFFICE_WEIGHT, _told(left), _told(right)),
    ]
    return comparison(left, right, tuple(features))


def _given(left: Party, right: Party) -> tuple[float, float]:
    """How well given names go together, and how well the whole names do in the other order (0 where they need not)."""
    if not left.given or not right.given:
        return 0.9, 0.0
    if _sounds(left) == _sounds(right):
        return 1.0, 0.97
    if left.given == right.given:
        return 1.0, 0.0
    turned = float(left.given == right.family and left.family == right.given)
    if turned:
        return 0.0, 0.97
    short, long = sorted((left.given, right.given), key=len)
    if len(short) == 1:
        return (0.95 if long.startswith(short) else 0.0), 0.0
    if frozenset((left.given, right.given)) in short_forms():
        return _SHORT_FORM, 0.0
    likeness = _part(left, left.given, right, right.given)
    return (likeness if likeness >= _LIKE_GIVEN else 0.0), 0.0


def _sounds(party: Party) -> list[str]:
    """The words of a name as they sound, hyphenated ones apart: Lahouaiej-Bouhlel, Lahouaiej Bouhlel."""
    return [sounded(word) for word in party.name.replace("-", " ").split()]


def _part(left: Party, ours: str, right: Party, theirs: str) -> float:
    """How alike two parts of names are as they sound; hyphenated ones syllable by syllable: Jong-un, Yong-hyun."""
    if ours == theirs:
        return 1.0
    one, other = _syllables(left, ours), _syllables(right, theirs)
    if len(one) == len(other) and not all(map(_sound_alike, one, other)):
        return 0.0
    return name_ratio(ours, theirs)


def _syllables(party: Party, part: str) -> list[str]:
    """The syllables of a hyphenated part of a name, as they sound."""
    written = next((word for word in party.name.split() if "-" in word and sounded(word) == part), "")
    return [sounded(syllable) for syllable in written.split("-")] if written else []


def _sound_alike(one: str, other: str) -> bool:
    """Whether two syllables can be spellings of one: suk and seok, un and eun, but not un and hyun."""
    begun = one[0] == other[0] or {one[0], other[0]} <= _VOWELS
    return begun and (skeleton(one) == skeleton(other) or name_ratio(one, other) >= _LIKE_GIVEN)


def _described(left: Party, right: Party) -> Comparison:
    alike = {(o.office, o.of) for o in left.offices} & {(o.office, o.of) for o in right.offices}
    return comparison(left, right, (Feature("description", float(bool(alike)), 1.0, left.name, right.name),))


def _places(left: Party, right: Party) -> Feature:
    """A place by its name, by its sound, or as the capital of one country in two languages."""
    if left.country and left.country == right.country and left.language != right.language:
        return Feature("capital", 0.9, 1.0, left.name, right.name)
    same = plain(left.name) == plain(right.name)
    alike = [sounded(word) for word in left.name.split()] == [sounded(word) for word in right.name.split()]
    return Feature("name", 1.0 if same else 0.9 if alike else 0.0, 1.0, left.name, right.name)


def _names(left: Party, right: Party) -> Feature:
    if _is_begun_by(left.name, right.name) or _is_begun_by(right.name, left.name):
        return Feature("name", 0.85, 1.0, left.name, right.name)
    if _describes(left, right) or _describes(right, left):
        return Feature("name", 0.85, 1.0, left.name, right.name)
    shared = {plain(name) for name in _forms(left)} & {plain(name) for name in _forms(right)}
    value = 1.0 if shared else name_ratio(plain(left.name), plain(right.name)) * 0.8
    return Feature("name", value, 1.0, left.name, right.name)


def _is_begun_by(long: str, short: str) -> bool:
    """Whether the longer name begins with the shorter one's only word: Corvane Lines, Corvane; no owner's name."""
    words = plain(long).split()
    owned = "s’ " in long or "s' " in long
    return not owned and len(words) > 1 and words[0] == plain(short)


def _describes(description: Party, named: Party) -> bool:
    """Whether a title has words of the other's name alone: "the crews' federation"."""
    return description.is_described and set(plain(description.name).split()) <= set(plain(named.name).split())


def _forms(party: Party) -> tuple[str, ...]:
    return (party.name, *(alias for alias in party.aliases if alias.isupper() and len(alias) > 1))


def standing(left: tuple[Office, ...], right: tuple[Office, ...]) -> float:
    """Whether two lists of offices can be one person's: 1 the same, 0.5 unknown or both possible, 0 hardly."""
    if not left or not right:
        return 0.6
    if office_likeness(left, right) > 0:
        return 1.0
    if all(o.office in _PASSING for o in left) or all(o.office in _PASSING for o in right):
        return 0.6
    spheres = [{_SPHERES.get(o.office, "public") for o in offices} for offices in (left, right)]
    if not spheres[0] & spheres[1]:
        return 0.0
    countries = [{o.country for o in offices if o.country} for offices in (left, right)]
    if countries[0] and countries[1]:
        return 0.6 if countries[0] & countries[1] else 0.0
    return 0.4


def office_likeness(left: tuple[Office, ...], right: tuple[Office, ...]) -> float:
    """1 where an office of one is an office of the other, 0.9 where "the head of" a body meets its top office."""
    best = 0.0
    for one in left:
        for other in right:
            if one.of == other.of and (one.of or one.office == other.office):
                best = max(best, _same(one.office, other.office))
    return best


def _same(left: str, right: str) -> float:
    if left == right:
        return 1.0
    pair = {left, right}
    if pair & _HEADS and (pair & _TOP or pair <= _HEADS):
        return 0.9
    return 0.9 if "minister" in pair and any(office.endswith("-minister") for office in pair) else 0.0


def _told(party: Party) -> str:
    return ", ".join(f"{office.office} of {office.of}" if office.of else office.office for office in party.offices)
