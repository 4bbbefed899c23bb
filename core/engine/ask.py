"""A person asks models one thing and listens: the playground of the window, `whet ask` on the command line."""

import math
import time
from dataclasses import dataclass
from pathlib import Path

from core.control import CancelToken
from core.data import tasks
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.scoring import Verdict
from core.domain.task import Task
from core.domain.variables import fitting
from core.engine.commands.ask import Answered, Ask, AskRendered, LabelShare, TokenHeard
from core.engine.context import EngineContext
from core.engine.messages import Progressed
from core.engine.models import form_words_of
from core.engine.prepare import reference
from core.errors import CapabilityError, UsageError, WhetError
from core.lab.grader import Grader
from core.llm.base import ChatMessage as Turn
from core.llm.base import ChatModel, ChoiceRequest, HeardToken, Part, Reply, Request, StreamingModel
from core.metrics import check_metric
from core.said import Said, joined

_MOST_LABELS = 100
"""More labels than these are not weighed: it would take longer than the reply."""


@dataclass(frozen=True, slots=True)
class _Question:
    command: Ask
    task: Task
    messages: tuple[Turn, ...]

    @property
    def request(self) -> Request:
        command = self.command
        return Request(
            self.messages,
            command.max_tokens,
            temperature=command.temperature,
            top_p=command.top_p,
            seed=command.seed,
            stops=self.task.contract.stops,
            logprobs=max(command.alternatives, 1),
            reasoning_cap=command.reasoning_cap,
        )


def ask(command: Ask, context: EngineContext) -> None:
    """Ask every model in turn. One that fails says so in its `Answered`, and the next is asked all the same."""
    question = _question(command)
    for place, path in enumerate(command.models):
        try:
            answered = _ask_one(question, place, path, context)
        except WhetError as error:
            answered = Answered(place, problem=str(error))
        context.send(answered)


def _question(command: Ask) -> _Question:
    if not command.models:
        raise UsageError("Nobody is asked.", hint="Choose a model.")
    task = tasks.load_task(Path(command.task_folder)) if command.task_folder else Task("", (), ())
    prompt = fitting(task.start(command.prompt), task) if command.task_folder else Prompt(command.prompt)
    turns = task.ask(prompt, command.example)
    if not any(turn.text.strip() for turn in turns):
        raise UsageError("There is nothing to ask.", hint="Write a prompt or an input.")
    return _Question(command, task, tuple(Turn(turn.role, (Part(turn.text),)) for turn in turns))


def _ask_one(question: _Question, place: int, path: str, context: EngineContext) -> Answered:
    command, send, cancel = question.command, context.send, context.cancel
    ref = reference(path, command.settings.get(path, {}), context.report, cancel, [])
    model, made_room = context.models.to_hear(ref, path, beside=command.models, cancel=cancel, send=send)
    freed = f"There was no memory for several models at once, so others were freed for {ref.name}." if made_room else ""
    note = joined(form_words_of(path), freed)
    send(
        AskRendered(place, ref.name, model.render(question.messages, reasoning_cap=command.reasoning_cap).pieces, note)
    )
    send(Progressed(f"{ref.name} writes", 0.0))
    began = time.monotonic()
    first = 0.0

    def hear(token: HeardToken) -> None:
        nonlocal first
        first = first or time.monotonic() - began
        send(TokenHeard(place, token))

    if not isinstance(model, StreamingModel):
        raise CapabilityError(Said("{name} cannot be listened to while it writes.", name=ref.name))
    reply = model.stream(question.request, hear, cancel=cancel)
    seconds = time.monotonic() - began
    verdict, why_none = _judged(question, reply, cancel)
    return Answered(
        place,
        reply.text,
        reply.reasoning,
        reply.finish_reason.value,
        reply.usage.prompt_tokens,
        reply.usage.completion_tokens,
        first,
        seconds,
        verdict,
        _labels(question, model, cancel),
        why_none,
    )


def _judged(question: _Question, reply: Reply, cancel: CancelToken) -> tuple[Verdict | None, str]:
    """The reply judged by the task's metric, or why it is not."""
    example: Example = question.command.example
    if not question.command.task_folder or not any(example.answers):
        return None, ""
    try:
        metric = check_metric(question.task)
        if metric.roles:
            return None, f"The task's metric, {metric.label.lower()}, asks another model, which is not done here."
        verdicts, _ = Grader(question.task, {}, cancel).judge([reply.text], [example], "")
    except WhetError as error:
        return None, str(error)
    return verdicts[0], ""


def _labels(question: _Question, model: ChatModel, cancel: CancelToken) -> tuple[LabelShare, ...]:
    """How likely each label of the task is as the whole reply, the likeliest first."""
    labels = question.task.contract.labels
    if not labels or len(labels) > _MOST_LABELS or not model.capabilities.score_choices:
        return ()
    scores = model.score_choices([ChoiceRequest(question.messages, labels)], cancel=cancel)[0].logprobs
    top = max(scores)
    weights = [math.exp(score - top) for score in scores]
    found = zip(labels, scores, weights, strict=True)
    shares = (LabelShare(label, score, weight / sum(weights)) for label, score, weight in found)
    return tuple(sorted(shares, key=lambda each: -each.share))
