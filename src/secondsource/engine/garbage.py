"""Python's garbage collection while a pile is worked on."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """No search for cycles meanwhile: the program's records are frozen and hold none, and a pile has millions of them,
    which Python's collector would walk through again and again. What it was set to before comes back afterwards."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
