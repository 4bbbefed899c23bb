"""GPO with the bundled model as task model and optimizer, through the real llama.cpp."""

import pytest

from core.bench import direct
from core.domain.runspec import Budget, Role, RunSpec
from core.domain.task import Task
from core.events import CandidateRejected, OptimizerReplied
from core.lab.bench import Bench
from core.lab.journal import MemoryJournal
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.llm.base import ChatModel
from core.methods.gpo import method as gpo


def make_lab(model: ChatModel, task: Task, seed: int) -> tuple[Lab, MemoryJournal]:
    journal = MemoryJournal()
    spec = RunSpec(task.name, "", "", task.seed_prompts, {}, "gpo", {}, seed=seed)
    return Lab(task, spec, Bench({Role.TASK: model}, journal, Meter(Budget()))), journal


@pytest.mark.parametrize("seed", [0, 1])
def test_that_a_vague_prompt_becomes_much_better_on_unseen_rows(model: ChatModel, task: Task, seed: int) -> None:
    lab, journal = make_lab(model, task, seed)
    direct.optimize(gpo, lab, task.seed_prompts, "hardened", {"steps": 2, "rows": 32})
    best = lab.best()
    assert best is not None
    start, found = lab.score([task.seed_prompts[0], best.candidate])
    assert found.value - start.value >= 0.25
    questions = [event.prompt for event in journal.events if isinstance(event, OptimizerReplied)]
    shown = f"Below are prompts with their scores, from 0 to 100.\n\nPrompt: {task.seed_prompts[0].text}\n"
    assert questions[0].startswith(shown)
    refused = [event for event in journal.events if isinstance(event, CandidateRejected) and event.reason != "budget"]
    assert len(refused) < 4


@pytest.mark.parametrize("momentum", ["summary", "importance"])
def test_that_reflection_and_other_momentum_find_a_better_prompt_too(
    model: ChatModel, task: Task, momentum: str
) -> None:
    lab, journal = make_lab(model, task, 1)
    params = {"momentum": momentum, "reflection": True, "steps": 3, "rows": 32, "stop_early": False}
    direct.optimize(gpo, lab, task.seed_prompts, "hardened", params)
    best = lab.best()
    assert best is not None
    start, found = lab.score([task.seed_prompts[0], best.candidate])
    assert found.value - start.value >= 0.25
    asked = {event.purpose for event in journal.events if isinstance(event, OptimizerReplied)}
    assert "reflect" in asked
    assert ("summarize" in asked) is (momentum == "summary")
