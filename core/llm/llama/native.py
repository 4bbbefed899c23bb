"""The native library: import, start, its log, its devices, and the name of its build.

Importing this module loads llama.cpp, so nothing outside this folder does, and `core.llm.llama` does only when asked.
"""

import ctypes
import functools
import hashlib
import logging
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import llama_cpp
from llama_cpp._ctypes_extensions import load_shared_library

log = logging.getLogger("whet.llama")

# enum ggml_log_level (ggml.h). The bindings' own table is off by one.
_LEVELS: Final = {1: logging.DEBUG, 2: logging.INFO, 3: logging.WARNING, 4: logging.ERROR}
_DEBUG: Final = 1
_CONTINUED: Final = 5
_GPU_TYPES: Final = {1, 2}
_LIBRARY_FOLDER: Final = Path(llama_cpp.__file__).parent / "lib"
_HASHED_LIBRARY: Final = 64 << 20


@dataclass(frozen=True, slots=True)
class Gpu:
    """A GPU that this build can use. Memory in bytes; `shared` if it is the machine's own memory."""

    name: str
    free: int
    total: int
    shared: bool


class _NativeLog:
    """Puts the pieces that llama.cpp logs together to lines, and hands them to Python's logging."""

    def __init__(self) -> None:
        self.errors: deque[str] = deque(maxlen=32)
        self.stopping = False
        self._line = ""
        self._level = logging.INFO

    def take(self, level: int, text: bytes | None, _user_data: int | None) -> None:
        """The callback. Called from native code, so it must never raise."""
        if level == _DEBUG and not log.isEnabledFor(logging.DEBUG):
            return  # dozens of lines per decode call
        if level != _CONTINUED:
            self._flush()
            self._level = _LEVELS.get(level, logging.INFO)
        self._line += (text or b"").decode("utf-8", "replace")
        if self._line.endswith("\n"):
            self._flush()

    def _flush(self) -> None:
        line, self._line = self._line.strip(), ""
        if line.strip("."):
            if self._level >= logging.ERROR:
                self.errors.append(line)
            level = min(self._level, logging.INFO) if self.stopping else self._level
            log.log(level, "%s", line)


_native_log = _NativeLog()
_callback = llama_cpp.llama_log_callback(_native_log.take)


@functools.cache
def start() -> None:
    """Load the backends, once per process, and take over the log. Everything else here needs it."""
    llama_cpp.llama_log_set(_callback, ctypes.c_void_p(0))
    if _symbol("ggml_backend_reg_count", ctypes.c_size_t)() == 0:
        load_all = _symbol("ggml_backend_load_all_from_path", None, ctypes.c_char_p)
        load_all(str(_LIBRARY_FOLDER).encode())
    llama_cpp.llama_backend_init()


def expect_stop(*, stopping: bool) -> None:
    """Whether the computation that goes on is being stopped: what llama.cpp then calls a failure is none."""
    _native_log.stopping = stopping


@contextmanager
def errors_of_one_call() -> Iterator[Callable[[], str]]:
    """What llama.cpp logged as an error since the start of the block: a function that gives the telling line."""
    _native_log.errors.clear()
    yield lambda: _telling(list(_native_log.errors))


def _telling(lines: list[str]) -> str:
    """The line that names the cause: llama.cpp ends with general ones. Its function's name is left out."""
    marked = [line.partition("error loading model: ")[2] for line in lines if "error loading model: " in line]
    line = marked[-1] if marked else (lines[-1] if lines else "")
    head, colon, rest = line.partition(": ")
    return rest if colon and head.replace("_", "").isalnum() and "_" in head else line


def _symbol(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A function of ggml that the bindings do not have, with its types set."""
    for library in _libraries():
        if hasattr(library, name):
            function: Callable[..., Any] = getattr(library, name)
            function.restype = result  # type: ignore[attr-defined]
            function.argtypes = list(arguments)  # type: ignore[attr-defined]
            return function
    raise RuntimeError(f"this build of llama.cpp has no {name}")


@functools.cache
def _libraries() -> tuple[Any, ...]:
    """Where ggml's symbols may be.

    On Linux and macOS they are found through the library of llama.cpp itself. The file that the bindings open as
    `libggml` may be a second copy, with a registry of its own.
    """
    found = [llama_cpp.llama_cpp._lib]  # noqa: SLF001 - the only handle there is
    if sys.platform == "win32":
        found += [load_shared_library(name, _LIBRARY_FOLDER) for name in ("ggml", "ggml-base")]
    return tuple(found)


def gpus() -> tuple[Gpu, ...]:
    """The GPUs that this build of llama.cpp sees, empty for a build without one."""
    start()
    device = ctypes.c_void_p
    get = _symbol("ggml_backend_dev_get", device, ctypes.c_size_t)
    kind = _symbol("ggml_backend_dev_type", ctypes.c_int, device)
    name = _symbol("ggml_backend_dev_description", ctypes.c_char_p, device)
    size_pointer = ctypes.POINTER(ctypes.c_size_t)
    memory = _symbol("ggml_backend_dev_memory", None, device, size_pointer, size_pointer)
    found: list[Gpu] = []
    for index in range(_symbol("ggml_backend_dev_count", ctypes.c_size_t)()):
        handle = get(index)
        if kind(handle) in _GPU_TYPES:
            free, total = ctypes.c_size_t(), ctypes.c_size_t()
            memory(handle, ctypes.byref(free), ctypes.byref(total))
            text = (name(handle) or b"").decode("utf-8", "replace")
            found.append(Gpu(text, free.value, total.value, shared=kind(handle) != 1))
    return tuple(found)


def system_info() -> str:
    """The CPU features that this build uses on this machine, as llama.cpp words it."""
    start()
    text: str = llama_cpp.llama_print_system_info().decode("utf-8", "replace").strip()
    return text


@functools.cache
def build() -> str:
    """Version of the library with a hash of its files and of the features it uses: equal builds round equally."""
    digest = hashlib.sha256(system_info().encode())
    for file in sorted(_LIBRARY_FOLDER.glob("*")):
        if file.is_file() and not file.is_symlink() and file.suffix not in {".py", ".pyc"}:
            size = file.stat().st_size
            digest.update(f"{file.name}:{size}:".encode())
            if size <= _HASHED_LIBRARY:
                digest.update(file.read_bytes())
    return f"llama-cpp-python {llama_cpp.__version__} {digest.hexdigest()[:12]}"
