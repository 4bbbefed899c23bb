"""What a model is worth as a writer of prompts: measured on a few known instructions, kept with its file."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LEAST_SHARE: Final = 0.25
"""A model whose best form brings fewer usable rewrites than this is no writer."""


class Form(StrEnum):
    """How a rewrite is asked for.

    `one_line`: one short line, whose answer is begun. `compact`: a short question. `full`: all that there is to say,
    and a reply between tags.
    """

    ONE_LINE = "one_line"
    COMPACT = "compact"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class WritingTrial:
    """`asked` rewrites in one form at one temperature, and how many were fit for use.

    `usable`: no guard refuses it. `on_topic`: it still says all that the instruction must say. `different`: it is no
    copy, nor the same as another. `in_language`: it is in the instruction's language. `good`: all of these at once.
    """

    form: Form
    temperature: float
    asked: int
    usable: int
    on_topic: int
    different: int
    in_language: int
    good: int

    @property
    def share(self) -> float:
        """The part that a search could have used, 0…1."""
        return self.good / self.asked if self.asked else 0.0


@dataclass(frozen=True, slots=True)
class WriterProfile:
    """The form and temperature in which a model writes best, the share of good rewrites there, and all trials."""

    form: Form
    temperature: float
    share: float
    trials: tuple[WritingTrial, ...] = ()

    @classmethod
    def of(cls, trials: Sequence[WritingTrial]) -> "WriterProfile":
        """What follows from trials: of equal forms the one that can say more, and of temperatures the lower one, unless
        the higher one brings more than a single good rewrite more: one of eight is chance."""
        if not trials:
            return cls(Form.ONE_LINE, 0.7, 0.0)
        best = max((_at_best([each for each in trials if each.form is form]) for form in Form), key=_share)
        assert best is not None
        return cls(best.form, best.temperature, best.share, tuple(trials))

    @property
    def writes(self) -> bool:
        """Whether it is worth asking this model for prompts at all."""
        return self.share >= LEAST_SHARE

    @property
    def sentence(self) -> str:
        """What it means for a search."""
        percent = f"{100 * self.share:.0f}"
        if not self.writes:
            return (
                f"This model is no writer of prompts: at best {percent} % of its rewrites are of use. Name another "
                "model as writer, or take a method that needs none."
            )
        form = _IN_WORDS[self.form]
        return f"Of this model's rewrites {percent} % are of use, asked {form} at temperature {self.temperature}."


def _at_best(trials: Sequence[WritingTrial]) -> WritingTrial | None:
    """The trial of one form whose temperature is to be taken."""
    ordered = sorted(trials, key=lambda trial: trial.temperature)
    best = ordered[0] if ordered else None
    for trial in ordered[1:]:
        if best is not None and trial.good > best.good + 1:
            best = trial
    return best


def _share(trial: WritingTrial | None) -> tuple[float, int]:
    return (-1.0, 0) if trial is None else (trial.share, list(Form).index(trial.form))


_IN_WORDS: Final = {
    Form.ONE_LINE: "for one line with a begun answer",
    Form.COMPACT: "in a short question",
    Form.FULL: "in a full question",
}


def most_tokens(words: int) -> int:
    """The cap of a rewrite of a prompt of so many words: what is longer has gone astray."""
    return 3 * words + 48
