"""A real model, loaded once, and variants of its file with other metadata."""

import contextlib
import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import pytest

from core import paths
from core.domain.runspec import ModelSettings
from core.llm.llama import load
from core.llm.llama.model import LlamaModel

sys.path.insert(0, str(Path(__file__).parent))  # for template_shapes and tiny_models

SETTINGS = ModelSettings(context=512, lanes=4, batch=64, threads=1)

Variant = Callable[..., Path]


def write_variant(
    source: Path,
    target: Path,
    *,
    change: Mapping[str, Any] | None = None,
    drop: tuple[str, ...] = (),
    tensors: bool = True,
    architecture: str = "",
) -> Path:
    """A copy of a GGUF with some values changed, left out or added; optionally without its tensors."""
    reader = gguf.GGUFReader(source)
    written = architecture or reader.fields["general.architecture"].contents()
    with contextlib.redirect_stdout(io.StringIO()):
        writer = gguf.GGUFWriter(target, written)
        changed = dict(change or {})
        for key, field in reader.fields.items():
            if key.startswith("GGUF.") or key in {"general.architecture", *drop}:
                continue
            kinds = field.types
            value = changed.pop(key, None)
            value = field.contents() if value is None else value
            writer.add_key_value(key, value, kinds[0], kinds[1] if len(kinds) > 1 else None)
        for key, value in changed.items():
            _add(writer, key, value)
        for tensor in reader.tensors if tensors else ():
            writer.add_tensor(tensor.name, tensor.data, raw_dtype=tensor.tensor_type)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
    return target


def _add(writer: gguf.GGUFWriter, key: str, value: Any) -> None:
    kinds = {bool: gguf.GGUFValueType.BOOL, int: gguf.GGUFValueType.UINT32, str: gguf.GGUFValueType.STRING}
    if isinstance(value, list):
        items = {float: gguf.GGUFValueType.FLOAT32, int: gguf.GGUFValueType.INT32, str: gguf.GGUFValueType.STRING}
        writer.add_key_value(key, value, gguf.GGUFValueType.ARRAY, items[type(value[0])])
    else:
        writer.add_key_value(key, value, kinds[type(value)])


def spm_vocabulary(size: int = 1024) -> dict[str, Any]:
    """A SentencePiece-like vocabulary, with the marks of Llama 2 and of thinking models, for the same weights."""
    tokens: list[tuple[str, float, int]] = [("<unk>", 0.0, 2), ("<s>", 0.0, 3), ("</s>", 0.0, 3)]
    tokens += [("[INST]", 0.0, 3), ("[/INST]", 0.0, 3), ("<think>", 0.0, 4), ("</think>", 0.0, 4), ("<b>", 0.0, 4)]
    tokens += [(f"<0x{byte:02X}>", 0.0, 6) for byte in range(256)]
    tokens += [("▁", -1000.0, 1)]
    tokens += [(chr(code), -1000.0 - code, 1) for code in range(33, 127)]
    begun = ("he", "ll", "hell", "hello", "wo", "rl", "wor", "worl", "world", "th", "the")
    words = [*begun, "▁h", "▁w", "▁t", *("▁" + word for word in begun if word not in {"ll", "rl"})]
    tokens += [(word, -float(i + 1), 1) for i, word in enumerate(words)]
    tokens += [(f"▁unused{i}", -1e6, 5) for i in range(size - len(tokens))]
    return {
        "tokenizer.ggml.model": "llama",
        "tokenizer.ggml.pre": "default",
        "tokenizer.ggml.tokens": [text for text, _, _ in tokens],
        "tokenizer.ggml.scores": [score for _, score, _ in tokens],
        "tokenizer.ggml.token_type": [kind for _, _, kind in tokens],
        "tokenizer.ggml.bos_token_id": 1,
        "tokenizer.ggml.eos_token_id": 2,
        "tokenizer.ggml.padding_token_id": 0,
        "tokenizer.ggml.add_bos_token": True,
        "tokenizer.ggml.add_space_prefix": True,
    }


@pytest.fixture(scope="session")
def tiny() -> Path:
    """A real model that is as small as can be: what it says means nothing."""
    found = paths.tiny_model()
    assert found is not None
    return found


@pytest.fixture(scope="session")
def demo() -> Path:
    """The bundled model: it follows simple instructions."""
    found = paths.bundled_model()
    assert found is not None
    return found


@pytest.fixture
def variant(tiny: Path, tmp_path: Path) -> Variant:
    """A function that writes a variant of the model: `variant(change={…}, drop=(…), tensors=…, architecture=…)`."""

    def write(**how: Any) -> Path:
        return write_variant(tiny, tmp_path / f"variant{len(list(tmp_path.iterdir()))}.gguf", **how)

    return write


@pytest.fixture
def split_model(tiny: Path) -> Callable[[Path, str], list[Path]]:
    """A function that writes the model in three parts, as `llama-gguf-split` does: `split_model(folder, stem)`."""

    def write(folder: Path, stem: str) -> list[Path]:
        folder.mkdir(parents=True, exist_ok=True)
        reader = gguf.GGUFReader(tiny)
        tensors = [reader.tensors[start::3] for start in range(3)]
        files = [folder / f"{stem}-{number:05}-of-00003.gguf" for number in (1, 2, 3)]
        for number, file in enumerate(files):
            _write_part(reader, file, number, tensors[number], len(reader.tensors))
        return files

    return write


def _write_part(reader: gguf.GGUFReader, file: Path, number: int, tensors: Sequence[Any], total: int) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        writer = gguf.GGUFWriter(file, "")
        writer.kv_data[0].clear()  # a later part does not even name the architecture
        for key, field in reader.fields.items() if number == 0 else ():
            if not key.startswith("GGUF."):
                kinds = field.types
                writer.add_key_value(key, field.contents(), kinds[0], kinds[1] if len(kinds) > 1 else None)
        writer.add_uint16("split.no", number)
        writer.add_uint16("split.count", 3)
        writer.add_int32("split.tensors.count", total)
        for tensor in tensors:
            writer.add_tensor(tensor.name, tensor.data, raw_dtype=tensor.tensor_type)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()


@pytest.fixture(scope="session")
def model(demo: Path) -> Iterator[LlamaModel]:
    """The bundled model with four lanes and small batches, so that refills and chunks happen."""
    loaded = load(demo, SETTINGS)
    yield loaded
    loaded.close()


@pytest.fixture(scope="session")
def spm_model(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LlamaModel]:
    """The same weights under a SentencePiece vocabulary and a template like Llama 2's: it writes nonsense, but its
    tokenizer is real."""
    template = (
        "{{ bos_token }}{% for m in messages %}{% if m.role == 'user' %}[INST] {{ m.content | trim }} [/INST]"
        "{% elif m.role == 'assistant' %} {{ m.content }}{{ eos_token }}"
        "{% else %}{{ raise_exception('only user and assistant') }}{% endif %}{% endfor %}"
        "{% if false %}<think></think>{% endif %}"
    )
    file = tmp_path_factory.mktemp("spm") / "spm.gguf"
    change = spm_vocabulary() | {"tokenizer.chat_template": template}
    loaded = load(write_variant(tiny, file, change=change, drop=("tokenizer.ggml.merges",)), SETTINGS)
    yield loaded
    loaded.close()


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing a test finds out is kept in the person's folder."""
    monkeypatch.setenv("WHET_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture
def cosine() -> Callable[[Any, Any], float]:
    """The cosine of two vectors."""
    return lambda a, b: float(np.dot(a, b) / np.linalg.norm(a) / np.linalg.norm(b))
