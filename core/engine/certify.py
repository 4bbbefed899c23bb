"""Opens the sealed test for a finished run, once: the person's prompt and the one found, in one paired comparison."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from core.control import CancelToken
from core.data import tasks
from core.domain.candidate import Candidate
from core.domain.certificate import Certificate
from core.domain.example import Example
from core.domain.runspec import Role, RunSpec
from core.domain.sameness import marks
from core.domain.scoring import Verdict
from core.domain.task import Task
from core.engine.models import LoadedModels
from core.engine.prepare import check_reading
from core.engine.progress import Telemetry
from core.engine.protocol import Certify, Message
from core.engine.sitting import load_same_task
from core.errors import SealedTestError
from core.lab.bias import verdicts_with
from core.lab.meter import Meter
from core.lab.scorer import BLOCK, Scorer
from core.lab.soft import SoftReader
from core.report import certificate as certificates
from core.report.result import best_seed
from core.state import RunState, fold
from core.store.ledger import Ledger
from core.store.runs import RunFolder


def certify(
    command: Certify, loaded: LoadedModels, send: Callable[[Message], None], cancel: CancelToken
) -> Certificate:
    """The certificate of a run: the stored one if there is one, else a new one. Raises `SealedTestError` if refused."""
    folder = RunFolder(Path(command.run_folder))
    stored = folder.read_certificate()
    if stored is not None:
        return stored
    spec = folder.read_spec()
    state = fold(folder.read_events().events)
    task = load_same_task(spec, Path(command.task_folder))
    if task.test_fingerprint != spec.test_fingerprint:
        raise SealedTestError(
            "The sealed rows have changed since the run was started.", hint="Restore them, or start a new run."
        )
    certificates.check_certifiable(folder.id, state, task.test_rows)
    reading = command.reading or spec.reading
    check_reading(task, reading)
    models = loaded.for_scoring(folder, spec, task, command.models, cancel=cancel, send=send)
    rows = tasks.open_sealed_test(Path(command.task_folder))
    practice = tasks.is_sample(spec.test_fingerprint)
    if not practice:
        _note_opening(folder, spec, task, rows)
    before, after = _compared(state)
    telemetry = Telemetry(send, Meter(spec.budget))
    scorer = Scorer(
        models[Role.TASK],
        task,
        reading,
        cancel,
        telemetry.observe,
        models,
        stop_at_label=spec.stops_at_label,
    )
    judged = {item.id: _verdicts(scorer, item, rows, telemetry.begin) for item in dict.fromkeys((before, after))}
    verdicts = judged[before.id], judged[after.id]
    with_bias = _with_bias(state, SoftReader(models[Role.TASK], task, cancel, telemetry.observe), rows, telemetry.begin)
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


def _verdicts(
    scorer: Scorer, candidate: Candidate, rows: Sequence[Example], begin: Callable[[str], None]
) -> list[Verdict]:
    verdicts: list[Verdict] = []
    for start in range(0, len(rows), BLOCK):
        begin(f"{candidate.id}: sealed rows {start + 1} to {min(start + BLOCK, len(rows))} of {len(rows)}")
        verdicts += scorer.score(candidate.prompt, rows[start : start + BLOCK])[0]
    return verdicts


def _with_bias(
    state: RunState, reader: SoftReader, rows: Sequence[Example], begin: Callable[[str], None]
) -> tuple[Verdict, ...]:
    """What the answers with the run's label bias are worth on the sealed rows; nothing where it ended with none."""
    fitted = state.bias
    if fitted is None:
        return ()
    candidate = state.nodes[fitted.candidate].candidate
    logprobs: list[tuple[float, ...]] = []
    for start in range(0, len(rows), BLOCK):
        begin(f"{candidate.id}: sealed rows {start + 1} to {min(start + BLOCK, len(rows))} of {len(rows)}")
        logprobs += reader.read(candidate.prompt, rows[start : start + BLOCK])[0]
    return verdicts_with(fitted.bias, logprobs, rows, reader.task)
