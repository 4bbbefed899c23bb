"""The labels in a reply of a task with several labels a row."""

import re
from collections.abc import Sequence

from core.domain.label_sets import labels_in
from core.metrics.announcing import announced
from core.metrics.cleaning import bare, folded
from core.metrics.label_names import LabelNames, label_names, lenient
from core.metrics.labels import asserted
from core.metrics.structured import Json, as_text, named, only_container

_PART = re.compile(r"[,;|\n，；、]|\s(?:and|und|et|y|e|и|as well as)\s|\s[&+]\s|和|と|및")
_BULLET = re.compile(r"^[ \t]{0,8}(?:\(?\d{1,3}[.):]|[-*•–])[ \t]+")
_NOTHING = frozenset((
    "none", "no label", "no labels", "no label applies", "none of them", "none of these", "none apply", "none applies",
    "nothing",
    "n/a", "[]", "{}", "keine", "keines", "aucun", "aucune", "ninguno", "ninguna", "nenhum", "nenhuma", "nessuno",
    "нет", "无", "没有", "なし", "없음", "لا شيء", "कोई नहीं",
))  # fmt: skip
_HALF = 0.5


def read_labels(text: str, labels: Sequence[str]) -> tuple[str, ...] | None:
    """The labels that a cleaned reply gives, each as the contract writes it and once; empty if it says that there are
    none, `None` if it says nothing of labels.

    A JSON list, or an object with a flag or a share per label; else what is announced, or all of the reply: a list of
    labels, in which a name that is none counts as a wrong one; else every label that the text asserts.
    """
    names = label_names(tuple(labels))
    structured = _structured(only_container(text), names)
    if structured is not None:
        return structured
    for part in (*announced(text)[:1], text):
        if folded(part) in _NOTHING and names.exactly(part) is None:
            return ()
        found = _listed(part, names) or tuple(dict.fromkeys(asserted(part, names)))
        if found:
            return found
    return None


def same_labels(left: str, right: str, labels: Sequence[str]) -> bool:
    """Whether two answers name the same set."""
    return set_of(left, labels) == set_of(right, labels)


def set_of(answer: str, labels: Sequence[str]) -> frozenset[str]:
    """The set that an answer names, each label in the one form in which equal ones are equal."""
    names = label_names(tuple(labels))
    return frozenset(names.exactly(label) or lenient(label) for label in labels_in(answer))


def _structured(value: Json, names: LabelNames) -> tuple[str, ...] | None:
    if isinstance(value, dict):
        flags = {name: flag for name, flag in value.items() if isinstance(flag, int | float)}
        if flags and len(flags) == len(value):
            return _each([name for name, flag in flags.items() if flag >= _HALF], names)
        return _structured(named(value), names) if value else ()
    if isinstance(value, list):
        return _each([as_text(item) for item in value], names)
    return _listed(value, names) if isinstance(value, str) else None


def _listed(text: str, names: LabelNames) -> tuple[str, ...] | None:
    """The items of a list of names, if at least half of them are labels."""
    whole = names.exactly(text)
    if whole is not None:
        return (whole,)
    parts = [bare(_BULLET.sub("", part)) for part in _PART.split(text) if part.strip()]
    parts = [part for part in parts if part]
    known = [part for part in parts if names.exactly(part) is not None]
    if not parts or 2 * len(known) < len(parts) or not known:
        return None
    return _each(parts, names)


def _each(items: Sequence[str], names: LabelNames) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.exactly(item) or item for item in items))
