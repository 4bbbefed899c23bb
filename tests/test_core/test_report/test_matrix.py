"""Several comparisons at once: p-values that hold together, and the pages that say so."""

import json
import re
from pathlib import Path

import pytest

from core.cli.main import main
from core.data.tasks import load_task, task_fingerprint
from core.domain.comparison import CellKey, ComparisonCell, ComparisonSpec, Contestant
from core.domain.prompt import Prompt
from core.domain.runspec import ModelRef
from core.domain.scoring import Verdict
from core.errors import UsageError
from core.lab.stats import wilson
from core.paths import sample_tasks
from core.report.matrix import held_against
from core.report.pages import comparison_page, tournament_page
from core.report.standings import Finish, standings
from core.said import as_said
from core.store import comparisons
from core.store.workspace import open_workspace

EVIL = "<script>alert(1)</script> \x1b {{ 7 * 7 }}"
TASK = load_task(next(folder for folder in sample_tasks() if folder.name == "sentiment"))
ROWS = 60


def cell(prompt: int, right: int) -> ComparisonCell:
    verdicts = tuple(
        Verdict(row.row, float(place < right), row.answer if place < right else "?", "x")
        for place, row in enumerate(TASK.validation[:ROWS])
    )
    low, high = wilson(right, ROWS)
    return ComparisonCell(CellKey(prompt, 0, 0), right / ROWS, low, high, verdicts, 1200)


@pytest.fixture
def compared() -> comparisons.Comparison:
    """Five prompts: the first gets 30 of 60 right, the others 52, 36, 10 and 30."""
    rights = (30, 52, 36, 10, 30)
    prompts = tuple(Contestant(f"prompt {place} {EVIL}", Prompt(EVIL)) for place in range(len(rights)))
    spec = ComparisonSpec("sentiment", task_fingerprint(TASK), prompts, (ModelRef("made-up", "0" * 64),), rows=ROWS)
    return comparisons.Comparison(spec, tuple(cell(place, right) for place, right in enumerate(rights)))


def test_that_every_combination_is_held_against_the_first_and_adjusted_together(
    compared: comparisons.Comparison,
) -> None:
    first, *others = held_against(compared, TASK)
    assert (first.gain, first.p_value, first.verdict) == (None, None, "reference")
    assert [each.verdict for each in others] == ["better", "may be chance", "worse", "may be chance"]
    for each in others:
        assert each.gain is not None
        assert each.p_value is not None
        assert each.p_value >= each.gain.p_value
    alone = others[1].gain
    assert alone is not None
    assert alone.p_value < 0.05 <= (others[1].p_value or 0.0)


def test_that_another_combination_can_be_the_reference(compared: comparisons.Comparison) -> None:
    held = held_against(compared, TASK, CellKey(1, 0, 0))
    assert [each.verdict for each in held] == ["worse", "reference", "worse", "worse", "worse"]
    with pytest.raises(UsageError, match="has not been scored"):
        held_against(compared, TASK, CellKey(9, 0, 0))


def test_that_the_pages_load_nothing_and_show_markup_as_text(compared: comparisons.Comparison) -> None:
    finishes = [
        Finish("t", name, seed, 0.5, (0.0, 1.0), (0.5,) * 5, 100, 10) for name in (EVIL, "b") for seed in (0, 1)
    ]
    for content in (
        comparison_page(compared, held_against(compared, TASK)),
        tournament_page("one", {"All tasks": standings(finishes)}, "Search scores."),
    ):
        page = content.decode()
        assert "<script" not in page
        assert "&lt;script&gt;" in page
        assert "\x1b" not in page
        assert not re.search(r"\b(?:src|href|srcset|action|data)\s*=|url\(|@import", page)
        assert 'aria-label="Scores with 95 % intervals"' in page


def test_that_the_pages_speak_the_person_s_language_and_leave_names_as_they_are(
    compared: comparisons.Comparison,
) -> None:
    finishes = [Finish("Score", name, 0, 0.5, (0.0, 1.0), (0.5,) * 5, 100, 10) for name in ("Gain", "b")]
    tables = {as_said("All tasks"): standings(finishes), "Score": standings(finishes)}
    page = tournament_page("one", tables, "Search scores.", "zh_CN").decode()
    assert '<html lang="zh-CN">' in page
    assert '<h2 dir="auto">所有任务</h2>' in page
    assert '<h2 dir="auto">Score</h2>' in page
    assert '<td dir="auto">Gain</td>' in page
    page = comparison_page(compared, held_against(compared, TASK), "zh_CN").decode()
    assert "<th>组合</th>" in page
    assert '<td dir="auto">可能是偶然</td>' in page or '<td dir="auto">更差</td>' in page
    assert "search scores" not in page


def test_that_the_command_line_tells_a_comparison_and_writes_its_page(
    compared: comparisons.Comparison,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("WHET_HOME", str(tmp_path / "home"))
    open_workspace(tmp_path / "w", create=True).close()
    file = tmp_path / "w" / comparisons.FOLDER / "2026-11-20-sentiment.jsonl"
    comparisons.begin(file, compared.spec)
    for each in compared.cells:
        comparisons.add(file, each)
    page = tmp_path / "page.html"
    asked = ["comparison", "2026", "--workspace", str(tmp_path / "w"), "--json", "--output", str(page)]
    assert main(asked) == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["verdict"] for each in told["cells"]][:2] == ["reference", "better"]
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert main(["comparison", "none", "--workspace", str(tmp_path / "w")]) == 2
