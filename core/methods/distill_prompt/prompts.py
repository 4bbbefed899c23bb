"""What DistillPrompt puts to the optimizer in its five stages: the requests are the paper's, the words are ours."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.scoring import Scored
from core.domain.task import Task
from core.lab.proposing.question import Question
from core.methods.shared import compact
from core.methods.shared.examples import bare_input
from core.methods.shared.question import MARKERS, REPLY, TAG, answers_line
from core.methods.shared.slots import joined, kept
from core.methods.shared.wording import Wording

_ANGLES = (
    "Use as few words as you can.",
    "Give the steps to take, in their order.",
    "Say what to do with inputs that are unclear or lie on a border.",
    "Say outright what to do and what not to do.",
)
"""How the variations of one prompt differ, in the order of `compact.ANGLES`."""

_LEAST_WORDS = 120
_SHORT_WORDS = 75
_LEAST_REPHRASED = 16


@dataclass(frozen=True, slots=True)
class Stages:
    """The questions of the five stages about one task, in a settled wording."""

    task: Task
    wording: Wording

    def vary(self, best: Scored, attempt: int) -> Question:
        """Stage 1: a clearer prompt than the best one, whose score is shown; every attempt from another angle."""
        if self._compact:
            angle = compact.ANGLES[attempt % len(compact.ANGLES)]
            return self._ask(compact.variation(best.text, best.card.percent, angle), best.candidate.prompt)
        order = (
            f"On practice items it scored {best.value:.3f}, where 1 would be perfect.\n{_VARY}\n"
            f"{_ANGLES[attempt % len(_ANGLES)]}\nUse no facts and no possible answers that it does not name."
        )
        return self._about(best.candidate.prompt, order, words=max(_LEAST_WORDS, 2 * best.candidate.prompt.words))

    def learn(self, prompt: Prompt, examples: Sequence[Example]) -> Question:
        """Stage 2: the prompt with what solved examples teach, without the examples themselves."""
        solved = [compact.SolvedExample(bare_input(self.task, example), example.answer) for example in examples]
        values = tuple(text for each in solved for text in each)
        if self._compact:
            return self._ask(compact.lesson(prompt.text, solved), prompt, values=values)
        items = "\n\n".join(f"Input: {each.input}\nRight answer: {each.output}" for each in solved)
        words = max(_LEAST_WORDS, 2 * prompt.words)
        return self._about(
            prompt, _LEARN, words=words, shown=f"Some items of the task, solved:\n\n{items}", values=values
        )

    def shorten(self, prompt: Prompt) -> Question:
        """Stage 3: its main idea in two or three sentences."""
        if self._compact:
            return self._ask(compact.shortening(prompt.text), prompt)
        return self._about(prompt, _SHORTEN, words=_SHORT_WORDS)

    def merge(self, drafts: Sequence[Prompt]) -> Question:
        """Stage 4: one prompt from several for the same task."""
        texts = tuple(draft.text for draft in drafts)
        if self._compact:
            return self._ask(compact.merging(texts), drafts[0], prompts=texts)
        listed = "\n".join(f"<draft>\n{text}\n</draft>" for text in texts)
        head = f"Drafts of one prompt, all for the same task:\n{listed}"
        longest = max(draft.words for draft in drafts)
        return self._about(drafts[0], _MERGE, words=max(_LEAST_WORDS, 2 * longest), head=head, prompts=texts)

    def rephrase(self, prompt: Prompt) -> Question:
        """Stage 5: the same in other words, and about as long."""
        if self._compact:
            return self._ask(compact.rephrasing(prompt.text), prompt, words=_as_long(prompt))
        return self._about(prompt, _REPHRASE, words=_as_long(prompt))

    @property
    def _compact(self) -> bool:
        return self.wording is Wording.COMPACT

    def _ask(
        self,
        text: str,
        prompt: Prompt,
        *,
        words: float = math.inf,
        prompts: tuple[str, ...] = (),
        values: tuple[str, ...] = (),
        tag: str = "",
    ) -> Question:
        return Question(
            text,
            prompt,
            prompts=prompts or (prompt.text,),
            values=values,
            tag=tag,
            markers=MARKERS,
            most_words=words,
        )

    def _about(
        self,
        prompt: Prompt,
        order: str,
        *,
        words: int,
        head: str = "",
        shown: str = "",
        prompts: tuple[str, ...] = (),
        values: tuple[str, ...] = (),
    ) -> Question:
        """The full wording: what it is about, what to do, and what holds for every reply."""
        size = f"Write in the language of the prompt, {words} words at most."
        rules = "\n".join(line for line in (order, answers_line(self.task), kept(prompt), size, REPLY) if line)
        text = joined(head or f"A prompt for a language model:\n<prompt>\n{prompt.text}\n</prompt>", shown, rules)
        return self._ask(text, prompt, words=words, prompts=prompts, values=values, tag=TAG)


def _as_long(prompt: Prompt) -> int:
    """A fifth longer at most; very short prompts have more freedom."""
    return max(_LEAST_REPHRASED, math.ceil(1.2 * prompt.words))


_VARY = """\
Find where it leaves room for misunderstanding, and write a version that a small model follows more reliably."""

_LEARN = """\
Work out for yourself what makes one answer right and another wrong here, and write the prompt anew with these rules
in it. It has to serve items that nobody has seen yet: keep its purpose, and repeat nothing from the items above."""

_SHORTEN = """\
Write it again in two or three sentences: what the goal is, the rules by which answers are found, and their order
where it matters. Leave out everything else, examples above all."""

_MERGE = """\
Make one prompt of them. Take what most of them have in common, and every rule that two or more of them give; where
they disagree, take the more precise. Put no examples in it."""

_REPHRASE = """\
Say the same with other words and in another order. Add nothing, lose nothing, and keep about its length."""
