"""Judges replies, asking the judge and the embedding model where the task's metric wants to know something of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core import metrics
from core.control import CancelToken
from core.domain.example import Example
from core.domain.runspec import ROLE_WORDS, Role
from core.domain.scoring import Verdict
from core.domain.task import Task
from core.errors import RunError, TaskError
from core.events import Cost
from core.llm.base import ChatModel, Observer, Request, Usage, ignore, user
from core.said import Said, as_said

MOST_FAILURES = 5
"""Rows on which a metric may fail in a run."""

_ANY = "x"
"""A reply that has an answer of every kind that a judge judges."""

_AGAIN = 2
"""The reply of one model may be more tokens to another; by experience never twice as many."""


@dataclass(frozen=True, slots=True)
class Grader:
    """Verdicts on replies to rows of `task`. `models` are those of the run by role.

    Like scores, what a judge says is computed per block and is part of the block's durable verdicts: a run that is
    resumed does not ask again. `failures` collects the rows on which the metric itself failed.
    """

    task: Task
    models: Mapping[Role, ChatModel]
    cancel: CancelToken
    observer: Observer = ignore
    failures: list[Verdict] = field(default_factory=list)

    @property
    def calls_per_row(self) -> int:
        """Calls of the judge model, at most."""
        return metrics.metric_of(self.task).calls

    def most_tokens(self, examples: Sequence[Example]) -> int:
        """Tokens that judging these rows costs at most, as far as can be said before the replies are there."""
        if not self.calls_per_row:
            return 0
        judge = self._model(Role.JUDGE)
        questions = [question for example in examples for question in metrics.wants(_ANY, example, self.task).questions]
        reply = _AGAIN * self.task.contract.max_tokens
        return sum(len(judge.render(user(each.text)).token_ids) + reply + each.max_tokens for each in questions)

    def judge(self, replies: Sequence[str], examples: Sequence[Example], group: str) -> tuple[list[Verdict], Cost]:
        """A verdict per reply, and what other models cost; `group` names the block."""
        rows = list(zip(replies, examples, strict=True))
        wanted = [metrics.wants(reply, example, self.task) for reply, example in rows]
        said, spent = self._ask([question for each in wanted for question in each.questions], group)
        texts = list(dict.fromkeys(text for each in wanted for text in each.texts))
        vectors = self._model(Role.EMBEDDER).embed(texts, cancel=self.cancel) if texts else ()
        answers = metrics.Answers(said, dict(zip(texts, vectors, strict=True)))
        return [self._verdict(reply, example, answers) for reply, example in rows], spent

    def _verdict(self, reply: str, example: Example, answers: metrics.Answers) -> Verdict:
        """Raises `TaskError` once the task's metric has failed on so many rows that it means nothing."""
        verdict = metrics.judge(reply, example, self.task, answers, self.failures)
        if len(self.failures) >= MOST_FAILURES:
            rows = ", ".join(str(failed.row) for failed in self.failures)
            raise TaskError(
                Said(
                    "The task's own metric failed on {failures} rows ({rows}). Row {row}: {reason}.",
                    failures=len(self.failures),
                    rows=rows,
                    row=self.failures[0].row,
                    reason=as_said(self.failures[0].reason),
                ),
                kept="Nothing was scored by it.",
                hint="Correct the metric file, confirm it again (whet task trust) and try it (whet try).",
            )
        return verdict

    def _ask(
        self, questions: Sequence[metrics.JudgeQuestion], group: str
    ) -> tuple[dict[metrics.JudgeQuestion, str], Cost]:
        """The judge's replies, each question asked once. One that is too long for the judge is left out."""
        if not questions:
            return {}, Cost()
        judge = self._model(Role.JUDGE)
        fitting = [question for question in dict.fromkeys(questions) if _fits(judge, question)]
        requests = [
            Request(
                user(question.text),
                question.max_tokens,
                grammar=question.grammar if judge.capabilities.grammar else "",
                reasoning_cap=0,
                group=f"judge {group}",
            )
            for question in fitting
        ]
        replies = judge.complete(requests, observer=self.observer, cancel=self.cancel) if requests else []
        said = {question: reply.text for question, reply in zip(fitting, replies, strict=True)}
        return said, cost_of([reply.usage for reply in replies])

    def _model(self, role: Role) -> ChatModel:
        if role not in self.models:
            raise RunError(
                Said("The task's metric needs a model as {role}, and this run has none.", role=ROLE_WORDS[role])
            )
        return self.models[role]


def cost_of(usages: Sequence[Usage]) -> Cost:
    """What so many requests cost."""
    return Cost(
        calls=len(usages),
        prompt_tokens=sum(usage.prompt_tokens for usage in usages),
        completion_tokens=sum(usage.completion_tokens for usage in usages),
    )


def _fits(judge: ChatModel, question: metrics.JudgeQuestion) -> bool:
    return len(judge.render(user(question.text)).token_ids) + question.max_tokens <= judge.info.context
