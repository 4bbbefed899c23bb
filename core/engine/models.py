"""The models that the engine process keeps loaded between runs."""

import logging
from collections.abc import Callable, Collection
from pathlib import Path

from core.control import CancelToken
from core.domain.runspec import ModelRef, ModelSettings, Role
from core.engine.messages import Message, Progressed
from core.engine.servers import Exchanges, open_model, store_of
from core.errors import ModelError
from core.llm import gguf, hardware
from core.llm.base import ChatModel, KeepingModel
from core.llm.cached import CachedModel
from core.llm.chat_form import form_words
from core.llm.remote import TalkingModel, is_address
from core.said import Said
from core.store import models
from core.store.engines import Presence, wait_for_memory

_log = logging.getLogger("whet.engine")

Key = tuple[str, ModelSettings, bool]
"""A file or the address of a server, how it is loaded, and whether it makes vectors."""


class LoadedModels:
    """Models by file and settings. What a new run does not need is freed before something else is loaded."""

    def __init__(self) -> None:
        self._loaded: dict[Key, ChatModel] = {}
        self._exchanges: dict[Key, Exchanges] = {}
        self._presence = Presence()

    def for_run(
        self,
        refs: dict[Role, ModelRef],
        files: dict[Role, str],
        *,
        cancel: CancelToken,
        send: Callable[[Message], None],
        owner: str = "",
    ) -> dict[Role, ChatModel]:
        """The models of a run by role. A file that is not the one the run was started with is refused.

        Answers are kept for `owner`, the name of a workspace, unless WHET_ANSWERS is “off”.
        """
        wanted = {
            role: (_checked(ref, files.get(role), cancel), ref.settings, role is Role.EMBEDDER)
            for role, ref in refs.items()
        }
        self._free(set(wanted.values()))
        for role, key in wanted.items():
            if key not in self._loaded:
                self._queue_for(key, refs[role].name, cancel, send)
                self._loaded[key] = _opened(key, refs[role], cancel, send)
        self._presence.begin()
        for model in self._loaded.values():
            if isinstance(model, KeepingModel):
                model.keep_for(owner)
        return {role: self._loaded[key] for role, key in wanted.items()}

    def to_hear(
        self,
        ref: ModelRef,
        file: str,
        *,
        beside: Collection[str],
        cancel: CancelToken,
        send: Callable[[Message], None],
    ) -> tuple[ChatModel, bool]:
        """A model to be asked by a person, and whether others had to be freed for it.

        Loaded models with a file in `beside` stay loaded if there is memory for all.
        """
        key = (_checked(ref, file, cancel), ref.settings, False)
        welcome = set(beside) - {key[0]}  # nor the same file again, with a run's settings
        self._free({loaded for loaded in self._loaded if loaded[0] in welcome} | {key})
        made_room = False
        if key not in self._loaded:
            made_room = bool(self._loaded) and not _fits_beside(key)
            if made_room:
                self._free(set())
            self._loaded[key] = _opened(key, ref, cancel, send)
        return self._loaded[key], made_room

    def rest(self) -> None:
        """A command is done: nobody need wait for this process any more."""
        self._write_down()
        self._presence.end()

    def close(self) -> None:
        """Free everything."""
        self._free(set())
        self._presence.end()

    def _queue_for(self, key: Key, name: str, cancel: CancelToken, send: Callable[[Message], None]) -> None:
        """Wait while a model does not fit beside those that other processes of this person work with now."""
        if is_address(key[0]):
            return
        header = gguf.read_header(Path(key[0]))

        def waits() -> None:
            cancel.check()
            send(Progressed(f"waiting for the memory of another run, to load {name}", 0.0))

        wait_for_memory(
            self._presence, lambda: hardware.fits(header, key[1]).verdict is not hardware.MemoryFit.TOO_BIG, waits
        )

    def _free(self, keep: set[Key]) -> None:
        self._write_down()
        for key in [key for key in self._loaded if key not in keep]:
            self._loaded.pop(key).close()
            self._exchanges.pop(key, None)

    def _write_down(self) -> None:
        """What servers were asked and answered."""
        for key, model in self._loaded.items():
            if isinstance(model, TalkingModel):
                self._exchanges.setdefault(key, Exchanges()).write_down(model.traffic)


def digest_of(path: Path, cancel: CancelToken, on_progress: Callable[[float], None] | None = None) -> str:
    """A model file's SHA-256. One that was hashed for an earlier run and has kept its size and time is not read again:
    gigabytes take seconds. Raises `ModelError` if it cannot be read."""
    known = models.sha256_of(path) if path.is_file() else None
    if known is not None:
        gguf.trust(path, known)
    return gguf.sha256(path, on_progress=on_progress, cancel=cancel)


def form_words_of(place: str) -> str:
    """In which form a model is asked, if that is not its own; nothing of a server, which decides that itself."""
    return "" if is_address(place) else form_words(gguf.read_header(Path(place)))


def _opened(key: Key, ref: ModelRef, cancel: CancelToken, send: Callable[[Message], None]) -> ChatModel:
    """The model, with its answers kept."""
    store = store_of()
    if is_address(key[0]):
        return open_model(key[0], ref, store, cancel, send)
    model = _load(key, ref.name, cancel, send)
    return model if store is None else CachedModel(model, key[1], store)


def _fits_beside(key: Key) -> bool:
    """Whether there is memory for a model beside those that are loaded; a server has its own."""
    if is_address(key[0]):
        return True
    return hardware.fits(gguf.read_header(Path(key[0])), key[1]).verdict is hardware.MemoryFit.FITS


def _checked(ref: ModelRef, path: str | None, cancel: CancelToken) -> str:
    if path is None:
        raise ModelError(
            Said("The model “{name}” of this run is not known on this machine.", name=ref.name),
            hint="Name its file with --model.",
        )
    if is_address(path):  # what it is shows when it is asked
        return path
    file = Path(path)
    if digest_of(file, cancel) != ref.sha256:
        raise ModelError(
            Said(
                "{name} is not the file that this run was started with ({expected}).", name=file.name, expected=ref.name
            ),
            hint="Scores of different models cannot be mixed: name the original file, or start a new run.",
        )
    return path


def _load(key: Key, name: str, cancel: CancelToken, send: Callable[[Message], None]) -> ChatModel:
    from core.llm import llama  # loads the native library

    path, settings, embed = key
    _log.info("Loading %s", name)
    phase = f"loading {name}"
    return llama.load(
        Path(path), settings, embed=embed, on_progress=lambda fraction: send(Progressed(phase, fraction)), cancel=cancel
    )
