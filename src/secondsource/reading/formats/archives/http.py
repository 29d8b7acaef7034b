"""An HTTP response as an archive keeps it: headers, and a body that may come in chunks and compressed."""

import io
import re
import zlib

from msgspec import Struct

from ..item import ITEM_LIMIT

_STATUS = re.compile(rb"HTTP/[\d.]{1,4}\s+(\d{3})")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:\-]{2,40})", re.IGNORECASE)
_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 47}
"""zlib's window bits: with a gzip header, or with whichever header there is."""


class Response(Struct, frozen=True):
    """A response. `problem` says what of the body could not be unpacked; what could be is there."""

    status: int
    media_type: str | None
    charset: str | None
    body: bytes
    problem: str | None = None


def response(block: bytes) -> Response | None:
    """The response in a record's block; None where it has no HTTP head."""
    status = _STATUS.match(block)
    if status is None:
        return None
    end = _HEAD_END.search(block)
    head = block[: end.start()] if end is not None else block
    body = block[end.end() :] if end is not None else b""
    headers = _headers(head)
    problem: str | None = None
    if "chunked" in headers.get("transfer-encoding", ""):
        body = _without_chunks(body)
    for encoding in reversed([name.strip() for name in headers.get("content-encoding", "").split(",")]):
        body, failed = _unpacked(body, encoding)
        problem = problem or failed
    media_type, charset = content_type(headers.get("content-type"))
    return Response(int(status[1]), media_type, charset, body, problem)


def content_type(header: str | None) -> tuple[str | None, str | None]:
    """The media type and the charset that a `Content-Type` states."""
    media_type = (header or "").partition(";")[0].strip().lower() or None
    charset = _CHARSET.search(header or "")
    return media_type, charset[1] if charset is not None else None


def _headers(head: bytes) -> dict[str, str]:
    lines = head.decode("latin-1").splitlines()[1:]
    pairs = (line.partition(":") for line in lines if ":" in line)
    return {key.strip().lower(): value.strip().lower() for key, _, value in pairs}


def _without_chunks(body: bytes) -> bytes:
    """The chunks joined; a body that only claims to be chunked is given as it is, one that breaks off to there."""
    parts: list[bytes] = []
    at = 0
    while (size := _CHUNK.match(body, at)) is not None:
        length = int(size[1], 16)
        if not length:
            break
        parts.append(body[size.end() : size.end() + length])
        at = size.end() + length
        while body[at : at + 1] in {b"\r", b"\n"}:
            at += 1
    return b"".join(parts) if parts else body


def _unpacked(body: bytes, encoding: str) -> tuple[bytes, str | None]:
    """The body of one content encoding, at most `ITEM_LIMIT` bytes and one of it."""
    if encoding in _WINDOWS:
        return _inflated(body, _WINDOWS[encoding])
    if encoding == "br":
        return _from_brotli(body)
    if encoding in {"", "identity"}:
        return body, None
    return body, f"its content encoding '{encoding}' is not known"


def _inflated(body: bytes, window: int) -> tuple[bytes, str | None]:
    if window == _WINDOWS["gzip"] and not body.startswith(b"\x1f\x8b"):
        return body, None  # servers claim it for pages that their archive has unpacked already
    unpacker = zlib.decompressobj(window)
    parts: list[bytes] = []
    length = 0
    try:
        for start in range(0, len(body), 1 << 16):
            piece = unpacker.decompress(body[start : start + (1 << 16)], ITEM_LIMIT + 1 - length)
            parts.append(piece)
            length += len(piece)
            if length > ITEM_LIMIT:
                break
    except zlib.error as error:
        if not parts:
            return (body, None) if b"<" in body[:200] else (b"", f"it cannot be unpacked: {error}")
        return b"".join(parts), f"it cannot be unpacked to its end: {error}"
    whole = unpacker.eof or length > ITEM_LIMIT
    return b"".join(parts), None if whole else "it breaks off inside its compressed body"


def _from_brotli(body: bytes) -> tuple[bytes, str | None]:
    from fastwarc.stream_io import BrotliReader  # noqa: PLC0415  # heavy to import

    unpacker = BrotliReader(io.BytesIO(body))
    parts: list[bytes] = []
    length = 0
    try:
        while length <= ITEM_LIMIT and (piece := unpacker.read(1 << 20)):
            parts.append(piece)
            length += len(piece)
    except OSError as error:
        return b"".join(parts) or body, f"it cannot be unpacked: {error}"
    return b"".join(parts), None
