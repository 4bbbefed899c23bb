"""Three rows before a run, on the bundled model in a real engine process; and words, clocks and rules of a plan."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from core.data.tasks import load_task, read_task
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, Role
from core.domain.task import AnswerContract, AnswerKind
from core.engine.client import EngineProcess
from core.engine.commands.prepare import Prepare
from core.engine.commands.try_rows import TryRows
from core.engine.connection import EngineCommandError
from core.engine.prepare import locked_in, until
from core.errors import UsageError
from core.paths import sample_tasks

EVENING = datetime(2026, 11, 20, 21, 30, 10, tzinfo=UTC)


@pytest.fixture
def command(model: Path) -> TryRows:
    task = next(folder for folder in sample_tasks() if folder.name == "order-number")
    return TryRows(str(task), {Role.TASK: str(model)}, read_task(task).reference)


def test_that_three_rows_come_with_replies_readings_and_scores(engine: EngineProcess, command: TryRows) -> None:
    found = engine.ask(command)
    rows = load_task(Path(command.task_folder)).train
    assert [(each.row, each.input, each.answers) for each in found.rows] == [
        (row.row, row.input, row.answers) for row in rows[:3]
    ]
    assert (found.of, found.calls) == (len(rows), 3)
    assert found.tokens > 0
    assert all(each.score == float(each.extracted == each.answers[0]) for each in found.rows)
    assert sum(each.score for each in found.rows) >= 2, "the reference prompt works"


def test_that_other_rows_are_tried_from_another_place_on(engine: EngineProcess, command: TryRows) -> None:
    found = engine.ask(msgspec.structs.replace(command, start=3, rows=2))
    rows = load_task(Path(command.task_folder)).train
    assert [each.row for each in found.rows] == [row.row for row in rows[3:5]]


def test_that_another_metric_and_contract_judge_without_changing_the_task(
    engine: EngineProcess, command: TryRows
) -> None:
    before = (Path(command.task_folder) / "task.toml").read_bytes()
    contract = AnswerContract(AnswerKind.TEXT, max_tokens=8)
    asked = msgspec.structs.replace(
        command, metric="regex", metric_options={"pattern": "[^q]*"}, answer=contract, prompt="Say something."
    )
    found = engine.ask(asked)
    assert [each.score for each in found.rows] == [1.0, 1.0, 1.0]
    assert (Path(command.task_folder) / "task.toml").read_bytes() == before


def test_that_a_metric_file_is_not_run_before_it_was_confirmed(
    engine: EngineProcess, command: TryRows, tmp_path: Path
) -> None:
    trace = tmp_path / "it ran"
    file = tmp_path / "mine.py"
    file.write_text(f"open({str(trace)!r}, 'w').close()\ndef score(reply, answers, input):\n    return 1.0\n")
    with pytest.raises(EngineCommandError, match="has not been confirmed"):
        engine.ask(msgspec.structs.replace(command, metric="custom", metric_options={"file": str(file)}))
    assert not trace.exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"rows": 17}, "From 1 to 16"), ({"rows": 0}, "From 1 to 16"), ({"metric": "no_such"}, "no metric")],
)
def test_that_what_cannot_be_tried_is_refused_with_a_sentence(
    engine: EngineProcess, command: TryRows, changes: dict[str, object], words: str
) -> None:
    with pytest.raises(EngineCommandError, match=words):
        engine.ask(msgspec.structs.replace(command, **changes))


def test_that_a_judge_must_be_named_where_one_is_asked(engine: EngineProcess, command: TryRows) -> None:
    asked = msgspec.structs.replace(command, metric="judge", answer=AnswerContract(AnswerKind.TEXT))
    with pytest.raises(EngineCommandError, match="needs a model as judge"):
        engine.ask(asked)


def test_that_locked_words_reach_the_prompts_that_have_them(engine: EngineProcess, command: TryRows) -> None:
    plan = Prepare(
        command.task_folder, command.models, seed_prompts=("Be kind. Answer.", "Answer."), locked=("Be kind.",)
    )
    spec = engine.ask(plan).spec
    assert [prompt.locked for prompt in spec.seed_prompts] == [("Be kind.",), ()]


def test_that_words_that_no_prompt_has_cannot_be_locked() -> None:
    with pytest.raises(UsageError, match="Be kind"):
        locked_in((Prompt("Answer."),), ["Be kind."])
    assert locked_in((Prompt("a b", locked=("a",)),), ["b", "a"])[0].locked == ("a", "b")


def test_that_a_clock_gives_the_minutes_until_it_shows_the_time_next() -> None:
    assert until(Budget(), "07:00", EVENING).minutes == pytest.approx(9 * 60 + 29 + 50 / 60)
    assert until(Budget(), "21:31", EVENING).minutes == pytest.approx(50 / 60)
    assert until(Budget(), "21:30", EVENING).minutes == pytest.approx(24 * 60 - 10 / 60)
    assert until(Budget(calls=5, minutes=3.0), "07:00", EVENING) == Budget(calls=5, minutes=3.0)
    assert until(Budget(), "", EVENING) == Budget()
    with pytest.raises(UsageError, match="no time of day"):
        until(Budget(), "7 in the morning", EVENING)
