"""Whole runs of an earlier version are opened, shown and reported as they were."""

import json
from pathlib import Path

import pytest

from core.methods import method
from core.methods.base import make_params
from core.report.html import write_report
from core.state import fold
from core.store.runs import RunFolder

OLD = Path(__file__).parents[2] / "old_runs"


@pytest.fixture
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> RunFolder:
    log = (OLD / f"{request.param}.jsonl").read_bytes()
    folder = tmp_path / "2026-11-01-0900-old"
    folder.mkdir()
    (folder / "events.jsonl").write_bytes(log)
    (folder / "spec.json").write_text(json.dumps(json.loads(log.splitlines()[0])["spec"]))
    return RunFolder(folder)


@pytest.mark.parametrize(
    ("opened", "best", "rows", "params"),
    [
        ("capo", "c11", 48, {"population": 6}),
        ("dual_phase", "c3", 64, {"steps": 4, "sheets": 3}),
    ],
    indirect=["opened"],
)
def test_that_the_settings_of_its_search_are_found_again(
    opened: RunFolder, best: str, rows: int, params: dict[str, int]
) -> None:
    state = fold(opened.read_events().events)
    spec = opened.read_spec()
    assert state.spec == spec
    assert (state.best, spec.settings.rows) == (best, rows)
    assert not spec.settings.warm_start, "it began without one"
    own = make_params(method(spec.method).Params, spec.own_params)
    assert {name: getattr(own, name) for name in params} == params
    assert state.ended is not None


@pytest.mark.parametrize("opened", ["capo", "dual_phase"], indirect=True)
def test_that_a_report_can_be_written_of_it_and_its_log_stays_as_it_is(opened: RunFolder) -> None:
    before = opened.log_path.read_bytes()
    page = write_report(opened).read_text(encoding="utf-8")
    assert fold(opened.read_events().events).best in page
    assert opened.log_path.read_bytes() == before
