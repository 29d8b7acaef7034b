"""Learns when two statements that lie near each other in meaning are one remark: the weights of the models grade.

`python -m bench.utterances_learn [--write] [--leave-one-out]`. Trained on the development stories of bench/remarks,
statements given: the pairs that `matching/utterances/meaning.py` looks at, one remark or not by gold. `--write` writes
its `meaning.toml`; the same stories, rules and package versions give the same bytes. `--leave-one-out` prints what a
scorer joins in each story that it was not trained on. Needs the extras `models` and `bench`.
"""

import argparse
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from msgspec import Struct

from bench.remarks.gold import FOLDER, Story, given, placed
from bench.utterances_pairs import Request, stories_of
from secondsource.matching.utterances import meaning
from secondsource.matching.utterances.compare import Compared
from secondsource.matching.utterances.said import said
from secondsource.matching.utterances.weights import weights
from secondsource.model.group import Utterance
from secondsource.model.pile import Pile
from secondsource.plan import built_in
from secondsource.stage.settings import Settings

_ORIGIN = """\
# When two statements that lie near each other in meaning are one remark: a logistic regression over the features of
# `meaning.features`. Learnt from the project's own invented stories (bench/remarks, CC BY 4.0), from no other text.
# Written by `python -m bench.utterances_learn --write`; change nothing by hand.
"""
_STRENGTH = 1.0
"""The inverse of the penalty on large weights."""
_DIGITS = 2


class Example(Struct, frozen=True):
    """A pair of statements as the scorer sees it, and whether gold has them as one remark."""

    features: dict[str, float]
    one: bool


def examples(story: Story) -> list[Example]:
    """The pairs of a story that the models grade looks at, of statements that gold names."""
    pile = Pile(tuple(given(story, story.marked())))
    matchers = built_in(Settings()).matchers
    at = next(at for at, matcher in enumerate(matchers) if Utterance in matcher.gives)
    for matcher in matchers[:at]:
        pile = pile.plus(matcher.match(pile, ()))
    told = placed(story, pile.plus(matchers[at].match(pile, ())))
    all_said = said(pile)
    near = meaning.neighbours(all_said, Compared(weights(all_said), {}))
    found = {frozenset((one.pair.left.statement, one.pair.right.statement)): one for one in near}
    known = [one for one in story.gold.statement if one.name in told]
    return [
        Example(meaning.features(found[ids]), one.utterance == other.utterance)
        for one, other in combinations(known, 2)
        if (ids := frozenset((told[one.name].statement, told[other.name].statement))) in found
    ]


def learnt(names: Sequence[str], seen: Sequence[Example]) -> meaning.Learnt:
    """The weights that tell these examples apart, rounded."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415  only this command needs it

    model = LogisticRegression(C=_STRENGTH, max_iter=10_000)
    model.fit([list(one.features.values()) for one in seen], [one.one for one in seen])
    found = [round(float(weight), _DIGITS) for weight in model.coef_[0]]
    return meaning.Learnt(
        tuple(names), round(float(model.intercept_[0]), _DIGITS), dict(zip(seen[0].features, found, strict=True))
    )


def written(one: meaning.Learnt) -> str:
    """The weights as the data file has them."""
    rows = [f'"{name}" = {weight:.{_DIGITS}f}\n' for name, weight in one.weights.items()]
    stories = "".join(f'  "{name}",\n' for name in one.stories)
    return f"{_ORIGIN}stories = [\n{stories}]\nconstant = {one.constant:.{_DIGITS}f}\n\n[weights]\n{''.join(rows)}"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write meaning.toml")
    parser.add_argument("--leave-one-out", action="store_true", help="train on all stories but the one that is scored")
    asked = parser.parse_args()
    of_story = {story.name: examples(story) for story in stories_of(Request(FOLDER, "development", 0))}
    if asked.leave_one_out:
        for name, held in of_story.items():
            rest = learnt([], [one for other, seen in of_story.items() if other != name for one in seen])
            sure = [one.one for one in held if meaning.chance_of(one.features, rest) >= meaning.SURE]
            print(f"{name:32} {sum(sure):4} of {len(sure):4} right, of {sum(one.one for one in held):4} to be found")
    text = written(learnt(list(of_story), [one for seen in of_story.values() for one in seen]))
    print(text)
    if asked.write:
        Path(meaning.__file__).with_name("meaning.toml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
