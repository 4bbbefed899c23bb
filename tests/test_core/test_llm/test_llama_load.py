"""Loading: what is refused, what is said, and what never reaches the terminal."""

import dataclasses
import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.control import Cancelled, CancelToken
from core.domain.runspec import ModelSettings
from core.errors import CapabilityError, ModelError
from core.llm.base import Request, user
from core.llm.llama import load
from core.llm.llama.model import LlamaModel

SMALL = ModelSettings(context=256, lanes=2, batch=64, threads=1)


def test_that_importing_the_package_does_not_load_the_native_library() -> None:
    code = "import sys, core.llm.llama, core.llm.hardware; sys.exit('llama_cpp' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_that_the_model_says_what_it_is(model: LlamaModel) -> None:
    info = model.info
    assert (info.name, info.architecture, info.quantization) == ("Whet demonstration model", "llama", "Q8_0")
    assert (info.context, info.trained_context, info.embedding_size, info.vocabulary) == (512, 2048, 256, 2048)
    assert len(info.sha256) == 64
    assert info.build.startswith("llama-cpp-python ")
    assert model.capabilities.chat
    assert model.capabilities.system_role


def test_that_threads_are_filled_in(tiny: Path) -> None:
    model = load(tiny, dataclasses.replace(SMALL, threads=0))
    assert model.settings.threads >= 1
    model.close()


def test_that_an_unknown_architecture_is_refused_in_llama_cpps_words(variant: Callable[..., Path]) -> None:
    with pytest.raises(ModelError, match="unknown model architecture: 'martian'"):
        load(variant(architecture="martian"), SMALL)


def test_that_a_missing_tensor_or_value_is_refused(variant: Callable[..., Path]) -> None:
    with pytest.raises(ModelError, match=r"could not be loaded: .*block_count"):
        load(variant(drop=("llama.block_count",)), SMALL)
    with pytest.raises(ModelError, match=r"could not be loaded: tensor .* not found"):
        load(variant(change={"llama.block_count": 7}), SMALL)


def test_that_broken_files_are_refused_before_llama_cpp_sees_them(variant: Callable[..., Path], tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model"):
        load(variant(tensors=False), SMALL)
    text = tmp_path / "text.gguf"
    text.write_text("hello")
    with pytest.raises(ModelError, match="text file"):
        load(text, SMALL)


def test_that_a_model_that_does_not_fit_is_refused_before_loading(tiny: Path) -> None:
    with pytest.raises(ModelError, match=r"needs about .* GB of memory, and .* are free: it is too big") as caught:
        load(tiny, dataclasses.replace(SMALL, context=1 << 22, lanes=200, batch=256))
    assert "fewer lanes" in caught.value.hint


@pytest.mark.parametrize(
    "wrong", [{"lanes": 0}, {"lanes": 256}, {"context": 0}, {"batch": 1}, {"threads": -1}, {"gpu_layers": -2}]
)
def test_that_impossible_settings_are_refused(tiny: Path, wrong: dict[str, int]) -> None:
    with pytest.raises(ModelError, match=f"setting {next(iter(wrong))} is"):
        load(tiny, dataclasses.replace(SMALL, **wrong))  # type: ignore[arg-type]


def test_that_many_lanes_work(tiny: Path) -> None:
    model = load(tiny, ModelSettings(context=64, lanes=255, batch=256, threads=1))
    replies = model.complete([Request(user(f"word {n}"), max_tokens=2) for n in range(300)])
    assert len(replies) == 300
    model.close()


def test_that_loading_can_be_cancelled(tiny: Path, tmp_path: Path) -> None:
    token = CancelToken()
    seen: list[float] = []

    def progress(done: float) -> None:
        seen.append(done)
        if done > 0.5:
            token.cancel()

    with pytest.raises(Cancelled):
        load(tiny, SMALL, on_progress=progress, cancel=token)
    assert 0.5 < seen[-1] < 1.0
    load(tiny, SMALL).close()


def test_that_progress_grows_to_one_and_its_failure_is_not_lost(tiny: Path) -> None:
    seen: list[float] = []
    load(tiny, SMALL, on_progress=seen.append).close()
    assert seen == sorted(seen)
    assert seen[-1] == pytest.approx(1.0)

    def fail(done: float) -> None:
        if done > 0.4:
            raise RuntimeError("progress")

    with pytest.raises(RuntimeError, match="progress"):
        load(tiny, SMALL, on_progress=fail)


def test_that_a_model_without_a_template_answers_with_a_warning(
    variant: Callable[..., Path], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, logger="whet.llama"):
        model = load(variant(drop=("tokenizer.chat_template",)), SMALL)
    assert any("no usable chat template" in record.message for record in caplog.records)
    assert model.complete([Request(user("hello"), max_tokens=3)])[0].token_ids
    model.close()


def test_that_an_evil_template_does_not_stop_the_model(variant: Callable[..., Path]) -> None:
    for evil in ("{{ ''.__class__ }}", "{% for i in range(10**9) %}x{% endfor %}"):
        model = load(variant(change={"tokenizer.chat_template": evil}), SMALL)
        assert model.complete([Request(user("hello"), max_tokens=3)])[0].token_ids
        model.close()


def test_that_a_model_that_only_embeds_needs_to_be_loaded_as_embedder(variant: Callable[..., Path]) -> None:
    file = variant(change={"llama.attention.causal": False})
    with pytest.raises(CapabilityError, match="for embeddings only"):
        load(file, SMALL)
    model = load(file, SMALL, embed=True)
    assert not model.capabilities.chat
    with pytest.raises(CapabilityError):
        model.complete([Request(user("x"))])
    model.close()


def test_that_the_native_log_goes_to_python_with_its_levels_and_nothing_is_printed(
    tiny: Path, variant: Callable[..., Path]
) -> None:
    code = f"""
import logging, pathlib
levels = []
class Keep(logging.Handler):
    def emit(self, record): levels.append((record.levelname, record.getMessage()))
logger = logging.getLogger("whet.llama"); logger.addHandler(Keep()); logger.propagate = False; logger.setLevel(1)
from core.domain.runspec import ModelSettings
from core.errors import ModelError
from core.llm.base import Request, user
from core.llm.llama import load
small = ModelSettings(context=256, lanes=2, batch=64, threads=1)
model = load(pathlib.Path({str(tiny)!r}), small)
model.complete([Request(user("hello"), max_tokens=3)] * 3)
try: load(pathlib.Path({str(variant(architecture="martian"))!r}), small)
except ModelError: pass
del model
kinds = {{level for level, _ in levels}}
assert {{"DEBUG", "INFO", "ERROR"}} <= kinds, kinds
assert any(l == "ERROR" and "unknown model architecture" in m for l, m in levels)
assert any(l == "INFO" and "n_ctx_train" in m for l, m in levels)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
