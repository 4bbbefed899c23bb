"""Every question to a model, put once: recalled where a resumed run has the answer, else asked; logged and charged."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace

import msgspec

from core.domain.candidate import Candidate
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.runspec import Reading, Role, RunSpec
from core.domain.scoring import Recurring, Verdict
from core.domain.task import Task
from core.errors import RunError
from core.events import AnswersWeighed, BlockScored, Cost, OptimizerReplied, RowsProbed
from core.lab.bench import Bench
from core.lab.scorer import BLOCK, TOO_LONG, Scorer
from core.lab.soft import NO_ROOM, SoftReader
from core.llm.base import FinishReason, Request
from core.said import Said, as_said

MostTokens = Callable[[Prompt, Sequence[Example]], int]
"""An upper bound of what asking a prompt about these rows costs."""


class Questions:
    """Each question may raise `OutOfBudget`, before it is put, `Cancelled`, and `RunError` for a log of another run."""

    def __init__(self, task: Task, spec: RunSpec, bench: Bench) -> None:
        self._spec = spec
        self._bench = bench
        self._scorer = Scorer(
            bench.model(Role.TASK),
            task,
            spec.reading,
            bench.cancel,
            bench.observer,
            bench.models,
            stop_at_label=spec.stops_at_label,
        )
        self.soft = SoftReader(bench.model(Role.TASK), task, bench.cancel, bench.observer, spec.reading)
        self._asks = 0
        self._recurring = Recurring()
        self._thoughts = task.contract.thought_tokens

    def block(self, candidate: Candidate, on: Split, block: int, rows: Sequence[Example]) -> tuple[Verdict, ...]:
        """Verdicts on these rows, which are block `block` of the split, counted from 0."""
        event = self._bench.journal.recall(BlockScored)
        if event is None:
            first = block * BLOCK + 1
            phase = _of_rows(candidate.id, on, first, first + len(rows) - 1)
            event = BlockScored(candidate.id, on, block, *self._answers(candidate, rows, phase))
        same = (event.candidate, event.split, event.block) == (candidate.id, on, block)
        self._keep(event, "" if same else "another block of answers")
        return self._recurring(event.verdicts)

    @property
    def compares_labels(self) -> bool:
        """Whether rows are answered by comparing the labels that a soft score weighs."""
        return self._spec.reading is Reading.CHOICES and self.soft.labels == self.soft.task.contract.labels

    def block_of_old(self, candidate: Candidate, on: Split, block: int) -> bool:
        """Whether an earlier version's log goes on with this block, asked without weighing."""
        event = self._bench.journal.recall(BlockScored)
        return event is not None and (event.candidate, event.split, event.block) == (candidate.id, on, block)

    def judged(
        self, candidate: Candidate, on: Split, block: int, rows: Sequence[Example], written: Sequence[int]
    ) -> tuple[Verdict, ...]:
        """Verdicts on rows that were weighed, which are block `block` of the split; the calls are counted already."""
        labels = self.soft.labels
        fits = [(row, labels[place]) for row, place in zip(rows, written, strict=True) if place != NO_ROOM]
        judged, spent = self._scorer.grader.judge([text for _, text in fits], [row for row, _ in fits], candidate.id)
        by_row = {verdict.row: verdict for verdict in judged}
        verdicts = tuple(by_row.get(row.row) or Verdict(row.row, 0.0, "", reason=TOO_LONG) for row in rows)
        self._keep(BlockScored(candidate.id, on, block, verdicts, spent), "")
        return self._recurring(verdicts)

    def chosen(self, candidate: Candidate, on: Split, rows: Sequence[Example]) -> tuple[Verdict, ...]:
        """Verdicts on any rows of a split, a block of them at most."""
        event = self._bench.journal.recall(RowsProbed)
        if event is None:
            event = RowsProbed(
                candidate.id, on, *self._answers(candidate, rows, Said("{id}: chosen rows", id=candidate.id))
            )
        asked, answered = [example.row for example in rows], [verdict.row for verdict in event.verdicts]
        same = (event.candidate, event.split, answered) == (candidate.id, on, asked)
        self._keep(event, "" if same else "answers to other rows")
        return self._recurring(event.verdicts)

    def weighed(self, candidate: Candidate, on: Split, rows: Sequence[Example]) -> AnswersWeighed:
        """How likely the answers to these rows are, a block of them at most, as `core.lab.soft.SoftReader.read`."""
        event = self._bench.journal.recall(AnswersWeighed)
        asked = tuple(example.row for example in rows)
        if event is None:
            self._check(candidate, self.soft.most_tokens, len(rows), rows)
            self._bench.phase(Said("{id}: comparing answers", id=candidate.id))
            weighed = self.soft.weigh(candidate.prompt, rows)
            event = AnswersWeighed(
                candidate.id, on, asked, weighed.logprobs, weighed.spent, weighed.written or msgspec.UNSET
            )
            self._refuse_long_seed(candidate, all(not sums for sums in event.logprobs))
        same = (event.candidate, event.split, event.rows) == (candidate.id, on, asked)
        self._keep(event, "" if same else "other rows' answers")
        return event

    def ask(self, request: Request, n: int, purpose: str) -> OptimizerReplied:
        """`n` replies of the optimizer model, each with a seed of its own.

        The request's grammar is left out where the model cannot be held to one.
        """
        number, self._asks = self._asks, self._asks + 1
        text = "\n".join(message.text for message in request.messages)
        event = self._bench.journal.recall(OptimizerReplied)
        if event is None:
            event = self._asked(number, purpose, text, [self._variant(request, number, i) for i in range(n)])
        same = (event.ask, event.prompt) == (number, text)
        self._keep(event, "" if same else "another question to the optimizer")
        return event

    def _keep(self, event: BlockScored | RowsProbed | AnswersWeighed | OptimizerReplied, what: str) -> None:
        """Log it and charge it. `what`: what a resumed run's log holds instead."""
        if what:
            raise RunError(
                Said(
                    "The run's log does not fit this version of Whet: it holds {what} than the method now asks for.",
                    what=as_said(what),
                ),
                kept="The log is kept as it is.",
                hint="Start a new run with the same settings.",
            )
        self._bench.journal.emit(event)
        self._bench.meter.charge(event.spent)

    def _answers(self, candidate: Candidate, rows: Sequence[Example], phase: str) -> tuple[tuple[Verdict, ...], Cost]:
        self._check(candidate, self._scorer.most_tokens, self._scorer.most_calls(rows), rows)
        self._bench.phase(phase)
        verdicts, spent = self._scorer.score(candidate.prompt, rows)
        self._refuse_long_seed(candidate, all(verdict.reason == TOO_LONG for verdict in verdicts))
        return verdicts, spent

    def _check(self, candidate: Candidate, most_tokens: MostTokens, calls: int, rows: Sequence[Example]) -> None:
        tokens = 0 if self._spec.budget.tokens is None else most_tokens(candidate.prompt, rows)
        self._bench.meter.check(calls, tokens)

    def _refuse_long_seed(self, candidate: Candidate, nothing_fits: bool) -> None:  # noqa: FBT001 - what was found
        if candidate.is_seed and nothing_fits:
            raise RunError(
                "The seed prompt with one row does not fit into the model's context.",
                hint="Shorten the prompt, or load the model with a larger context.",
            )

    def _variant(self, request: Request, number: int, reply: int) -> Request:
        held = self._bench.model(Role.OPTIMIZER).capabilities.grammar
        return replace(
            request,
            seed=self._seed("ask", number, reply),
            reasoning_cap=self._thoughts,
            grammar=request.grammar if held else "",
            group=" ".join(("ask", str(number))),  # part of the cache's key, and read by nobody
        )

    def _asked(self, number: int, purpose: str, text: str, requests: Sequence[Request]) -> OptimizerReplied:
        model = self._bench.model(Role.OPTIMIZER)
        tokens = 0
        if self._spec.budget.tokens is not None:
            asked = len(model.render(requests[0].messages, reasoning_cap=self._thoughts).token_ids)
            tokens = len(requests) * (asked + requests[0].max_tokens + self._thoughts)
        self._bench.meter.check(len(requests), tokens)
        self._bench.phase(Said("asking the optimizer ({purpose})", purpose=as_said(purpose)))
        replies = model.complete(requests, observer=self._bench.observer, cancel=self._bench.cancel)
        spent = Cost(
            len(replies),
            sum(reply.usage.prompt_tokens for reply in replies),
            sum(reply.usage.completion_tokens for reply in replies),
        )
        cut = tuple(i for i, reply in enumerate(replies) if reply.finish_reason is FinishReason.LENGTH)
        return OptimizerReplied(
            number, purpose, text, tuple(reply.text for reply in replies), spent, cut or msgspec.UNSET
        )

    def _seed(self, *parts: object) -> int:
        """A 32-bit seed that depends on the run's seed and the place in the run, not on the order of calls."""
        digest = hashlib.sha256("/".join(map(str, (self._spec.seed, *parts))).encode()).digest()
        return int.from_bytes(digest[:4], "big")


def _of_rows(candidate: str, on: Split, first: int, last: int) -> str:
    """What is being answered, as a sentence of its own for each split: translators see whole sentences."""
    match on:
        case Split.TRAIN:
            return Said("{candidate}: train rows {first} to {last}", candidate=candidate, first=first, last=last)
        case Split.VALIDATION:
            return Said("{candidate}: validation rows {first} to {last}", candidate=candidate, first=first, last=last)
        case Split.TEST:
            return Said("{candidate}: sealed rows {first} to {last}", candidate=candidate, first=first, last=last)
