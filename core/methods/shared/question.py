"""What the questions of APE, DistillPrompt and the random paraphrase have in common."""

from dataclasses import replace

from core.domain.task import Task
from core.lab.lab import Lab
from core.lab.proposing.question import Question

TAG = "new_prompt"
REPLY = f"Reply with the prompt only, inside <{TAG}> and </{TAG}>."
MARKERS = (f"<{TAG}", f"</{TAG}", "<prompt", "</prompt>", "<draft", "</draft>")
"""What a reply may not bring along into a prompt."""


def most_tokens(question: Question, wanted: int) -> int:
    """Tokens for a reply: `wanted`, or what replacing a long prompt takes."""
    return max(wanted, 3 * question.longest)


def sampled(question: Question, temperature: float, wanted: int) -> Question:
    """The question with its sampling."""
    return replace(question, temperature=temperature, max_tokens=most_tokens(question, wanted))


def room(lab: Lab, question: Question, wanted: int) -> int:
    """Tokens left free in the optimizer's context by a question and its reply; negative: too long."""
    return lab.room(question.text, most_tokens(question, wanted))


def answers_line(task: Task) -> str:
    """What is fixed about the answers, whatever the prompt says; empty if nothing is."""
    contract = task.contract
    if contract.instruction:
        return f"Under the prompt always stands, so do not repeat it: {' '.join(contract.instruction.split())}"
    return f"The answers possible are {', '.join(contract.labels)}, and no others." if contract.labels else ""
