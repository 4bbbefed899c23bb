"""Models in several files."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from core.domain.runspec import ModelSettings
from core.errors import ModelError
from core.llm.base import Request, user
from core.llm.gguf import read_header, sha256
from core.llm.gguf_split import files_of, missing, number_of
from core.llm.llama import load

Split = Callable[[Path, str], list[Path]]
SETTINGS = ModelSettings(context=256, lanes=1, batch=64, threads=1)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("a-00002-of-00003.gguf", (2, 3)),
        ("a-00004-of-00003.gguf", (1, 1)),
        ("a-00000-of-00003.gguf", (1, 1)),
        ("a-1-of-3.gguf", (1, 1)),
        ("a.gguf", (1, 1)),
    ],
)
def test_that_a_name_says_which_part_it_is(name: str, number: tuple[int, int]) -> None:
    assert number_of(name) == number


def test_that_the_parts_are_one_model(split_model: Split, tiny: Path, tmp_path: Path) -> None:
    parts = split_model(tmp_path, "big")
    joined, whole = read_header(parts[0]), read_header(tiny)
    assert (joined.parameters, joined.tensors, joined.tensor_bytes) == (
        whole.parameters,
        whole.tensors,
        whole.tensor_bytes,
    )
    assert joined.file_size == sum(part.stat().st_size for part in parts)
    assert files_of(parts[0]) == tuple(parts)
    assert sha256(parts[0]) == hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()


def test_that_a_model_in_parts_answers_like_the_whole(split_model: Split, tiny: Path, tmp_path: Path) -> None:
    answers = []
    for file in (split_model(tmp_path, "big")[0], tiny):
        model = load(file, SETTINGS)
        answers.append(model.complete([Request(user("Write the last letter of the word.\nInput: window"), 8)]))
        model.close()
    assert answers[0] == answers[1]


def test_that_a_part_without_the_others_is_refused_with_their_names(split_model: Split, tmp_path: Path) -> None:
    parts = split_model(tmp_path, "big")
    with pytest.raises(ModelError, match=r"big-00002-of-00003\.gguf is not the first part") as failure:
        read_header(parts[1])
    assert failure.value.hint == "Choose big-00001-of-00003.gguf."
    parts[2].unlink()
    assert missing(parts[0]) == ["big-00003-of-00003.gguf"]
    with pytest.raises(ModelError, match=r"1 of 3 parts .* big-00003-of-00003\.gguf"):
        read_header(parts[0])
    parts[1].replace(parts[2])
    parts[2].with_name(parts[1].name).write_bytes(parts[2].read_bytes())
    with pytest.raises(ModelError, match="does not belong to"):
        read_header(parts[0])


def test_that_a_part_under_another_name_is_refused(split_model: Split, tmp_path: Path) -> None:
    renamed = tmp_path / "model.gguf"
    split_model(tmp_path, "big")[0].replace(renamed)
    with pytest.raises(ModelError, match="one of 3 parts"):
        read_header(renamed)


def test_that_a_part_that_was_cut_off_is_refused(split_model: Split, tmp_path: Path) -> None:
    parts = split_model(tmp_path, "big")
    parts[1].write_bytes(parts[1].read_bytes()[:-5000])
    with pytest.raises(ModelError, match=r"big-00002-of-00003\.gguf is incomplete"):
        read_header(parts[0])
