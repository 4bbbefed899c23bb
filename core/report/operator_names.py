"""What the operators of candidates are called for people.

Logs, files and a search for `by:merge` keep their English names, which are the keys.
"""

from typing import Final

from core.said import Said, as_said, listed

OPERATORS: Final = frozenset(
    (
        as_said("seed"),
        as_said("edited by hand"),
        as_said("generate"),
        as_said("edit"),
        as_said("paraphrase"),
        as_said("guess"),
        as_said("reflect"),
        as_said("diagnose"),
        as_said("summarize"),
        as_said("merge"),
        as_said("sheet"),
        as_said("rewrite"),
        as_said("start"),
        as_said("cross"),
        as_said("vary"),
        as_said("learn"),
        as_said("shorten"),
        as_said("rephrase"),
        as_said("delete"),
        as_said("swap"),
        as_said("add"),
        as_said("differ"),
        as_said("combine"),
        as_said("instruct"),
        as_said("bank"),
        as_said("gloss"),
        as_said("demonstrations"),
        as_said("exchange"),
        as_said("reorder"),
        as_said("prune"),
        as_said("reword"),
        as_said("relist"),
        as_said("form"),
        as_said("place"),
        as_said("cue"),
        as_said("move"),
        as_said("drop"),
    )
)
"""Every operator that a method of ours names."""


def operator_words(operator: str) -> Said:
    """An operator, or several joined by “+” or commas; one that is nobody's here stays as it is."""
    return listed([_joined(part) for part in operator.split(", ")])


def _joined(operator: str) -> Said:
    first, *rest = map(_name, operator.split("+"))
    found = first
    for name in rest:
        found = Said("{before}+{last}", before=found, last=name)
    return found


def _name(operator: str) -> Said:
    """That of a person's own method is data, even if it is a word that the program says elsewhere."""
    return as_said(operator) if operator in OPERATORS else Said("{name}", name=operator)
