"""Parts that the questions of several methods have in common: examples, failures, what must stay, what is an echo."""

from collections.abc import Sequence

from core.domain.example import Example
from core.domain.prompt import Prompt, fill
from core.domain.scoring import Verdict
from core.domain.task import Task
from core.methods.shared import compact
from core.methods.shared.examples import bare_input

PLACEHOLDER = "[[PROMPT]]"
TAG = "new_prompt"
MARKERS = (PLACEHOLDER, f"<{TAG}", f"</{TAG}", "<tried", "</tried", "<current>", "</current>")
"""What a reply may not bring along into a prompt."""

REPLY = f"Reply with the instruction only, inside <{TAG}> and </{TAG}>."

_LONGEST_ANSWER = 60
"""Words of a wrong answer that are shown: enough to see what went wrong."""

_LONGEST_REMARK = 500
"""Characters of what a metric or a judge says of an answer."""


def places_input(prompt: Prompt) -> bool:
    """Whether the prompt says itself where the input goes."""
    return "input" in prompt.placeholders


def position(task: Task, prompt: Prompt) -> str:
    """Where the instruction stands, in words."""
    return "around the input" if places_input(prompt) else task.placement.phrase


def asked(task: Task, prompt: Prompt, example: Example) -> str:
    """An example with its answer, and `PLACEHOLDER` at the very position that the instruction will have."""
    if places_input(prompt):
        return f"Input:\n{fill(task.input_template, example)}\nExpected answer:\n{example.answer}"
    *system, question = task.ask(Prompt(PLACEHOLDER), example)
    heading = f"System message:\n{system[0].text}\n" if system else ""
    return f"{heading}Input:\n{question.text}\nExpected answer:\n{example.answer}"


def failed(task: Task, example: Example, verdict: Verdict) -> str:
    """A row answered wrongly, in full."""
    given = " ".join(verdict.output.split()[:_LONGEST_ANSWER]) or "(nothing)"
    remark = f"\nRemark:\n{verdict.reason[:_LONGEST_REMARK]}" if verdict.parsed and verdict.reason else ""
    return f"Item:\n{bare_input(task, example)}\nIts answer:\n{given}\nExpected answer:\n{example.answer}{remark}"


def failed_in_few_words(task: Task, example: Example, verdict: Verdict) -> compact.Failure:
    """A row answered wrongly, for the compact wordings."""
    given = " ".join(verdict.output.split()[:_LONGEST_ANSWER])
    return compact.Failure(bare_input(task, example), given, example.answer)


def kept(prompt: Prompt) -> str:
    """A sentence about what must stay word for word; empty if nothing must."""
    parts = (*prompt.locked, *(f"{{{{{name}}}}}" for name in sorted(prompt.placeholders)))
    return f"Keep these parts exactly as they are: {' | '.join(parts)}" if parts else ""


def texts(examples: Sequence[Example]) -> list[str]:
    """The inputs and answers of examples."""
    return [text for example in examples for text in (example.input, *example.answers)]


def joined(*slots: str) -> str:
    """The slots that are not empty, with a blank line between them."""
    return "\n\n".join(slot for slot in slots if slot)
