"""Run folders: what became of a run, and logs that were cut off."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from core import events as e
from core.domain.candidate import Candidate
from core.domain.certificate import Certificate, PairedGain
from core.domain.example import Example
from core.domain.prompt import Placement, Prompt
from core.domain.runresult import PromptResult, RunResult
from core.domain.runspec import RunSpec
from core.domain.task import AnswerContract, AnswerKind, Task
from core.errors import RunError
from core.store.runs import RunFolder, RunStatus
from core.store.workspace import Workspace

_WRITER = """
import sys
from pathlib import Path
from core.store.runs import RunFolder
with RunFolder(Path(sys.argv[1])).writing():
    print("writing", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def run(workspace: Workspace, spec: RunSpec) -> RunFolder:
    return workspace.new_run(spec)


def _log(spec: RunSpec) -> list[e.Event]:
    return [
        e.RunStarted(e.FORMAT, spec),
        e.CandidateProposed(Candidate("c0", Prompt("Answer.\r\n\u2028"), (), "seed", 0)),
        e.RoundStarted(1, 3),
        e.RunEnded("finished"),
    ]


def _write(run: RunFolder, events: list[e.Event], tail: bytes = b"") -> bytes:
    content = b"".join(map(e.encode, events))
    run.log_path.write_bytes(content + tail)
    return content


def test_that_a_log_reads_back_as_it_was_written(run: RunFolder, spec: RunSpec) -> None:
    content = _write(run, _log(spec))
    log = run.read_events()
    assert (list(log.events), log.complete, log.damaged_tail, log.size) == (_log(spec), True, None, len(content))


def test_that_a_log_cut_at_any_byte_gives_every_whole_line_and_sets_the_rest_apart(
    run: RunFolder, spec: RunSpec
) -> None:
    content = _write(run, _log(spec))
    for cut in range(len(content)):
        run.log_path.write_bytes(content[:cut])
        log = run.read_events()
        assert content[: log.size] + (log.damaged_tail or b"") == content[:cut]
        assert list(log.events) == _log(spec)[: content[:cut].count(b"\n")]
        assert not log.complete
        assert run.status() is RunStatus.INTERRUPTED


@pytest.mark.parametrize("tail", [b"\x00" * 40, b'{"event":"Round\n', b'{"event":"RunEnded"\n', b"\xff\n"])
def test_that_an_undecodable_last_line_is_set_apart(run: RunFolder, spec: RunSpec, tail: bytes) -> None:
    content = _write(run, _log(spec)[:2], tail)
    log = run.read_events()
    assert (log.damaged_tail, log.size, len(log.events)) == (tail, len(content), 2)
    assert run.status() is RunStatus.INTERRUPTED


def test_that_damage_in_the_middle_names_the_line(run: RunFolder, spec: RunSpec) -> None:
    lines = _write(run, _log(spec)).splitlines(keepends=True)
    run.log_path.write_bytes(lines[0] + lines[1][:30] + b"\n" + lines[2] + lines[3])
    with pytest.raises(RunError, match=r"Line 2 of 4 in the log .* is damaged.*left as it is"):
        run.read_events()


def test_that_a_log_of_a_newer_version_is_refused_whatever_else_is_new_in_it(run: RunFolder, spec: RunSpec) -> None:
    run.log_path.write_bytes(b'{"event":"RunStarted","format":9,"spec":{"unknown":1}}\n{"event":"New"}\n')
    with pytest.raises(RunError, match=r"newer version of Whet \(format 9"):
        run.read_events()


def test_that_a_log_that_begins_in_the_middle_is_refused(run: RunFolder, spec: RunSpec) -> None:
    _write(run, _log(spec)[1:])
    with pytest.raises(RunError, match="does not begin with the start of a run"):
        run.read_events()


def test_that_a_missing_log_is_an_empty_one(run: RunFolder) -> None:
    assert run.read_events().events == ()
    assert run.status() is RunStatus.INTERRUPTED


@pytest.mark.parametrize("outcome", ["finished", "budget", "cancelled", "failed", "interrupted"])
def test_that_the_status_is_the_outcome_of_the_ending(run: RunFolder, spec: RunSpec, outcome: str) -> None:
    _write(run, [*_log(spec)[:-1], e.RunEnded(outcome)])
    assert run.status() == outcome


def test_that_a_log_without_ending_is_running_while_a_writer_lives_and_interrupted_once_it_is_killed(
    run: RunFolder, spec: RunSpec
) -> None:
    _write(run, _log(spec)[:-1])
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(run.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        assert run.status() is RunStatus.RUNNING
        with pytest.raises(RunError, match=f"is being written by the process {writer.pid}"), run.writing():
            pass
        writer.kill()
        writer.wait()
    assert run.status() is RunStatus.INTERRUPTED
    with run.writing():
        assert run.status() is RunStatus.RUNNING


def test_that_a_task_is_kept_without_its_rows(run: RunFolder) -> None:
    rows = (Example(1, "secret", ("a",)),)
    contract = AnswerContract(AnswerKind.LABEL, ("a", "b"), "Reply a or b.", 3, ("\n",))
    task = Task("t", rows, rows, (Prompt("p"),), "T", contract=contract, placement=Placement.SYSTEM, test_rows=9)
    run.write_task(task)
    assert run.read_task() == replace(task, train=(), validation=())
    assert b"secret" not in (run.path / "task.json").read_bytes()


def test_that_the_summary_says_what_the_result_says_and_a_certificate_fills_in_the_test(
    run: RunFolder, spec: RunSpec
) -> None:
    _write(run, _log(spec))
    assert run.read_result() is None
    run.write_result(
        RunResult(
            run.id, "gpo", "interim", PromptResult("a", search=0.4), PromptResult("b", 0.8, None, 0.9), 7, 70, 1.5,
            "finished",
        )
    )  # fmt: skip
    summary = run.summary()
    assert (summary.status, summary.seed_value, summary.best_value, summary.calls) == ("finished", 0.4, 0.8, 7)
    assert (summary.task, summary.model, summary.certified) == ("Smaller number", "interim", None)
    gain = PairedGain(0.3, 0.2, 0.4, 0.0001, 200, 70, 10, "exact McNemar test")
    run.write_certificate(Certificate(run.id, "t", "m", "interim", "c" * 64, "c5", "b" * 64, 0.5, 0.8, gain))
    certificate, result = run.read_certificate(), run.read_result()
    assert certificate is not None
    assert certificate.gain == gain
    assert result is not None
    assert result.best is not None
    assert (result.seed_prompt.test, result.best.test) == (0.5, 0.8)
    assert run.summary().certified


def test_that_a_run_that_cannot_be_read_is_listed_with_its_problem(workspace: Workspace, spec: RunSpec) -> None:
    good, bad = workspace.new_run(spec), workspace.new_run(spec)
    (bad.path / "spec.json").write_text("{")
    listed = {summary.id: summary for summary in workspace.runs()}
    assert listed[good.id].status is RunStatus.INTERRUPTED
    assert listed[bad.id].status is RunStatus.DAMAGED
    assert "spec.json" in listed[bad.id].problem


def test_that_a_run_folder_copied_elsewhere_still_reads(run: RunFolder, spec: RunSpec, tmp_path: Path) -> None:
    copied = run.path.rename(tmp_path / "elsewhere")
    assert RunFolder(copied).read_spec() == spec


def test_that_a_killed_run_gets_an_ending_once_and_a_cut_line_is_dropped(tmp_path: Path, spec: RunSpec) -> None:
    folder = RunFolder(tmp_path)
    whole = e.encode(e.RunStarted(e.FORMAT, spec))
    folder.log_path.write_bytes(whole + whole[:-9])
    folder.write_ending(e.STOPPED)
    assert folder.log_path.read_bytes() == whole + e.encode(e.STOPPED)
    folder.write_ending(e.STOPPED)
    assert folder.log_path.read_bytes() == whole + e.encode(e.STOPPED)
    assert folder.status() is RunStatus.CANCELLED
