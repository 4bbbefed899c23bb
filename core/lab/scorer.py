"""One prompt on one block of rows: asks the task model and judges the replies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.control import CancelToken
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.runspec import Reading, Role
from core.domain.scoring import Verdict
from core.domain.task import Task
from core.errors import PromptTooLongError
from core.events import Cost
from core.lab.grader import Grader, cost_of
from core.llm.base import (
    ChatMessage,
    ChatModel,
    ChoiceRequest,
    Contest,
    Observer,
    Part,
    RenderedPrompt,
    Request,
    ignore,
)
from core.metrics import LabelDecided, can_stop_at_label

BLOCK = 16
"""Rows per block: the unit of evaluation, caching, racing and resuming (architecture, "Numbers that do not depend on
history")."""

TOO_LONG = "too_long"


def messages(task: Task, prompt: Prompt, example: Example) -> tuple[ChatMessage, ...]:
    """The conversation for one row. All of it is the person's or a model's text, none the product's own.

    A worked example that is this very row is left out, as it would tell the answer.
    """
    return tuple(ChatMessage(turn.role, (Part(turn.text),)) for turn in task.ask(prompt.beside(example), example))


def group_of(prompt: Prompt, example: Example) -> str:
    """What is computed together: the rows with the same worked examples before them, which they share."""
    return prompt.beside(example).key


@dataclass(frozen=True, slots=True)
class Scorer:
    """Asks `model` about rows of `task`. An example that cannot be asked is a verdict, not an exception.

    `models` are those of the run by role: some metrics ask a judge or an embedding model what a reply is worth.
    `failures` are rows on which the metric itself failed, of all that this scorer has scored.
    `stop_at_label`: written replies of label tasks end once their label is decided (`core.metrics.deciding`).
    At a `temperature` of 0, as in every run, `seed` has no effect.
    """

    model: ChatModel
    task: Task
    reading: Reading
    cancel: CancelToken
    observer: Observer = ignore
    models: Mapping[Role, ChatModel] = field(default_factory=dict)
    temperature: float = 0.0
    seed: int = 0
    stop_at_label: bool = False
    failures: list[Verdict] = field(default_factory=list)

    def messages(self, prompt: Prompt, example: Example) -> tuple[ChatMessage, ...]:
        """The conversation for one row."""
        return messages(self.task, prompt, example)

    def requests(self, prompt: Prompt, examples: Sequence[Example]) -> list[Request]:
        """What the model is asked where replies are generated, one request per row."""
        contract = self.task.contract
        stopping = self.stop_at_label and can_stop_at_label(contract)
        return [
            Request(
                self.messages(prompt, example),
                contract.max_tokens,
                temperature=self.temperature,
                seed=self.seed,
                stops=contract.stops,
                reasoning_cap=self._thoughts,
                group=group_of(prompt, example),
                ending=LabelDecided(contract, example.input) if stopping else None,
            )
            for example in examples
        ]

    @property
    def grader(self) -> Grader:
        """What judges the replies."""
        return Grader(self.task, self.models, self.cancel, self.observer, self.failures)

    def most_calls(self, examples: Sequence[Example]) -> int:
        """An upper bound of the calls that scoring these rows costs."""
        return len(examples) * (1 + self.grader.calls_per_row)

    def most_tokens(self, prompt: Prompt, examples: Sequence[Example]) -> int:
        """An upper bound of the tokens that scoring these rows costs."""
        asked = sum(self._asked_tokens(prompt, example) for example in examples)
        return asked + self.grader.most_tokens(examples) + len(examples) * self._most_reply

    @property
    def _thoughts(self) -> int:
        """Tokens of thoughts that are allowed. Labels are compared where the reply begins, so without a thought."""
        return 0 if self.reading is Reading.CHOICES else self.task.contract.thought_tokens

    @property
    def _most_reply(self) -> int:
        return 0 if self.reading is Reading.CHOICES else self.task.contract.max_tokens + self._thoughts

    def rendered(self, prompt: Prompt, example: Example) -> RenderedPrompt:
        """Exactly what the model is asked about one row."""
        return self.model.render(self.messages(prompt, example), reasoning_cap=self._thoughts)

    def _asked_tokens(self, prompt: Prompt, example: Example) -> int:
        return len(self.rendered(prompt, example).token_ids)

    def score(self, prompt: Prompt, examples: Sequence[Example]) -> tuple[tuple[Verdict, ...], Cost]:
        """A verdict per row, in order, and what it cost."""
        try:
            return self._score(prompt, examples)
        except PromptTooLongError:
            return self._score_what_fits(prompt, examples)

    def _score(self, prompt: Prompt, examples: Sequence[Example]) -> tuple[tuple[Verdict, ...], Cost]:
        if self.reading is Reading.CHOICES:
            return self._choose(prompt, examples)
        replies = self.model.complete(self.requests(prompt, examples), observer=self.observer, cancel=self.cancel)
        verdicts, judging = self.grader.judge([reply.text for reply in replies], examples, prompt.key)
        return tuple(verdicts), cost_of([reply.usage for reply in replies]) + judging

    def _choose(self, prompt: Prompt, examples: Sequence[Example]) -> tuple[tuple[Verdict, ...], Cost]:
        labels = self.task.contract.labels
        requests = [
            ChoiceRequest(self.messages(prompt, example), labels, group_of(prompt, example), Contest.GREEDY)
            for example in examples
        ]
        scores = self.model.score_choices(requests, observer=self.observer, cancel=self.cancel)
        verdicts, judging = self.grader.judge([labels[score.best] for score in scores], examples, prompt.key)
        return tuple(verdicts), cost_of([score.usage for score in scores]) + judging

    def _score_what_fits(self, prompt: Prompt, examples: Sequence[Example]) -> tuple[tuple[Verdict, ...], Cost]:
        room = self.model.info.context - self.task.contract.max_tokens - self._thoughts
        fits = [self._asked_tokens(prompt, example) <= room for example in examples]
        asked = [example for example, fit in zip(examples, fits, strict=True) if fit]
        verdicts, spent = self._score(prompt, asked) if asked else ((), Cost())
        by_row = {verdict.row: verdict for verdict in verdicts}
        return tuple(
            by_row.get(example.row) or Verdict(example.row, 0.0, "", reason=TOO_LONG) for example in examples
        ), spent
