"""A stranger's folder with a module of every name that Whet or Python imports: each command is started in it."""

import sys
from collections.abc import Callable, Iterable
from importlib.metadata import packages_distributions
from pathlib import Path
from subprocess import TimeoutExpired

from core import paths
from core.bench.attacks.commands import run, start, whet
from core.program import program

_SHORT = 7
"""Commands of the short bench: those that run, read tables, and only look."""

_COMMANDS: tuple[tuple[str, ...], ...] = (
    ("data", "check", "rows.csv"), ("task", "create", "own", "rows.csv", "--prompt", "Answer."), ("runs",),
    ("export", "last"), ("models",), ("--help",), ("show", "last"), ("diff", "last"), ("certify", "last"),
    ("sentences", "last"), ("resume", "last"), ("metrics",), ("preflight", "sentiment"),
    ("try", "sentiment", "--prompt", "Answer."), ("answers",), ("connections",),
)  # fmt: skip


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
    model = paths.tiny_model()
    runs = [("optimize", "iso-date", "--model", str(model), "--budget", "calls=60"), *_COMMANDS] if model else _COMMANDS
    for words in runs if full else runs[:_SHORT]:
        say(f"in a strange folder: whet {' '.join(words)}")
        place = () if words[0].startswith("-") else ("--workspace", str(folder / "workspace"))
        (folder / "workspace").mkdir(exist_ok=True)
        whet(*words, *place, home=home, cwd=hostile)
    for module in (("core", "engine"), ("core.llm.llama.probe_child", "none.gguf", "{}")):
        run(program(*module), home=home, cwd=hostile, seconds=30)
    with start(program("desktop"), home=home, cwd=hostile) as window:
        try:
            window.communicate(timeout=8)
        except TimeoutExpired:  # it is open, as it should be
            window.kill()
            window.communicate()
    executed = canary.read_text().split() if canary.exists() else []
    return (len(runs) if full else _SHORT) + 3, len(executed)


def _names() -> set[str]:
    """All top-level modules of this installation that a file could stand in for."""
    names = {*sys.stdlib_module_names, *packages_distributions(), "core", "desktop", "sitecustomize", "usercustomize"}
    return {name for name in names if name.isidentifier() and not name.startswith("_editable")}
