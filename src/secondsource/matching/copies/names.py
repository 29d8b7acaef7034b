"""Whether two names mean one publishing house."""

from secondsource.text.normalise import plain

_WITHOUT_WEIGHT = frozenset(
    {
        "the",
        "le",
        "la",
        "les",
        "der",
        "die",
        "das",
        "el",
        "il",
        "agency",
        "agence",
        "agentur",
        "news",
        "press",
        "presse",
    }
    | {"online", "media", "wire", "service", "newspaper", "daily", "www", "com", "org", "net", "de", "fr"}
)


def same_house(left: str, right: str) -> bool:
    """Whether the weighty words of one name are all among the other's ("Merival" and "Merival News"), or one is the
    other's initials."""
    one, other = _words(left), _words(right)
    return (
        (bool(one and other) and (one <= other or other <= one))
        or _initials(left) == plain(right).strip()
        or _initials(right) == plain(left).strip()
    )


def _initials(name: str) -> str | None:
    """The first letters of a name of several words: what an agency signs with, "pn" for "Porta-Nachrichten"."""
    words = plain(name).replace("-", " ").split()
    return "".join(word[0] for word in words) if len(words) > 1 else None


def _words(name: str) -> frozenset[str]:
    words = plain(name).replace(".", " ").replace("-", " ").split()
    return frozenset(word for word in words if word not in _WITHOUT_WEIGHT) or frozenset(words)
