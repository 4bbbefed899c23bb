"""What each sentence of the final prompt does: it is scored without each of them, on validation rows."""

import re
from dataclasses import replace

from core.domain.example import Split
from core.domain.prompt import Prompt
from core.domain.review import Review, SentenceEffect, SentenceReview
from core.domain.scoring import Verdict
from core.domain.task import Task
from core.engine.commands.sentence_ablation import AblateSentences
from core.engine.context import EngineContext
from core.engine.logged import Judge, RowRange, open_run
from core.errors import RunError
from core.lab.stats import holm
from core.report.certificate import gain
from core.said import Said
from core.state import Node, RunState
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


def ablate_sentences(command: AblateSentences, context: EngineContext) -> SentenceReview:
    """Score the final prompt without each of its sentences, and keep what that says. Raises `RunError` if it cannot."""
    run = open_run(command)
    node = _final(run.folder, run.state)
    found = _weighed(node, run.task, run.judge(context))
    kept = run.folder.read_review() or Review(node.candidate.id)
    run.folder.write_review(replace(kept, sentences=found))
    return found


def _final(folder: RunFolder, state: RunState) -> Node:
    if state.final is None:
        raise RunError(
            Said("The run {id} has not chosen its final prompt yet.", id=folder.id),
            hint=Said("whet resume {id}", id=folder.id),
        )
    return state.nodes[state.final.candidate]


def _weighed(node: Node, task: Task, judge: Judge) -> SentenceReview:
    prompt, rows = node.candidate.prompt, task.validation
    parts = sentences(prompt.text)
    shorter = [(part, made) for place, part in enumerate(parts) if (made := without(prompt, place)) is not None]
    if not shorter:
        raise RunError("The prompt has no sentence that can be left out.", kept="Nothing was scored.")

    def score(what: str, made: Prompt) -> list[Verdict]:
        def announce(place: RowRange) -> None:
            judge.begin(
                Said(
                    "{what}: rows {first} to {last} of {of}", what=what, first=place.first, last=place.last, of=place.of
                )
            )

        return judge.verdicts(made, rows, announce)

    known = node.verdicts.get(Split.VALIDATION, {})
    if not all(row.row in known for row in rows):
        known = {verdict.row: verdict for verdict in score("the whole prompt", prompt)}
    whole = [known[row.row] for row in rows]
    losses = [
        gain(task, rows, score(f"without sentence {number}", made), whole)
        for number, (_, made) in enumerate(shorter, 1)
    ]
    adjusted = holm([loss.p_value for loss in losses])
    effects = tuple(
        SentenceEffect(part.strip(), loss.difference, loss.low, loss.high, p, loss.difference <= 0)
        for (part, _), loss, p in zip(shorter, losses, adjusted, strict=True)
    )
    return SentenceReview(node.candidate.id, len(rows), judge.meter.calls, effects)
