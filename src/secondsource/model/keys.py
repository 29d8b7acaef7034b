"""Ids: hashes of content, so that a run can be repeated and a person's judgement survives a better extractor."""

import hashlib
import re
import unicodedata

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def content_id(kind: str, *parts: object) -> str:
    """`kind:` and 12 hexadecimal digits of SHA-256 over the parts, in order; the same content gives the same id."""
    joined = "\x1f".join(map(str, parts))
    digest = hashlib.sha256(f"{kind}\x1e{joined}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}:{digest[:12]}"


def named_id(kind: str, name: str, *parts: object) -> str:
    """Like `content_id`, with a readable form of the name in front: `actor:jens-stoltenberg-3f2a90`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = _NOT_WORD.sub("-", plain).strip("-")[:40] or "unnamed"
    return f"{kind}:{slug}-{content_id(kind, name, *parts)[-12:][:6]}"
