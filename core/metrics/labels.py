"""The label in a reply: the one that is announced, else the one it starts with, else the first one that it asserts."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from core.metrics.announcing import announced, confirmed, headed
from core.metrics.cleaning import first_line
from core.metrics.label_names import LabelNames, label_names
from core.metrics.languages import ASIDE, CONCEDED, DENIED_AFTER, DENIED_BEFORE, HEDGED, OVERALL

_BEFORE = 64
"""Characters before a label in which a denial is looked for."""

_OPENING = " \t\n\"'“‘([-–—•*#>`_「『《"
_OR = re.compile(
    r"[\"'”’)」]{0,2}\s{0,3}(?:,? ?(?:or|and|vs\.?|oder|und|ou|et|o|y|e|или|и)|/|\||、|或者?|还是|和|与"
    r"|または|か|또는|이나|أو|या)"
    r"\s{0,3}[\"'“‘(「]{0,2}"
)
_CLAUSE = re.compile(
    r"[,.;:!?，。；：！？、\n]|\b(?:but|yet|however|aber|doch|mais|pero|mas|ma|но)\b|但是?|しかし|그러나"
    r"|하지만|لكن|लेकिन"
)
_WORD_FOLLOWS = re.compile(r" (?!(?:or|and|is|because|since|as|was)\b)[a-z]")


class Manner(Enum):
    """How a text names a label: it asserts it, only considers or describes a part by it, or denies it."""

    ASSERTED = auto()
    WEAK = auto()
    DENIED = auto()


class Mention(NamedTuple):
    """A label named in a text: which one, how, and whether it starts the text."""

    label: str
    manner: Manner
    leads: bool


def read_label(text: str, labels: Sequence[str]) -> str | None:
    """The label of the contract that a cleaned reply gives, as the contract writes it, or `None`.

    In this order: the whole reply; its first line, unless an "Answer:" line follows; what an announcement gives; what
    precedes "is the right answer"; a clause that sums up ("overall …"); the label that the reply starts with; the last
    line if it is nothing but a label; the first label asserted outside of concessions ("although …,"), then anywhere.
    A denied label ("not valid") gives the other of two, unless that is denied too; among more it is passed over,
    and where all but one are denied ("neither … nor") that one is given. Labels that are only listed ("yes or no")
    count for nothing. "Yes" and "true", "no" and "false" stand for each other where the contract has only one of them.
    Case, spaces, "_" and "-" make no difference where labels stay distinct.
    """
    names = label_names(tuple(labels))
    whole = names.exactly(text)
    if whole is not None:
        return whole
    return _at_the_start(text, names) or _said(text, names) or _mentioned(text, names)


def names_label(text: str, labels: Sequence[str]) -> str | None:
    """The label that a text is, and nothing beside it, as the contract writes it."""
    return label_names(tuple(labels)).exactly(text)


def asserted(text: str, names: LabelNames) -> Iterator[str]:
    """Every label that a text asserts, in order."""
    return (mention.label for mention in mentions(text, names, listed=True) if mention.manner is Manner.ASSERTED)


def mentions(text: str, names: LabelNames, *, listed: bool = False) -> Iterator[Mention]:
    """Every label named, in order. Those that stand side by side as possibilities only if they may be `listed`."""
    if names.pattern is None:
        return
    plain = names.form(text)
    pairs = [(match, names.exactly(match.group())) for match in names.pattern.finditer(plain)]
    found = [(match, label) for match, label in pairs if label is not None and not _is_word(match, plain)]
    if not found:
        return
    joined = [not listed and _lists(plain, _highest(names.labels), *pair) for pair in pairwise(found)]
    for (match, label), before, after in zip(found, [False, *joined], [*joined, False], strict=True):
        if not before and not after:
            prefix = plain[max(0, match.start() - _BEFORE) : match.start()]
            leads = match.start() < _BEFORE and not prefix.strip(_OPENING)
            yield Mention(label, _manner(plain, prefix, match.end()), leads)


def _at_the_start(text: str, names: LabelNames) -> str | None:
    label = names.exactly(first_line(text))
    return label if label is not None and headed(text) is None else None


def _said(text: str, names: LabelNames) -> str | None:
    """What the reply announces, confirms or sums up."""
    before = confirmed(text)
    for part in (*announced(text), *([before] if before else [])):
        given = names.exactly(first_line(part)) or _first(part, names)
        if given is not None:
            return given
    return _summed_up(text, names)


def _mentioned(text: str, names: LabelNames) -> str | None:
    main = CONCEDED.sub(" ", text)
    start = next(iter(mentions(main, names)), None)
    if start is not None and start.leads and start.manner is Manner.ASSERTED:
        return start.label
    last = names.exactly(text.rstrip().rpartition("\n")[2])
    if last is not None:
        return last
    return _first(main, names) or _first(text, names)


def _summed_up(text: str, names: LabelNames) -> str | None:
    """The label of the last clause that says "overall", or of the one behind it."""
    for match in reversed([*OVERALL.finditer(text)][-4:]):
        start = max((end.end() for end in _CLAUSE.finditer(text, 0, match.start())), default=0)
        rest = text[match.end() :].lstrip(" ,，、:：")
        clause = text[start : match.start()] + " " + _CLAUSE.split(rest, maxsplit=1)[0]
        for mention in mentions(CONCEDED.sub(" ", clause), names):
            if mention.manner is Manner.ASSERTED:
                return mention.label
    return None


def _first(text: str, names: LabelNames) -> str | None:
    """The first label that the text asserts; else one that it only considers."""
    weak: str | None = None
    found = list(mentions(text, names))
    all_denied = {mention.label for mention in found if mention.manner is Manner.DENIED}
    for mention in found:
        if mention.manner is Manner.ASSERTED:
            return mention.label
        if mention.manner is Manner.WEAK:
            weak = weak or mention.label
            continue
        if len(names.labels) == 2 and not all_denied.issuperset(names.labels):
            return next(label for label in names.labels if label != mention.label)
    left = [label for label in names.labels if label not in all_denied]
    return weak or (left[0] if len(left) == 1 and len(names.labels) > 2 else None)


def _manner(plain: str, prefix: str, end: int) -> Manner:
    if DENIED_BEFORE.search(prefix) or DENIED_AFTER.match(plain, end):
        return Manner.DENIED
    return Manner.WEAK if ASIDE.match(plain, end) or HEDGED.search(prefix) else Manner.ASSERTED


def _lists(text: str, highest: str, left: tuple[re.Match[str], str], right: tuple[re.Match[str], str]) -> bool:
    """Whether two different labels stand side by side as possibilities ("yes or no")."""
    between = text[left[0].end() : right[0].start()]
    if between.strip() == "/" and right[1] == highest:  # "4/5": four out of five
        return False
    return left[1] != right[1] and _OR.fullmatch(between) is not None


def _highest(labels: Sequence[str]) -> str:
    """The highest of three or more grades that are numbers; nothing for other labels."""
    grades = [int(label) for label in labels if label.isascii() and label.isdigit() and len(label) < 5]
    return str(max(grades)) if len(grades) == len(labels) > 2 else ""


def _is_word(match: re.Match[str], plain: str) -> bool:
    """Whether a lone letter is the article "a" or the pronoun "I"."""
    return match.group() in {"a", "i", "A", "I"} and _WORD_FOLLOWS.match(plain, match.end()) is not None
