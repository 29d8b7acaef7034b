"""Peers for statements: textacy's direct quotations, and a heuristic over spaCy's parse. Needs the bench extra."""

import re
from collections.abc import Callable
from typing import Any

from bench.peers import english
from secondsource.language.speech.lexicon import lexicon

Found = tuple[list[tuple[int, int]], list[tuple[int, int]], bool]
"""Content spans, source spans, whether direct."""

_QUOTE = re.compile(r"[“\"]([^”\"]+)[”\"]")


def textacy_quotes() -> Callable[[str], list[Found]]:
    """`textacy.extract.direct_quotations`; a text that it refuses gives nothing."""
    import spacy  # noqa: PLC0415
    from textacy.extract import direct_quotations  # noqa: PLC0415

    nlp = english(spacy)

    def run(text: str) -> list[Found]:
        try:
            triples = list(direct_quotations(nlp(text)))
        except ValueError:  # unpaired marks
            return []
        return [
            (
                [(triple.content.start_char, triple.content.end_char)],
                [(triple.speaker[0].idx, triple.speaker[-1].idx + len(triple.speaker[-1]))] if triple.speaker else [],
                True,
            )
            for triple in triples
        ]

    return run


def spacy_quotes() -> Callable[[str], list[Found]]:
    """Our own table's reporting verbs with the subject's subtree as source.

    As content the quotations of the sentence, else the verb's clausal complement or object.
    """
    import spacy  # noqa: PLC0415

    nlp = english(spacy)
    words = lexicon("en")
    assert words is not None
    verbs = frozenset(form.base for forms in words.forms.values() for form in forms)

    def run(text: str) -> list[Found]:
        found: list[Found] = []
        for sentence in nlp(text).sents:
            quotes = [
                (sentence.start_char + m.start(), sentence.start_char + m.end()) for m in _QUOTE.finditer(sentence.text)
            ]
            for token in sentence:
                if token.lemma_.lower() in verbs and token.pos_ == "VERB":
                    one = _of_verb(token, quotes)
                    if one is not None:
                        found.append(one)
        return found

    return run


def _of_verb(verb: Any, quotes: list[tuple[int, int]]) -> Found | None:
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "csubj")]
    if not subjects:
        return None
    source = [_range(subjects[0])]
    clauses = [child for child in verb.children if child.dep_ in ("ccomp", "xcomp", "dobj", "obj")]
    content = [_range(clause) for clause in clauses[:1]]
    whole = bool(quotes) and (not content or any(s <= content[0][0] < e for s, e in quotes))
    if whole:
        content = quotes
    return (content, source, whole) if content else None


def _range(token: Any) -> tuple[int, int]:
    subtree = list(token.subtree)
    return subtree[0].idx, subtree[-1].idx + len(subtree[-1])
