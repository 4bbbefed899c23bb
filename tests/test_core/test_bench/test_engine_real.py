"""What `whet bench engine --model FILE` and `whet bench threads` ask, on the smallest model."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from core import paths
from core.bench import engine_threads
from core.bench.engine_step import SHOWN, EngineStep
from core.domain.runspec import ModelSettings
from core.llm.llama import load
from core.llm.llama.model import LlamaModel


@pytest.fixture(scope="module")
def model() -> Iterator[LlamaModel]:
    file = paths.tiny_model()
    assert file is not None
    loaded = load(file, ModelSettings(context=2048, lanes=16, batch=512, threads=1))
    yield loaded
    loaded.close()


def test_that_a_step_shows_no_row_that_it_scores() -> None:
    step = EngineStep.of(4, 0)
    scored = {row.input for row in step.rows}
    assert [len(prompt.demonstrations) for prompt in step.prompts] == [0, 0, SHOWN, SHOWN]
    assert not any(one.input in scored for prompt in step.prompts for one in prompt.demonstrations)


def test_that_a_step_is_won_by_the_same_prompt_however_often_it_is_asked(model: LlamaModel) -> None:
    step = EngineStep.of(4, 0)
    few = replace(step, prompts=step.prompts[1:3], rows=step.rows[:16])
    for way in (few.raced, few.climbed):
        assert way(model) in few.prompts
        assert way(model) == way(model)


def test_that_a_step_can_be_written_by_another_program(model: LlamaModel) -> None:
    step = EngineStep.of(4, 0)
    few = replace(step, prompts=step.prompts[:2], rows=step.rows[:32])
    answers = {row.input: row.answers[0] for row in few.rows}
    asked: list[int] = []

    def write(texts: Sequence[str], tokens: int) -> list[str]:
        asked.append(tokens)
        right = few.prompts[1].text.splitlines()[0]
        return [next(answers[row] for row in answers if row in text) if right in text else "" for text in texts]

    assert few.written(model, write) == few.prompts[1]
    assert set(asked) == {max(map(model.count_tokens, few.task.contract.labels))}
    assert len(asked) == 3  # the one that answers nothing is left behind after its first block


def test_that_every_number_of_threads_is_measured_idle_and_beside_load(model: LlamaModel) -> None:
    rows = engine_threads.table(model, (1, 2), 1, lambda _: None)
    assert [(row["busy programs"], row["threads"]) for row in rows] == [(0, 1), (0, 2), (1, 1), (1, 2)]
    assert all(float(row[f"{what}, tokens/s"] or 0) > 0 for row in rows for what in engine_threads.WHATS)
