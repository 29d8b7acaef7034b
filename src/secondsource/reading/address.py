"""The parts of a page's address."""

from urllib.parse import unquote, urlsplit

_FRONTS = ("www.", "m.", "amp.", "mobile.")


def host_of(url: str | None) -> str:
    """The host, without what stands before it for some readers (`www.`, `m.`); empty where there is none."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    for front in _FRONTS:
        host = host.removeprefix(front)
    return host


def folders_of(url: str | None) -> tuple[str, ...]:
    """The parts of the path before the last, decoded; none where the address cannot be read."""
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return ()
    return tuple(unquote(part) for part in path.split("/")[1:-1])
