"""GEPA and CAPO with the bundled model as task model and optimizer, through the real llama.cpp."""

from collections.abc import Sequence
from dataclasses import replace

from core.domain.prompt import Prompt
from core.domain.runspec import Budget, Racing, Role, RunSpec
from core.domain.scoring import Scored
from core.domain.task import Task
from core.events import CandidateDropped, CandidateProposed, OptimizerReplied
from core.lab.bench import Bench
from core.lab.journal import MemoryJournal
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.llm.base import ChatModel
from core.methods.capo import method as capo
from core.methods.gepa import method as gepa


def make_lab(model: ChatModel, task: Task, seed: int) -> tuple[Lab, MemoryJournal]:
    journal = MemoryJournal()
    spec = RunSpec(task.name, "", "", task.seed_prompts, {}, "gepa", {}, racing=Racing.STATISTICAL, seed=seed)
    return Lab(task, spec, Bench({Role.TASK: model}, journal, Meter(Budget()))), journal


def gain(lab: Lab, seeds: Sequence[Prompt]) -> tuple[float, Scored]:
    """On validation rows, which the search has not seen."""
    best = lab.best()
    assert best is not None
    start, found = lab.score([seeds[0], best.candidate])
    return found.value - start.value, found


def test_that_gepa_makes_a_vague_prompt_much_better_on_unseen_rows(model: ChatModel, task: Task) -> None:
    lab, journal = make_lab(model, task, 0)
    gepa.optimize(lab, task.seed_prompts, replace(gepa.Params(), steps=5))
    difference, _ = gain(lab, task.seed_prompts)
    assert difference >= 0.25
    purposes = {event.purpose for event in journal.events if isinstance(event, OptimizerReplied)}
    assert {"diagnose", "reflect"} <= purposes


def test_that_capo_makes_a_vague_prompt_better_on_unseen_rows_and_races(model: ChatModel, task: Task) -> None:
    lab, journal = make_lab(model, task, 0)
    capo.optimize(lab, task.seed_prompts, replace(capo.Params(), steps=6, population=3))
    difference, found = gain(lab, task.seed_prompts)
    assert difference >= 0.1
    proposed = [event.candidate for event in journal.events if isinstance(event, CandidateProposed)]
    assert any(candidate.prompt.demonstrations for candidate in proposed)
    assert any(isinstance(event, CandidateDropped) for event in journal.events)
    assert found.candidate.prompt.text
