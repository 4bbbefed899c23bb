"""GPO's meta-prompt from its slots: a full wording, and a compact one that models of a few million parameters follow.

The order of the slots is that of the authors' `generate_without` (Tang et al. 2025); the words are ours. The compact
form is one that the models shipped with Whet are trained on, so its blank lines count.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from core.domain.example import Example
from core.domain.scoring import Scored
from core.domain.task import Task
from core.lab.lab import Lab
from core.lab.proposing.question import Question
from core.methods.shared import compact, slots
from core.methods.shared.examples import bare_input


class HistoryOrder(StrEnum):
    """How tried prompts are listed: as in the paper, the current one last; or as in the authors' code, first."""

    PAPER = "paper"
    CODE = "code"

    def of(self, earlier: Sequence[Scored], current: Scored) -> tuple[Scored, ...]:
        """The list, given the earlier prompts in the paper's order."""
        return (*earlier, current) if self is HistoryOrder.PAPER else (current, *reversed(earlier))


@dataclass(frozen=True, slots=True)
class GpoMetaPrompt:
    """The slots. `tried` in the order shown, `current` among them; `budget` in words, `None` for no control.

    `weaknesses`: a reflection on the current prompt's errors. Without `scores` the prompts are shown without theirs.
    """

    task: Task
    tried: tuple[Scored, ...]
    current: Scored
    examples: tuple[Example, ...] = ()
    budget: int | None = None
    editing: bool = False
    compact: bool = False
    weaknesses: str = ""
    scores: bool = True

    @property
    def text(self) -> str:
        """The question, in the chosen wording."""
        return self._in_few_words() if self.compact else self._in_full()

    @property
    def longest(self) -> int:
        """Words of the longest prompt shown."""
        return max(scored.candidate.prompt.words for scored in self.tried)

    @property
    def shorter(self) -> "GpoMetaPrompt | None":
        """With one thing less to show: first all tried prompts but the current one, then the examples; or `None`."""
        if len(self.tried) > 1:
            return replace(self, tried=self.tried[1:] if self.tried[-1] == self.current else self.tried[:-1])
        return replace(self, examples=self.examples[:-1]) if self.examples else None

    def fitting(self, lab: Lab) -> "GpoMetaPrompt":
        """This question without what the optimizer's context has no room for beside a reply."""
        meta = self
        while lab.room(meta.text, lab.reply_tokens(meta.longest)) < 0 and meta.shorter is not None:
            meta = meta.shorter
        return meta

    def question(self, temperature: float, most_changed: float) -> Question:
        """As it is put to the optimizer."""
        return Question(
            self.text,
            self.current.candidate.prompt,
            "edit" if self.editing else "generate",
            parents=(self.current.candidate.id,),
            prompts=tuple(scored.text for scored in self.tried),
            values=tuple(slots.texts(self.examples)),
            shown=self.examples,
            tag="" if self.compact else slots.TAG,
            markers=slots.MARKERS,
            most_changed=most_changed,
            temperature=temperature,
        )

    def _in_full(self) -> str:
        prompt = self.current.candidate.prompt
        parts = (
            f"{_OPENING} {_INPUT_PLACE if slots.places_input(prompt) else _PLACE}",
            *(self._tried() if self.scores or len(self.tried) > 1 else ()),
            f"In use now:\n<current>\n{self.current.text}\n</current>",
            f"Weaknesses seen in its errors:\n{self.weaknesses}" if self.weaknesses else "",
            "Where the instruction is inserted, with the answers expected:" if self.examples else "",
            *(slots.asked(self.task, prompt, example) for example in self.examples),
            "An answer that does not agree with the expected one counts as an error.",
            "\n".join(filter(None, (self._order(), slots.kept(prompt), self._budget(), slots.REPLY))),
        )
        return slots.joined(*parts)

    def _tried(self) -> list[str]:
        ending = _ENDING.format(end="ends" if self.tried[-1] == self.current else "begins")
        if not self.scores:
            return [
                f"Instructions tried so far. {ending}",
                *(f"<tried>\n{tried.text}\n</tried>" for tried in self.tried),
            ]
        shown = (f'<tried score="{tried.card.percent:.1f}">\n{tried.text}\n</tried>' for tried in self.tried)
        return [f"{_TRIED} {ending}", *shown]

    def _in_few_words(self) -> str:
        """Scores are always shown: the models that know this wording know no other."""
        return compact.trajectory(
            [compact.TriedPrompt(scored.text, scored.card.percent) for scored in self.tried],
            [compact.SolvedExample(bare_input(self.task, example), example.answer) for example in self.examples],
            keep=slots.kept(self.current.candidate.prompt),
            budget=self.budget,
            weaknesses=self.weaknesses,
            editing=self.editing,
        )

    def _order(self) -> str:
        position = slots.position(self.task, self.current.candidate.prompt)
        if not self.scores:
            return (_EDIT_UNSCORED if self.editing else _GENERATE_UNSCORED).format(position=position)
        return (_EDIT if self.editing else _GENERATE).format(position=position)

    def _budget(self) -> str:
        if self.budget is None:
            return ""
        return f"Stay close to the instruction in use now: add, remove or replace at most {self.budget} words."


_OPENING = "You are improving an instruction for a language model."

_PLACE = f"""\
The instruction goes where
{slots.PLACEHOLDER} stands in the examples below."""

_INPUT_PLACE = """\
The input goes where
{{input}} stands in the instruction."""

_TRIED = """\
Instructions tried so far. The score says how good the answers were, from 0 (all wrong)
to 100 (all right)."""

_ENDING = "The list {end} with the one in use now."

_GENERATE = """\
Work out what the higher-scoring instructions do that the lower-scoring ones do not.
Then write one new instruction that should score higher than all of them, to be put
{position}. It must fit every item of this kind of task: do not mention names,
numbers or options from the examples."""

_EDIT = """\
Compare the scores, find what is weak in the instruction in use now, and revise that
instruction. Keep what works. The revised instruction is put {position}.
It must fit every item of this kind of task: do not mention names, numbers or options
from the examples."""

_GENERATE_UNSCORED = """\
Write one new instruction that does the same job better, to be put {position}.
It must fit every item of this kind of task: do not mention names, numbers or options
from the examples."""

_EDIT_UNSCORED = """\
Find what is weak in the instruction in use now, and revise that instruction. Keep what
works. The revised instruction is put {position}. It must fit every item of this kind
of task: do not mention names, numbers or options from the examples."""
