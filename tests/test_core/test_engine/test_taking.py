"""A file becomes a task without a question, is not made twice, and can be understood otherwise afterwards."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.data.guarded import read_table
from core.data.guessing import suggest_mapping
from core.data.splitting import Sizes
from core.data.table import Table
from core.data.tasks import load_task
from core.domain.runspec import Budget, Role
from core.engine.commands.prepare import Prepare
from core.engine.cost_estimate import cost_estimate
from core.engine.taking import Wish, take, with_columns
from core.errors import DatasetError
from core.paths import tiny_model
from core.store.workspace import Workspace, open_workspace


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    monkeypatch.setenv("WHET_HOME", str(tmp_path / "home"))
    opened = open_workspace(tmp_path / "workspace", create=True)
    yield opened
    opened.close()


@pytest.fixture
def mail(tmp_path: Path) -> Callable[[int], Table]:
    def write(rows: int) -> Table:
        file = tmp_path / "post box.csv"
        desks = ("billing", "delivery", "support")
        lines = (f"{n},letter {n} about parcel {n % 7},{desks[n % 3]},{'ab'[n % 2]}\n" for n in range(rows))
        file.write_text("nr,message,label,shift\n" + "".join(lines), encoding="utf-8")
        return read_table(file)

    return write


def test_that_a_file_becomes_a_task_with_a_prompt_to_begin_with(here: Workspace, mail: Callable[[int], Table]) -> None:
    table = mail(120)
    taken = take(here, table, suggest_mapping(table), Wish("post box"))
    task = load_task(taken.folder)
    assert taken.folder == here.tasks_folder / "post-box"
    assert task.contract.labels == ("billing", "delivery", "support")
    assert taken.used == len(task.train) + len(task.validation) + task.test_rows == 120
    assert task.seed_prompts[0].text, "nobody has to begin with an empty box"


def test_that_the_same_file_is_not_made_twice_and_other_rows_of_its_name_get_a_number(
    here: Workspace, mail: Callable[[int], Table]
) -> None:
    first = mail(120)
    places = [take(here, first, suggest_mapping(first), Wish("post box")).folder.name for _ in range(2)]
    other = mail(121)
    places.append(take(here, other, suggest_mapping(other), Wish("post box")).folder.name)
    assert places == ["post-box", "post-box", "post-box-2"]


def test_that_rows_that_no_split_holds_are_counted(here: Workspace, mail: Callable[[int], Table]) -> None:
    table = mail(120)
    taken = take(here, table, suggest_mapping(table), Wish("post box", sizes=Sizes(10, 20, 30)))
    assert (taken.sizes, taken.used, taken.good) == ((10, 20, 30), 60, 120)


def test_that_a_task_understood_otherwise_takes_the_place_of_the_first_which_lies_in_the_trash(
    here: Workspace, mail: Callable[[int], Table]
) -> None:
    table = mail(120)
    first = take(here, table, suggest_mapping(table), Wish("post box", "Which desk?"))
    other = with_columns(first.mapping, table, input_="message", answer="shift")
    second = take(here, table, other, Wish("post box", "Which shift?"), replacing=first.folder)
    assert second.folder == first.folder
    assert load_task(second.folder).contract.labels == ("a", "b")
    assert load_task(second.folder).seed_prompts[0].text == "Which shift?"
    assert not second.warnings, "rows that the task itself showed a moment ago are nobody's secret"
    assert list((here.folder / ".trash").glob("*/post-box"))


def test_that_what_cannot_be_understood_leaves_the_first_task_where_it_is(
    here: Workspace, mail: Callable[[int], Table]
) -> None:
    table = mail(120)
    first = take(here, table, suggest_mapping(table), Wish("post box"))
    with pytest.raises(DatasetError):
        take(here, table, first.mapping, Wish("post box", sizes=Sizes(100, 100, 100)), replacing=first.folder)
    assert load_task(first.folder).test_rows


def test_that_a_price_is_the_run_s_upper_bound_and_an_earlier_run_says_the_time(
    here: Workspace, mail: Callable[[int], Table]
) -> None:
    table, model = mail(120), tiny_model()
    assert model is not None
    task = load_task(take(here, table, suggest_mapping(table), Wish("post box")).folder)
    command = Prepare("", {Role.TASK: str(model)}, budget=Budget(calls=200))
    known = cost_estimate(command, task, model, 0.5)
    assert (known.calls, known.seconds, known.measured) == (200, 100.0, True)
    rough = cost_estimate(command, task, model, None)
    assert 0 < rough.seconds < 200
    assert not rough.measured
    assert cost_estimate(Prepare("", {}, budget=Budget(calls=200, minutes=0.5)), task, model, 0.5).seconds == 30
