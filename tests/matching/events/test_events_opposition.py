"""Two rounds of the same kind of thing: what all of the one name, and none of the other."""

from secondsource.matching.events.opposition import Profile, opposition, profile

NAMES = ["chargers", "police", "harbour", "marlow", "ekman", "petz", "2008", "route"]
OWN = [f"own{at}" for at in range(60)]
RARE = {"en": dict.fromkeys([*NAMES, *OWN], 3.0)}
SHARED = frozenset({"chargers", "police", "harbour", "route"})


def group(size: int, names: frozenset[str], lead: frozenset[str]) -> dict[str, Profile]:
    """Reports that all name the same, each with a few names of its own."""
    found: Profile | None = None
    for at in range(size):
        own = frozenset(OWN[4 * at : 4 * at + 4])
        one = profile(names | own, lead | frozenset(OWN[4 * at : 4 * at + 2]))
        found = one if found is None else found.plus(one)
    assert found is not None
    return {"en": found}


def test_leads_tell_apart_what_the_background_joins() -> None:
    """The second arrest recalls the first, so the texts name both men; only the leads are about one each."""
    first = group(6, SHARED | {"marlow"}, frozenset({"chargers", "marlow", "police"}))
    second = group(6, SHARED | {"marlow", "ekman"}, frozenset({"chargers", "ekman", "police"}))
    assert opposition(first, second, RARE) > 0.2
    assert opposition(first, first, RARE) == 0.0


def test_it_has_no_order() -> None:
    first = group(3, SHARED | {"marlow"}, frozenset({"chargers", "marlow"}))
    second = group(5, SHARED | {"ekman", "petz"}, frozenset({"chargers", "ekman", "petz"}))
    assert opposition(first, second, RARE) == opposition(second, first, RARE) > 0


def test_what_only_one_side_adds_is_no_opposition() -> None:
    """A longer report names more, and contradicts nothing."""
    short = group(4, SHARED, frozenset({"chargers", "police"}))
    long = group(4, SHARED | {"ekman", "petz", "2008"}, frozenset({"chargers", "police", "ekman"}))
    assert opposition(short, long, RARE) == 0.0


def test_a_single_report_opposes_nobody() -> None:
    one = group(1, SHARED | {"marlow"}, frozenset({"chargers", "marlow"}))
    other = group(5, SHARED | {"ekman"}, frozenset({"chargers", "ekman"}))
    assert opposition(one, other, RARE) == 0.0


def test_two_languages_are_not_held_against_each_other() -> None:
    one = group(4, SHARED | {"marlow"}, frozenset({"chargers", "marlow"}))
    other = {"fr": group(4, SHARED | {"ekman"}, frozenset({"chargers", "ekman"}))["en"]}
    assert opposition(one, other, RARE) == 0.0
