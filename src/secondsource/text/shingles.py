"""Word n-grams as 64-bit hashes."""

from xxhash import xxh3_64_intdigest


def shingles(words: list[str], size: int) -> list[int]:
    """One hash for each run of `size` words, in order; a text shorter than that gives one hash of all it has."""
    if not words:
        return []
    last = max(1, len(words) - size + 1)
    return [
        xxh3_64_intdigest("\x1f".join(words[at : at + size]).encode("utf-8", "surrogatepass")) for at in range(last)
    ]
