"""Vectors: of unit length, of a text alone, from language models and from embedding models."""

import contextlib
import io
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import pytest

from core.control import Cancelled, CancelToken
from core.domain.runspec import ModelSettings
from core.errors import ModelError
from core.llm.base import Request, user
from core.llm.llama import load, probe

SETTINGS = ModelSettings(context=256, lanes=2, batch=32, threads=1)
TEXTS = ("the cat sat on the mat", "a dog barked", "the cat sat on the mat", "", "word " * 150)
WIDTH, LAYERS, WORDS = 32, 2, 64


def write_bert(file: Path, pooling: int) -> Path:
    """A demo BERT with random weights: it means nothing, but llama.cpp runs it as any embedding model."""
    tokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *(f"▁{c}" for c in "abcdefghijklmnopqrstuvwxyz")]
    tokens += [f"{c}" for c in "abcdefghijklmnopqrstuvwxyz"]
    tokens += [f"▁filler{i}" for i in range(WORDS - len(tokens))]
    random = np.random.default_rng(0)
    with contextlib.redirect_stdout(io.StringIO()):
        writer = gguf.GGUFWriter(file, "bert")
        writer.add_name("demo bert")
        writer.add_context_length(64)
        writer.add_embedding_length(WIDTH)
        writer.add_block_count(LAYERS)
        writer.add_feed_forward_length(WIDTH * 2)
        writer.add_head_count(2)
        writer.add_layer_norm_eps(1e-12)
        writer.add_causal_attention(False)
        writer.add_pooling_type(gguf.PoolingType(pooling))
        writer.add_token_type_count(2)
        writer.add_tokenizer_model("bert")
        writer.add_tokenizer_pre("default")
        writer.add_token_list(tokens)
        writer.add_token_types([3, 3, 3, 3] + [1] * (WORDS - 4))
        for add, token in (
            (writer.add_pad_token_id, 0),
            (writer.add_unk_token_id, 1),
            (writer.add_bos_token_id, 2),
            (writer.add_sep_token_id, 3),
            (writer.add_eos_token_id, 3),
        ):
            add(token)

        def tensor(name: str, *shape: int) -> None:
            writer.add_tensor(name, random.normal(0, 0.3, shape).astype(np.float32))

        tensor("token_embd.weight", WORDS, WIDTH)
        tensor("token_types.weight", 2, WIDTH)
        tensor("position_embd.weight", 64, WIDTH)
        norms = ["token_embd_norm"]
        for layer in range(LAYERS):
            for name, out, inner in (
                ("attn_q", WIDTH, WIDTH),
                ("attn_k", WIDTH, WIDTH),
                ("attn_v", WIDTH, WIDTH),
                ("attn_output", WIDTH, WIDTH),
                ("ffn_up", WIDTH * 2, WIDTH),
                ("ffn_down", WIDTH, WIDTH * 2),
            ):
                tensor(f"blk.{layer}.{name}.weight", out, inner)
                tensor(f"blk.{layer}.{name}.bias", out)
            norms += [f"blk.{layer}.attn_output_norm", f"blk.{layer}.layer_output_norm"]
        for name in norms:
            tensor(f"{name}.weight", WIDTH)
            tensor(f"{name}.bias", WIDTH)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
    return file


@pytest.fixture(
    params=["language model", "pooled language model", "BERT, first token", "BERT, mean", "BERT, no pooling"]
)
def embedder_file(request: pytest.FixtureRequest, demo: Path, variant: Callable[..., Path], tmp_path: Path) -> Path:
    if request.param == "language model":
        return demo
    if request.param == "pooled language model":
        return variant(change={"llama.pooling_type": 3})
    return write_bert(tmp_path / "bert.gguf", {"first": 2, "mean": 1, "no": 0}[request.param.split()[1]])


def test_that_vectors_have_unit_length_and_depend_on_their_text_alone(embedder_file: Path) -> None:
    model = load(embedder_file, SETTINGS, embed=True)
    assert model.capabilities.embed
    vectors = model.embed(TEXTS)
    assert vectors.shape == (len(TEXTS), model.info.embedding_size)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)
    assert np.array_equal(vectors[0], vectors[2])
    assert not np.allclose(vectors[0], vectors[1], atol=1e-3)
    assert np.array_equal(model.embed(TEXTS[::-1])[::-1], vectors)
    assert np.array_equal(model.embed([TEXTS[1]])[0], vectors[1])
    model.close()


def test_that_a_long_text_is_cut_with_a_warning(embedder_file: Path, caplog: pytest.LogCaptureFixture) -> None:
    model = load(embedder_file, SETTINGS, embed=True)
    with caplog.at_level(logging.WARNING, logger="whet.llama"):
        vectors = model.embed(["a b c " * 1000, "a b c " * 1000 + "x"])
    assert sum("was cut to" in record.message for record in caplog.records) == 2
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)
    model.close()


def test_that_one_model_can_write_and_embed_without_one_disturbing_the_other(demo: Path) -> None:
    model = load(demo, SETTINGS, embed=True)
    asked = [Request(user(f"word {n}"), max_tokens=4, logprobs=1) for n in range(3)]
    before, vectors = model.complete(asked), model.embed(TEXTS)
    assert model.complete(asked) == before
    assert np.array_equal(model.embed(TEXTS), vectors)
    model.close()


def test_that_similar_texts_are_nearer(demo: Path, cosine: Callable[[Any, Any], float]) -> None:
    model = load(demo, SETTINGS, embed=True)
    one, near, far = model.embed(["Write the first letter.", "Write the first letter of the word.", "17 42 Output:"])
    assert cosine(one, near) > cosine(one, far)
    model.close()


def test_that_embedding_can_be_cancelled_and_goes_on_as_before(demo: Path) -> None:
    model = load(demo, SETTINGS, embed=True)
    before = model.embed(TEXTS)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        model.embed(TEXTS, cancel=token)
    assert np.array_equal(model.embed(TEXTS), before)
    model.close()
    with pytest.raises(ModelError, match="closed"):
        model.embed(TEXTS)


def test_that_a_ranking_model_is_refused(variant: Callable[..., Path]) -> None:
    with pytest.raises(ModelError, match="only ranks texts"):
        load(variant(change={"llama.pooling_type": 4}), SETTINGS, embed=True)


def test_that_an_embedding_model_survives_its_trial(tmp_path: Path) -> None:
    assert probe(write_bert(tmp_path / "bert.gguf", 2), SETTINGS).settings == SETTINGS
