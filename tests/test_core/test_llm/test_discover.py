"""Models that other programs left on a machine, in folders laid out as those programs lay them out."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from core.control import Cancelled, CancelToken
from core.domain.runspec import ModelSettings
from core.errors import ModelError
from core.llm.discover import FoundModel, Surroundings, find_models, verify
from core.llm.gguf import read_header, sha256
from core.llm.llama import load
from core.store import models as known


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def put(model: Path, *places: Path) -> None:
    for place in places:
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(model, place)


def found(home: Path, *folders: Path, platform: str = "linux", **variables: str) -> list[tuple[str, str]]:
    models = find_models(folders, around=Surroundings(home, variables, platform, home))
    return [(model.source, model.name) for model in models]


def ollama(root: Path, model: Path, name: str, digest: str = "") -> str:
    digest = digest or hashlib.sha256(model.read_bytes()).hexdigest()
    manifest = root / "manifests" / name
    manifest.parent.mkdir(parents=True, exist_ok=True)
    layers = [
        {"mediaType": "application/vnd.ollama.image.template", "digest": f"sha256:{'0' * 64}", "size": 3},
        {"mediaType": "application/vnd.ollama.image.model", "digest": f"sha256:{digest}", "size": 9},
    ]
    manifest.write_text(json.dumps({"schemaVersion": 2, "layers": layers}))
    put(model, root / "blobs" / f"sha256-{digest}")
    return digest


def test_that_an_empty_machine_has_none(home: Path) -> None:
    assert found(home) == []


def test_that_each_program_is_looked_at_where_it_keeps_its_models(home: Path, tiny: Path) -> None:
    put(
        tiny,
        home / ".lmstudio" / "models" / "maker" / "alpha-GGUF" / "alpha-Q8_0.gguf",
        home / ".lmstudio" / "models" / "maker" / "alpha-GGUF" / "mmproj-alpha.gguf",
        home / ".local" / "share" / "Jan" / "data" / "llamacpp" / "models" / "gamma" / "model.gguf",
        home / ".local" / "share" / "nomic.ai" / "GPT4All" / "delta.gguf",
        home / ".cache" / "llama.cpp" / "maker_epsilon.gguf",
    )
    ollama(home / ".ollama" / "models", tiny, "registry.ollama.ai/library/beta/0.5b")
    ollama(home / ".ollama" / "models", tiny, "registry.ollama.ai/somebody/zeta/latest")
    ollama(home / ".ollama" / "models", tiny, "hf.co/maker/eta/Q8_0")
    assert found(home) == [
        ("LM Studio", "alpha-Q8_0"),
        ("Ollama", "beta:0.5b"),
        ("Jan", "gamma"),
        ("GPT4All", "delta"),
        ("llama.cpp", "maker_epsilon"),
    ], "three names for one blob of Ollama are one model"


def test_that_folders_which_a_program_was_told_to_use_are_found(home: Path, tiny: Path, tmp_path: Path) -> None:
    (home / ".lmstudio").mkdir()
    (home / ".lmstudio" / "settings.json").write_text(json.dumps({"downloadsFolder": str(tmp_path / "big")}))
    (home / ".local" / "share" / "Jan").mkdir(parents=True)
    (home / ".local" / "share" / "Jan" / "settings.json").write_text(json.dumps({"data_folder": str(tmp_path / "jan")}))
    put(
        tiny,
        tmp_path / "big" / "maker" / "a" / "a.gguf",
        tmp_path / "jan" / "models" / "b.gguf",
        tmp_path / "llama" / "c.gguf",
    )
    ollama(tmp_path / "ollama", tiny, "registry.ollama.ai/library/d/latest")
    variables = {"OLLAMA_MODELS": str(tmp_path / "ollama"), "LLAMA_CACHE": str(tmp_path / "llama")}
    assert [name for _, name in found(home, **variables)] == ["a", "d:latest", "b", "c"]


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("darwin", "Library/Application Support/nomic.ai/GPT4All/a.gguf"),
        ("darwin", "Library/Caches/llama.cpp/a.gguf"),
        ("win32", "AppData/Local/nomic.ai/GPT4All/a.gguf"),
        ("win32", "AppData/Roaming/Jan/data/models/a.gguf"),
    ],
)
def test_that_other_systems_have_other_places(home: Path, tiny: Path, platform: str, place: str) -> None:
    put(tiny, home / place)
    assert [name for _, name in found(home, platform=platform)] == ["a"]


def test_that_a_file_of_the_hugging_face_cache_is_checked_against_its_blob(home: Path, tiny: Path) -> None:
    digest = hashlib.sha256(tiny.read_bytes()).hexdigest()
    repository = home / ".cache" / "huggingface" / "hub" / "models--maker--a"
    put(tiny, repository / "blobs" / digest)
    snapshot = repository / "snapshots" / "0123abcd"
    snapshot.mkdir(parents=True)
    (snapshot / "a-Q8_0.gguf").symlink_to(Path("../../blobs") / digest)
    (model,) = find_models(around=Surroundings(home, {}, "linux", home))
    assert (model.name, model.source, model.digests) == ("a-Q8_0", "Hugging Face", (digest,))
    assert verify(model)
    assert read_header(model.path).parameters > 0
    with (repository / "blobs" / digest).open("r+b") as file:
        file.seek(-1, os.SEEK_END)
        file.write(b"\x7f")
    with pytest.raises(ModelError, match="Hugging Face has noted"):
        verify(model)


def test_that_a_model_in_parts_behind_links_is_checked_part_by_part_and_used_by_its_links(
    home: Path, split_model: Callable[[Path, str], list[Path]], tmp_path: Path
) -> None:
    repository = home / ".cache" / "huggingface" / "hub" / "models--maker--big"
    snapshot = repository / "snapshots" / "0123abcd"
    snapshot.mkdir(parents=True)
    blobs = []
    for part in split_model(tmp_path / "made", "big"):
        blobs.append(repository / "blobs" / hashlib.sha256(part.read_bytes()).hexdigest())
        put(part, blobs[-1])
        (snapshot / part.name).symlink_to(blobs[-1])
    (model,) = find_models(around=Surroundings(home, {}, "linux", home))
    assert verify(model)
    assert read_header(model.path).tensors > 0
    known.remember(model.path, sha256(model.path))
    found_again = known.find(sha256(model.path))
    assert found_again is not None
    assert read_header(found_again).tensors == read_header(model.path).tensors
    load(found_again, ModelSettings(context=256, lanes=1, batch=64, threads=1)).close()
    with blobs[1].open("r+b") as file:
        file.seek(-1, os.SEEK_END)
        file.write(b"\x7f")
    with pytest.raises(ModelError, match=r"big-00002-of-00003\.gguf, is not the file that Hugging Face has noted"):
        verify(model)


def test_that_without_a_promise_there_is_nothing_to_compare(tiny: Path) -> None:
    assert not verify(FoundModel(tiny, "tiny", "your folder"))


def test_that_what_is_broken_is_passed_over(home: Path, tiny: Path) -> None:
    root = home / ".ollama" / "models"
    digest = ollama(root, tiny, "registry.ollama.ai/library/good/latest")
    ollama(root, tiny, "registry.ollama.ai/library/gone/latest", "a" * 64)
    (root / "blobs" / f"sha256-{'a' * 64}").unlink()
    ollama(root, tiny, "registry.ollama.ai/library/outside/latest", digest)
    outside = {"layers": [{"mediaType": "application/vnd.ollama.image.model", "digest": "sha256:../../../etc/passwd"}]}
    (root / "manifests/registry.ollama.ai/library/outside/latest").write_text(json.dumps(outside))
    for name, text in {"text": "no JSON", "list": "[1]", "deep": "[" * 100_000, "layers": '{"layers": 3}'}.items():
        file = root / "manifests" / "registry.ollama.ai" / "library" / name / "latest"
        file.parent.mkdir()
        file.write_text(text)
    (home / ".lmstudio").mkdir()
    (home / ".lmstudio" / "settings.json").write_text('{"downloadsFolder": 3}')
    assert found(home) == [("Ollama", "good:latest")]


def test_that_links_in_a_circle_end_and_a_cancelled_search_stops(home: Path, tiny: Path, tmp_path: Path) -> None:
    put(tiny, tmp_path / "mine" / "a.gguf")
    (tmp_path / "mine" / "again").symlink_to(tmp_path / "mine")
    assert found(home, tmp_path / "mine") == [("your folder", "a")]
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        find_models([tmp_path / "mine"], around=Surroundings(home, {}, "linux", home), cancel=token)


def test_that_of_a_model_in_parts_the_first_is_found(home: Path, tiny: Path, tmp_path: Path) -> None:
    put(tiny, *(tmp_path / f"big-0000{i}-of-00003.gguf" for i in (1, 2, 3)))
    assert found(home, tmp_path) == [("your folder", "big-00001-of-00003")]
