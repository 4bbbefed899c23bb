"""The user's registry of model files: found by content, never by an absolute path in a run."""

import os
from pathlib import Path

import pytest

from core.errors import WorkspaceError
from core.store import models


@pytest.fixture
def gguf(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.gguf"
    path.write_bytes(b"GGUF" + b"x" * 100)
    return path


def test_that_a_model_is_found_by_its_hash_until_the_file_is_gone(gguf: Path) -> None:
    assert models.find("a" * 64) is None
    models.remember(gguf, "a" * 64, "Tiny")
    assert models.find("a" * 64) == gguf
    gguf.unlink()
    assert models.find("a" * 64) is None
    assert models.known()[0].name == "Tiny"


def test_that_a_file_cut_short_is_no_longer_that_model(gguf: Path) -> None:
    models.remember(gguf, "a" * 64)
    gguf.write_bytes(b"GGUF")
    assert models.find("a" * 64) is None


def test_that_a_copy_serves_when_the_last_place_is_gone(gguf: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.gguf"
    copy.write_bytes(gguf.read_bytes())
    models.remember(gguf, "a" * 64)
    models.remember(copy, "a" * 64)
    assert models.find("a" * 64) == copy
    copy.unlink()
    assert models.find("a" * 64) == gguf


def test_that_a_file_is_not_hashed_again_unless_it_changed(gguf: Path) -> None:
    assert models.sha256_of(gguf) is None
    models.remember(gguf, "a" * 64)
    assert models.sha256_of(gguf) == "a" * 64
    os.utime(gguf, ns=(1, 1))
    assert models.sha256_of(gguf) is None


def test_that_a_place_holds_one_model(gguf: Path) -> None:
    models.remember(gguf, "a" * 64)
    models.remember(gguf, "b" * 64)
    assert [model.sha256 for model in models.known()] == ["b" * 64]


def test_that_a_file_that_is_gone_cannot_be_remembered(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="not there any more"):
        models.remember(tmp_path / "gone.gguf", "a" * 64)
