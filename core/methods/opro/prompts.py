"""OPRO's meta-prompt: tried instructions with their scores in ascending order, exercises, and the request.

The slots and their order are the paper's (Yang et al. 2024, section 4.2); the words are ours. The compact form is one
that the models shipped with Whet are trained on, so its blank lines count.
"""

import math
from dataclasses import dataclass, replace

from core.domain.example import Example
from core.domain.scoring import Scored
from core.domain.task import Task
from core.lab.lab import Lab
from core.lab.proposing.question import Question
from core.methods.shared import compact, slots
from core.methods.shared.examples import bare_input

COMPACT_TRIED = 3
"""Tried prompts that the smallest models were trained to compare: the compact wording shows no more."""


@dataclass(frozen=True, slots=True)
class OproMetaPrompt:
    """The slots. `tried` in ascending order of their scores, so that the best one stands last."""

    task: Task
    tried: tuple[Scored, ...]
    examples: tuple[Example, ...] = ()
    compact: bool = False

    @property
    def text(self) -> str:
        """The question, in the chosen wording."""
        return self._in_few_words() if self.compact else self._in_full()

    @property
    def best(self) -> Scored:
        """The best prompt shown."""
        return self.tried[-1]

    @property
    def longest(self) -> int:
        """Words of the longest prompt shown."""
        return max(scored.candidate.prompt.words for scored in self.tried)

    @property
    def shorter(self) -> "OproMetaPrompt | None":
        """With one thing less to show: first the worst prompts, then the examples; or `None`."""
        if len(self.tried) > 1:
            return replace(self, tried=self.tried[1:])
        return replace(self, examples=self.examples[:-1]) if self.examples else None

    def fitting(self, lab: Lab) -> "OproMetaPrompt":
        """This question without what the optimizer's context has no room for beside a reply."""
        meta = replace(self, tried=self.tried[-COMPACT_TRIED:]) if self.compact else self
        while lab.room(meta.text, lab.reply_tokens(meta.longest)) < 0 and meta.shorter is not None:
            meta = meta.shorter
        return meta

    def question(self, temperature: float, longest: int) -> Question:
        """As it is put to the optimizer. `longest`: characters of a new prompt (0: no limit), or twice the best's."""
        return Question(
            self.text,
            self.best.candidate.prompt,
            "generate",
            parents=(self.best.candidate.id,),
            prompts=tuple(scored.text for scored in self.tried),
            values=tuple(slots.texts(self.examples)),
            shown=self.examples,
            tag="" if self.compact else slots.TAG,
            markers=slots.MARKERS,
            most_characters=max(longest, 2 * len(self.best.text)) if longest else math.inf,
            temperature=temperature,
        )

    def _in_full(self) -> str:
        prompt = self.best.candidate.prompt
        return slots.joined(
            _TRIED,
            *(f'<tried score="{scored.card.percent:.0f}">\n{scored.text}\n</tried>' for scored in self.tried),
            (_INPUT_PLACE if slots.places_input(prompt) else _PLACE) if self.examples else "",
            *(slots.asked(self.task, prompt, example) for example in self.examples),
            _WRITE.format(position=slots.position(self.task, prompt)),
            "\n".join(line for line in (slots.kept(prompt), slots.REPLY) if line),
        )

    def _in_few_words(self) -> str:
        return compact.trajectory(
            [compact.TriedPrompt(scored.text, scored.card.percent) for scored in self.tried],
            [compact.SolvedExample(bare_input(self.task, example), example.answer) for example in self.examples],
            keep=slots.kept(self.best.candidate.prompt),
        )


_TRIED = """\
Here are instructions for a language model, each with its score from 0 (all answers
wrong) to 100 (all answers right). The better ones come later, the best one last."""

_PLACE = f"""\
These are exercises of the task. The instruction goes where {slots.PLACEHOLDER} stands; then
the expected answer should come out."""

_INPUT_PLACE = """\
These are exercises of the task. Each input goes where {{input}} stands in the
instruction; then the expected answer should come out."""

_WRITE = """\
Write one more instruction, unlike all of those above, that you expect to score higher
than the last one. It stands {position} and has to serve for every exercise of
this kind, so it names nothing that occurs in these ones only."""
