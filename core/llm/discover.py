"""Models that other programs have put on this machine, found where those keep them, and used where they lie.

Places, as the programs document them: LM Studio `~/.lmstudio/models` (its settings may name another folder); Ollama
`~/.ollama/models` or OLLAMA_MODELS, where a manifest names the blob that is the model; the Hugging Face cache
`~/.cache/huggingface/hub` or HF_HUB_CACHE, HF_HOME; Jan's data folder; GPT4All's; and llama.cpp's own cache or
LLAMA_CACHE. Nothing is copied, nothing is changed, and what cannot be read is passed over.
"""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

from core import nested
from core.control import CancelToken
from core.errors import ModelError
from core.llm import gguf
from core.llm.gguf_split import files_of, number_of
from core.said import Said

_DEPTH: Final = 8
_LARGEST_NOTE: Final = 1 << 20
_MODEL_LAYER: Final = "application/vnd.ollama.image.model"
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_NO_MODEL: Final = "mmproj"
"""Part of the names of files that hold a projector for pictures beside a model."""


@dataclass(frozen=True, slots=True)
class FoundModel:
    """A model file: the first one if there are several parts.

    `name` is what the program that keeps it calls it, `digests` are the SHA-256 that it promises for each file, in
    order (none if it does not).
    """

    path: Path
    name: str
    source: str
    digests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where to look: the person's home, the environment's variables, `sys.platform`, and the root of all files."""

    home: Path
    variables: Mapping[str, str]
    platform: str = sys.platform
    root: Path = Path("/")

    @classmethod
    def here(cls) -> "Surroundings":
        """Those of this process."""
        return cls(Path.home(), os.environ)

    def data(self) -> Path:
        """Where programs of this system keep their data for a user."""
        if self.platform == "darwin":
            return self.home / "Library" / "Application Support"
        if self.platform == "win32":
            return self.named("APPDATA") or self.home / "AppData" / "Roaming"
        return self.named("XDG_DATA_HOME") or self.home / ".local" / "share"

    def local_data(self) -> Path:
        """The same, on Windows what does not move with the person."""
        if self.platform == "win32":
            return self.named("LOCALAPPDATA") or self.home / "AppData" / "Local"
        return self.data()

    def cache(self) -> Path:
        """Where programs of this system keep what they can get again."""
        if self.platform == "darwin":
            return self.home / "Library" / "Caches"
        return self.local_data() if self.platform == "win32" else self.unix_cache()

    def unix_cache(self) -> Path:
        """`~/.cache`, which some programs use on every system."""
        return self.named("XDG_CACHE_HOME") or self.home / ".cache"

    def named(self, variable: str) -> Path | None:
        """The folder that a variable names."""
        value = self.variables.get(variable, "").strip()
        return Path(value).expanduser() if value else None


def find_models(
    folders: Sequence[Path] = (), *, around: Surroundings | None = None, cancel: CancelToken | None = None
) -> list[FoundModel]:
    """Every model in the known places and in `folders`, each file once, in the order of the places and by name.

    Whether a file is a usable model is not looked at here: `core.llm.gguf.read_header` says it.
    """
    around = around or Surroundings.here()
    places = (*(_in_folder(folder, "your folder") for folder in folders), *(place(around) for place in PLACES))
    found: dict[Path, FoundModel] = {}
    for place in places:
        for model in sorted(_patiently(place, cancel), key=lambda model: model.name.casefold()):
            found.setdefault(model.path.resolve(), model)
    return list(found.values())


def verify(model: FoundModel, *, cancel: CancelToken | None = None) -> bool:
    """Compare all files of a model with the digests that their place promises; False if none are promised.

    Raises `ModelError` if one differs.
    """
    files = files_of(model.path)
    if len(model.digests) != len(files):
        return False
    for file, digest in zip(files, model.digests, strict=True):
        if gguf.sha256_of_file(file, cancel=cancel) != digest:
            which = f", {file.name}," if len(files) > 1 else ""
            raise ModelError(
                Said(
                    "{name}{which} is not the file that {source} has noted: its SHA-256 is another one.",
                    name=model.name,
                    which=which,
                    source=model.source,
                ),
                hint=Said("Let {source} download it again.", source=model.source),
            )
    return True


def _patiently(models: Iterable[FoundModel], cancel: CancelToken | None) -> Iterator[FoundModel]:
    for model in models:
        if cancel is not None:
            cancel.check()
        yield model


def _lm_studio(around: Surroundings) -> Iterator[FoundModel]:
    root = around.home / ".lmstudio"
    moved = _text(_note(root / "settings.json"), "downloadsFolder")
    folders = (Path(moved) if moved else root / "models", around.unix_cache() / "lm-studio" / "models")
    for folder in folders:
        yield from _in_folder(folder, "LM Studio")


def _ollama(around: Surroundings) -> Iterator[FoundModel]:
    named = around.named("OLLAMA_MODELS")
    service = around.root / "usr" / "share" / "ollama" / ".ollama" / "models"
    for root in (named,) if named else (around.home / ".ollama" / "models", service):
        for file in _files(root / "manifests", lambda name: not name.startswith(".")):
            yield from _of_manifest(root, file)


def _of_manifest(root: Path, file: Path) -> Iterator[FoundModel]:
    """The model that a manifest `HOST/NAMESPACE/MODEL/TAG` names, called as Ollama calls it."""
    names = file.relative_to(root / "manifests").parts
    layers = (_note(file) or {}).get("layers")
    if len(names) < 4 or not isinstance(layers, list):
        return
    host, *space, model, tag = names
    outside = [] if host == "registry.ollama.ai" else [host]
    name = "/".join([*outside, *(part for part in space if part != "library"), f"{model}:{tag}"])
    for layer in layers:
        digest = _text(layer, "digest").removeprefix("sha256:")
        if _text(layer, "mediaType") == _MODEL_LAYER and _DIGEST.fullmatch(digest):
            blob = root / "blobs" / f"sha256-{digest}"
            if blob.is_file():
                yield FoundModel(blob, name, "Ollama", (digest,))


def _hugging_face(around: Surroundings) -> Iterator[FoundModel]:
    home = around.named("HF_HOME") or around.unix_cache() / "huggingface"
    root = around.named("HF_HUB_CACHE") or around.named("HUGGINGFACE_HUB_CACHE") or home / "hub"
    for file in _files(root, _is_model):
        # files of a snapshot are links to blobs named by their SHA-256
        blobs = tuple(Path(os.path.realpath(part)).name for part in files_of(file))
        yield FoundModel(file, file.stem, "Hugging Face", blobs if all(map(_DIGEST.fullmatch, blobs)) else ())


def _jan(around: Surroundings) -> Iterator[FoundModel]:
    settings = around.data() / "Jan"
    moved = _text(_note(settings / "settings.json"), "data_folder")
    for root in (Path(moved) if moved else settings / "data", around.home / "jan"):
        for folder in (root / "llamacpp" / "models", root / "models"):
            yield from (
                FoundModel(model.path, model.path.parent.name if model.name == "model" else model.name, "Jan")
                for model in _in_folder(folder, "Jan")
            )


def _gpt4all(around: Surroundings) -> Iterator[FoundModel]:
    yield from _in_folder(around.local_data() / "nomic.ai" / "GPT4All", "GPT4All")
    yield from _in_folder(around.unix_cache() / "gpt4all", "GPT4All")


def _llama_cpp(around: Surroundings) -> Iterator[FoundModel]:
    yield from _in_folder(around.named("LLAMA_CACHE") or around.cache() / "llama.cpp", "llama.cpp")


PLACES: Final[tuple[Callable[[Surroundings], Iterator[FoundModel]], ...]] = (
    _lm_studio,
    _ollama,
    _hugging_face,
    _jan,
    _gpt4all,
    _llama_cpp,
)


def _in_folder(folder: Path, source: str) -> Iterator[FoundModel]:
    for file in _files(folder, _is_model):
        yield FoundModel(file, file.stem, source)


def _is_model(name: str) -> bool:
    small = name.casefold()
    return small.endswith(".gguf") and _NO_MODEL not in small and number_of(name)[0] == 1


def _files(root: Path, wanted: Callable[[str], bool]) -> Iterator[Path]:
    """Files below a folder, not too deep; links to folders are not followed, unreadable folders passed over."""
    top = len(root.parts)
    for folder, below, names in os.walk(root):
        below.sort()
        if len(Path(folder).parts) - top >= _DEPTH:
            below.clear()
        for name in sorted(filter(wanted, names)):
            file = Path(folder, name)
            if file.is_file():
                yield file


def _note(file: Path) -> dict[str, Any] | None:
    """A small JSON object that another program wrote; `None` if it is no such thing."""
    try:
        if file.stat().st_size > _LARGEST_NOTE:
            return None
        note = nested.decode(file.read_bytes())
    except (OSError, msgspec.DecodeError):
        return None
    return note if isinstance(note, dict) else None


def _text(note: object, key: str) -> str:
    value = note.get(key) if isinstance(note, dict) else None
    return value if isinstance(value, str) else ""
