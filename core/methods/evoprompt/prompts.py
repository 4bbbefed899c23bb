"""EvoPrompt's questions to the optimizer: a crossover with a mutation (GA), and a differential step (DE).

The steps asked for are those of the paper (Guo et al. 2024, figures 1 and 2); the words are ours. A model that gets few
words is asked for one step at a time, in forms that the models shipped with Whet are trained on.
"""

from core.domain.prompt import Prompt
from core.domain.task import Task
from core.lab.proposing.question import Question
from core.methods.shared import compact
from core.methods.shared.question import MARKERS as OWN_MARKERS
from core.methods.shared.question import REPLY, TAG, answers_line
from core.methods.shared.slots import joined, kept

MARKERS = (*OWN_MARKERS, "<instruction", "</instruction>")
"""What a reply may not bring along into a prompt."""


def crossing(task: Task, one: Prompt, other: Prompt) -> Question:
    """Asks for a child of two prompts, mutated: both steps in one reply, of which the second one counts."""
    return _question(task, (one, other), _CROSS, ("1", "2"), "cross")


def differing(task: Task, basic: Prompt, one: Prompt, other: Prompt, best: Prompt) -> Question:
    """Asks for `basic` crossed with `best` after what tells `one` from `other` was mutated."""
    return _question(task, (basic, one, other, best), _DIFFER, ("basic", "1", "2", "best"), "differ")


def merging(one: Prompt, other: Prompt, purpose: str) -> Question:
    """Asks for one prompt out of two, in few words."""
    texts = (one.text, other.text)
    return Question(compact.merging(texts), one, purpose, prompts=texts, markers=MARKERS)


def rephrasing(prompt: Prompt, purpose: str) -> Question:
    """Asks for a mutation, in few words."""
    return Question(compact.rephrasing(prompt.text), prompt, purpose, prompts=(prompt.text,), markers=MARKERS)


def _question(task: Task, shown: tuple[Prompt, ...], order: str, names: tuple[str, ...], purpose: str) -> Question:
    texts = tuple(prompt.text for prompt in shown)
    blocks = (f'<instruction name="{name}">\n{text}\n</instruction>' for name, text in zip(names, texts, strict=True))
    text = joined(
        "Instructions for one and the same task of a language model follow.",
        *blocks,
        "\n".join(line for line in (order, answers_line(task), kept(shown[0]), REPLY) if line),
    )
    return Question(text, shown[0], purpose, prompts=texts, tag=TAG, markers=MARKERS)


_CROSS = """\
First make one instruction out of 1 and 2, with the best of each. Then change its wording here and there, so
that it still asks for the same thing."""

_DIFFER = """\
First find where 1 and 2 differ. Then think of another wording for these places. Put the new wording into the
best instruction, and cross what comes out with the basic one: take each part from the one that says it better."""
