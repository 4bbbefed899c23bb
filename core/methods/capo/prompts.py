"""CAPO's questions to the optimizer: an instruction from examples, two instructions crossed, and one written anew.

What is asked for is that of the paper's two meta-prompts (Zehle et al. 2025, appendix); the words are ours. The compact
forms are ones that the models shipped with Whet are trained on.
"""

from dataclasses import dataclass

from core.domain.example import Example
from core.domain.prompt import Prompt, fill
from core.domain.task import Task
from core.lab.proposing.question import Question
from core.methods.shared import compact, slots

MARKERS = (f"<{slots.TAG}", f"</{slots.TAG}", "<instruction>", "</instruction>")
"""What a reply may not bring along into a prompt."""


@dataclass(frozen=True, slots=True)
class CapoVariation:
    """Asks for one instruction made from one or two others; the first is the one whose fixed parts must stay."""

    task: Task
    parents: tuple[Prompt, ...]
    in_few_words: bool = False

    @property
    def text(self) -> str:
        """The question: to merge if there are two parents, to write anew if there is one."""
        texts = [parent.text for parent in self.parents]
        if self.in_few_words:
            return compact.merging(texts) if len(texts) > 1 else compact.rephrasing(texts[0])
        asked = _CROSS if len(texts) > 1 else _MUTATE
        about = f"What the task is about: {self.task.description}" if self.task.description else ""
        shown = (f"<instruction>\n{text}\n</instruction>" for text in texts)
        return slots.joined(asked, about, *shown, slots.kept(self.parents[0]), slots.REPLY)

    @property
    def question(self) -> Question:
        """As it is put to the optimizer."""
        return Question(
            self.text,
            self.parents[0],
            "cross" if len(self.parents) > 1 else "mutate",
            prompts=tuple(parent.text for parent in self.parents),
            tag="" if self.in_few_words else slots.TAG,
            markers=MARKERS,
        )


@dataclass(frozen=True, slots=True)
class FromExamples:
    """Asks for the instruction behind solved rows; `seed` is the prompt whose fixed parts must stay."""

    task: Task
    seed: Prompt
    examples: tuple[Example, ...]
    in_few_words: bool = False

    @property
    def text(self) -> str:
        """The question."""
        inputs = [fill(self.task.input_template, example) for example in self.examples]
        if self.in_few_words:
            return compact.instruction([compact.SolvedExample(row.input, row.answer) for row in self.examples])
        about = f"What the task is about: {self.task.description}" if self.task.description else ""
        shown = (f"Input:\n{text}\nAnswer:\n{row.answer}" for text, row in zip(inputs, self.examples, strict=True))
        asked = _WRITE.format(position=self.task.placement.phrase)
        return slots.joined(_SOLVED, about, *shown, asked, slots.kept(self.seed), slots.REPLY)

    @property
    def question(self) -> Question:
        """As it is put to the optimizer."""
        return Question(
            self.text,
            self.seed,
            "start",
            values=tuple(slots.texts(self.examples)),
            shown=self.examples,
            tag="" if self.in_few_words else slots.TAG,
            markers=MARKERS,
        )


_SOLVED = "Solved examples of a task for a language model follow."

_WRITE = """\
Write the instruction, to be put {position}, that lets the model give such answers to other inputs:
what the task is, and how the answer must look. Do not mention names, numbers or texts of single
examples."""

_CROSS = """\
Two instructions for the same task follow. Write one instruction that takes the best of both, and
that is no longer than it needs to be."""

_MUTATE = """\
An instruction for a language model follows. Write one that means the same and says it differently:
clearer, in another order, or in fewer words."""
