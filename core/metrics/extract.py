"""The answer inside a reply, read by the kind that the task's contract names.

What is right was decided by the probes of the GPO specification (§3.2, where the published graders err): an explicit
announcement counts more than a mention, an assertion more than a denied word, a chosen option more than a listed one,
and a number that is not given as the answer is no answer. Each reader documents its own order of rules.
"""

import json
import re
from collections.abc import Callable, Sequence

from core.domain.label_sets import written_labels
from core.domain.task import AnswerContract, AnswerKind
from core.metrics.announcing import announced, answering, corrected, headed
from core.metrics.choices import read_choice
from core.metrics.cleaning import LONGEST, bare, emphasized, first_line, unmarked, without_thoughts
from core.metrics.label_names import label_names
from core.metrics.label_sets import read_labels
from core.metrics.labels import read_label
from core.metrics.languages import ENDING_COPULA
from core.metrics.lists import read_list
from core.metrics.numbers import accepted_number, decimal_comma, read_number, written
from core.metrics.options import by_letter, mark_of
from core.metrics.structured import (
    as_text,
    behind_a_tag,
    boxed,
    container,
    cut_field,
    inside_tags,
    named,
    only_container,
    repeated,
    without_asides,
)

Read = Callable[[str], str | None]
_AGAIN = re.compile(
    r"(?:the |die |la |el |il |a )?(?:final |correct |right )?(?:answer|antwort|réponse|respuesta|resposta|risposta)\b",
    re.I,
)
"""Where an announcement begins that follows another one: "Answer: the answer is …"."""
_DECIDED = frozenset({AnswerKind.LABEL, AnswerKind.CHOICE, AnswerKind.NUMBER})
"""Answers that are told from other words: a later one may take back an earlier, and one may follow an aside."""


def extract(text: str, contract: AnswerContract, question: str = "", accepted: Sequence[str] = ()) -> str | None:
    """The answer in a reply, or `None` if there is none of the contract's kind. Never raises.

    Labels and choices come back as the contract writes them, numbers without exponent and needless zeros, lists with
    ", " between their items, everything else as written. `question` is the row's input: it names the options of a
    multiple-choice row, tells lists of brackets, and which sign its numbers have. `accepted` are the row's answers: a
    reply that is one of them to the letter is read as it is, and where they are JSON, the JSON of the reply is read.

    In this order: the part of a structured reply that is named as the answer (a JSON field, a tag, a box); the reply up
    to where it goes on to another question or to its reasons; the whole reply.
    """
    if text.strip() and any(text.strip() == answer.strip() for answer in accepted):
        return _itself(text.strip(), contract, comma=decimal_comma(tuple(accepted), question))
    whole = without_thoughts(text[:LONGEST]).strip()
    if not whole:
        return None
    read = _reader(contract, question, tuple(accepted))
    if contract.kind is AnswerKind.LABEL and contract.labels:
        label = label_names(contract.labels).exactly(whole)
        if label is not None:
            return label
    if contract.kind is not AnswerKind.TEXT:
        whole = without_asides(whole)
    found = _structured(whole, contract, read, accepted)
    if found is None and contract.kind in _DECIDED and (rest := behind_a_tag(whole)):
        found = _structured(rest, contract, read, accepted) or _plain(rest, contract.kind, read)
    return found or _plain(whole, contract.kind, read)


def read_span(text: str) -> str | None:
    """The first line of what is announced, or of the whole reply, without quotation marks and full stop."""
    head = headed(text)
    tails = [head] if head is not None else announced(text, results=False)
    line = first_line(tails[0] if tails else text)
    line = next(iter(announced(line, results=False)), line) if tails and _AGAIN.match(line) else line
    if line.endswith((":", "：")) and not tails:
        line = first_line(text.partition(line)[2]) or line
    line = bare(line)
    return (bare(ENDING_COPULA.sub("", line)) if tails else line) or None


def _itself(answer: str, contract: AnswerContract, *, comma: bool) -> str:
    """An accepted answer as its kind writes it; as it is, where its kind has no way of its own."""
    if contract.kind is AnswerKind.NUMBER:
        value = accepted_number(answer, comma=comma)
        return answer if value is None else written(value)
    if contract.kind is AnswerKind.LABEL:
        return label_names(contract.labels).exactly(answer) or answer
    if contract.kind is AnswerKind.CHOICE:
        return by_letter(contract.labels).get(mark_of(answer), answer)
    return answer


def _reader(contract: AnswerContract, question: str, accepted: tuple[str, ...]) -> Read:
    labels = contract.labels
    match contract.kind:
        case AnswerKind.LABEL:
            return lambda text: read_label(text, labels) if labels else read_span(text)
        case AnswerKind.LABELS:
            return lambda text: None if (found := read_labels(text, labels)) is None else written_labels(found)
        case AnswerKind.CHOICE:
            return lambda text: read_choice(text, labels, question)
        case AnswerKind.NUMBER:
            comma = decimal_comma(accepted, question)
            return lambda text: None if (value := read_number(text, comma=comma)) is None else written(value)
        case AnswerKind.LIST:
            return lambda text: ", ".join(read_list(text, question)) or None
        case AnswerKind.SPAN:
            return read_span
        case AnswerKind.TEXT:
            return lambda text: text or None


def _structured(whole: str, contract: AnswerContract, read: Read, accepted: Sequence[str]) -> str | None:
    """What a reply with a form gives, or `None` where it has none or its answer is not of the contract's kind."""
    kind = contract.kind
    if kind in {AnswerKind.SPAN, AnswerKind.TEXT} and any(container(answer) is not None for answer in accepted):
        found = only_container(whole)
        return None if found is None else json.dumps(found, ensure_ascii=False)
    tagged = None if kind is AnswerKind.LABELS and repeated(whole) is not None else inside_tags(whole)
    if tagged is not None and (found_inside := _value(tagged, contract, read)) is not None:
        return found_inside
    if (kind is not AnswerKind.LIST or whole.lstrip("`\n json")[:1] in {"[", "{"}) and whole[:1] != "\\":
        found_inside = _in_json(whole, contract, read)
        if found_inside is not None:
            return found_inside
    box = boxed(whole) if kind is not AnswerKind.TEXT else None
    return None if box is None else read(unmarked(box))


def _in_json(whole: str, contract: AnswerContract, read: Read) -> str | None:
    value = only_container(whole) if "{" in whole or "[" in whole else None
    begins = whole.lstrip("`\n jsonJSON")[:1]
    if value is None and begins == "{" and (cut := cut_field(whole)) is not None:
        return _value(cut, contract, read)
    if contract.kind is AnswerKind.LABELS and value is not None:
        return read(whole)
    if isinstance(value, dict):
        value = named(value, contract.labels)
    elif contract.kind is not AnswerKind.LIST and not (isinstance(value, list) and len(value) == 1 and begins == "["):
        return None
    return None if value is None else _value(as_text(value), contract, read)


def _value(text: str, contract: AnswerContract, read: Read) -> str | None:
    """The answer in a named part of a reply."""
    if contract.kind is AnswerKind.LABEL and contract.labels:
        return label_names(contract.labels).exactly(text) or read(unmarked(text))
    return read(unmarked(text))


def _plain(whole: str, kind: AnswerKind, read: Read) -> str | None:
    if kind is AnswerKind.TEXT:
        return read(unmarked(whole))
    found = None
    for text in (unmarked(whole), whole):
        found = found or _answer(answering(text, read), whole, kind, read)
    return found


def _answer(text: str, whole: str, kind: AnswerKind, read: Read) -> str | None:
    if kind in _DECIDED:
        text = corrected(text, read)
    if kind is AnswerKind.NUMBER and not announced(text):
        bold = {value for each in emphasized(whole) if (value := read(each)) is not None}
        if len(bold) == 1 and read(first_line(text)) is not None:
            return bold.pop()
    return read(text)
