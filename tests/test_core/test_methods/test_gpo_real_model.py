"""GPO with the bundled model as task model and optimizer, through the real llama.cpp."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, ModelSettings, Role, RunSpec
from core.domain.task import AnswerContract, Task
from core.events import CandidateRejected, OptimizerReplied
from core.lab.journal import MemoryJournal
from core.lab.lab import Bench, Lab
from core.lab.meter import Meter
from core.llm.base import ChatModel
from core.llm.llama import load
from core.methods import gpo

MODEL = Path(__file__).parents[3] / "resources" / "models" / "interim.gguf"
PEOPLE = [
    "actor",
    "artist",
    "author",
    "banker",
    "doctor",
    "judge",
    "lawyer",
    "manager",
    "scientist",
    "senator",
    "student",
    "tourist",
]
DEEDS = [
    "advised",
    "avoided",
    "contacted",
    "encouraged",
    "helped",
    "introduced",
    "mentioned",
    "recognized",
    "stopped",
    "thanked",
]
VAGUE = Prompt("Complete the task.")


@pytest.fixture(scope="module")
def model() -> Iterator[ChatModel]:
    loaded = load(MODEL, ModelSettings(context=768, lanes=16, batch=256, threads=1))
    yield loaded
    loaded.close()


def last_word_task() -> Task:
    pairs = [(a, deed, b) for a in PEOPLE for deed in DEEDS for b in PEOPLE if a != b]
    drawn = random.Random(1).sample(pairs, 112)
    rows = tuple(Example(i, f"The {a} {deed} the {b}.", (b,)) for i, (a, deed, b) in enumerate(drawn, start=1))
    contract = AnswerContract(max_tokens=8)
    return Task("last", rows[:48], rows[48:], contract=contract, input_template="Input: {{input}}\nOutput:")


def make_lab(model: ChatModel, task: Task, seed: int) -> tuple[Lab, MemoryJournal]:
    journal = MemoryJournal()
    spec = RunSpec("last", "", "", (VAGUE,), {}, "gpo", {}, seed=seed)
    return Lab(task, spec, Bench({Role.TASK: model}, journal, Meter(Budget()))), journal


@pytest.mark.parametrize("seed", [0, 1])
def test_that_a_vague_prompt_becomes_much_better_on_unseen_rows(model: ChatModel, seed: int) -> None:
    task = last_word_task()
    lab, journal = make_lab(model, task, seed)
    gpo.optimize(lab, (VAGUE,), replace(gpo.Params(), steps=2, search_rows=32))
    best = lab.best()
    assert best is not None
    start, found = lab.score([VAGUE, best.candidate])
    assert found.value - start.value >= 0.25
    questions = [event.prompt for event in journal.events if isinstance(event, OptimizerReplied)]
    assert questions[0].startswith(
        "Below are prompts with their scores, from 0 to 100.\n\nPrompt: Complete the task.\n"
    )
    refused = [event for event in journal.events if isinstance(event, CandidateRejected) and event.reason != "budget"]
    assert len(refused) < 4


def test_that_the_same_seed_finds_the_same_prompts_on_the_real_model(model: ChatModel) -> None:
    logs = []
    for _ in range(2):
        lab, journal = make_lab(model, last_word_task(), 5)
        gpo.optimize(lab, (VAGUE,), replace(gpo.Params(), steps=1, search_rows=16))
        logs.append(journal.events)
    assert logs[0] == logs[1]
