"""Five prompts that a person would write for a task without looking at its scores: what a search is held against."""

from core.domain.prompt import Prompt
from core.domain.task import AnswerKind, Task

_LABELLED = (
    "Classify the text into one of these categories: {labels}.",
    "Read the text below and answer with the label that fits it best. The labels are: {labels}.",
    "Which of these labels describes the text: {labels}? Answer with the label only.",
    "You are an expert annotator. Decide which category the text belongs to ({labels}) and reply with its name.",
    "Assign the correct label to the following text. Possible labels: {labels}. Do not explain your answer.",
)
_OTHERS = (
    "Answer the question.",
    "Read the input carefully and give the correct answer.",
    "Give only the answer to the following, without any explanation.",
    "You are an expert. Complete the task for the input below and reply with the result only.",
    "Transform the input as the task requires. Write the output and nothing else.",
)


def human_prompts(task: Task) -> tuple[Prompt, ...]:
    """The five, with the task's labels filled in."""
    labelled = task.contract.kind in {AnswerKind.LABEL, AnswerKind.CHOICE} and task.contract.labels
    texts = _LABELLED if labelled else _OTHERS
    return tuple(Prompt(text.replace("{labels}", ", ".join(task.contract.labels))) for text in texts)
