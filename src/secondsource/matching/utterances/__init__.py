"""Utterances: the same remark, in different words, cuts and languages; repeats on other occasions."""
