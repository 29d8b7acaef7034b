"""Files of every format, damaged: no exception, only texts and problems, and the same ones each time."""

import io
from pathlib import PurePosixPath

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.problem import Problem
from secondsource.model.source import RawSource
from secondsource.reading.formats.item import Item
from secondsource.reading.formats.unpack import unpacked
from secondsource.reading.stage import ReadPage
from tests.reading.formats.one_report import every_format

FORMATS = every_format()
ENDINGS = sorted({"".join(PurePosixPath(name).suffixes) for name in FORMATS} | {"", ".gz", ".txt", ".tgz"})


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file's name and its bytes: some changed, some missing, some twice, its end perhaps cut off."""
    name = draw(st.sampled_from(sorted(FORMATS)))
    held = bytearray(FORMATS[name])
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(held) - 1)) if held else 0
        length = draw(st.integers(0, 40))
        what = draw(st.integers(0, 3))
        if what == 0:
            held[start : start + 1] = draw(st.binary(min_size=1, max_size=1))
        elif what == 1:
            del held[start : start + length]
        elif what == 2:
            held[start:start] = held[start : start + length]
        else:
            held[start:start] = draw(st.binary(max_size=8))
    if draw(st.booleans()) and held:
        del held[draw(st.integers(0, len(held) - 1)) :]
    return name, bytes(held)


def texts(name: str, data: bytes) -> list[Item | Problem]:
    return list(unpacked(name, io.BytesIO(data)))


@given(damaged())
@settings(max_examples=150)
def test_a_damaged_file_gives_texts_and_problems(file: tuple[str, bytes]) -> None:
    found = texts(*file)
    assert found == texts(*file)
    for each in found:
        if isinstance(each, Problem):
            assert each.message
        else:
            assert each.media_type in {"text/plain", "text/html"}


@given(damaged())
@settings(max_examples=60)
def test_what_comes_out_of_a_damaged_file_can_be_read(file: tuple[str, bytes]) -> None:
    for each in texts(*file):
        if isinstance(each, Item):
            raw = RawSource("source:1", each.name, "x", None, "", each.media_type, each.data, each.given)
            document = ReadPage().read(raw).document
            if document is not None:
                roles = [0] * len(document.text)
                for passage in document.passages:
                    for at in range(passage.start, passage.end):
                        roles[at] += 1
                assert max(roles) <= 1
                assert all(times or char.isspace() for times, char in zip(roles, document.text, strict=True))


@given(st.sampled_from(ENDINGS), st.binary(max_size=300))
@settings(max_examples=150)
def test_any_bytes_under_any_ending(ending: str, data: bytes) -> None:
    texts(f"file{ending}", data)


@given(st.sampled_from([".xml", ".json", ".jsonl", ".eml", ".mbox", ".md", ""]), st.text(max_size=300))
@settings(max_examples=150)
def test_any_text_under_any_ending(ending: str, text: str) -> None:
    texts(f"file{ending}", text.encode("utf-8", "replace"))
