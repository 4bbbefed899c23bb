"""Models of real size with random weights: speed does not depend on what a model has learned.

The tokenizer is the bundled model's with unused tokens behind it, up to the vocabulary of the model that is imitated.
Needs the library `gguf` (dependency group `dev`).
"""

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from core import paths
from core.errors import RunError

_BLOCK: Final = 32
_COPIED: Final = ("tokenizer.ggml.model", "tokenizer.ggml.pre", "tokenizer.ggml.merges", "tokenizer.ggml.bos_token_id",
                  "tokenizer.ggml.eos_token_id", "tokenizer.ggml.add_bos_token", "tokenizer.chat_template")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Size:
    """The numbers of a model of the Llama architecture, embedding and output tied."""

    name: str
    layers: int
    width: int
    heads: int
    kv_heads: int
    feed_forward: int
    vocabulary: int


SMALL: Final = Size("random-135M", 30, 576, 9, 3, 1536, 49_152)
"""As SmolLM 135M."""

MIDDLE: Final = Size("random-0.5B", 24, 896, 14, 2, 4864, 151_936)
"""As Qwen 2.5 0.5B, but for its biases."""


def write(size: Size, file: Path, *, bits: int = 8, seed: int = 0) -> Path:
    """Write a model of this size in Q8_0 or (`bits` 4) Q4_0. Raises `RunError` without the library or the tokenizer."""
    try:
        import gguf
    except ImportError:
        raise RunError(
            "Models with random weights are written with the library gguf, which is not installed.",
            hint="Install it (pip install gguf), or name a model: --model FILE.",
        ) from None
    source = paths.bundled_model()
    if source is None:
        raise RunError("This installation has no bundled model to take the tokenizer from.")
    kind = gguf.GGMLQuantizationType.Q8_0 if bits == 8 else gguf.GGMLQuantizationType.Q4_0
    rng = np.random.default_rng(seed)
    with contextlib.redirect_stdout(io.StringIO()):
        writer = gguf.GGUFWriter(file, "llama")
        _describe(writer, size, gguf.GGUFReader(source))
        for name, shape in _shapes(size):
            if len(shape) == 1:
                writer.add_tensor(name, np.ones(shape, dtype=np.float32))
            else:
                writer.add_tensor(name, _random_blocks(rng, shape, bits), raw_dtype=kind)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
    return file


def _describe(writer: Any, size: Size, source: Any) -> None:
    writer.add_name(size.name)
    writer.add_context_length(8192)
    writer.add_embedding_length(size.width)
    writer.add_block_count(size.layers)
    writer.add_feed_forward_length(size.feed_forward)
    writer.add_head_count(size.heads)
    writer.add_head_count_kv(size.kv_heads)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(size.width // size.heads)
    writer.add_vocab_size(size.vocabulary)
    tokens = list(source.fields["tokenizer.ggml.tokens"].contents())
    kinds = list(source.fields["tokenizer.ggml.token_type"].contents())
    writer.add_token_list([*tokens, *(f"<more{i}>" for i in range(size.vocabulary - len(tokens)))])
    writer.add_token_types([*kinds, *([5] * (size.vocabulary - len(kinds)))])
    for key in _COPIED:
        if key in source.fields:
            field = source.fields[key]
            kinds = field.types
            writer.add_key_value(key, field.contents(), kinds[0], kinds[1] if len(kinds) > 1 else None)


def _shapes(size: Size) -> list[tuple[str, tuple[int, ...]]]:
    narrow = size.width // size.heads * size.kv_heads
    found: list[tuple[str, tuple[int, ...]]] = [("token_embd.weight", (size.vocabulary, size.width))]
    for layer in range(size.layers):
        found += [
            (f"blk.{layer}.attn_norm.weight", (size.width,)),
            (f"blk.{layer}.attn_q.weight", (size.width, size.width)),
            (f"blk.{layer}.attn_k.weight", (narrow, size.width)),
            (f"blk.{layer}.attn_v.weight", (narrow, size.width)),
            (f"blk.{layer}.attn_output.weight", (size.width, size.width)),
            (f"blk.{layer}.ffn_norm.weight", (size.width,)),
            (f"blk.{layer}.ffn_gate.weight", (size.feed_forward, size.width)),
            (f"blk.{layer}.ffn_up.weight", (size.feed_forward, size.width)),
            (f"blk.{layer}.ffn_down.weight", (size.width, size.feed_forward)),
        ]
    return [*found, ("output_norm.weight", (size.width,))]


def _random_blocks(rng: np.random.Generator, shape: tuple[int, ...], bits: int) -> NDArray[np.uint8]:
    """Blocks of 32 weights: a half-precision scale, and random whole numbers."""
    rows, columns = shape
    blocks = columns // _BLOCK
    data = rng.integers(0, 256, size=(rows, blocks, 2 + _BLOCK * bits // 8), dtype=np.uint8)
    scale = np.float16((0.02 / 73) if bits == 8 else (0.02 / 4.6))  # a standard deviation of 0.02
    data[:, :, :2] = np.frombuffer(scale.tobytes(), dtype=np.uint8)
    return data.reshape(rows, -1)
