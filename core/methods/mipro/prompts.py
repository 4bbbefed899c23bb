"""MIPROv2's questions to the optimizer: what the data looks like, and an instruction grounded in it.

What is shown is what the paper's proposer shows (Opsahl-Ong et al. 2024, section 4): a summary of the data, solved
rows, the present prompt, a tip; the words are ours. The compact form is one that the models shipped with Whet are
trained on.
"""

from core.domain.example import Example
from core.domain.prompt import Prompt, fill
from core.domain.task import Task
from core.lab.proposing.question import Question
from core.methods.shared import compact
from core.methods.shared.question import MARKERS, REPLY, TAG, answers_line
from core.methods.shared.slots import joined, kept, texts

TIPS = (
    "",
    "Be creative: say it as nobody would at first.",
    "Keep it simple: short and clear.",
    "Describe the task and the answer in detail.",
    "Say that much depends on a right answer.",
    "Give the model a role that suits the task.",
)
"""What an instruction should be like; one of them is drawn for every question."""


def summary(task: Task, seed: Prompt, rows: tuple[Example, ...]) -> Question:
    """Asks what the rows have in common, in two sentences."""
    order = (
        f"Say in two sentences what these inputs are, and what has to be done with them, inside <{TAG}> and </{TAG}>."
    )
    text = joined("Rows of a data set follow.", *_solved(task, rows), order)
    return Question(text, seed, "summary", values=tuple(texts(rows)), shown=rows, tag=TAG, markers=MARKERS)


def instruction(
    task: Task, seed: Prompt, rows: tuple[Example, ...], tip: str, about: str, *, in_few_words: bool
) -> Question:
    """Asks for an instruction that brings a model from the inputs of these rows to their answers."""
    shown = tuple(texts(rows))
    if in_few_words:
        text = compact.instruction([compact.SolvedExample(row.input, row.answer) for row in rows])
        return Question(text, seed, "instruct", values=shown, shown=rows, markers=MARKERS)
    text = joined(
        "A language model is to solve rows such as these.",
        *_solved(task, rows),
        f"About the data: {about}" if about else "",
        f"The instruction used so far:\n<prompt>\n{seed.text}\n</prompt>" if seed.text else "",
        "\n".join(line for line in (_ORDER, tip, answers_line(task), kept(seed), REPLY) if line),
    )
    return Question(text, seed, "instruct", prompts=(seed.text,), values=shown, shown=rows, tag=TAG, markers=MARKERS)


_ORDER = "Write an instruction that makes the model answer all such rows right. Mention none of the rows."


def _solved(task: Task, rows: tuple[Example, ...]) -> list[str]:
    return [f"Input:\n{fill(task.input_template, row)}\nAnswer:\n{row.answer}" for row in rows]
