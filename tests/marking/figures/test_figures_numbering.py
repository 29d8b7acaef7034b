"""The numbering of a gallery's pictures counts nothing; a few numbers of one whole do."""

from secondsource.marking.figures.masked import masked


def test_the_numbering_of_a_gallery_is_masked() -> None:
    text = "A truck. Hide Caption 7 of 25 Police. Hide Caption 8 of 25 Flowers. Hide Caption 9 of 25 Night. 10 of 25"
    assert [text[start:end] for start, end in masked(text, "en")] == ["7 of 25", "8 of 25", "9 of 25", "10 of 25"]


def test_parts_of_one_whole_are_no_numbering() -> None:
    assert masked("In March 58 of 412 failed, in May 61 of 412, and 96 of 412 in the end.", "en") == []
