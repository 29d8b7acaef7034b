"""What is remembered of words is what was worked out for them, and never more than so many."""

from secondsource.text.remembered import Remembered


def test_a_word_is_worked_out_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    known = Remembered(length)
    assert [known[word] for word in ("ship", "port", "ship")] == [4, 4, 4]
    assert asked == ["ship", "port"]


def test_a_full_memory_starts_afresh() -> None:
    known = Remembered(len, most=2)
    assert [known[word] for word in ("a", "bb", "ccc", "a")] == [1, 2, 3, 1]
    assert len(known) <= 2
