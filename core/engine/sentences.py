"""What each sentence of the final prompt does: it is scored without each of them, on validation rows."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from core.control import CancelToken
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.review import Review, SentenceEffect, SentenceReview
from core.domain.runspec import Role
from core.domain.scoring import Verdict
from core.domain.task import Task
from core.engine.models import LoadedModels
from core.engine.progress import Telemetry
from core.engine.protocol import Message, WeighSentences
from core.engine.sitting import load_same_task
from core.errors import RunError
from core.lab.meter import Meter
from core.lab.scorer import BLOCK, Scorer
from core.lab.stats import holm
from core.report.certificate import gain
from core.state import Node, RunState, fold
from core.store.runs import RunFolder

_SENTENCE = re.compile(r"\S(?:[^.!?\n]|[.!?](?=\S))*[.!?]*\s*")


def sentences(text: str) -> list[str]:
    """The sentences of a text with the blank space behind them: joined, they are the text but for what precedes it."""
    return _SENTENCE.findall(text)


def without(prompt: Prompt, place: int) -> Prompt | None:
    """The prompt without one of its sentences; `None` if that one has to stay, or is all there is."""
    parts = sentences(prompt.text)
    shorter = replace(prompt, text="".join(parts[:place] + parts[place + 1 :]).strip())
    kept = all(span in shorter.text for span in prompt.locked) and shorter.placeholders == prompt.placeholders
    return shorter if kept and shorter.text else None


def weigh_sentences(
    command: WeighSentences, loaded: LoadedModels, send: Callable[[Message], None], cancel: CancelToken
) -> SentenceReview:
    """Score the final prompt without each of its sentences, and keep what that says. Raises `RunError` if it cannot."""
    folder = RunFolder(Path(command.run_folder))
    spec, state = folder.read_spec(), fold(folder.read_events().events)
    node = _final(folder, state)
    task = load_same_task(spec, Path(command.task_folder))
    models = loaded.for_scoring(folder, spec, task, command.models, cancel=cancel, send=send)
    meter = Meter(spec.budget)
    telemetry = Telemetry(send, meter)
    scorer = Scorer(
        models[Role.TASK],
        task,
        spec.reading,
        cancel,
        telemetry.observe,
        models,
        stop_at_label=spec.stops_at_label,
    )
    judge = _Judge(scorer, meter, telemetry.begin)
    found = _weighed(node, task, judge)
    kept = folder.read_review() or Review(node.candidate.id)
    folder.write_review(replace(kept, sentences=found))
    return found


class _Judge:
    """Scores prompts on rows, block by block, and counts."""

    def __init__(self, scorer: Scorer, meter: Meter, begin: Callable[[str], None]) -> None:
        self._scorer = scorer
        self._begin = begin
        self.meter = meter

    def verdicts(self, what: str, prompt: Prompt, rows: Sequence[Example]) -> list[Verdict]:
        """A verdict per row."""
        found: list[Verdict] = []
        for start in range(0, len(rows), BLOCK):
            self._begin(f"{what}: rows {start + 1} to {min(start + BLOCK, len(rows))} of {len(rows)}")
            verdicts, spent = self._scorer.score(prompt, rows[start : start + BLOCK])
            self.meter.charge(spent)
            found += verdicts
        return found


def _final(folder: RunFolder, state: RunState) -> Node:
    if state.final is None:
        raise RunError(f"The run {folder.id} has not chosen its final prompt yet.", hint=f"whet resume {folder.id}")
    return state.nodes[state.final.candidate]


def _weighed(node: Node, task: Task, judge: _Judge) -> SentenceReview:
    prompt, rows = node.candidate.prompt, task.validation
    parts = sentences(prompt.text)
    shorter = [(part, made) for place, part in enumerate(parts) if (made := without(prompt, place)) is not None]
    if not shorter:
        raise RunError("The prompt has no sentence that can be left out.", kept="Nothing was scored.")
    known = node.verdicts.get(Split.VALIDATION, {})
    if not all(row.row in known for row in rows):
        known = {verdict.row: verdict for verdict in judge.verdicts("the whole prompt", prompt, rows)}
    whole = [known[row.row] for row in rows]
    losses = [
        gain(task, rows, judge.verdicts(f"without sentence {number}", made, rows), whole)
        for number, (_, made) in enumerate(shorter, 1)
    ]
    adjusted = holm([loss.p_value for loss in losses])
    effects = tuple(
        SentenceEffect(part.strip(), loss.difference, loss.low, loss.high, p, loss.difference <= 0)
        for (part, _), loss, p in zip(shorter, losses, adjusted, strict=True)
    )
    return SentenceReview(node.candidate.id, len(rows), judge.meter.calls, effects)
