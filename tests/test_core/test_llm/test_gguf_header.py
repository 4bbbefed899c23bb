"""Headers of GGUF files: what they say, and a sentence for each way in which they can be broken."""

import hashlib
import os
import struct
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import gguf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.control import Cancelled, CancelToken
from core.errors import ModelError
from core.llm.gguf import read_header, sha256
from core.llm.gguf_types import FILE_TYPES, TENSOR_TYPES

KEY = struct.pack("<Q", 1) + b"k"


def header(*, version: int = 3, tensors: int = 1, keys: int = 1, rest: bytes = b"", order: str = "<") -> bytes:
    return b"GGUF" + struct.pack(f"{order}IQQ", version, tensors, keys) + rest


BROKEN = {
    "empty": (b"", "is empty"),
    "one byte": (b"G", "text file"),
    "text": (b"This is not a model.\n" * 9, "is a text file"),
    "web page": (b"<!DOCTYPE html><html>", "web page"),
    "git lfs": (b"version https://git-lfs.github.com/spec/v1\noid sha256:0", "Git LFS pointer"),
    "archive": (b"PK\x03\x04" + bytes(99), "is not a GGUF file"),
    "older format": (b"ggjt" + bytes(99), "replaced in 2023"),
    "only the magic": (b"GGUF", "cut off"),
    "version 1": (header(version=1), "version 1"),
    "version 99": (header(version=99) + bytes(99), "version 99"),
    "text for a version": (b"GGUF not a model" + bytes(99), "is damaged"),
    "big-endian": (header(order=">") + bytes(99), "big-endian"),
    "absurd number of tensors": (
        header(tensors=1 << 60) + bytes(99),
        "claims to hold 1,152,921,504,606,846,976 tensors",
    ),
    "absurd number of keys": (header(keys=1 << 50) + bytes(99), "is damaged"),
    "absurd length of a key": (header(rest=struct.pack("<Q", 1 << 62)) + bytes(99), "cut off"),
    "absurd length of a text": (header(rest=KEY + struct.pack("<IQ", 8, 1 << 40)) + bytes(99), "cut off"),
    "absurd list": (header(rest=KEY + struct.pack("<IIQ", 9, 4, 1 << 60)) + bytes(99), "cut off"),
    "absurd list of texts": (header(rest=KEY + struct.pack("<IIQ", 9, 8, 1 << 60)) + bytes(99), "cut off"),
    "list of lists": (header(rest=KEY + struct.pack("<IIQ", 9, 9, 2)) + bytes(99), "unknown kind 9"),
    "unknown kind": (header(rest=KEY + struct.pack("<I", 77)) + bytes(99), "unknown kind 77"),
    "no architecture": (header(rest=KEY + struct.pack("<II", 4, 1)) + bytes(99), "architecture"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_that_a_broken_file_is_refused_with_a_sentence(name: str, tmp_path: Path) -> None:
    content, sentence = BROKEN[name]
    file = tmp_path / "model.gguf"
    file.write_bytes(content)
    with pytest.raises(ModelError, match=sentence) as caught:
        read_header(file)
    assert caught.value.message.startswith("model.gguf ")
    assert caught.value.message.endswith(".")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_that_a_missing_file_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.gguf")
    for file, sentence in (
        (tmp_path / "missing.gguf", "no file"),
        (tmp_path, "is a folder"),
        (tmp_path / "pipe.gguf", "not a regular file"),
        (tmp_path / "a\0b", "cannot be read"),
    ):
        with pytest.raises(ModelError, match=sentence):
            read_header(file)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything")
def test_that_an_unreadable_file_is_refused(tiny: Path, tmp_path: Path) -> None:
    file = tmp_path / "model.gguf"
    file.write_bytes(tiny.read_bytes())
    file.chmod(0)
    with pytest.raises(ModelError, match="cannot be read"):
        read_header(file)


def test_that_the_header_says_what_the_model_is(tiny: Path) -> None:
    found = read_header(tiny)
    assert (found.name, found.architecture, found.quantization) == ("Whet tiny model", "llama", "Q8_0")
    assert (found.layers, found.heads, found.embedding_size, found.vocabulary) == (4, 4, 128, 1024)
    assert (found.context_length, found.key_size, found.value_size) == (2048, 64, 64)
    assert found.parameters == 820_352
    assert "<|im_start|>" in found.chat_template
    assert found.file_size == tiny.stat().st_size > found.tensor_bytes > 500_000


def test_that_a_truncated_file_is_refused_with_what_is_missing(tiny: Path, tmp_path: Path) -> None:
    content = tiny.read_bytes()
    for length, sentence in ((len(content) - 5000, "incomplete: 5,0.. of"), (1000, "cut off inside its header")):
        file = tmp_path / f"{length}.gguf"
        file.write_bytes(content[:length])
        with pytest.raises(ModelError, match=sentence):
            read_header(file)


def test_that_files_that_are_no_whole_model_are_named(variant: Callable[..., Path]) -> None:
    for how, sentence in (
        ({"tensors": False}, "holds a vocabulary but no model"),
        ({"change": {"split.count": 3}}, "one of 3 parts"),
        ({"change": {"general.type": "adapter"}}, "is a LoRA adapter"),
        ({"change": {"general.type": "mmproj"}}, "is a projector"),
        ({"change": {"general.type": "imatrix"}}, "is an importance matrix"),
        ({"change": {"general.type": "riddle"}}, "of the type “riddle”"),
        ({"architecture": "clip"}, "is a projector"),
        ({"architecture": "controlvector"}, "is a control vector"),
        ({"architecture": "flux"}, "it makes pictures"),
        ({"architecture": "whisper"}, "it works on sounds"),
        ({"architecture": "t5encoder"}, "only the encoder"),
        ({"architecture": "t5"}, "with an encoder and writes with a decoder"),
        ({"architecture": "llada"}, "writes by diffusion"),
        ({"change": {"llama.pooling_type": 4}}, "only ranks texts"),
        ({"change": {"llama.classifier.output_labels": ["yes"]}}, "only ranks texts"),
        ({"change": {"general.alignment": 7}}, "alignment"),
    ):
        with pytest.raises(ModelError, match=sentence):
            read_header(variant(**how))


def test_that_a_licence_and_uneven_heads_are_read(variant: Callable[..., Path]) -> None:
    heads = "llama.attention.head_count_kv"
    found = read_header(variant(drop=(heads,), change={"general.license": "apache-2.0", heads: [1, 1, 3, 3]}))
    assert found.licence == "apache-2.0"
    assert found.values[heads] == (1, 1, 3, 3)
    assert found.key_size == 2 * 32


@pytest.fixture(scope="module")
def patient(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy to be damaged."""
    file = tmp_path_factory.mktemp("patient") / "patient.gguf"
    file.write_bytes(tiny.read_bytes())
    return file


@settings(max_examples=200, deadline=None)
@given(place=st.one_of(st.integers(0, 1200), st.integers(0, 30_600)), value=st.integers(0, 255))
def test_that_damage_anywhere_is_a_sentence_or_harmless(place: int, value: int, patient: Path) -> None:
    with patient.open("r+b") as file:
        file.seek(place)
        before = file.read(1)
        file.seek(place)
        file.write(bytes([value]))
    sentence = "."
    try:
        read_header(patient)
    except ModelError as error:
        sentence = error.message
    with patient.open("r+b") as file:
        file.seek(place)
        file.write(before)
    assert sentence.endswith(".")


@settings(max_examples=60, deadline=None)
@given(length=st.integers(1, 30_000))
def test_that_a_header_cut_off_anywhere_is_refused(
    length: int, tiny: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "cut.gguf"
    with tiny.open("rb") as whole:
        file.write_bytes(whole.read(length))
    with pytest.raises(ModelError):
        read_header(file)


def test_that_memory_stays_small_and_a_large_vocabulary_is_quick(tmp_path: Path) -> None:
    tokens = b"".join(struct.pack("<Q", 6) + b"token%d" % (i % 10) for i in range(300_000))
    key = b"tokenizer.ggml.tokens"
    rest = struct.pack("<Q", len(key)) + key + struct.pack("<IIQ", 9, 8, 300_000) + tokens
    file = tmp_path / "large.gguf"
    file.write_bytes(header(rest=rest) + bytes(99))
    tracemalloc.start()
    with pytest.raises(ModelError, match="architecture"):
        read_header(file)
    assert tracemalloc.get_traced_memory()[1] < 4 << 20
    tracemalloc.stop()


def test_that_the_tables_are_those_of_the_reference_library() -> None:
    for kind, (block, size) in gguf.GGML_QUANT_SIZES.items():
        if int(kind) in TENSOR_TYPES:
            assert TENSOR_TYPES[int(kind)] == (kind.name, block, size)
    assert len(TENSOR_TYPES) >= 30
    for number, name in FILE_TYPES.items():
        known = [kind.name for kind in gguf.LlamaFileType if kind == number]
        assert not known or known[0].removeprefix("MOSTLY_").removeprefix("ALL_") in {name, "MXFP4_MOE"}


def test_that_the_hash_is_right_remembered_and_forgotten_when_the_file_changes(tmp_path: Path) -> None:
    file = tmp_path / "f"
    file.write_bytes(b"one" * 3_000_000)
    seen: list[float] = []
    assert sha256(file, on_progress=seen.append) == hashlib.sha256(b"one" * 3_000_000).hexdigest()
    assert seen[-1] == 1.0
    assert seen == sorted(seen)
    seen.clear()
    sha256(file, on_progress=seen.append)
    assert not seen
    file.write_bytes(b"two" * 3_000_000)
    os.utime(file, ns=(1, 1))
    assert sha256(file) == hashlib.sha256(b"two" * 3_000_000).hexdigest()


def test_that_hashing_can_be_cancelled_and_a_missing_file_is_a_sentence(tiny: Path, tmp_path: Path) -> None:
    token = CancelToken()
    token.cancel()
    copy = tmp_path / "copy.gguf"
    copy.write_bytes(tiny.read_bytes())
    with pytest.raises(Cancelled):
        sha256(copy, cancel=token)
    with pytest.raises(ModelError, match="cannot be read"):
        sha256(tmp_path / "missing")
