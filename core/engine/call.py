"""One question of a run again, exactly: what the model was given token by token, and what it replied.

The log has the replies. Tokens and their probabilities are computed again, with the whole block of rows that the reply
was computed in, since the bits of an answer may depend on what is computed beside it.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from core.domain.example import Example, Split
from core.domain.runspec import Reading, Role
from core.domain.scoring import Verdict
from core.domain.task import Task
from core.engine.commands.ask import LabelShare
from core.engine.commands.show_call import CallShown, CallToken, ShowCall
from core.engine.context import EngineContext
from core.engine.logged import LoggedRun, open_run
from core.errors import PromptTooLongError, UsageError
from core.lab.scorer import BLOCK, Scorer, group_of
from core.llm.base import ChatModel, ChoiceRequest, RenderedPrompt, Reply, SpellingModel, TokenLogprob, user
from core.said import Said
from core.state import Node

_ALTERNATIVES = 3


def show_call(command: ShowCall, context: EngineContext) -> CallShown:
    """The call of a candidate on a row, or a question to the optimizer. Raises `UsageError` for one that was none."""
    run = open_run(command)
    if not command.candidate:
        return _of_ask(command, run, context)
    judge = run.judge(context)
    judge.begin(Said("computing the call again"))
    return _of_row(command, run, judge.scorer)


def _of_ask(command: ShowCall, run: LoggedRun, context: EngineContext) -> CallShown:
    asked = next((ask for ask in run.state.asks if ask.ask == command.ask), None)
    if asked is None:
        raise UsageError(Said("The run has no question {ask} to the optimizer.", ask=command.ask))
    spec = run.spec
    role = Role.OPTIMIZER if Role.OPTIMIZER in spec.models else Role.TASK
    files = {key: path for key, path in command.models.items() if key is role}
    model = context.models.for_run(
        {role: spec.models[role]}, files, cancel=context.cancel, send=context.send, owner=""
    )[role]
    read = _read(model.render(user(asked.prompt), reasoning_cap=run.task.contract.thought_tokens))
    return CallShown(model.info.name, read, "\n\n".join(asked.replies), note=FROM_THE_LOG)


FROM_THE_LOG = "The replies are those of the log; they were drawn at random, and are not computed again."


def _of_row(command: ShowCall, run: LoggedRun, scorer: Scorer) -> CallShown:
    node = run.state.nodes.get(command.candidate)
    if node is None:
        raise UsageError(Said("The run has no candidate “{candidate}”.", candidate=command.candidate))
    rows, example = _block(run.task, command.row)
    verdict = _logged(node, command.row)
    read = _read(scorer.rendered(node.candidate.prompt, example))
    try:
        if run.spec.reading is Reading.CHOICES:
            return _chosen(scorer, node, rows, example, verdict, read)
        return _written(scorer, node, rows, example, verdict, read)
    except PromptTooLongError:
        note = "A row of its block does not fit into the model's context, so the reply is not computed again."
        return CallShown(scorer.model.info.name, read, verdict.output if verdict else "", verdict=verdict, note=note)


def _block(task: Task, row: int) -> tuple[Sequence[Example], Example]:
    """The rows that are asked together with this one. The sealed test is not among them."""
    for split in (Split.TRAIN, Split.VALIDATION):
        rows = task.rows(split)
        for place, example in enumerate(rows):
            if example.row == row:
                start = place // BLOCK * BLOCK
                return rows[start : start + BLOCK], example
    raise UsageError(Said("Row {row} is not among the train and validation rows of “{name}”.", row=row, name=task.name))


def _logged(node: Node, row: int) -> Verdict | None:
    """What the log says of the call; `None` if the candidate was never asked."""
    return next((known[row] for known in node.verdicts.values() if row in known), None)


def _written(
    scorer: Scorer,
    node: Node,
    rows: Sequence[Example],
    example: Example,
    verdict: Verdict | None,
    read: tuple[CallToken, ...],
) -> CallShown:
    asked = scorer.requests(node.candidate.prompt, rows)
    requests = [replace(each, logprobs=_ALTERNATIVES) for each in asked]
    reply = scorer.model.complete(requests, cancel=scorer.cancel)[list(rows).index(example)]
    return CallShown(
        scorer.model.info.name,
        read,
        verdict.output if verdict is not None else reply.text,
        _spelled(scorer.model, reply),
        finish=reply.finish_reason.value,
        verdict=verdict,
        note=_compared(verdict, reply.text),
    )


def _chosen(
    scorer: Scorer,
    node: Node,
    rows: Sequence[Example],
    example: Example,
    verdict: Verdict | None,
    read: tuple[CallToken, ...],
) -> CallShown:
    labels, prompt = scorer.task.contract.labels, node.candidate.prompt
    requests = [ChoiceRequest(scorer.messages(prompt, each), labels, group_of(prompt, each)) for each in rows]
    scores = scorer.model.score_choices(requests, cancel=scorer.cancel)[list(rows).index(example)]
    top = max(scores.logprobs)
    weights = [math.exp(value - top) for value in scores.logprobs]
    shares = [
        LabelShare(label, value, weight / sum(weights))
        for label, value, weight in zip(labels, scores.logprobs, weights, strict=True)
    ]
    best = max(shares, key=lambda share: share.logprob).label
    return CallShown(
        scorer.model.info.name,
        read,
        verdict.output if verdict is not None else best,
        labels=tuple(sorted(shares, key=lambda share: -share.share)),
        verdict=verdict,
        note="The label was read, not written: these are the log-probabilities of each label as the whole reply.",
    )


def _compared(verdict: Verdict | None, text: str) -> str:
    if verdict is None:
        return "The run did not ask this: it was computed now."
    if verdict.output == text:
        return "Computed again, with the rows of its block: the same reply as in the log."
    return "Computed again, it came out differently from the log, which another machine or build may have written."


def _read(rendered: RenderedPrompt) -> tuple[CallToken, ...]:
    return tuple(CallToken(token, text) for token, text in zip(rendered.token_ids, rendered.pieces, strict=True))


def _spelled(model: ChatModel, reply: Reply) -> tuple[CallToken, ...]:
    """The tokens of a reply with their log-probabilities, and what nearly came instead."""
    if not isinstance(model, SpellingModel):
        return ()
    return tuple(_token(model, each) for each in reply.logprobs)


def _token(model: SpellingModel, each: TokenLogprob) -> CallToken:
    ids = [each.token, *(token for token, _ in each.alternatives)]
    text, *others = model.spell(ids)
    instead = tuple(
        CallToken(token, other, value) for (token, value), other in zip(each.alternatives, others, strict=True)
    )
    return CallToken(each.token, text, each.logprob, tuple(one for one in instead if one.token != each.token))
