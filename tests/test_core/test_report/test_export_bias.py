"""Label bias in exports: where a format has `logit_bias` it gives the very answers that were scored, else a refusal."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest
import yaml

from core import events as e
from core import paths
from core.control import CancelToken
from core.domain.bias import LabelBias
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.runspec import ModelSettings
from core.domain.task import AnswerContract, AnswerKind, Task
from core.errors import UsageError
from core.lab.scorer import messages
from core.lab.soft import SoftReader
from core.llm.llama import load
from core.llm.llama.model import LlamaModel
from core.report.export import FORMATS, gather, take
from core.report.export.bias import exported_bias
from core.state import RunState, fold
from core.store.runs import RunFolder

Fabricate = Callable[..., list[e.Event]]
LETTERS = ("a", "b", "m", "s")
PROMPT = Prompt("Write the first letter of the word.")
WORDS = ("mountain", "ladder", "silver", "apple", "boat", "window")


@pytest.fixture(scope="module")
def model() -> Iterator[LlamaModel]:
    file = paths.bundled_model()
    assert file is not None
    loaded = load(file, ModelSettings(context=256, lanes=8, batch=128, threads=1))
    yield loaded
    loaded.close()


@pytest.fixture
def reader(model: LlamaModel) -> SoftReader:
    rows = tuple(Example(i, word, (word[0],)) for i, word in enumerate(WORDS))
    contract = AnswerContract(AnswerKind.LABEL, LETTERS)
    task = Task("letters", rows, rows, contract=contract, input_template="Input: {{input}}\nOutput:")
    return SoftReader(model, task, CancelToken())


def fitted(tokens: tuple[int, ...], offsets: tuple[float, ...] = (-1.5, 0.25, 0.75, 0.5)) -> e.BiasFitted:
    bias = LabelBias(LETTERS, offsets)
    return e.BiasFitted("c0", bias, 48, Split.VALIDATION, 0.8, 0.7, 0.9, 0.5, 40, kept=True, tokens=tokens)


def run_with(fabricate: Fabricate, folder: Path, found: e.BiasFitted) -> tuple[RunFolder, RunState]:
    events = fabricate(6)
    state = fold([*events[:-1], found, events[-1]])
    folder.mkdir(parents=True)
    return RunFolder(folder), state


def test_that_adding_the_exported_numbers_to_the_logits_gives_the_answer_that_was_scored(
    model: LlamaModel, reader: SoftReader
) -> None:
    tokens = reader.label_tokens(PROMPT, reader.task.train[0])
    assert len(tokens) == len(LETTERS)
    found = fitted(tokens)
    numbers = exported_bias(found).logit_bias
    assert max(numbers.values()) <= 100
    rows = reader.task.train
    scored = [found.bias.choose(each) for each in reader.read(PROMPT, rows)[0]]
    assert len(set(scored)) > 1
    for row, answer in zip(rows, scored, strict=True):
        prompted = model._prompt(messages(reader.task, PROMPT, row), thinking=False)
        session = model._session
        assert session is not None
        with session.work(None):
            session.clear()
            ((_, logits),) = [(i, each.copy()) for i, each in session.fill(0, [prompted.ids])]
            session.clear()
        for token, number in numbers.items():
            logits[int(token)] += number
        assert tokens[LETTERS.index(answer)] == int(np.argmax(logits))


def test_that_labels_of_several_tokens_have_no_token(model: LlamaModel, reader: SoftReader) -> None:
    contract = AnswerContract(AnswerKind.LABEL, ("a", "the first letter"))
    task = Task("t", reader.task.train, reader.task.validation, contract=contract)
    assert SoftReader(model, task, CancelToken()).label_tokens(PROMPT, task.train[0]) == ()


def test_that_promptfoo_gets_logit_bias_and_one_token(fabricate: Fabricate, tmp_path: Path) -> None:
    folder, state = run_with(fabricate, tmp_path / "runs" / "run", fitted((5, 6, 7, 8)))
    taken = take(gather(folder, state, with_bias=True), "promptfoo")
    config = yaml.safe_load(taken.content)["providers"][0]["config"]
    assert config["max_tokens"] == 1
    assert config["temperature"] == 0.0
    assert config["passthrough"]["logit_bias"] == {"5": 57.75, "6": 59.5, "7": 60.0, "8": 59.75}
    assert "stop" not in config
    alone = yaml.safe_load(take(gather(folder, state), "promptfoo").content)["providers"][0]["config"]
    assert "passthrough" not in alone


def test_that_json_names_offsets_and_the_fields_of_a_request(fabricate: Fabricate, tmp_path: Path) -> None:
    folder, state = run_with(fabricate, tmp_path / "runs" / "run", fitted((5, 6, 7, 8)))
    exported = gather(folder, state, with_bias=True)
    found = msgspec.json.decode(take(exported, "json").content)
    assert exported.candidate == "c0", "the prompt that the bias was learned for"
    assert found["with_bias"]["offsets"]["m"] == 0.75
    assert found["with_bias"]["logit_bias"]["7"] == 60.0
    assert msgspec.json.decode(take(gather(folder, state), "json").content)["with_bias"] is None


def test_that_formats_without_it_refuse_and_say_what_would_do(fabricate: Fabricate, tmp_path: Path) -> None:
    folder, state = run_with(fabricate, tmp_path / "runs" / "run", fitted((5, 6, 7, 8)))
    exported = gather(folder, state, with_bias=True)
    for form in FORMATS:
        if form not in {"json", "promptfoo"}:
            with pytest.raises(UsageError, match="cannot hold label bias") as refused:
                take(exported, form)
            assert "json or promptfoo" in refused.value.hint


def test_that_labels_of_several_tokens_and_runs_without_bias_are_refused(fabricate: Fabricate, tmp_path: Path) -> None:
    folder, state = run_with(fabricate, tmp_path / "runs" / "run", fitted(()))
    with pytest.raises(UsageError, match="one token each"):
        take(gather(folder, state, with_bias=True), "promptfoo")
    assert (
        msgspec.json.decode(take(gather(folder, state, with_bias=True), "json").content)["with_bias"]["logit_bias"]
        == {}
    )
    with pytest.raises(UsageError, match="did not end with a label bias"):
        gather(folder, fold(fabricate(6)), with_bias=True)
    with pytest.raises(UsageError, match="No label bias was learned"):
        gather(folder, state, "c1", with_bias=True)
