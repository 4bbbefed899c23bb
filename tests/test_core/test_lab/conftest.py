"""A small task and the real bundled model, loaded once."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from core import paths
from core.control import CancelToken
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, FinalRule, ModelRef, ModelSettings, Role, RunSpec
from core.domain.task import AnswerContract, AnswerKind, Task
from core.lab.bench import Bench
from core.lab.journal import MemoryJournal
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.llm import llama
from core.llm.base import ChatModel

SETTINGS = ModelSettings(context=512, lanes=16, batch=256, threads=1)
CLEAR = Prompt("Write the year of the date.")
VAGUE = Prompt("Complete the task.")


def rows(first: int, count: int) -> tuple[Example, ...]:
    return tuple(
        Example(i, f"The meeting is on {1 + 7 * i % 28} May {1992 + i % 40}.", (str(1992 + i % 40),))
        for i in range(first, first + count)
    )


@pytest.fixture(scope="session")
def task() -> Task:
    contract = AnswerContract(AnswerKind.NUMBER, max_tokens=6, stops=("\n",))
    return Task(
        "numbers",
        rows(0, 40),
        rows(40, 20),
        (VAGUE,),
        contract=contract,
        input_template="Input: {{input}}\nOutput:",
    )


@pytest.fixture(scope="session")
def model() -> Iterator[ChatModel]:
    file = paths.bundled_model()
    assert file is not None
    loaded = llama.load(file, SETTINGS)
    yield loaded
    loaded.close()


@pytest.fixture
def spec() -> RunSpec:
    return RunSpec(
        "numbers", "", "", (VAGUE,), {Role.TASK: ModelRef("bundled", "")}, "gpo", {}, FinalRule.VALIDATION, seed=5
    )


MakeLab = Callable[..., tuple[Lab, MemoryJournal, Bench]]


@pytest.fixture
def make_lab(task: Task, model: ChatModel, spec: RunSpec) -> MakeLab:
    def make(
        budget: Budget | None = None, *, reserved: int = 0, cancel: CancelToken | None = None, on: Task | None = None
    ) -> tuple[Lab, MemoryJournal, Bench]:
        journal = MemoryJournal()
        meter = Meter(budget or Budget(), reserved_calls=reserved)
        bench = Bench({Role.TASK: model}, journal, meter, cancel or CancelToken())
        return Lab(on or task, replace(spec, budget=budget or Budget()), bench), journal, bench

    return make
