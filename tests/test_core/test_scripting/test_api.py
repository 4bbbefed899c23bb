"""The page on Python is run as it stands, and what it says of its results is so."""

import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core import api, paths
from core.domain.runspec import Budget
from core.errors import DatasetError, TaskError, UsageError, WhetError
from core.scripting.own_metric import code_of
from core.scripting.searching import limits_of

PAGE = paths.resources() / "docs" / "python.md"
ROWS = [(f"letter {n} to the {desk}", desk) for n in range(10) for desk in ("billing", "support")]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """The names that are left when all blocks of the page have run."""
    place, names = tmp_path_factory.mktemp("page"), {"__name__": "page"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WHET_HOME", str(place / "home"))
        patch.chdir(place)
        blocks = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
        script = place / "page.py"  # a file, so that the text of its functions can be found, as in a notebook
        script.write_text("\n".join(blocks), "utf-8")
        exec(compile(script.read_text("utf-8"), str(script), "exec"), names)
        yield names


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WHET_HOME", str(tmp_path / "home"))
    return tmp_path


def test_that_the_first_example_has_eight_lines_at_most() -> None:
    first = re.search(r"^```python\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert first is not None
    assert len(first[1].splitlines()) <= 8


def test_that_a_search_gives_the_better_prompt_with_both_scores_and_how_it_was_found(page: dict[str, Any]) -> None:
    result = page["result"]
    assert result.improved
    assert result.prompt != result.own_prompt == "Answer the question."
    assert result.score > result.own_score
    assert result.gain[0] <= result.score - result.own_score <= result.gain[1]
    best = [step.best for step in result.trajectory]
    assert best == sorted(best)
    assert result.why


def test_that_the_best_prompt_is_exported_and_certified(page: dict[str, Any]) -> None:
    result = page["result"]
    assert json.loads(Path("prompt.json").read_bytes())["prompt"]["text"] in result.prompt
    assert result.export() in result.prompt
    assert result.certify().after > 0, "the sample is a practice task: it may be certified again"
    assert b"<html" in result.report("page.html").read_bytes().lower()


def test_that_an_evaluation_has_a_row_of_each_reply_and_none_of_the_sealed_rows(page: dict[str, Any]) -> None:
    scored, lenient = page["scored"], page["lenient"]
    assert 0 < len(scored.rows) < len(page["rows"]) / 2
    assert scored.low <= scored.score <= scored.high
    assert abs(sum(each.score for each in lenient.rows) / len(lenient.rows) - lenient.score) < 1e-9


def test_that_prompts_are_held_against_the_first_on_the_same_rows(page: dict[str, Any]) -> None:
    first, second = page["first"], page["second"]
    assert first.gain is None
    assert second.gain.difference == pytest.approx(second.score - first.score)
    assert [row.row for row in first.rows] == [row.row for row in second.rows]


def test_that_a_search_stopped_by_its_token_gives_what_was_tried(page: dict[str, Any]) -> None:
    stopped = page["stopped"]
    assert stopped.ended == "cancelled"
    assert 60 < stopped.calls < 1000


def test_that_a_model_that_is_not_there_is_an_error_with_a_hint(page: dict[str, Any]) -> None:
    assert isinstance(page["error"] if "error" in page else WhetError("", hint=""), WhetError)
    with pytest.raises(WhetError) as caught:
        api.evaluate(ROWS, "Which desk?", model="no-such-model.gguf")
    assert "no-such-model" in caught.value.message


def test_that_a_workspace_of_the_caller_is_made_kept_and_holds_the_task_once(home: Path) -> None:
    for _ in range(2):
        api.evaluate(ROWS, "Which desk?", model=paths.tiny_model(), workspace=home / "mine", name="desks")
    assert [each.name for each in (home / "mine" / "tasks").iterdir() if each.is_dir()] == ["desks"]


def test_that_a_temporary_workspace_goes_with_its_result(home: Path) -> None:
    from core.scripting.places import Home

    place = Home()
    folder = place.folder
    assert folder.is_dir()
    del place
    assert not folder.exists()


def test_that_importing_the_interface_loads_neither_numpy_nor_an_engine() -> None:
    code = "import sys, core.api; sys.exit(bool({'numpy', 'llama_cpp', 'core.engine.client'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_that_cancelling_before_the_start_starts_nothing(home: Path) -> None:
    from core.control import Cancelled

    stop = api.CancelToken()
    threading.Thread(target=stop.cancel).start()
    while not stop.is_cancelled():
        pass
    with pytest.raises(Cancelled):
        api.optimize(ROWS, "Which desk?", model=paths.tiny_model(), cancel=stop)


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        ({"data": "sentimental"}, DatasetError, "Did you mean “sentiment”?"),
        ({"data": "sentiment", "metric": "exact_match"}, UsageError, "is a task"),
        ({"data": ROWS, "answer": "answr"}, DatasetError, "Did you mean “answer”?"),
        ({"data": ROWS, "metric": "exact_mach"}, TaskError, "Did you mean “exact_match”?"),
        ({"data": ROWS, "metric": "metric.py"}, TaskError, "metric.py cannot be read"),
        ({"data": ROWS[:3]}, WhetError, "too few"),
    ],
)
def test_that_a_mistake_is_said_with_a_hint(
    home: Path, monkeypatch: pytest.MonkeyPatch, arguments: dict[str, Any], error: type[WhetError], said: str
) -> None:
    monkeypatch.chdir(home)
    with pytest.raises(error) as caught:
        api.evaluate(**arguments, prompt="Which desk?", model=paths.tiny_model())
    assert said in str(caught.value)
    assert caught.value.hint


def test_that_a_metric_file_runs_only_once_it_was_confirmed_and_one_changed_word_is_another_file(home: Path) -> None:
    file = home / "metric.py"
    file.write_text("def score(reply, answers, input):\n    return 1.0\n")
    wanted = {"prompt": "Which desk?", "model": paths.tiny_model(), "metric": file, "workspace": home / "w"}
    with pytest.raises(TaskError) as caught:
        api.evaluate(ROWS, **wanted)
    assert "api.trust" in caught.value.hint
    api.trust(file)
    assert api.evaluate(ROWS, **wanted).score == 1.0
    file.write_text("def score(reply, answers, input):\n    return 0.0\n")
    with pytest.raises(TaskError):
        api.evaluate(ROWS, **wanted)


OUTSIDE = 3


def test_that_a_metric_function_that_needs_something_around_it_is_refused() -> None:
    def score(reply: str, answers: list[str], input: str) -> float:  # noqa: A002 - the name of the interface
        return float(len(reply) > OUTSIDE)

    with pytest.raises(UsageError) as caught:
        code_of(score)
    assert "OUTSIDE" in caught.value.message
    with pytest.raises(UsageError):
        code_of(lambda reply, answers, input: 1.0)  # noqa: A006


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (None, Budget()),
        (300, Budget(calls=300)),
        ({"calls": 20.0, "minutes": 1.5}, Budget(20, None, 1.5)),
        (Budget(tokens=4), Budget(tokens=4)),
    ],
)
def test_that_limits_are_a_number_of_calls_or_named(given: Any, found: Budget) -> None:
    assert limits_of(given) == found


@pytest.mark.parametrize("given", [0, {"calls": -1}, {"call": 3}, {"minutes": 0}])
def test_that_limits_that_mean_nothing_are_refused(given: Any) -> None:
    with pytest.raises(UsageError):
        limits_of(given)


def test_that_a_limit_that_is_too_small_is_refused_in_the_words_of_this_interface(home: Path) -> None:
    with pytest.raises(UsageError, match="too small") as caught:
        api.optimize("last-letter", model=paths.bundled_model(), budget=20)
    assert caught.value.kept == "Nothing was started."
    assert caught.value.hint == "Allow more (budget=…), or say anyway=True."
