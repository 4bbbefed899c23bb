"""Dual-Phase with the bundled model as task model and optimizer, through the real llama.cpp."""

import pytest

from core import paths
from core.bench import direct
from core.data.tasks import load_task
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, Role, RunSpec
from core.domain.task import Task
from core.events import CandidateProposed, CandidateRejected, MethodNoted, OptimizerReplied
from core.lab.bench import Bench
from core.lab.journal import MemoryJournal
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.llm.base import ChatModel
from core.methods.dual_phase import method as dual_phase


def task_named(name: str) -> Task:
    return load_task(next(folder for folder in paths.sample_tasks() if folder.name == name))


def make_lab(model: ChatModel, task: Task, seed: int) -> tuple[Lab, MemoryJournal]:
    journal = MemoryJournal()
    spec = RunSpec(task.name, "", "", task.seed_prompts, {}, "dual_phase", {}, seed=seed)
    return Lab(task, spec, Bench({Role.TASK: model}, journal, Meter(Budget()))), journal


@pytest.mark.parametrize("preset", dual_phase.PRESETS)
def test_that_a_sheet_makes_a_vague_prompt_much_better_on_unseen_rows(model: ChatModel, preset: str) -> None:
    task = task_named("last-letter")
    lab, journal = make_lab(model, task, 1)
    direct.optimize(dual_phase, lab, task.seed_prompts, preset, {"steps": 1, "rows": 32, "split": "train"})
    best = lab.best()
    assert best is not None
    start, found = lab.score([task.seed_prompts[0], best.candidate])
    assert found.value - start.value >= 0.25
    made = [event.candidate for event in journal.events if isinstance(event, CandidateProposed)]
    sheets = [candidate for candidate in made if candidate.operator == "sheet"]
    assert sheets
    for each in sheets:
        labels = [line.split(":")[0] for line in each.prompt.text.splitlines()]
        assert labels == ["Task", "Goal", "Answer", "Steps", "Advice"]


def test_that_one_line_is_rewritten_until_a_prompt_that_misses_the_task_says_it(model: ChatModel) -> None:
    task = task_named("last-letter")
    seed = Prompt("Complete the task.\nWrite one letter.\nCheck the spelling.")
    lab, journal = make_lab(model, task, 0)
    direct.optimize(dual_phase, lab, (seed,), "hardened", {"sheets": 0, "rows": 32, "steps": 2, "attempts": 6})
    asked = [event for event in journal.events if isinstance(event, OptimizerReplied)]
    assert asked[0].prompt.startswith("Prompt:\n")
    assert asked[0].prompt.count(">> ") == 1
    best = lab.best()
    assert best is not None
    start, found = lab.score([seed, best.candidate])
    assert found.value - start.value >= 0.25
    refused = [event for event in journal.events if isinstance(event, CandidateRejected)]
    assert len(refused) <= sum(len(event.replies) for event in asked) / 2
    assert any(isinstance(event, MethodNoted) and event.topic == "dual_phase.full_gate" for event in journal.events)
