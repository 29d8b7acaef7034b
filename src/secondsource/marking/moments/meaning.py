"""What the words of an expression mean together, before any date is known: a relation, a length, a repetition."""

from msgspec import Struct

from secondsource.model.mark import MomentKind


class Meaning(Struct, frozen=True, gc=False):
    """`relation` is a chain of `text.relation`. `open` says that its first step still lacks a direction, which tense
    and place decide. `of_text`: counted from a moment named before, not from publication."""

    kind: MomentKind
    relation: str | None = None
    timex: str | None = None
    open: bool = False
    of_text: bool = False
    skip: bool = False
    role: str = ""
    """A name that resolving treats specially: `period`, `period-before`, `period-in-year`, `stretch`, `half`,
    `time-only`; `follows` for the second of two months or weekdays; `ahead` for what is a date only in a clause that
    looks ahead ("in three weeks")."""
    length: str | None = None
    """The TIMEX3 length beside a relation: "the next three years" has both."""
