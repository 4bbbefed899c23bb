"""Models of eight architectures, as small as can be, with random weights: what they say means nothing, but each is
computed by the code of its architecture. The tokenizer is that of the tiny bundled model."""

import contextlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import gguf
import numpy as np

WIDTH, HEADS, KV, HEAD, WIDE = 64, 4, 2, 16, 96
INNER, STATE, CONV, RANK = 2 * WIDTH, 8, 4, 4
EXPERTS, USED, THIN = 4, 2, 32

Shapes = dict[str, tuple[int, ...]]


def _attention(*, bias: bool = False, norms: bool = False) -> Shapes:
    shapes: Shapes = {
        "attn_norm.weight": (WIDTH,),
        "attn_q.weight": (HEADS * HEAD, WIDTH),
        "attn_k.weight": (KV * HEAD, WIDTH),
        "attn_v.weight": (KV * HEAD, WIDTH),
        "attn_output.weight": (WIDTH, HEADS * HEAD),
    }
    if bias:
        shapes |= {"attn_q.bias": (HEADS * HEAD,), "attn_k.bias": (KV * HEAD,), "attn_v.bias": (KV * HEAD,)}
    if norms:
        shapes |= {"attn_q_norm.weight": (HEAD,), "attn_k_norm.weight": (HEAD,)}
    return shapes


_GATED: Shapes = {
    "ffn_norm.weight": (WIDTH,),
    "ffn_gate.weight": (WIDE, WIDTH),
    "ffn_up.weight": (WIDE, WIDTH),
    "ffn_down.weight": (WIDTH, WIDE),
}
_EXPERTS: Shapes = {
    "ffn_norm.weight": (WIDTH,),
    "ffn_gate_inp.weight": (EXPERTS, WIDTH),
    "ffn_gate_exps.weight": (EXPERTS, THIN, WIDTH),
    "ffn_up_exps.weight": (EXPERTS, THIN, WIDTH),
    "ffn_down_exps.weight": (EXPERTS, WIDTH, THIN),
}
_PLAIN: Shapes = {
    "attn_norm.weight": (WIDTH,), "attn_norm.bias": (WIDTH,),
    "attn_qkv.weight": (3 * WIDTH, WIDTH), "attn_qkv.bias": (3 * WIDTH,),
    "attn_output.weight": (WIDTH, WIDTH), "attn_output.bias": (WIDTH,),
    "ffn_norm.weight": (WIDTH,), "ffn_norm.bias": (WIDTH,),
    "ffn_up.weight": (WIDE, WIDTH), "ffn_up.bias": (WIDE,),
    "ffn_down.weight": (WIDTH, WIDE), "ffn_down.bias": (WIDTH,),
}  # fmt: skip
_SCAN: Shapes = {
    "attn_norm.weight": (WIDTH,),
    "ssm_in.weight": (2 * INNER, WIDTH),
    "ssm_conv1d.weight": (INNER, CONV),
    "ssm_conv1d.bias": (INNER,),
    "ssm_x.weight": (RANK + 2 * STATE, INNER),
    "ssm_dt.weight": (INNER, RANK),
    "ssm_dt.bias": (INNER,),
    "ssm_a": (INNER, STATE),
    "ssm_d": (INNER,),
    "ssm_out.weight": (WIDTH, INNER),
}
_CONVOLUTION: Shapes = {
    "attn_norm.weight": (WIDTH,),
    "shortconv.conv.weight": (WIDTH, 3),
    "shortconv.in_proj.weight": (3 * WIDTH, WIDTH),
    "shortconv.out_proj.weight": (WIDTH, WIDTH),
}
_GEMMA: Shapes = {
    **_attention(norms=True),
    **_GATED,
    "post_attention_norm.weight": (WIDTH,),
    "post_ffw_norm.weight": (WIDTH,),
}
_HEADS: dict[str, Any] = {
    "attention.head_count": HEADS,
    "attention.head_count_kv": KV,
    "attention.key_length": HEAD,
    "attention.value_length": HEAD,
    "attention.layer_norm_rms_epsilon": 1e-5,
    "feed_forward_length": WIDE,
    "rope.dimension_count": HEAD,
    "rope.freq_base": 10_000.0,
}

ARCHITECTURES: dict[str, tuple[dict[str, Any], list[Shapes], Shapes]] = {
    "llama": (_HEADS, [_attention() | _GATED] * 2, {}),
    "qwen2": (_HEADS, [_attention(bias=True) | _GATED] * 2, {}),
    "qwen3": (_HEADS, [_attention(norms=True) | _GATED] * 2, {}),
    "qwen3moe": (
        _HEADS | {"expert_count": EXPERTS, "expert_used_count": USED, "expert_feed_forward_length": THIN},
        [_attention(norms=True) | _EXPERTS] * 2,
        {},
    ),
    "gemma3": (_HEADS | {"attention.sliding_window": 32}, [_GEMMA] * 6, {}),
    "gpt2": (
        {"attention.head_count": HEADS, "attention.layer_norm_epsilon": 1e-5, "feed_forward_length": WIDE},
        [_PLAIN] * 2,
        {"position_embd.weight": (1024, WIDTH), "output_norm.bias": (WIDTH,)},
    ),
    "mamba": (
        {
            "ssm.conv_kernel": CONV,
            "ssm.inner_size": INNER,
            "ssm.state_size": STATE,
            "ssm.time_step_rank": RANK,
            "attention.layer_norm_rms_epsilon": 1e-5,
            "attention.head_count": 0,
            "feed_forward_length": 0,
        },
        [_SCAN] * 2,
        {},
    ),
    "lfm2": (
        _HEADS | {"attention.head_count_kv": [0, KV, 0], "shortconv.l_cache": 3},
        [_CONVOLUTION | _GATED, _attention(norms=True) | _GATED, _CONVOLUTION | _GATED],
        {"token_embd_norm.weight": (WIDTH,)},
    ),
}
"""By architecture: its keys, the tensors of each layer, and those beside the layers."""


def write_tiny(architecture: str, file: Path, source: Path, seed: int = 0) -> Path:
    """Write the model of an architecture, with the tokenizer and the template of `source`."""
    keys, layers, more = ARCHITECTURES[architecture]
    random = np.random.default_rng(seed)
    reader = gguf.GGUFReader(source)
    words = len(reader.fields["tokenizer.ggml.tokens"].contents())
    shapes: Shapes = {"token_embd.weight": (words, WIDTH), "output_norm.weight": (WIDTH,)} | more
    if "token_embd_norm.weight" in more:
        del shapes["output_norm.weight"]
    for number, layer in enumerate(layers):
        shapes |= {f"blk.{number}.{name}": shape for name, shape in layer.items()}
    with contextlib.redirect_stdout(io.StringIO()):
        writer = gguf.GGUFWriter(file, architecture)
        writer.add_name(f"tiny {architecture}")
        general = {"context_length": 1024, "embedding_length": WIDTH, "block_count": len(layers), "vocab_size": words}
        for key, value in (general | keys).items():
            _add(writer, f"{architecture}.{key}", value)
        for key, field in reader.fields.items():
            if key.startswith("tokenizer."):
                kinds = field.types
                writer.add_key_value(key, field.contents(), kinds[0], kinds[1] if len(kinds) > 1 else None)
        for name, shape in shapes.items():
            writer.add_tensor(name, _weights(random, name, shape, scaled=architecture == "gemma3"))
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
    return file


def _add(writer: gguf.GGUFWriter, key: str, value: Any) -> None:
    adders: dict[type, Callable[[str, Any], None]] = {
        int: writer.add_uint32,
        float: writer.add_float32,
        list: writer.add_array,
    }
    adders[type(value)](key, value)


def _weights(random: np.random.Generator, name: str, shape: tuple[int, ...], *, scaled: bool) -> np.ndarray[Any, Any]:
    """Such that one token is mostly clearly the likeliest, and what came before matters more than the last token.

    `scaled`: the architecture multiplies its embeddings by the root of their width.
    """
    if name.endswith("norm.weight"):
        return np.ones(shape, dtype=np.float32)
    if name.endswith("ssm_a"):
        return -np.abs(random.normal(0, 1, shape)).astype(np.float32) - 0.1
    if name == "token_embd.weight":
        return random.normal(0, 0.3 / (8 if scaled else 1), shape).astype(np.float32)
    scale = 1.5 / np.sqrt(shape[-1]) if len(shape) > 1 else 0.1
    return random.normal(0, scale, shape).astype(np.float32)
