"""OPRO, ProTeGi and GrIPS with the bundled model as task model and optimizer, through the real llama.cpp."""

from typing import Any

import pytest

from core import paths
from core.bench import direct
from core.data.tasks import load_task
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, Role, RunSpec
from core.domain.task import Task
from core.events import CandidateRejected, OptimizerReplied
from core.lab.bench import Bench
from core.lab.journal import MemoryJournal
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.llm.base import ChatModel
from core.methods import method

OVERLOADED = (Prompt("Count the letters of the word. Give the first two letters. Give the last letter."),)
"""A prompt that asks for three things, so that leaving out phrases helps."""


def sample(name: str) -> Task:
    return load_task(next(folder for folder in paths.sample_tasks() if folder.name == name))


def search(
    model: ChatModel, name: str, task: Task, seeds: tuple[Prompt, ...], seed: int = 0, **values: Any
) -> tuple[Lab, MemoryJournal]:
    journal = MemoryJournal()
    spec = RunSpec(task.name, "", "", seeds, {}, name, {}, seed=seed)
    lab = Lab(task, spec, Bench({Role.TASK: model}, journal, Meter(Budget())))
    module = method(name)
    direct.optimize(module, lab, seeds, "hardened", values)
    return lab, journal


def gain_on_validation(lab: Lab, start: Prompt) -> float:
    best = lab.best()
    assert best is not None
    before, after = lab.score([start, best.candidate])
    return after.value - before.value


@pytest.mark.parametrize("name", ["opro", "protegi"])
@pytest.mark.parametrize("seed", [0, 1])
def test_that_a_vague_prompt_becomes_much_better_on_unseen_rows(model: ChatModel, name: str, seed: int) -> None:
    task = sample("iso-date")
    lab, journal = search(model, name, task, task.seed_prompts, seed, steps=2, rows=32)
    assert gain_on_validation(lab, task.seed_prompts[0]) >= 0.25
    assert sum(isinstance(event, CandidateRejected) for event in journal.events) < 6


def test_that_criticisms_of_the_real_model_are_sentences_that_its_edits_quote(model: ChatModel) -> None:
    task = sample("ticket-topic")
    _, journal = search(model, "protegi", task, task.seed_prompts, steps=1, rows=16)
    asks = [event for event in journal.events if isinstance(event, OptimizerReplied)]
    criticisms = [reply.strip() for ask in asks if ask.purpose == "criticize" for reply in ask.replies]
    assert len(criticisms) == 2
    assert all(len(criticism.split()) >= 4 for criticism in criticisms)
    edits = [ask.prompt for ask in asks if ask.purpose == "edit"]
    assert [f"Weakness: {criticism}" in edit for criticism, edit in zip(criticisms, edits, strict=True)] == [True, True]


def test_that_an_overloaded_prompt_gets_better_by_edits_alone(model: ChatModel) -> None:
    lab, journal = search(
        model, "grips", sample("last-letter"), OVERLOADED, rows=32, steps=8, patience=8, paraphrase=False
    )
    assert gain_on_validation(lab, OVERLOADED[0]) >= 0.25
    assert not any(isinstance(event, OptimizerReplied) for event in journal.events)


def test_that_phrases_are_paraphrased_by_the_real_model(model: ChatModel) -> None:
    _, journal = search(model, "grips", sample("last-letter"), OVERLOADED, rows=16, steps=3, patience=3)
    asks = [event for event in journal.events if isinstance(event, OptimizerReplied)]
    assert asks
    assert all(reply.strip() for ask in asks for reply in ask.replies)
