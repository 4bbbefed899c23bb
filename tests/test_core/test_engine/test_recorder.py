"""The log on disk: written before anyone hears of an event, tolerant to a crash, strict about everything else."""

from pathlib import Path

import pytest

from core import events as e
from core.domain.candidate import Candidate
from core.domain.example import Split
from core.domain.prompt import Prompt
from core.domain.runspec import ModelRef, Role, RunSpec
from core.domain.scoring import Verdict
from core.engine.recorder import Recorder
from core.errors import RunError

SPEC = RunSpec("task", "a", "b", (Prompt("seed"),), {Role.TASK: ModelRef("m", "0")}, "gpo", {"rounds": 2})
STORY: tuple[e.Event, ...] = (
    e.RunStarted(e.FORMAT, SPEC),
    e.CandidateProposed(Candidate("c0", Prompt("seed \u2028 \U0001f600\n\r\x00"), (), "seed", 0)),
    e.RoundStarted(1, 1),
    e.OptimizerReplied(0, "propose", "ask", ("one", "two"), e.Cost(2, 10, 4)),
    e.MethodNoted("gpo.step", (e.Fact("budget", 50), e.Fact("retrieved", ("c0",)))),
    e.RowsProbed("c0", Split.TRAIN, (Verdict(7, 1.0, "a", "a"),), e.Cost(1, 9, 1)),
    e.AnswersWeighed("c0", Split.TRAIN, (7, 9), ((-0.25, -3.5), ()), e.Cost(1, 9, 1)),
    e.RoundEnded(1, "c0"),
)


def write(log: Path, events: tuple[e.Event, ...]) -> list[e.Event]:
    heard: list[e.Event] = []
    recorder = Recorder(log, heard.append)
    for event in events:
        recorder.emit(event)
    recorder.close()
    return heard


def test_that_the_log_holds_the_events_in_order_and_byte_for_byte_as_encoded(tmp_path: Path) -> None:
    log = tmp_path / "events.jsonl"
    heard = write(log, STORY)
    assert log.read_bytes() == b"".join(map(e.encode, STORY))
    assert tuple(heard) == STORY
    assert tuple(map(e.decode, log.read_bytes().splitlines())) == STORY


@pytest.mark.parametrize("cut", range(0, len(b"".join(map(e.encode, STORY))), 7))
def test_that_a_log_cut_anywhere_is_continued_to_the_same_bytes(tmp_path: Path, cut: int) -> None:
    log = tmp_path / "events.jsonl"
    whole = b"".join(map(e.encode, STORY))
    log.write_bytes(whole[:cut])
    assert tuple(write(log, STORY)) == STORY
    assert log.read_bytes() == whole


def test_that_a_different_story_is_refused_and_the_log_is_kept(tmp_path: Path) -> None:
    log = tmp_path / "events.jsonl"
    write(log, STORY)
    before = log.read_bytes()
    with pytest.raises(RunError, match="does not fit"):
        write(log, (STORY[0], STORY[2]))
    assert log.read_bytes() == before


@pytest.mark.parametrize("outcome", ["cancelled", "failed"])
def test_that_the_ending_of_a_stopped_run_is_superseded_only_by_new_work(tmp_path: Path, outcome: str) -> None:
    log = tmp_path / "events.jsonl"
    write(log, (*STORY, e.RunEnded(outcome)))
    before = log.read_bytes()
    write(log, STORY)
    assert log.read_bytes() == before
    write(log, (*STORY, e.RoundStarted(2, 2)))
    assert log.read_bytes() == b"".join(map(e.encode, (*STORY, e.RoundStarted(2, 2))))


def test_that_a_cancel_in_the_middle_of_a_replay_leaves_the_log_alone(tmp_path: Path) -> None:
    log = tmp_path / "events.jsonl"
    write(log, STORY)
    before = log.read_bytes()
    heard: list[e.Event] = []
    recorder = Recorder(log, heard.append)
    recorder.emit(STORY[0])
    recorder.end(e.RunEnded("cancelled"))
    recorder.close()
    assert log.read_bytes() == before
    assert heard[-1] == e.RunEnded("cancelled")


def test_that_damage_in_the_middle_names_the_line(tmp_path: Path) -> None:
    log = tmp_path / "events.jsonl"
    lines = [e.encode(event) for event in STORY]
    log.write_bytes(lines[0] + b'{"event":"Nonsense"}\n' + b"".join(lines[1:]))
    with pytest.raises(RunError, match="Line 2"):
        Recorder(log, lambda _: None)


def test_that_recall_gives_the_next_event_of_the_kind_only(tmp_path: Path) -> None:
    log = tmp_path / "events.jsonl"
    write(log, STORY)
    recorder = Recorder(log, lambda _: None)
    assert recorder.recall(e.OptimizerReplied) is None
    for event in STORY[:3]:
        recorder.emit(event)
    assert recorder.recall(e.OptimizerReplied) == STORY[3]
    assert recorder.recall(e.BlockScored) is None
    recorder.close()


def test_that_a_full_disk_is_a_sentence_and_the_log_stays_whole(tmp_path: Path) -> None:
    """A file size limit stands in for the full disk: the same error path (`OSError` in the middle of a line)."""
    import resource
    import signal

    log = tmp_path / "events.jsonl"
    recorder = Recorder(log, lambda _: None)
    recorder.emit(STORY[0])
    whole = log.read_bytes()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(whole) + 20, before[1]))
        with pytest.raises(RunError, match="cannot be written"):
            recorder.emit(STORY[1])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert log.read_bytes() == whole
    recorder.emit(STORY[1])
    recorder.close()
    assert tuple(map(e.decode, log.read_bytes().splitlines())) == STORY[:2]
