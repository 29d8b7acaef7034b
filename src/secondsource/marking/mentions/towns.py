"""Which names are places: whether a capital is the town or the power that sits there, and which other runs are."""

from secondsource.language import places as place_tables
from secondsource.language.mastheads import agencies
from secondsource.language.offices import organisations
from secondsource.language.places import Places

from .find import Item
from .index import Index
from .lexicon import TITLES, Sort, company_forms, function_words, verbs
from .words import Word

_DASHES = frozenset("–—-") | {"--"}


def is_located(item: Item, known: Index) -> bool:
    """Whether a capital is the town here: after "in", after "visit to", in a dateline, before its country."""
    words = known.words
    pack = place_tables.places(known.language)
    before = words[item.first - 1] if item.first else None
    if pack is None or before is None or words.sentence[item.first - 1] != words.sentence[item.first]:
        return _is_dateline(item, known)
    listed = known.ends.get(item.first - 1)
    if (
        (before.key == "," or before.key in known.pack.joins)
        and listed is not None
        and listed.sort in {Sort.CAPITAL, Sort.PLACE}
    ):
        return listed.sort is Sort.PLACE or is_located(listed, known)
    if before.key in pack.locatives or _is_attribute(item, before, known):
        return True
    if before.key in pack.directions:
        sentence, reach = words.sentence[item.first], range(max(0, item.first - 6), item.first - 1)
        return any(words.key[at] in pack.motions and words.sentence[at] == sentence for at in reach)
    return before.key in pack.motions and before.key != "people"


def _is_dateline(item: Item, known: Index) -> bool:
    """Whether a sentence opens with its place: "BERLIN (Reuters) –", "Lissabon (Merival) –"."""
    words = known.words
    after = words.key[item.last] if item.last < len(words) else ""
    return after in {"(", "–", "—", "-", ","} or (words[item.first].text.isupper() and len(words[item.first].text) > 3)


def in_dateline(item: Item, known: Index) -> bool:
    """Whether a name that no table lists opens its sentence as the place of a dateline: "SKELBY, Maine —",
    "Skelby (Reuters) –"."""
    words, after = known.words, item.last
    if after + 3 >= len(words) or not words.opens[item.first]:
        return False
    if words.key[after] == "(" and words.key[after + 1] in agencies() and words.key[after + 2] == ")":
        return words.key[after + 3] in _DASHES
    region = known.starts.get(after + 1) if words.key[after] == "," else None
    capitals = words[item.first].text.isupper() and not words.titled[item.first]
    return capitals and region is not None and region.sort in {Sort.PLACE, Sort.STATE, Sort.CAPITAL}


def _is_attribute(item: Item, before: Word, known: Index) -> bool:
    """Whether the town only tells which: "the Madrid summit", "his Washington visit"."""
    after = known.words[item.last] if item.last < len(known.words) else None
    if after is None or known.language != "en" or not after.text[0].islower():
        return False
    pack = place_tables.places(known.language)
    if pack is not None and after.key in pack.motions:
        return True
    told = before.key in known.pack.definite or before.key in known.pack.indefinite or before.key == "'s"
    return told and after.key not in function_words("en") and after.key not in verbs("en")


def seated(item: Item, known: Index) -> str | None:
    """The organisation that a capital stands for: Brussels is the Union, unless the text speaks of Belgium."""
    country = item.entry.key if item.entry is not None else ""
    spoken = any(
        other.entry is not None and other.entry.key == country and other.sort in {Sort.STATE, Sort.DEMONYM}
        for other in known.starts.values()
    )
    bodies = [name for name, body in organisations().items() if body.seat and body.seat == country]
    return bodies[0] if bodies and item.sort is Sort.CAPITAL and not spoken else None


def _is_town(first: int, pack: Places, known: Index) -> bool:
    """Whether a word for a place leads to a name: "the town of Mazarin", "la ville de Mazarin"."""
    keys = known.words.key
    first -= first > 1 and keys[first - 1] in known.names.impersons  # « le quartier de la Rive »
    return first > 1 and keys[first - 1] in pack.town_links and keys[first - 2] in pack.towns


def is_origin(item: Item, known: Index) -> bool:
    """Whether a name says where somebody comes from: "a student from Mazarin"."""
    pack, at = place_tables.places(known.language), item.first - 1
    if pack is None or at < 1 or known.words.key[at] not in pack.origins:
        return False
    before = known.ends.get(at)
    return (
        before is not None and before.sort in TITLES and known.words.sentence[before.first] == known.words.sentence[at]
    )


def is_place(item: Item, known: Index) -> bool:
    """Whether a run is a place: by its own words, by the state after a comma, by "in" before a run that ends there."""
    words, forms = known.words, company_forms()
    if item.last - item.first > 1 and (
        words.key[item.last - 1] in forms.place_ends or words.key[item.first] in forms.place_begins
    ):
        return True
    if words.titled[item.first]:
        return False
    if is_origin(item, known):
        return True
    region = known.starts.get(item.last + 1) if item.last < len(words) and words.key[item.last] == "," else None
    if (region is not None and region.sort in {Sort.PLACE, Sort.STATE}) or in_dateline(item, known):
        return True
    pack = place_tables.places(known.language)
    if pack is None or item.first == 0:
        return False
    if _is_town(item.first, pack, known):
        return True
    if words.key[item.first - 1] not in pack.inside or words.key[item.last - 1] in forms.numbers:
        return False  # "in Formula One" is no place
    after = words[item.last] if item.last < len(words) else None
    functions = function_words(known.language)
    return after is None or not after.text[0].isalpha() or after.key in functions or after.key in verbs(known.language)


def is_seat(name: Item, known: Index) -> bool:
    """Whether a name right behind a body is its town where nouns have capitals: "die Staatsanwaltschaft *Ulm* teilte
    mit", but not "durchsuchte die Polizei *Büros* in"."""
    at = name.last
    if not known.names.unnoun:
        return False
    ends = at >= len(known.words) or known.words.sentence[at] != known.words.sentence[name.first]
    return ends or known.words.key[at] not in function_words(known.language)
