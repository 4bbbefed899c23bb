"""Eight architectures, with random weights: each is answered as by a plain loop over the same library."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tiny_models import ARCHITECTURES, write_tiny

from core import paths
from core.bench import engine_check
from core.bench.table import BenchOptions
from core.domain.runspec import ModelSettings
from core.llm.base import ChoiceRequest, Request, user
from core.llm.gguf import read_header
from core.llm.llama import load

SETTINGS = ModelSettings(context=512, lanes=4, batch=64, threads=1)
TEXTS = ("one two three " * 20, "the cat sat", "hello", "what is it " * 30, "the cat sat", "x")

Tiny = Callable[[str], Path]


@pytest.fixture(scope="module")
def of_architecture(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Tiny:
    folder = tmp_path_factory.mktemp("architectures")

    def write(architecture: str) -> Path:
        file = folder / f"{architecture}.gguf"
        return file if file.exists() else write_tiny(architecture, file, tiny)

    return write


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_that_an_architecture_is_answered_as_by_a_plain_loop(architecture: str, of_architecture: Tiny) -> None:
    file = of_architecture(architecture)
    assert read_header(file).architecture == architecture
    found = engine_check.bench(BenchOptions(say=lambda _: None), file)
    assert {bar.id: bar.value for bar in found.bars if not bar.ok} == {}
    assert found.settings["requests"] == 40


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_that_flash_attention_changes_no_clear_answer(architecture: str, of_architecture: Tiny) -> None:
    requests = [Request(user(text), 12, logprobs=8) for text in TEXTS]
    asked = [ChoiceRequest(user(text), ("yes", "no", "not at all")) for text in TEXTS]
    replies, scores = [], []
    for flash in (False, True):
        model = load(of_architecture(architecture), replace(SETTINGS, flash_attention=flash))
        replies.append(model.complete(requests))
        scores.append(model.score_choices(asked))
        model.close()
    without, flashed = replies
    gaps = [engine_check.gap(a, b.token_ids) for a, b in zip(without, flashed, strict=True)]
    assert max(gaps) < engine_check.CLOSE
    for a, b in zip(*scores, strict=True):
        assert a.logprobs == pytest.approx(b.logprobs, abs=engine_check.CLOSE)


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(paths.bundled_model(), id="bundled"),
        pytest.param(
            paths.starter_model(),
            id="starter",
            marks=[
                pytest.mark.slow,
                pytest.mark.skipif(paths.starter_model() is None, reason="the starter model was not fetched"),
            ],
        ),
    ],
)
def test_that_a_trained_model_is_answered_as_by_a_plain_loop(file: Path) -> None:
    found = engine_check.bench(BenchOptions(say=lambda _: None), file, requests=16)
    assert {bar.id: bar.value for bar in found.bars if not bar.ok} == {}
