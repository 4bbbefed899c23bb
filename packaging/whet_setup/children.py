"""Starting pip, venv and build backends: their output goes to the log, their death to a sentence."""

import os
import subprocess
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from whet_setup.failure import SetupError

_GUARD = Path(__file__).with_name("guarded.py")
_TAIL = 15
_PLAIN = {"PYTHONUNBUFFERED": "1", "PIP_NO_INPUT": "1", "PIP_PROGRESS_BAR": "off"}


class ChildError(SetupError):
    """A program that the setup started has failed. `tail` holds its last lines."""

    def __init__(self, message: str, tail: Sequence[str]) -> None:
        super().__init__(message)
        self.tail = tuple(tail)


def _ignore(line: str) -> None:
    """Nobody listens."""


def environment(extra: Mapping[str, str] | None = None, *, offline: bool = False) -> dict[str, str]:
    """The variables for a child: ours, without those that would bend Python or pip away from the environment."""
    bent = ("PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "__PYVENV_LAUNCHER__")
    kept = {name: value for name, value in os.environ.items() if name not in bent}
    if offline:
        kept = {name: value for name, value in kept.items() if not name.startswith("PIP_")}
        kept |= {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1"}
    return kept | dict(extra or {})


@dataclass(frozen=True, slots=True)
class Children:
    """Starts programs whose lives end with ours. `log` collects all they print."""

    log: Path
    offline: bool = False
    extra: Mapping[str, str] = field(default_factory=dict)

    def module(
        self, python: Path, *arguments: str, on_line: Callable[[str], None] = _ignore, cwd: Path | None = None
    ) -> None:
        """Run `python -m arguments…`. Raises ChildError."""
        self._run([str(python), "-P", str(_GUARD), "module", *arguments], arguments[0], on_line, cwd, {})

    def call(
        self,
        python: Path,
        module: str,
        function: str,
        *texts: str,
        cwd: Path | None = None,
        extra: Mapping[str, str] | None = None,
        on_line: Callable[[str], None] = _ignore,
    ) -> None:
        """Call a function of a module with texts: a build backend's hook (PEP 517, PEP 660). Raises ChildError."""
        command = [str(python), "-P", str(_GUARD), "call", module, function, *texts]
        self._run(command, module, on_line, cwd, extra or {})

    def _run(
        self,
        command: Sequence[str],
        name: str,
        on_line: Callable[[str], None],
        cwd: Path | None,
        extra: Mapping[str, str],
    ) -> None:
        tail: deque[str] = deque(maxlen=_TAIL)
        variables = environment({**_PLAIN, **self.extra, **extra}, offline=self.offline)
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with (
            self.log.open("a", encoding="utf-8") as log,
            subprocess.Popen(
                command,
                cwd=cwd,
                env=variables,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                start_new_session=True,
                close_fds=False,  # the lock of the setup is held as long as the child lives, see locks.alone
            ) as child,
        ):
            log.write(f"$ {' '.join(command)}\n")
            assert child.stdout is not None
            try:
                for line in child.stdout:
                    log.write(line)
                    tail.append(line.rstrip())
                    on_line(line.rstrip())
                status = child.wait()
            except BaseException:
                assert child.stdin is not None
                child.stdin.close()  # the guard ends the whole group
                child.wait()
                raise
        if status != 0:
            last = "\n".join(f"    {line}" for line in tail)
            raise ChildError(
                f"{name} failed (exit code {status}). Its last lines, and all of them in {self.log}:\n{last}", tail
            )
