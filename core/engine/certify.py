"""Opens the sealed test for a finished run, once: the person's prompt and the one found, in one paired comparison."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from core.data import tasks
from core.domain.candidate import Candidate
from core.domain.certificate import Certificate
from core.domain.example import Example
from core.domain.runspec import RunSpec
from core.domain.sameness import marks
from core.domain.scoring import Verdict
from core.domain.task import Task
from core.engine.commands.certify import Certify
from core.engine.context import EngineContext
from core.engine.logged import Announce, Judge, RowRange, blocks, open_run
from core.engine.prepare import check_reading
from core.errors import SealedTestError
from core.lab.bias import verdicts_with
from core.lab.soft import SoftReader
from core.report import certificate as certificates
from core.report.result import best_seed
from core.said import Said
from core.state import RunState
from core.store.ledger import Ledger
from core.store.runs import RunFolder


def certify(command: Certify, context: EngineContext) -> Certificate:
    """The certificate of a run: the stored one if there is one, else a new one. Raises `SealedTestError` if refused."""
    stored = RunFolder(Path(command.run_folder)).read_certificate()
    if stored is not None:
        return stored
    run = open_run(command)
    folder, spec, state, task = run.folder, run.spec, run.state, run.task
    if task.test_fingerprint != spec.test_fingerprint:
        raise SealedTestError(
            "The sealed rows have changed since the run was started.", hint="Restore them, or start a new run."
        )
    certificates.check_certifiable(folder.id, state, task.test_rows)
    reading = command.reading or spec.reading
    check_reading(task, reading)
    judge = run.judge(context, reading)
    rows = tasks.open_sealed_test(Path(command.task_folder))
    practice = tasks.is_sample(spec.test_fingerprint)
    if not practice:
        _note_opening(folder, spec, task, rows)
    before, after = _compared(state)
    judged = {item.id: _verdicts(judge, item, rows) for item in dict.fromkeys((before, after))}
    verdicts = judged[before.id], judged[after.id]
    with_bias = _with_bias(state, judge, rows)
    certificate = certificates.certify(folder.id, state, task, rows, *verdicts, with_bias=with_bias, reading=reading)
    certificate = replace(certificate, practice=practice)
    folder.write_flips(certificates.flips(rows, *verdicts))
    folder.write_certificate(certificate)
    return certificate


def _compared(state: RunState) -> tuple[Candidate, Candidate]:
    own = best_seed(state)
    if state.final is None or own is None:
        raise ValueError("only a run that was found certifiable is compared")
    return own.candidate, state.nodes[state.final.candidate].candidate


def _note_opening(folder: RunFolder, spec: RunSpec, task: Task, rows: Sequence[Example]) -> None:
    """In the ledgers, before any reply is generated."""
    keys, dressed = [row.key for row in rows], marks(rows, task.input_template)
    Ledger(folder.workspace).record(spec.test_fingerprint, keys, folder.id, task=spec.task, marks=dressed)


def _announcing(judge: Judge, candidate: Candidate) -> Announce:
    def announce(place: RowRange) -> None:
        judge.begin(
            Said(
                "{id}: sealed rows {first} to {last} of {of}",
                id=candidate.id,
                first=place.first,
                last=place.last,
                of=place.of,
            )
        )

    return announce


def _verdicts(judge: Judge, candidate: Candidate, rows: Sequence[Example]) -> list[Verdict]:
    return judge.verdicts(candidate.prompt, rows, _announcing(judge, candidate))


def _with_bias(state: RunState, judge: Judge, rows: Sequence[Example]) -> tuple[Verdict, ...]:
    """What the answers with the run's label bias are worth on the sealed rows; nothing where it ended with none."""
    fitted, scorer = state.bias, judge.scorer
    if fitted is None:
        return ()
    candidate = state.nodes[fitted.candidate].candidate
    reader = SoftReader(scorer.model, scorer.task, scorer.cancel, scorer.observer)
    logprobs: list[tuple[float, ...]] = []
    for block in blocks(rows, _announcing(judge, candidate)):
        logprobs += reader.read(candidate.prompt, block)[0]
    return verdicts_with(fitted.bias, logprobs, rows, reader.task)
