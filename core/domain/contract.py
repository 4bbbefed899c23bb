"""The sentence that tells a model what form its answer must have, where the task gives none of its own."""

from core.domain.task import AnswerKind

_WITH_LABELS = {
    AnswerKind.LABEL: "Answer with exactly one of: {labels}.",
    AnswerKind.LABELS: "Answer with all that apply of these, separated by commas, or with none: {labels}.",
    AnswerKind.CHOICE: "Answer with exactly one option, by its name: {labels}.",
}
_WITHOUT_LABELS = {
    AnswerKind.LABEL: "Answer with the label only.",
    AnswerKind.LABELS: "Answer with all labels that apply, separated by commas, or with none.",
    AnswerKind.CHOICE: "Answer with the letter of one option only, for example (A).",
    AnswerKind.NUMBER: "Answer with one number only.",
    AnswerKind.LIST: "Answer with the items only, separated by commas.",
    AnswerKind.SPAN: "Answer with the words asked for only, without an explanation.",
    AnswerKind.TEXT: "",
}


def contract_instruction(kind: AnswerKind, labels: tuple[str, ...] = ()) -> str:
    """One sentence, or nothing for free text. It is appended to every prompt and never edited by a method."""
    if labels and kind in _WITH_LABELS:
        return _WITH_LABELS[kind].format(labels=", ".join(labels))
    return _WITHOUT_LABELS[kind]
