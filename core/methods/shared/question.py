"""What the questions of APE, DistillPrompt and the random paraphrase have in common."""

from core.domain.task import Task

TAG = "new_prompt"
REPLY = f"Reply with the prompt only, inside <{TAG}> and </{TAG}>."
MARKERS = (f"<{TAG}", f"</{TAG}", "<prompt", "</prompt>", "<draft", "</draft>")
"""What a reply may not bring along into a prompt."""


def answers_line(task: Task) -> str:
    """What is fixed about the answers, whatever the prompt says; empty if nothing is."""
    contract = task.contract
    if contract.instruction:
        return f"Under the prompt always stands, so do not repeat it: {' '.join(contract.instruction.split())}"
    return f"The answers possible are {', '.join(contract.labels)}, and no others." if contract.labels else ""
