"""`whet bench peers`: how everybody's replies are read, and libraries that are not there. The libraries themselves are
installed by hand, and never here."""

import sys
from pathlib import Path

import pytest

from core.bench import peer_runs, peers
from core.bench.foreign.peers import PEERS, mentioned
from core.bench.llama_server import LlamaServer
from core.bench.peer_runs import Arm, Terms
from core.data import tasks
from core.domain.task import AnswerKind
from core.errors import RunError, UsageError
from core.paths import sample_tasks


@pytest.mark.parametrize(
    ("reply", "label"),
    [
        ("Positive.", "positive"),
        ("The answer is [[ ## label ## ]]\nnegative", "negative"),
        ("not positive but negative", "positive"),
        ("positively negatives", ""),
        ("", ""),
    ],
)
def test_that_the_label_that_a_reply_mentions_first_is_its_answer(reply: str, label: str) -> None:
    assert mentioned(reply, ["negative", "positive"]) == label


def labelled() -> Path:
    return next(place for place in sample_tasks() if tasks.load_task(place).contract.kind is AnswerKind.LABEL)


def test_that_all_get_the_same_few_rows_and_none_of_them_the_sealed_answers(tmp_path: Path) -> None:
    place = peers._small(labelled(), tmp_path / "small", full=False)
    task, sealed = tasks.load_task(place), tasks.open_sealed_test(place)
    assert len(task.train) == len(task.validation) == 24
    assert len(sealed) <= 100
    assert not {row.input for row in sealed} & {row.input for row in (*task.train, *task.validation)}


def test_that_a_library_that_is_not_installed_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = peers._small(labelled(), tmp_path / "small", full=False)
    terms = Terms(tasks.load_task(place), place, tasks.open_sealed_test(place), "What is this?", 10, 0)
    monkeypatch.setattr(LlamaServer, "seconds", lambda _: 0.0)
    server = LlamaServer(None, 1)  # type: ignore[arg-type]  # nobody asks it
    for name in PEERS:
        assert peer_runs.peer(name, Path(sys.executable), server, "http://127.0.0.1:1/v1", "m", terms) is None
        assert peer_runs._lines(name) > 5
    with pytest.raises(RunError, match="cannot be run"):
        peer_runs.peer("gepa", tmp_path / "nothing", server, "http://127.0.0.1:1/v1", "m", terms)
    with pytest.raises(UsageError, match="no environment"):
        peers._python(tmp_path)


def test_that_the_bars_hold_whet_against_the_best_and_the_cheapest_peer() -> None:
    right, wrong = (1.0,) * 40, (0.0,) * 40
    found = [
        (Arm("Whet", evaluations=10, cpu=1.0), right),
        (Arm("Whet, by the server", evaluations=10, cpu=9.0), wrong),
        (Arm("good", evaluations=10, cpu=8.0), right),
        (Arm("cheap", evaluations=10, cpu=4.0), wrong),
        (Arm("broken", broke="no"), ()),
    ]
    cost, score = peers._bars(found)
    assert (cost.value, cost.ok) == (0.25, True)
    assert "good" in score.id
    assert peers._bars(found[:2]) == []
    by_file, by_copy, again = peers._bars([*found, (Arm(peers._COPY, evaluations=10, cpu=0.5), wrong)])
    assert (by_file.value, by_copy.value) == (0.25, 0.12), "a copy is told apart from the file that all were given"
    assert (by_file.ok, by_copy.ok, again.value) == (True, True, score.value)
