"""The form of every bench's result: rows, and bars that are met or not. A missed bar is a fact, not an error."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class BenchBar:
    """One promise with what was measured. `at_least` is false where less is better."""

    id: str
    value: float
    unit: str
    bar: float
    at_least: bool = True

    @property
    def ok(self) -> bool:
        """Whether the promise was kept."""
        return self.value >= self.bar if self.at_least else self.value <= self.bar


@dataclass(frozen=True, slots=True)
class BenchResult:
    """What a bench prints. `settings` says what the numbers depend on; `more` are tables beside the main one."""

    bench: str
    machine: str
    settings: dict[str, Cell]
    rows: list[dict[str, Cell]] = field(default_factory=list)
    bars: list[BenchBar] = field(default_factory=list)
    more: dict[str, list[dict[str, Cell]]] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """The object that `--json` prints."""
        bars = [{"id": b.id, "value": b.value, "unit": b.unit, "bar": b.bar, "ok": b.ok} for b in self.bars]
        return {
            "bench": self.bench,
            "machine": self.machine,
            "settings": self.settings,
            "rows": self.rows,
            "bars": bars,
            **self.more,
        }


@dataclass(frozen=True, slots=True)
class BenchOptions:
    """What a person may choose. `full` is for the docs and may take long; `say` gets a line of progress.

    `model` is a GGUF to measure with, where a bench can do with any; `server` a llama-server to compare with; `suite`
    are folders or files of datasets; `check` is a GGUF whose answers are to be compared instead of measured; `cases` a
    folder of cases that must be read right; `only` names parts of a bench that has such, none of them meaning all;
    `venv` is an environment with other people's libraries.
    """

    full: bool = False
    seed: int = 0
    model: Path | None = None
    server: Path | None = None
    suite: tuple[Path, ...] = ()
    check: Path | None = None
    cases: Path | None = None
    only: tuple[str, ...] = ()
    venv: Path | None = None
    say: Callable[[str], None] = print
