"""Sentences for people: English text that keeps its key and the values in it, so that a reader's language can be used.

A sentence is written once, where it is said: `Said("No column “{name}”.", name=column)`. It is a `str`, the English
text, for logs, tests and whoever compares. Its template is the key under which a language has its own text, as with
gettext; a text without gaps is its own key, and needs no `Said`. A string among the values is data and is never
translated; words that are Whet's own are a `Said` in a gap.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias, Union

import msgspec

Value: TypeAlias = Union[str, int, float, "Said", "tuple[str, ...]"]
"""What fills a gap; a tuple holds sentences, one after the other."""

Say: TypeAlias = Callable[[str], str]
"""The text for a key in one language; the key itself where there is none."""

_GAP: Final = re.compile(r"\{(\w+)\}")
_SENTENCES: Final = "{sentences}"
_WIDE_STOPS: Final = ("。", "？", "！", "；", "，", "：")


class Said(str):
    """A sentence with its `template` and the `values` of the template's gaps."""

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, Value]

    def __new__(cls, template: str, /, **values: "Value | Path | BaseException | None") -> "Said":
        """The sentence of a template, whose gaps are `{name}`."""
        kept = {name: _kept(value) for name, value in values.items()}
        return cls.of(template, kept, _filled(template, kept, as_it_is, str))

    @classmethod
    def of(cls, template: str, values: Mapping[str, Value], text: str) -> "Said":
        """A sentence whose English text is known."""
        made = str.__new__(cls, text)
        made.template, made.values = template, values
        return made

    def __reduce__(self) -> tuple[object, ...]:
        """For copies and other processes."""
        return Said.of, (self.template, dict(self.values), str.__str__(self))

    def __str__(self) -> str:
        """Itself, so that its key is not lost where texts of all kinds are made strings."""
        return self


if TYPE_CHECKING:
    Words: TypeAlias = str
else:
    Words = Said
"""The type of a field that holds sentences and travels or is kept: any string, and a `Said` comes back as one."""


def joined(*sentences: str) -> Said:
    """Several sentences as one text, each with its own key; empty ones are left out."""
    found = tuple(filter(None, sentences))
    if len(found) == 1:
        return as_said(found[0])
    return Said.of(_SENTENCES, {"sentences": found}, " ".join(found))


def listed(items: Sequence[str]) -> Said:
    """Several words of Whet's own, with commas between them."""
    found = as_said(items[0]) if items else Said("")
    for item in items[1:]:
        found = Said("{before}, {last}", before=found, last=as_said(item))
    return found


def as_said(text: str) -> Said:
    """A text as a sentence that is its own key, unless it has one already."""
    return text if isinstance(text, Said) else Said.of(text, {}, text)


def render(text: str, say: Say) -> str:
    """A sentence in another language; what is not known there stays English."""
    if not isinstance(text, Said):
        return say(text)
    if text.template == _SENTENCES:
        return _run_on([render(each, say) for each in _sentences(text.values)])
    return _filled(text.template, text.values, say, lambda each: render(each, say))


def in_language(text: str, say: Say) -> str:
    """A text that may be data: a sentence is said in the language, everything else as it is."""
    return render(text, say) if isinstance(text, Said) else text


def _sentences(values: Mapping[str, Value]) -> tuple[str, ...]:
    found = values.get("sentences", ())
    return found if isinstance(found, tuple) else ()


def _filled(template: str, values: Mapping[str, Value], say: Say, within: Say) -> str:
    def value(gap: "re.Match[str]") -> str:
        found = values.get(gap[1], gap[0])
        if isinstance(found, tuple):
            return _run_on([within(each) for each in found])
        return within(found) if isinstance(found, Said) else str(found)

    return _GAP.sub(value, say(template))


def _run_on(sentences: list[str]) -> str:
    """One after the other; a wide stop needs no space behind it."""
    text = ""
    for each in sentences:
        text += each if not text or text.endswith(_WIDE_STOPS) else f" {each}"
    return text


def _kept(value: "Value | Path | BaseException | None") -> Value:
    """As it can travel: of an error its words, which may have a key of their own."""
    if isinstance(value, Said | int | float | tuple):
        return value
    return str(value)


def as_it_is(key: str) -> str:
    """What English says for a key: a `Say` that needs no file."""
    return key


class Sentence(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a sentence with values travels and is kept; one without is a plain string."""

    text: str
    key: str
    values: "dict[str, str | int | float | Sentence | tuple[Sentence, ...]]" = {}


def packed(value: object) -> object:
    """For encoders of msgspec (`enc_hook`). Raises `NotImplementedError` for what is no sentence."""
    if not isinstance(value, Said):
        raise NotImplementedError(f"{type(value).__name__} cannot be kept")
    return _packed(value) if value.values else str.__str__(value)


def _packed(sentence: Said) -> Sentence:
    """In a gap, words of Whet's own keep their key even where that is all of it: a plain string there is data."""
    values = {
        name: tuple(_packed(as_said(each)) for each in value)
        if isinstance(value, tuple)
        else _packed(value)
        if isinstance(value, Said)
        else value
        for name, value in sentence.values.items()
    }
    return Sentence(str.__str__(sentence), sentence.template, values)


def unpacked(kind: type, value: object) -> object:
    """For decoders of msgspec (`dec_hook`): a plain string, as earlier versions wrote it, is its own key."""
    if kind is not Said:
        raise NotImplementedError(f"{kind.__name__} cannot be read")
    return as_said(value) if isinstance(value, str) else _unpacked(msgspec.convert(value, Sentence))


def in_english(value: Any) -> Any:
    """Something that was decoded, with every sentence in it as plain text."""
    if isinstance(value, list):
        return [in_english(each) for each in value]
    if not isinstance(value, dict):
        return value
    if {"text", "key"} <= value.keys() <= set(Sentence.__struct_fields__):
        return value["text"]
    return {name: in_english(each) for name, each in value.items()}


def _unpacked(found: Sentence) -> Said:
    values: dict[str, Value] = {}
    for name, value in found.values.items():
        if isinstance(value, tuple):
            values[name] = tuple(_unpacked(each) for each in value)
        else:
            values[name] = _unpacked(value) if isinstance(value, Sentence) else value
    return Said.of(found.key, values, found.text)
