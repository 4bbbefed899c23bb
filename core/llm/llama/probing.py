"""Is this build of llama.cpp safe with this file on this machine? Found out in a child process, where a crash is only
an answer.

Measured: a build by gcc 12 with AMX kills the process at the first decode of more than one row of a quantized model;
without llama.cpp's extra buffer types (`repack=False`) it does not.
"""

import dataclasses
import hashlib
import logging
import os
import platform
import signal
import subprocess
import tempfile
import time
from collections.abc import Collection
from pathlib import Path
from typing import IO, Final

import msgspec
import psutil

from core import nested, paths
from core.control import CancelToken
from core.domain.runspec import ModelSettings
from core.errors import ModelError
from core.llm import gguf, hardware
from core.llm.llama import native, tuning
from core.llm.llama.tuning import TuningTrial
from core.program import program
from core.said import Said, Words

log = logging.getLogger("whet.llama")

_SECONDS: Final = 600.0
_LOOK_EVERY: Final = 0.05
_LOOK: Final = 0.3
_MEASURED_AS: Final = "in turns"
"""Part of the key: what was remembered of another way of measuring is not asked any more, and measured again."""
_WINDOWS_CRASH: Final = 0xC0000000
REFUSED: Final = 3
"""The child's exit code for an expected failure, with the sentence on its output."""


class Refusal(msgspec.Struct, frozen=True):
    """What the child says when it could not try the model for a reason that it understands."""

    message: Words
    hint: Words = ""


class Probed(msgspec.Struct, frozen=True):
    """What a probe found: settings that do not crash, and the trials that chose them; none for a tiny model."""

    settings: ModelSettings
    trials: tuple[TuningTrial, ...] = ()

    @property
    def busy(self) -> bool:
        """Whether other programs used the processor while the trials were made, so that they say little."""
        return any(trial.busy > tuning.BUSY for trial in self.trials)


class ProbeQuestion(msgspec.Struct, frozen=True):
    """How the child tries the model, and which settings it may not change when it measures."""

    settings: ModelSettings
    fixed: tuple[str, ...] = ()


def command(path: Path, question: ProbeQuestion, *, measure: bool) -> list[str]:
    """The command line of the child."""
    arguments = [str(path), msgspec.json.encode(question).decode(), *(["measure"] if measure else [])]
    return program("core.llm.llama.probe_child", *arguments)


def probe(
    path: Path,
    settings: ModelSettings,
    *,
    fixed: Collection[str] = (),
    again: bool = False,
    cancel: CancelToken | None = None,
) -> Probed:
    """See `core.llm.llama.probe`."""
    header = gguf.read_header(path)
    asked = ProbeQuestion(
        dataclasses.replace(settings, threads=settings.threads or hardware.cores()),
        tuple(sorted(fixed)),
    )
    key = _key(gguf.sha256(path, cancel=cancel), asked)
    known = _remembered().get(key)
    if known is not None and not again and not (known.busy and _quiet()):
        return known
    measure = again or hardware.worth_measuring(header)
    for repack in (True, False) if settings.repack else (False,):
        tried = msgspec.structs.replace(asked, settings=dataclasses.replace(asked.settings, repack=repack))
        code, output = _run(path, tried, measure=measure, cancel=cancel)
        if code == 0:
            found = _found(tried, output)
            _remember(key, found)
            return found
        how = "with" if repack else "without"
        log.warning("%s crashed in a trial %s llama.cpp's extra buffer types (%s).", header.name, how, _name(code))
    raise ModelError(
        Said("{name} crashes llama.cpp on this machine, even with its fast paths off.", name=header.name),
        kept="Only a trial in a separate process crashed; nothing was lost.",
        hint="Try another quantization of this model, or build llama.cpp again.",
    )


def _found(asked: ProbeQuestion, output: bytes) -> Probed:
    """The settings asked about, with what the child's trials say of those that were not fixed."""
    trials = nested.decode(output, type=tuple[TuningTrial, ...]) if output else ()
    return Probed(tuning.best(list(trials)) if trials else asked.settings, trials)


def _run(path: Path, question: ProbeQuestion, *, measure: bool, cancel: CancelToken | None) -> tuple[int, bytes]:
    """0 if the child survived, else the code of its crash; and what it said. Raises `ModelError` for a failure that is
    no crash."""
    environment = os.environ | {"GGML_NO_BACKTRACE": "1"}
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(  # noqa: S603 - our own program
            command(path, question, measure=measure),
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            start_new_session=True,  # an interrupt typed at the terminal is not a crash of the child
        )
        try:
            code = _wait(child, cancel)
        finally:
            if child.poll() is None:
                child.kill()
                child.wait()
        if code == 0 or code < 0 or code >= _WINDOWS_CRASH:
            return code, _read(output)
        raise _failure(path, code, _read(output), _read(errors).decode("utf-8", "replace"))


def _wait(child: "subprocess.Popen[bytes]", cancel: CancelToken | None) -> int:
    deadline = time.monotonic() + _SECONDS
    while True:
        try:
            return child.wait(_LOOK_EVERY)
        except subprocess.TimeoutExpired:
            if cancel is not None:
                cancel.check()
            if time.monotonic() > deadline:
                raise ModelError(
                    Said("A trial of the model did not end within {seconds} seconds.", seconds=f"{_SECONDS:.0f}"),
                    hint="Choose a smaller model.",
                ) from None


def _read(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read(1 << 20)


def _failure(path: Path, code: int, output: bytes, errors: str) -> ModelError:
    if code == REFUSED:
        try:
            refusal = nested.decode(output, type=Refusal)
        except msgspec.DecodeError:
            log.warning("The child that tried %s spoke unclearly: %r", path.name, output[:200])
        else:
            return ModelError(refusal.message, hint=refusal.hint)
    last = errors.strip().splitlines()[-1:] or ["it gave no reason"]
    return ModelError(Said("A trial of {name} failed (code {code}): {last}", name=path.name, code=code, last=last[0]))


def _name(code: int) -> str:
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"code {code}"


def _key(sha256: str, question: ProbeQuestion) -> str:
    """What the outcome of a trial depends on. Cores count: another program's affinity leaves other settings."""
    processor = f"{platform.machine()} {platform.processor()} {native.system_info()} {hardware.cores()}"
    asked = msgspec.json.encode(question, order="sorted").decode()
    return hashlib.sha256(f"{_MEASURED_AS}\n{sha256}\n{native.build()}\n{processor}\n{asked}".encode()).hexdigest()


def _quiet() -> bool:
    """Whether other programs leave the processor alone at this moment."""
    return psutil.cpu_percent(_LOOK) / 100 * (psutil.cpu_count() or 1) <= tuning.BUSY


def _file() -> Path:
    return paths.user_folder() / "probes.json"


def _remembered() -> dict[str, Probed]:
    try:
        return nested.decode(_file().read_bytes(), type=dict[str, Probed])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError) as error:
        log.warning("What earlier trials of models found cannot be read (%s); they are made again.", error)
        return {}


def _remember(key: str, found: Probed) -> None:
    """Written beside and put in place in one step, so that no reader ever sees half a file."""
    file = _file()
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(msgspec.json.encode(_remembered() | {key: found}))
        beside.replace(file)
    except OSError as error:
        log.warning("The outcome of a trial could not be kept (%s); it will be made again.", error)
