"""The answer inside a reply, read by the kind that the task's contract names.

What is right was decided by the probes of the GPO specification (§3.2, where the published graders err): an explicit
announcement counts more than a mention, an assertion more than a denied word, a chosen option more than a listed one,
and a number that is not given as the answer is no answer. Each reader documents its own order of rules.
"""

from core.domain.task import AnswerContract, AnswerKind
from core.metrics.choices import read_choice
from core.metrics.cleaning import announced, bare, clean, first_line
from core.metrics.labels import read_label
from core.metrics.lists import read_list
from core.metrics.numbers import read_number, written


def extract(text: str, contract: AnswerContract, question: str = "") -> str | None:
    """The answer in a reply, or `None` if there is none of the contract's kind. Never raises.

    Labels and choices come back as the contract writes them, numbers without exponent and needless zeros, lists with
    ", " between their items, everything else as written. `question` is the row's input: it names the options of a
    multiple-choice row, and tells lists of brackets.
    """
    cleaned = clean(text)
    if not cleaned:
        return None
    match contract.kind:
        case AnswerKind.LABEL:
            return read_label(cleaned, contract.labels) if contract.labels else read_span(cleaned)
        case AnswerKind.CHOICE:
            return read_choice(cleaned, contract.labels, question)
        case AnswerKind.NUMBER:
            value = read_number(cleaned)
            return None if value is None else written(value)
        case AnswerKind.LIST | AnswerKind.LABELS:
            return ", ".join(read_list(cleaned, question)) or None
        case AnswerKind.SPAN:
            return read_span(cleaned)
        case AnswerKind.TEXT:
            return cleaned


def read_span(text: str) -> str | None:
    """The first line of what is announced, or of the whole reply, without quotation marks and full stop."""
    tails = announced(text)
    line = first_line(tails[0] if tails else text)
    if line.endswith((":", "：")) and not tails:
        line = first_line(text.partition(line)[2]) or line
    return bare(line) or None
