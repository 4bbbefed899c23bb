"""The labels in a reply of a task with several labels a row."""

import re
from collections.abc import Sequence

from core.domain.label_sets import labels_in
from core.metrics.announcing import announced
from core.metrics.cleaning import bare, folded
from core.metrics.label_names import LabelNames, label_names, lenient
from core.metrics.labels import asserted
from core.metrics.structured import Json, as_text, named, only_container, repeated

_PART = re.compile(r"[,;|\n，；、]|\s(?:and|und|et|y|e|и|as well as)\s|\s[&+]\s|和|と|및")
_BULLET = re.compile(r"^[ \t]{0,8}(?:\(?\d{1,3}[.):]|[-*•–])[ \t]+")
_NOTHING = frozenset((
    "none", "no label", "no labels", "no label applies", "none of them", "none of these", "none apply", "none applies",
    "nothing",
    "n/a", "[]", "{}", "keine", "keines", "aucun", "aucune", "ninguno", "ninguna", "nenhum", "nenhuma", "nessuno",
    "нет", "无", "没有", "なし", "없음", "لا شيء", "कोई नहीं",
))  # fmt: skip
_NONE_OF = re.compile(
    r"(?:none of|no) (?:(?:the|these|those) )?(?:\w+ ){0,2}(?:labels?|categories|category|emotions?|topics?|tags?"
    r"|classes|them|above)(?: (?:is|are|do|does|seem|seems))?"
    r"(?: (?:apply|applies|applicable|fit|fits|present|relevant|match|matches))?"
    r"(?: (?:to|in|for) .{1,60}| here)?"
    r"|(?:nothing|none|not) appl(?:y|ies|icable)(?: here)?|keine? (?:der )?\w+ (?:trifft|treffen) zu"
    r"|aucune? (?:des )?\w+ ne s['’]applique|ninguna? (?:de )?(?:las |los )?\w+ (?:se )?aplica"
    r"|以上(?:都|均)?(?:不适用|没有|不是)",
    re.IGNORECASE,
)
_APPLIES = ("yes", "true", "present", "1", "✓", "✔", "✅", "ja", "oui", "sí", "sim", "да", "是", "はい", "예")
_DOES_NOT = ("no", "false", "absent", "0", "✗", "✘", "❌", "nein", "non", "não", "нет", "否", "いいえ", "아니요")
_FLAG = re.compile(
    r"[ \t*•-]{0,4}(?P<name>[^:：=\n]{1,80}?)[*]{0,2}[ \t]{0,3}[:：=][ \t*]{0,4}"
    rf"(?P<flag>{'|'.join((*_APPLIES, *_DOES_NOT))})[.*]{{0,3}}",
    re.IGNORECASE,
)
_TICKED = re.compile(
    r"[ \t*•-]{0,4}(?:(?P<before>\[[xX✓✔ ]?\]|[✓✔✅☑✗✘❌☐])[ \t]{0,3}(?P<one>[^\n]{1,80}?)"
    r"|(?P<other>[^\n]{1,80}?)[ \t]{0,3}(?P<after>[✓✔✅☑✗✘❌☐]))[ \t*.]{0,3}"
)
_ROW = re.compile(r"\w")
_TICKS = frozenset("✓✔✅☑xX")
"""Lines that say of one label whether it applies."""
_HALF = 0.5


def read_labels(text: str, labels: Sequence[str]) -> tuple[str, ...] | None:
    """The labels that a cleaned reply gives, each as the contract writes it and once; empty if it says that there are
    none, `None` if it says nothing of labels.

    A JSON list, or an object with a flag or a share per label; else what is announced, or all of the reply: a list of
    labels, in which a name that is none counts as a wrong one; else every label that the text asserts.
    """
    names = label_names(tuple(labels))
    tags = repeated(text)
    if tags is not None and any(names.exactly(tag) is not None for tag in tags):
        return _each(tags, names)
    structured = _structured(only_container(text), names)
    if structured is not None:
        return structured
    for part in (*announced(text)[:1], text):
        if names.exactly(part) is None and (folded(part) in _NOTHING or _NONE_OF.fullmatch(folded(part))):
            return ()
        flagged = _flagged(part, names)
        if flagged is not None:
            return flagged
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
        flags = {name: flag for name, inside in value.items() if (flag := _flag(inside)) is not None}
        if flags and len(flags) == len(value):
            return _each([name for name, flag in flags.items() if flag >= _HALF], names)
        return _structured(named(value), names) if value else ()
    if isinstance(value, list):
        return _each([as_text(named(item) if isinstance(item, dict) else item) for item in value], names)
    return _listed(value, names) if isinstance(value, str) else None


def _flag(value: Json) -> float | None:
    """Whether a label applies, as a number, or as a word such as "yes"."""
    if isinstance(value, int | float):
        return float(value)
    word = value.strip().casefold() if isinstance(value, str) else ""
    return 1.0 if word in _APPLIES else 0.0 if word in _DOES_NOT else None


def _flagged(text: str, names: LabelNames) -> tuple[str, ...] | None:
    """The labels of a reply that says of each in a line whether it applies."""
    lines = [
        " : ".join(map(str.strip, line.strip().strip("|").split("|", 1))) for line in text.splitlines() if line.strip()
    ]
    flags = [(names.exactly(found["name"]), found["flag"].casefold()) for found in map(_FLAG.fullmatch, lines) if found]
    for found in filter(None, map(_TICKED.fullmatch, lines)):
        mark = (found["before"] or found["after"]).strip("[] ")
        flags.append((names.exactly(found["one"] or found["other"]), "yes" if mark in _TICKS else "no"))
    known = [(label, flag) for label, flag in flags if label is not None]
    if len(known) < 2 or 2 * len(known) < len([line for line in lines if _ROW.search(line)]):
        return None
    return tuple(dict.fromkeys(label for label, flag in known if flag in _APPLIES))


def _listed(text: str, names: LabelNames) -> tuple[str, ...] | None:
    """The items of a list of names, if at least half of them are labels."""
    whole = names.exactly(text)
    if whole is not None:
        return (whole,)
    parts = [bare(_BULLET.sub("", part)) for part in _PART.split(text) if part.strip()]
    parts = [part for part in parts if part]
    known = [part for part in parts if names.exactly(part) is not None]

    def says_more(part: str) -> bool:
        """Whether it is a sentence that names a label ("the emotions are joy"), not a name that is none."""
        return names.exactly(part) is None and any(True for _ in asserted(part, names))

    if not parts or 2 * len(known) < len(parts) or not known or any(map(says_more, parts)):
        return None
    return _each(parts, names)


def _each(items: Sequence[str], names: LabelNames) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.exactly(item) or item for item in items))
