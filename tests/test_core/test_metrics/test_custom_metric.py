"""A metric of the person's own: nothing of it runs before they confirmed this very file on this machine."""

from pathlib import Path

import pytest

from core import trust
from core.control import CancelToken
from core.data import tasks
from core.domain.example import Example
from core.domain.task import AnswerContract, AnswerKind, Task
from core.errors import TaskError, WorkspaceError
from core.lab.grader import Grader
from core.metrics import check_metric, judge

_LENGTH = "def score(reply, answers, input):\n    return min(1.0, len(reply) / len(answers[0]))\n"


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHET_HOME", str(tmp_path / "home"))


def _task(code: str, metric: str = "custom", **options: str) -> Task:
    contract = AnswerContract(AnswerKind.TEXT)
    return Task("t", (), (), metric=metric, metric_options=tuple(options.items()), metric_code=code, contract=contract)


def test_that_an_unconfirmed_file_is_refused_and_leaves_no_trace(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    task = _task(f"from pathlib import Path\nPath({str(trace)!r}).write_text('ran')\n{_LENGTH}")
    with pytest.raises(TaskError, match="has not been confirmed on this machine"):
        check_metric(task)
    with pytest.raises(TaskError, match="has not been confirmed"):
        judge("reply", Example(1, "q", ("answer",)), task)
    assert not trace.exists()


def test_that_a_confirmed_file_judges_and_a_changed_one_is_refused_again() -> None:
    trust.confirm(_LENGTH)
    assert judge("abc", Example(1, "q", ("abcdef",)), _task(_LENGTH)).score == 0.5
    with pytest.raises(TaskError, match="or has changed since"):
        check_metric(_task(_LENGTH + "# one more line\n"))


def test_that_a_confirmation_is_of_one_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = _LENGTH + "# here\n"
    trust.confirm(code)
    assert trust.is_confirmed(code)
    monkeypatch.setenv("WHET_HOME", str(tmp_path / "another machine"))
    assert not trust.is_confirmed(code)
    with pytest.raises(TaskError):
        check_metric(_task(code))


def test_that_a_list_that_cannot_be_read_or_written_confirms_nothing(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "confirmed-metrics.txt").mkdir()
    assert not trust.is_confirmed(_LENGTH)
    with pytest.raises(WorkspaceError, match="could not be noted"):
        trust.confirm(_LENGTH)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("1 / 0", "ZeroDivisionError"),
        ("7", "no number from 0 to 1"),
        ("float('nan')", "no number from 0 to 1"),
        ("'good'", "no number from 0 to 1"),
        ("None", "no number from 0 to 1"),
    ],
)
def test_that_a_function_that_fails_costs_one_verdict(body: str, reason: str) -> None:
    code = f"def score(reply, answers, input):\n    return {body}\n"
    trust.confirm(code)
    verdict = judge("reply", Example(4, "q", ("a",)), _task(code))
    assert (verdict.row, verdict.score) == (4, 0)
    assert reason in verdict.reason


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("", "names no metric file"),
        ("def scor(", "SyntaxError"),
        ("x = 1", "defines no function"),
        ("1/0", "cannot be"),
    ],
)
def test_that_a_file_that_is_no_metric_is_refused_with_a_sentence(code: str, sentence: str) -> None:
    if code:
        trust.confirm(code)
    with pytest.raises(TaskError, match=sentence):
        check_metric(_task(code))


@pytest.mark.parametrize(
    "signature",
    [
        "reply, answers, input, row",
        "reply, answers, input, row=None",
        "reply, answers, input, **more",
        "a, b, c, columns",
    ],
)
def test_that_a_function_may_see_all_columns_of_the_row(signature: str) -> None:
    name = {"**more": "more['row']", "columns": "columns"}.get(signature.rsplit(", ", maxsplit=1)[-1], "row")
    code = f"def score({signature}):\n    return float({name}['tolerance']) / 10\n"
    trust.confirm(code)
    row = Example(1, "q", ("a",), (("tolerance", "4"),))
    assert judge("reply", row, _task(code)).score == pytest.approx(0.4)


@pytest.mark.parametrize("said", ['{"score": 0.5, "feedback": "Say the unit."}', '(0.5, "Say the unit.")'])
def test_that_a_function_may_say_why(said: str) -> None:
    code = f"def score(reply, answers, input):\n    return {said}\n"
    trust.confirm(code)
    verdict = judge("reply", Example(4, "q", ("a",)), _task(code))
    assert (verdict.score, verdict.reason) == (0.5, "Say the unit.")


def test_that_a_metric_that_fails_stops_the_run_after_five_rows_and_names_them() -> None:
    code = "def score(reply, answers, input):\n    return None if len(reply) > 1 else True\n"
    trust.confirm(code)
    grader = Grader(_task(code), {}, CancelToken())
    rows = [Example(number, "q", ("a",)) for number in range(1, 8)]
    verdicts, _ = grader.judge(["x", "long", "x", "long"], rows[:4], "one")
    assert [verdict.score for verdict in verdicts] == [1, 0, 1, 0]
    with pytest.raises(TaskError, match=r"failed on 5 rows \(2, 4, 5, 6, 7\). Row 2: .* gave 'None'"):
        grader.judge(["long"] * 3, rows[4:], "two")


def test_that_it_may_be_a_part_of_a_weighted_sum() -> None:
    trust.confirm(_LENGTH)
    task = _task(_LENGTH, "weighted", parts="1 custom; 1 exact_match", file="metric.py")
    assert judge("abc", Example(1, "q", ("abcdef",)), task).score == pytest.approx(0.25)


def _folder(at: Path, line: str) -> Path:
    at.mkdir()
    rows = "".join(f'{{"input": "q{i}", "answer": "a{i}"}}\n' for i in range(40))
    (at / "data.jsonl").write_text(rows)
    (at / "task.toml").write_text(f'metric = "custom"\n{line}\n[data]\nfile = "data.jsonl"\n')
    return at


def test_that_the_text_of_the_file_belongs_to_what_a_run_depends_on(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "task", 'metric_options = { file = "own.py" }')
    (folder / "own.py").write_text(_LENGTH)
    task = tasks.load_task(folder)
    assert task.metric_code == _LENGTH
    before = tasks.task_fingerprint(task)
    (folder / "own.py").write_text(_LENGTH + "\n")
    assert tasks.task_fingerprint(tasks.load_task(folder)) != before


@pytest.mark.parametrize("name", ["../outside.py", "missing.py", "broken.py"])
def test_that_a_file_outside_of_the_folder_missing_or_no_text_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "outside.py").write_text(_LENGTH)
    folder = _folder(tmp_path / "task", f'metric_options = {{ file = "{name}" }}')
    (folder / "broken.py").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TaskError, match=r"outside of its folder|cannot be read|not UTF-8"):
        tasks.load_task(folder)
