"""What APE puts to the optimizer: solved examples, of which it is to guess the instruction (forward generation)."""

from collections.abc import Sequence

from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.task import Task
from core.lab.proposing.question import Question
from core.methods.shared import compact
from core.methods.shared.examples import bare_input
from core.methods.shared.question import MARKERS, REPLY, TAG, answers_line
from core.methods.shared.slots import joined, kept
from core.methods.shared.wording import Wording


def instruction(task: Task, start: Prompt, examples: Sequence[Example], wording: Wording) -> Question:
    """Asks for the instruction that leads from the inputs to the answers. The person's own prompt is not shown.

    A reply takes over the demonstrations, locked spans and placeholders of `start`.
    """
    solved = [compact.SolvedExample(bare_input(task, example), example.answer) for example in examples]
    values = tuple(text for each in solved for text in each)
    if wording is Wording.COMPACT:
        return Question(
            compact.instruction(solved), start, "guess", values=values, shown=tuple(examples), markers=MARKERS
        )
    pairs = "\n\n".join(f"Input: {each.input}\nAnswer: {each.output}" for each in solved)
    text = joined(
        "A language model was given one instruction and then these inputs. It gave these answers, all of them right.",
        pairs,
        "\n".join(line for line in (_ORDER, answers_line(task), kept(start), REPLY) if line),
    )
    return Question(text, start, "guess", values=values, shown=tuple(examples), tag=TAG, markers=MARKERS)


_ORDER = """\
What was the instruction? Write it so that it leads to the right answers for new inputs too:
mention no input and no answer of these items."""
