"""A checkpoint as a GGUF file for llama.cpp: Q8_0 matrices, norms in fp32, the embedding at both ends."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import gguf
import torch
from torch import Tensor

from whet_train.network import EPSILON, ROPE_BASE
from whet_train.shape import SHAPES, Shape
from whet_train.tokenizer import END, FILLER, SPECIAL

CONTEXT = 2048
"""What the file promises; RoPE carries a little farther than a row of the training."""

TEMPLATE = (
    "{% for m in messages %}{{'<|im_start|>' + m['role'] + '\\n' + m['content'] + '<|im_end|>\\n'}}{% endfor %}"
    "{% if add_generation_prompt %}{{'<|im_start|>assistant\\n'}}{% endif %}"
)


def export(folder: Path, file: Path, recipe: str) -> None:
    """Write the model of the last checkpoint in the folder; `recipe` says what it was trained on."""
    state: dict[str, Any] = torch.load(folder / "checkpoint.pt", weights_only=True)
    masters: dict[str, Tensor] = state["masters"]
    vocabulary = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]
    shape = shape_of(masters)
    new = file.with_suffix(".new")
    writer = gguf.GGUFWriter(new, "llama")
    _describe(writer, shape)
    writer.add_string("whet.recipe", recipe)
    writer.add_uint32("whet.steps", state["progress"][0])
    _add_words(writer, vocabulary, shape.vocabulary)
    for name, master in masters.items():
        _add_tensor(writer, name, master)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    new.replace(file)


def shape_of(masters: dict[str, Tensor]) -> Shape:
    """The shape with this embedding, and with the layers that there are."""
    embedding = tuple(masters["token_embd"].shape)
    known = next(shape for shape in SHAPES.values() if (shape.vocabulary, shape.width) == embedding)
    layers = sum(name.endswith(".ffn_gate") for name in masters)
    shape = replace(known, layers=layers, feed_forward=masters["blk.0.ffn_gate"].shape[0])
    if masters["blk.0.attn_k"].shape[0] != shape.kv_heads * shape.head:
        raise ValueError(f"the key heads are not those of the {shape.title}")
    return shape


def _describe(writer: gguf.GGUFWriter, shape: Shape) -> None:
    writer.add_name(shape.title)
    writer.add_license("apache-2.0")
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_Q8_0)
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(shape.width)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.feed_forward)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.kv_heads)
    writer.add_layer_norm_rms_eps(EPSILON)
    writer.add_rope_freq_base(ROPE_BASE)
    writer.add_rope_dimension_count(shape.head)
    writer.add_vocab_size(shape.vocabulary)


def _add_words(writer: gguf.GGUFWriter, model: dict[str, Any], size: int) -> None:
    words = [f"<unused{index}>" for index in range(size)]
    kinds = [gguf.TokenType.UNUSED] * size
    for word, index in model["vocab"].items():
        words[index] = word
        kinds[index] = gguf.TokenType.CONTROL if word in SPECIAL else gguf.TokenType.NORMAL
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("smollm")
    writer.add_token_list(words)
    writer.add_token_types(kinds)
    writer.add_token_merges([merge if isinstance(merge, str) else " ".join(merge) for merge in model["merges"]])
    for add in (writer.add_bos_token_id, writer.add_pad_token_id):
        add(SPECIAL.index(FILLER))
    writer.add_eos_token_id(END)
    writer.add_add_bos_token(False)  # noqa: FBT003
    writer.add_chat_template(TEMPLATE)


def _add_tensor(writer: gguf.GGUFWriter, name: str, master: Tensor) -> None:
    values = master.float().numpy()
    if master.dim() == 1:
        writer.add_tensor(name, values)
        return
    kind = gguf.GGMLQuantizationType.Q8_0
    writer.add_tensor(f"{name}.weight", gguf.quants.quantize(values, kind), raw_dtype=kind)
