"""A prompt that was exported as JSON, read back as a task: what it was scored with is what the task has."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.data import read_table, suggest_mapping, to_examples
from core.data.creating import TaskPlan, create_task
from core.data.kept_task import answer_of, kept_in, options_of, prompt_of
from core.data.table import KeptTask
from core.data.tasks import load_task
from core.domain.example import Example
from core.domain.prompt import Demonstration, ExampleLayout, Prompt
from core.domain.runspec import ParamValue
from core.domain.task import AnswerContract, AnswerKind
from core.report.export.exported import Exported
from core.report.export.plain import write_json

_ROWS = tuple(Example(n, f"What is {n} + {n}?", (str(2 * n),), (("unit", f"u{n}"),)) for n in range(1, 61))
_PROMPT = Prompt("Add.", tuple(Demonstration(row.input, row.answer, row.variables) for row in _ROWS[:3]))


def _exported(metric: str, options: dict[str, ParamValue]) -> Exported:
    contract = AnswerContract(AnswerKind.NUMBER, max_tokens=7)
    return Exported(
        _PROMPT, "run", "c1", "sums", metric, contract=contract, input_template="{{unit}}: {{input}}",
        metric_options=tuple(options.items()),
    )  # fmt: skip


def _read(folder: Path, exported: Exported) -> tuple[KeptTask, tuple[str, ...], Path]:
    path = folder / "prompt.json"
    path.write_bytes(write_json(exported, _ROWS))
    table = read_table(path)
    kept = kept_in(table)
    assert kept is not None
    options = options_of(kept, kept.metric)
    plan = TaskPlan("t", metric=kept.metric or "exact_match", metric_options=options, prompt=prompt_of(kept),
                    answer=answer_of(kept))  # fmt: skip
    create_task(folder / "t", table, suggest_mapping(table), plan)
    return kept, table.notes, folder / "t"


@pytest.mark.parametrize(
    ("metric", "options"),
    [("numeric", {"relative": 0.1, "absolute": 2.0}), ("exact_match", {}), ("exact_match", {"any_order": True})],
)
def test_that_metric_and_options_come_back(tmp_path: Path, metric: str, options: dict[str, ParamValue]) -> None:
    task = load_task(_read(tmp_path, _exported(metric, options))[2])
    assert (task.metric, dict(task.metric_options)) == (metric, options)
    assert task.contract.max_tokens == 7


def test_that_worked_examples_come_back_and_their_rows_are_no_longer_judged(tmp_path: Path) -> None:
    _, notes, folder = _read(tmp_path, _exported("exact_match", {}))
    task = load_task(folder)
    assert task.seed_prompts == (_PROMPT,)
    assert task.start("Add.") == _PROMPT
    shown = {each.input for each in _PROMPT.demonstrations}
    assert not shown & {row.input for row in (*task.train, *task.validation)}
    assert "worked examples of the prompt are left out: 3" in " ".join(notes)
    table = read_table(tmp_path / "prompt.json")
    assert len(to_examples(table, suggest_mapping(table)).examples) == 57


def test_that_the_layout_of_worked_examples_comes_back(tmp_path: Path) -> None:
    once = replace(_exported("exact_match", {}), prompt=_PROMPT.laid_out(ExampleLayout.ONCE))
    task = load_task(_read(tmp_path, once)[2])
    assert task.seed_prompts == (once.prompt,)
    assert task.ask(task.seed_prompts[0], _ROWS[9]) == once.ask(_ROWS[9])


def test_that_another_prompt_does_not_get_the_worked_examples(tmp_path: Path) -> None:
    kept, _, _ = _read(tmp_path, _exported("exact_match", {}))
    assert prompt_of(kept, "Something else.").examples == []


def test_that_a_metric_of_which_the_export_holds_only_a_part_is_named(tmp_path: Path) -> None:
    kept, notes, _ = _read(tmp_path, _exported("custom", {"file": "metric.py"}))
    assert kept.metric == ""
    assert "the metric “custom”" in " ".join(notes)
