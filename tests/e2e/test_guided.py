"""The guided path: how many clicks it takes from the first start to a running search, on the real engine."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core import paths
from core.domain.runspec import Role
from core.store.runs import RunFolder

Walk = Callable[..., dict[str, Any]]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Rows of one's own, with a column that means nothing and a row that cannot be used."""
    file = tmp_path / "post box.csv"
    desks = {"billing": "invoice", "delivery": "parcel", "support": "printer"}
    rows = [(n, list(desks)[n % 3]) for n in range(240)]
    lines = [f"{n},the {desks[desk]} number {n} is wrong again,{desk}\n" for n, desk in rows]
    file.write_text("nr,message,desk\n" + "".join(lines) + "240,nobody knows,\n", encoding="utf-8")
    return file


@pytest.fixture
def gguf(request: pytest.FixtureRequest) -> Path:
    """The starter model where set-up fetched it, else the one that Whet carries, as if it were one's own."""
    try:
        return Path(request.getfixturevalue("starter"))
    except pytest.skip.Exception:
        bundled = paths.bundled_model()
        assert bundled is not None
        return bundled


def began(tmp_path: Path) -> RunFolder:
    (folder,) = (tmp_path / "workspace" / "runs").iterdir()
    run = RunFolder(folder)
    assert run.read_events().events, "the search is under way"
    return run


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_that_a_dropped_file_and_a_model_from_a_dialog_are_two_clicks_from_a_search(
    walk: Walk, tmp_path: Path, table: Path, gguf: Path
) -> None:
    model = shutil.copyfile(gguf, tmp_path / "my-own.gguf")
    found = walk("guided_drop", table, model)
    assert found["clicks"] <= 4
    assert found["dialogs"] == 1
    assert "desk" in found["answers"]
    assert "billing, delivery, support" in found["answers"]
    assert "Left out, for want of an input or an answer: 1." in found["rows"]
    assert found["prompt"], "there is a prompt to begin with"
    assert "≤" in found["price"]
    assert "≈" in found["price"]
    assert began(tmp_path).read_spec().models[Role.TASK].name == "my-own"


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_that_a_chosen_file_and_a_model_found_on_this_machine_are_four_clicks_and_one_dialog_from_a_search(
    walk: Walk, tmp_path: Path, table: Path, gguf: Path, environment: dict[str, str]
) -> None:
    models = Path(environment["WHET_HOME"]) / "models"
    models.mkdir(parents=True)
    for name in ("first", "second"):
        shutil.copyfile(gguf, models / f"{name}.gguf")
    found = walk("guided_choice", table, models / "second.gguf")
    assert found["clicks"] <= 4
    assert found["dialogs"] == 1
    assert began(tmp_path).read_spec().models[Role.TASK].name == "second"


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_that_a_sample_is_at_most_two_clicks_from_a_search(walk: Walk, tmp_path: Path) -> None:
    found = walk("guided_sample")
    assert found["clicks"] <= 2
    assert began(tmp_path)


@pytest.mark.slow
@pytest.mark.timeout(200)
def test_that_the_import_form_begins_as_a_place_to_drop_a_file_and_leads_to_the_same_card(
    walk: Walk, tmp_path: Path, table: Path
) -> None:
    found = walk("guided_import", table)
    assert [name for name in found["fields before"] if "file" not in name] == []
    assert (tmp_path / "workspace" / "tasks" / "post-box" / "task.toml").is_file()
