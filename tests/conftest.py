"""Property tests draw the same examples every time, and are never judged by how long they take."""

from hypothesis import settings

settings.register_profile("secondsource", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("secondsource")
