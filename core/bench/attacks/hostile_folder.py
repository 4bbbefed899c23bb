"""A stranger's folder with a module of every name that Whet or Python imports: each command is started in it."""

import sys
from collections.abc import Callable, Iterable
from importlib.metadata import packages_distributions
from pathlib import Path
from subprocess import TimeoutExpired
from typing import Final

from core.bench.attacks import made
from core.bench.attacks.commands import run, start, whet
from core.errors import EngineError
from core.program import program

_SHORT = 8
"""Commands of the short bench: those that run, read tables, and only look."""

_MODEL: Final = "MODEL"
"""Stands for the path of a small model in the words of a command."""

COMMANDS: Final[tuple[tuple[str, ...], ...]] = (
    ("optimize", "iso-date", "--model", _MODEL, *made.SHORT), ("data", "check", "rows.csv"),
    ("task", "create", "own", "rows.csv", "--prompt", "Answer."), ("runs",), ("export", "last"), ("models", "list"),
    ("--help",), ("table", "last", "candidates"), ("show", "last"), ("diff", "last"), ("certify", "last", "--look"),
    ("sentences", "last", "--model", _MODEL), ("resume", "last", "--model", _MODEL), ("metrics",),
    ("preflight", "own", "--model", _MODEL), ("try", "own", "--prompt", "Answer.", "--model", _MODEL), ("answers",),
    ("connections",), ("story", "last"), ("branch", "last", "--model", _MODEL, *made.SHORT),
    ("compare", "own", "--prompt", "Answer.", "--model", _MODEL, "--rows", "5"), ("comparison",),
    ("tournament", "own", "--methods", "gpo,paraphrase", "--calls", "40", "--model", _MODEL),
    ("ask", "Say it.", "--model", _MODEL, "--max-tokens", "4"), ("models", "inspect", _MODEL), ("models", "servers"),
    ("bench", "safety", "--only", "ledger"), ("engine",), ("serve", "--model", _MODEL, "--port", "0"),
    ("demo", "--task", "iso-date"), ("methods", "gpo"), ("completion", "bash"), ("task", "list"),
)  # fmt: skip
"""Every command of the command line, as a person types it."""

_PLACELESS: Final = {"--help", "engine"}

_ENDLESS: Final = {"serve": 10.0, "demo": 15.0}
"""Commands that are stopped after so many seconds: in them everything is imported that ever will be."""


def fill(folder: Path, canary: Path, names: Iterable[str] | None = None) -> int:
    """Put a module of each name into a folder, as a file or a package, each of which leaves its name in `canary`;
    how many."""
    found = sorted(set(names) if names is not None else _names())
    for name in found:
        line = f"with open({str(canary)!r}, 'a') as file:\n    file.write({name + chr(10)!r})\n"
        if name in {"core", "desktop"}:
            (folder / name).mkdir()
            (folder / name / "__init__.py").write_text(line)
            (folder / name / "__main__.py").write_text(line)
        else:
            (folder / f"{name}.py").write_text(line)
    (folder / "rows.csv").write_text("input,answer\n" + "".join(f"row {n},{n % 2}\n" for n in range(40)))
    return len(found)


def attack(folder: Path, say: Callable[[str], None], *, full: bool) -> tuple[int, int]:
    """Commands started, and lines of the stranger that were executed."""
    hostile, home, canary = folder / "strange", folder / "home", folder / "executed"
    hostile.mkdir()
    fill(hostile, canary)
    chosen = COMMANDS if full else COMMANDS[:_SHORT]
    for words in chosen:
        words = tuple(str(made.model()) if word == _MODEL else word for word in words)
        say(f"in a strange folder: whet {' '.join(words)}")
        place = () if words[0] in _PLACELESS else ("--workspace", str(folder / "workspace"))
        (folder / "workspace").mkdir(exist_ok=True)
        done = whet(*words, *place, home=home, cwd=hostile, seconds=_ENDLESS.get(words[0], 120.0))
        if not done.clear and words[0] not in _ENDLESS:
            raise EngineError(f"`whet {words[0]}` ended strangely: {done.err.decode(errors='replace')[-300:]}")
    run(program("core.llm.llama.probe_child", "none.gguf", "{}"), home=home, cwd=hostile, seconds=30)
    with start(program("desktop"), home=home, cwd=hostile) as window:
        try:
            window.communicate(timeout=8)
        except TimeoutExpired:  # it is open, as it should be
            window.kill()
            window.communicate()
    executed = canary.read_text().split() if canary.exists() else []
    return len(chosen) + 2, len(executed)


def _names() -> set[str]:
    """All top-level modules of this installation that a file could stand in for."""
    names = {*sys.stdlib_module_names, *packages_distributions(), "core", "desktop", "sitecustomize", "usercustomize"}
    return {name for name in names if name.isidentifier() and not name.startswith("_editable")}
