"""DistillPrompt, APE and the random paraphrase with the bundled model in both roles, through the real llama.cpp."""

import pytest

from core import paths
from core.bench import direct
from core.data.tasks import load_task
from core.domain.runspec import Budget, Role, RunSpec
from core.domain.scoring import Scored
from core.domain.task import Task
from core.events import CandidateRejected, OptimizerReplied
from core.lab.bench import Bench
from core.lab.journal import MemoryJournal
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.llm.base import ChatModel
from core.methods.ape import method as ape
from core.methods.distill_prompt import method as distill_prompt
from core.methods.paraphrase import method as paraphrase
from core.methods.shared import compact


def task_of(name: str) -> Task:
    return load_task(next(folder for folder in paths.sample_tasks() if folder.name == name))


def make_lab(model: ChatModel, task: Task, seed: int) -> tuple[Lab, MemoryJournal]:
    journal = MemoryJournal()
    spec = RunSpec(task.name, "", "", task.seed_prompts, {}, "gpo", {}, seed=seed)
    return Lab(task, spec, Bench({Role.TASK: model}, journal, Meter(Budget()))), journal


def unseen(lab: Lab) -> tuple[Scored, Scored]:
    """The start prompt and the best of the search, on validation rows."""
    best = lab.best()
    assert best is not None
    start, found = lab.score([lab.task.seed_prompts[0], best.candidate])
    return start, found


@pytest.mark.parametrize("name", ["iso-date", "ticket-topic"])
def test_that_distilling_a_vague_prompt_makes_it_much_better_on_unseen_rows(model: ChatModel, name: str) -> None:
    lab, journal = make_lab(model, task_of(name), 0)
    direct.optimize(distill_prompt, lab, lab.task.seed_prompts, "hardened", {"epochs": 1, "rows": 32})
    start, found = unseen(lab)
    assert found.value - start.value >= 0.25
    purposes = [event.purpose for event in journal.events if isinstance(event, OptimizerReplied)]
    assert [each for each in dict.fromkeys(purposes) if each != "resample"][:3] == ["vary", "learn", "shorten"]
    refused = [event for event in journal.events if isinstance(event, CandidateRejected)]
    assert len(refused) <= 8, "half of an epoch's replies"


@pytest.mark.parametrize("name", ["iso-date", "ticket-topic"])
def test_that_instructions_guessed_from_examples_are_much_better_than_a_vague_prompt(
    model: ChatModel, name: str
) -> None:
    lab, journal = make_lab(model, task_of(name), 0)
    direct.optimize(ape, lab, lab.task.seed_prompts, "hardened", {"rounds": 1, "rows": 32})
    start, found = unseen(lab)
    assert found.value - start.value >= 0.25
    asked = [event.prompt for event in journal.events if isinstance(event, OptimizerReplied)]
    assert asked[0].startswith("Here are examples of a task:\n\nInput: ")


def test_that_paraphrases_say_the_start_prompt_in_many_other_words(model: ChatModel) -> None:
    lab, journal = make_lab(model, task_of("last-letter"), 0)
    direct.optimize(paraphrase, lab, lab.task.seed_prompts, "hardened", {"rounds": 2, "rows": 16})
    asked = {event.prompt for event in journal.events if isinstance(event, OptimizerReplied)}
    assert asked == {compact.rephrasing("Complete the task.")}
    start, found = unseen(lab)
    assert found.value >= start.value - 0.1
    assert len(lab.search_results()) >= 2
