"""Labels as they are looked up in texts: as leniently as the labels of a task stay distinct."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.metrics.cleaning import bare
from core.metrics.inflections import graded, inflected
from core.metrics.scripts import ENDS, STARTS, UNSPACED, narrow

_POSITIVE = frozenset({"yes", "true"})
_NEGATIVE = frozenset({"no", "false"})
_JOINT = re.compile(r"(?<=[^\W_])(?:[-_]|\s?/\s?)(?=[^\W\d_])|(?<=[^\W\d_])(?:[-_]|\s?/\s?)(?=[^\W_])")
_DASHES = str.maketrans("‐‑–−", "----")
_STARS = re.compile("((?:[★⭐]\ufe0f?){1,10})☆{0,10}")
_IS = r"(?=[’']?[dt][ıiuü]r(?!\w))"
"""The Turkish "is", which is written together with the word before it."""

_AND = re.compile(r"(?<=\w)\s?&\s?(?=\w)")
_EDGES = "()[]{}（）【】「」『』*`#_ "
_ANY_AND = r"(?:&|and)"
_UNSPACED = re.compile(f"[{UNSPACED}]")
_WORDS = re.compile(r"[\s_/-]+")


@dataclass(frozen=True, slots=True)
class LabelNames:
    """The labels of a task, each by the forms in which it is told from all others, the strictest form first.

    `pattern` finds mentions in `form(text)`; what it finds is looked up by `exactly`.
    """

    labels: tuple[str, ...]
    by_form: tuple[dict[str, str], ...]
    pattern: re.Pattern[str] | None
    folds: bool

    def exactly(self, text: str) -> str | None:
        """The label that the whole text is."""
        for form, names in zip(_FORMS, self.by_form, strict=True):
            label = names.get(form(text))
            if label is not None:
                return label
        return None

    def form(self, text: str) -> str:
        """A text as `pattern` reads it. Line ends stay; places may move."""
        plain = _plain(text)
        return plain.casefold() if self.folds else plain


@lru_cache(maxsize=64)
def label_names(labels: tuple[str, ...]) -> LabelNames:
    """The forms and the pattern of these labels."""
    by_form = [_distinct(labels, form) for form in _FORMS]
    synonyms = _synonyms(by_form[-2]) | _grades(by_form[-2])
    forms = _inflections(by_form[-2])
    by_form[-2] = {**forms, **by_form[-2], **synonyms}
    folds = len({_cased(label).casefold() for label in labels}) == len({_cased(label) for label in labels})
    named = {_cased(label).casefold() if folds else _cased(label) for label in labels}
    named |= {*synonyms, *(forms if folds else ())}
    names = sorted(filter(None, named), key=len, reverse=True)
    return LabelNames(labels, tuple(by_form), re.compile(_any_of(names)) if names else None, folds)


def lenient(label: str) -> str:
    """A label without regard to case, spaces, outer marks, and "_" or "-" between words. Codes keep their marks."""
    text = _folded_bare(label)
    stripped = text.strip(_EDGES) or text
    return " ".join(_JOINT.sub(" ", _AND.sub(" and ", stripped)).split())


def _exact(text: str) -> str:
    return text.strip()


def _plain(text: str) -> str:
    """A text with marks of one sort made alike; rows of stars become their number."""
    plain = unicodedata.normalize("NFKC", narrow(text)).translate(_DASHES)
    return _STARS.sub(lambda match: str(len(match[1].replace("\ufe0f", ""))), plain) if not plain.isascii() else plain


def _cased(text: str) -> str:
    return " ".join(_plain(text).split())


def _folded(text: str) -> str:
    return _cased(text).casefold()


def _numbered(text: str) -> str:
    """The number of a label that is a word with one ("2 stars", "Grade 3"), or of a text that is a number."""
    plain = _folded(text)
    found = re.fullmatch(r"(?:(\d{1,3})|(\d{1,3}) [^\W\d_]+|[^\W\d_]+ (\d{1,3}))", bare(plain))
    return next(filter(None, found.groups()), "") if found else ""


def _folded_bare(text: str) -> str:
    return bare(_folded(text))


_FORMS: tuple[Callable[[str], str], ...] = (_exact, _cased, _folded, _folded_bare, lenient, _numbered)


def _distinct(labels: Sequence[str], form: Callable[[str], str]) -> dict[str, str]:
    names = {label: form(label) for label in dict.fromkeys(labels)}
    often = Counter(names.values())
    return {name: label for label, name in names.items() if name and often[name] == 1}


def _synonyms(by_name: dict[str, str]) -> dict[str, str]:
    """Yes for true and no for false, and the reverse, in sets of two that have one of each."""
    positive, negative = _POSITIVE & set(by_name), _NEGATIVE & set(by_name)
    if len(by_name) != 2 or len(positive) != 1 or len(negative) != 1:
        return {}
    yes, no = by_name[next(iter(positive))], by_name[next(iter(negative))]
    return {**dict.fromkeys(_POSITIVE, yes), **dict.fromkeys(_NEGATIVE, no)}


def _grades(by_name: dict[str, str]) -> dict[str, str]:
    return {said: by_name[grade] for said, grade in graded(list(by_name))}


def _inflections(by_name: dict[str, str]) -> dict[str, str]:
    """The other forms of each label, without those that two of them share or that are a label themselves."""
    pairs = {(form, label) for name, label in by_name.items() for form in inflected(name) if form not in by_name}
    often = Counter(form for form, _ in pairs)
    return {form: label for form, label in pairs if often[form] == 1}


def _any_of(names: Sequence[str]) -> str:
    """One pattern for all labels. Those with the same ends share the patterns of these, which are slow to compile;
    labels that end in a mark are tried before those that end in a word ("C++" before "C")."""
    by_ends: dict[tuple[bool, bool], list[str]] = {}
    for name in names:
        by_ends.setdefault((_spaced(name[-1]), _spaced(name[0])), []).append(_pattern(name))
    return "|".join(
        f"{STARTS if begins else ''}(?:{'|'.join(patterns)}){f'(?:{ENDS}|{_IS})' if ends else ''}"
        for (ends, begins), patterns in sorted(by_ends.items())
    )


def _pattern(name: str) -> str:
    """A label without the ends of words around it; one of marks alone only between quotation marks."""
    if not any(character.isalnum() for character in name):
        return rf"(?<=[\"'“‘`(「]){re.escape(name)}(?=[\"'”’`)」])"
    words = [
        _ANY_AND if word in {"&", "and"} else re.escape(word) for word in _WORDS.split(_AND.sub(" & ", name)) if word
    ]
    inner = r"[\s_/-]{1,4}".join(words) if _joined(name) else re.escape(name)
    return f"{_before(name[0])}{inner}{_after(name[-1])}"


def _joined(name: str) -> bool:
    """Whether its words may be parted in another way: not where a "-" means something ("-1", "18-65", "A-")."""
    return (
        " " in name
        or _AND.search(name) is not None
        or (_JOINT.search(name) is not None and not name.startswith("-") and not name.endswith("-"))
    )


def _before(first: str) -> str:
    """What may not stand before a digit or a mark that begins a label."""
    if first.isdigit():
        return r"(?<!\d[.,])(?<![-−+])"
    if first.isalnum():
        return ""
    return rf"(?<![{re.escape(first)}\w])" if first in "-+" else f"(?<!{re.escape(first)})"


def _after(last: str) -> str:
    return r"(?![.,]\d)" if last.isdigit() else ""


def _spaced(character: str) -> bool:
    """Whether words end beside this character."""
    return character.isalnum() and not _UNSPACED.match(character)
