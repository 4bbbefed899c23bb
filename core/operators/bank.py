"""A bank of ready wordings, filled in for a task: what a search can score before any model is asked to write."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from core.domain.candidate import Draft
from core.domain.example import Example
from core.domain.prompt import Placement, Prompt
from core.domain.task import AnswerKind, Task
from core.operators.answers import AnswerFacts, answers_of, names_all
from core.operators.inputs import (
    Input,
    dressed,
    holds_input,
    input_of,
    instruction_in,
    noun_in,
    noun_of,
    places_itself,
)
from core.operators.language import language_of
from core.operators.phrasebook import PHRASEBOOKS, Phrasebook, Wording
from core.operators.slots import Parts, PromptSlot
from core.operators.sorts import sort_of

OPERATOR = "bank"
"""The operator of a draft out of the bank."""

_MOST = 16
_GUESTS = 3
"""Wordings in each language that is neither the prompt's nor the data's."""
_LABELLED = frozenset({AnswerKind.LABEL})
_LABEL_GAPS = ("{labels}", "{options}", "{lines}")
_SHOWN_TO_DETECT = 50
_NARROW = 3
_ONE_SENTENCE = 30


def wordings(task: Task, seed: Prompt, rows: Sequence[Example], *, parents: Sequence[str] = ()) -> tuple[Draft, ...]:
    """Up to 16 prompts that ask what `seed` asks, or what the answers of `rows` let one guess, the most natural first.

    Locked spans, placeholders and demonstrations of the seed stay; what the answer contract says is not said again.
    `parents`: the ids of the candidates that the seed is.
    """
    prompts = (parts.prompt(seed) for parts in parts_of(task, seed, rows))
    return tuple(Draft(prompt, tuple(parents), OPERATOR) for prompt in dict.fromkeys(prompts) if prompt != seed)


def parts_of(task: Task, seed: Prompt, rows: Sequence[Example]) -> tuple[Parts, ...]:
    """As `wordings`, in parts that rules can exchange."""
    answers = answers_of(task, rows)
    noun = noun_of(task, seed, rows)
    made: dict[str, Parts] = {}
    for book, most in _books(seed, rows):
        filler = _Filler(task, seed, answers, book, noun)
        fresh = {parts.text: parts for parts in filler.all() if parts.text not in made}
        made.update(list(fresh.items())[:most])
    return tuple(made.values())[:_MOST]


def _books(seed: Prompt, rows: Sequence[Example]) -> list[tuple[Phrasebook, int]]:
    """The languages to word in, with how many wordings each may give: the data's and the prompt's first."""
    data = language_of("\n".join(row.input for row in rows[:_SHOWN_TO_DETECT]))
    own = [name for name in dict.fromkeys((data, language_of(seed.text))) if name in PHRASEBOOKS] or ["en"]
    guests = [name for name in ("en", "zh") if name not in own]
    room = _MOST - _GUESTS * len(guests)
    return [(PHRASEBOOKS[name], -(-room // len(own))) for name in own] + [
        (PHRASEBOOKS[name], _GUESTS) for name in guests
    ]


@dataclass(frozen=True, slots=True)
class _Filler:
    """Fills the wordings of one language in."""

    task: Task
    seed: Prompt
    answers: AnswerFacts
    book: Phrasebook
    noun: str

    def all(self) -> Iterator[Parts]:
        """Every wording that can be filled in."""
        for wording in self._wordings():
            filled = self._filled(wording)
            if filled is not None:
                yield filled

    def _wordings(self) -> Iterator[Wording]:
        """Those that fit the kind of answer, in turn from what fits it best and what fits any."""
        sort = sort_of(self.answers.labels)
        if self.answers.kind not in _LABELLED:
            return _in_turn(self.book.kinds.get(self.answers.kind, ()), self._frames())
        if sort == "judgement":
            return self._frames()
        return _in_turn(self.book.sorts.get(sort, ()), self.book.labels, self._frames())

    def _frames(self) -> Iterator[Wording]:
        """What goes around the person's own words; no list that speaks of one label where there are several."""
        for frame in self.book.frames:
            several = self.answers.kind is AnswerKind.LABELS
            yield tuple(part for part in frame if not (several and part[0] is PromptSlot.LABELS))

    def _filled(self, wording: Wording) -> Parts | None:
        asked = instruction_in(self.seed)
        written = dict(wording)
        if "{task}" in written.get(PromptSlot.TASK, "") and not asked:
            return None
        blocks = [(slot, self._text(slot, text, asked)) for slot, text in wording if self._belongs(slot, text, written)]
        if any(gap in text for _, text in blocks for gap in _LABEL_GAPS):
            return None
        parts = Parts(tuple((slot, text) for slot, text in blocks if text))
        asks = bool(parts.part(PromptSlot.TASK) or parts.part(PromptSlot.CUE))
        if not asks and not (self.answers.says_form and parts.part(PromptSlot.INPUT)):
            return None  # the contract alone may ask, behind the input
        return dressed(parts, self.task, self.seed, noun_in(self.book, self.noun).name)

    def _belongs(self, slot: PromptSlot, text: str, written: dict[PromptSlot, str]) -> bool:
        """Whether a part says something that neither the contract nor the person's own words say."""
        own = instruction_in(self.seed) if "{task}" in written.get(PromptSlot.TASK, "") else ""
        match slot:
            case PromptSlot.LABELS:
                named = bool(own) and bool(self.answers.labels) and names_all(self.answers.labels, own)
                return bool(self.answers.nameable) and not named
            case PromptSlot.FORM:
                return not self.answers.says_form
            case PromptSlot.INPUT:
                return self._may_place and not holds_input(own)
            case PromptSlot.CUE:
                return self._may_place and not self.answers.says_form and not holds_input(own)
            case _:
                return True

    @property
    def _may_place(self) -> bool:
        """A system message has no place for the input, unless the person gave it one."""
        return holds_input(self.seed.text) or (places_itself(self.task) and self.task.placement is not Placement.SYSTEM)

    def _text(self, slot: PromptSlot, text: str, asked: str) -> str:
        if slot is PromptSlot.INPUT:
            return self._input.fields
        gaps = {"{the}": noun_in(self.book, self.noun).the, "{form}": self._form}
        labels = self.answers.nameable
        if labels:
            gaps |= {
                "{labels}": self.book.comma.join(labels),
                "{options}": self._options(labels),
                "{lines}": "\n".join(f"- {label}" for label in labels),
            }
        gaps["{task}"] = _closed(asked)  # last, so that nothing in the person's words is taken for a gap
        for gap, value in gaps.items():
            text = text.replace(gap, value)
        return text.strip()

    @property
    def _input(self) -> Input:
        return input_of(self.task, self.seed, noun_in(self.book, self.noun).name)

    def _options(self, labels: Sequence[str]) -> str:
        return self.book.last.join(filter(None, (self.book.comma.join(labels[:-1]), labels[-1])))

    @property
    def _form(self) -> str:
        """How long the answers are and whether they are copied, as a sentence; labels have their list."""
        forms, longest = self.book.forms, self.answers.longest
        if self.answers.labels or self.answers.kind is AnswerKind.NUMBER or not longest:
            return ""
        if self.answers.copied:
            return forms.copied.replace("{the}", noun_in(self.book, self.noun).the)
        if longest == 1:
            return forms.word
        return forms.few_words if longest <= _NARROW else forms.sentence if longest <= _ONE_SENTENCE else ""


def _in_turn(*lists: Iterable[Wording]) -> Iterator[Wording]:
    """One of each, again and again."""
    for group in zip_longest(*lists):
        yield from (wording for wording in group if wording is not None)


def _closed(text: str) -> str:
    """A sentence that others may follow."""
    if not text or not text[-1].isalnum():
        return text
    return f"{text}{'。' if language_of(text) == 'zh' else '.'}"
