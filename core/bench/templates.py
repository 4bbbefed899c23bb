"""How many of the bundled model's replies to the optimizer's questions can be used as they are, per question."""

import random
from collections.abc import Callable, Sequence
from itertools import pairwise

from core.bench.table import Cell
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.task import Task
from core.lab.proposing.guards import Script
from core.lab.proposing.proposer import lines, objection
from core.lab.proposing.replies import clean
from core.llm.base import ChatModel, FinishReason, Reply, Request, user
from core.methods.shared import compact

_REPLIES, _FULL_REPLIES = 8, 30
"""Replies per question and task."""

_TOKENS = 256
_HALF_CLEAR = "Write something about the input."
_CRITIC = "The prompt does not say what is wanted."

Questions = dict[str, tuple[str, Callable[[str], bool]]]


def table(model: ChatModel, sheets: Sequence[tuple[Task, str]], *, full: bool) -> list[dict[str, Cell]]:
    """One row per question: the share of replies that a method could use, without a grammar, at temperature 1.

    `sheets`: tasks with their vague prompts. A reply is usable if it ended by itself, is no echo of the question and
    leaks no example; a sheet needs all its headings, a line must be one line.
    """
    n = _FULL_REPLIES if full else _REPLIES
    usable: dict[str, list[bool]] = {}
    for task, vague in sheets:
        for name, (question, accepted) in _questions(task, vague).items():
            requests = [Request(user(question), _TOKENS, temperature=1.0, seed=i, group=name) for i in range(n)]
            replies = model.complete(requests)
            usable.setdefault(name, []).extend(_usable(reply, question, accepted) for reply in replies)
    return [{"template": k, "replies": len(v), "usable %": round(100 * sum(v) / len(v), 1)} for k, v in usable.items()]


def _questions(task: Task, vague: str) -> Questions:
    rng = random.Random(0)
    rows = rng.sample(task.train, 6)
    shown = [compact.SolvedExample(row.input, row.answer) for row in rows]
    failed = [compact.Failure(row.input, other.answer, row.answer) for row, other in pairwise(rows)]
    tried = [compact.TriedPrompt(_HALF_CLEAR, 10), compact.TriedPrompt(vague, 4)]

    def prompt(text: str) -> bool:
        strange = objection(text, Prompt(vague), 0) or Script.of(vague)(text)
        return not strange and not _leaks(text, rows)

    def sheet(text: str) -> bool:
        headed = [line.partition(":")[0] for line in text.splitlines() if ":" in line]
        return prompt(text) and tuple(headed) == compact.SHEET

    def line(text: str) -> bool:
        return prompt(text) and "\n" not in text

    return {
        "instruction": (compact.instruction(shown[:4]), prompt),
        "trajectory": (compact.trajectory(tried, shown[:3], budget=20), prompt),
        "trajectory, editing": (compact.trajectory(tried, shown[:3], budget=20, editing=True), prompt),
        "criticism": (compact.criticism(vague, failed[:3]), line),
        "improvement": (compact.improvement(vague, _CRITIC, failed[:3]), prompt),
        "line": (compact.line((vague, "Do not explain."), 0, failed[:2]), line),
        "sheet": (compact.sheet(shown[:4]), sheet),
        **{f"variation, {a}": (compact.variation(vague, 5, a), prompt) for a in compact.ANGLES},
        "lesson": (compact.lesson(vague, shown[:4]), prompt),
        "shortening": (compact.shortening(f"{vague} {_HALF_CLEAR}"), prompt),
        "merging": (compact.merging((vague, _HALF_CLEAR)), prompt),
        "rephrasing": (compact.rephrasing(vague), prompt),
    }


def _usable(reply: Reply, question: str, accepted: Callable[[str], bool]) -> bool:
    text = clean(reply.text)
    ended = reply.finish_reason is FinishReason.STOP
    return ended and bool(text) and not lines(text) <= lines(question) and accepted(text)


def _leaks(text: str, rows: Sequence[Example]) -> bool:
    """Whether the prompt repeats a whole input of three words or more."""
    return any(len(row.input.split()) > 2 and row.input.casefold() in text.casefold() for row in rows)
