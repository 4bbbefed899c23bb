"""Strangers' folders, files, tables, models and clocks, death at any moment, and loads: attacked as a person could be.

Each bar counts what must never happen. `--full` takes an hour; without it each attack is shorter, and none is missing.
`--only` names the attacks to make, for who has no hour at once.
"""

import platform
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.bench.attacks import bombs, disguises, hostile_folder, kills, links, load, mutants, parallel, templates
from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.engine.prepare import machine
from core.errors import UsageError

_Attack = Callable[[], tuple[int, list[BenchBar]]]

_SECONDS, _MEGABYTES = 20.0, 2048.0


@dataclass(slots=True)
class _Field:
    """Where the attacks happen."""

    folder: Path
    options: BenchOptions

    def hostile_folder(self) -> tuple[int, list[BenchBar]]:
        tried, executed = hostile_folder.attack(self._own("hostile"), self.options.say, full=self.options.full)
        return tried, [_none("hostile_folder", executed, "lines executed")]

    def links(self) -> tuple[int, list[BenchBar]]:
        tried, touched = links.attack(self.folder, self.options.say, full=self.options.full)
        return tried, [_none("links", touched, "canaries")]

    def ledger(self) -> tuple[int, list[BenchBar]]:
        tried, opened, refused = disguises.attack(self._own("disguises"))
        return tried, [_none("ledger", opened, "second openings"), _none("ledger, new rows", refused, "refusals")]

    def tables(self) -> tuple[int, list[BenchBar]]:
        longest, memory, unclear = bombs.attack(self._own("bombs"), self.options.say)
        return bombs.COUNT, [
            _none("tables", unclear, "without a sentence"),
            BenchBar("tables, longest", round(longest, 1), "s", _SECONDS, at_least=False),
            BenchBar("tables, memory", round(memory), "MB", _MEGABYTES, at_least=False),
        ]

    def templates(self) -> tuple[int, list[BenchBar]]:
        count = 200 if self.options.full else 60
        bad, longest, memory = templates.attack(count, self.options.seed, self.options.say)
        return count, [
            _none("templates", bad, "over 2 s, or strange"),
            BenchBar("templates, longest", round(longest, 2), "s", 2.0, at_least=False),
            BenchBar("templates, memory", round(memory), "MB", 256.0, at_least=False),
        ]

    def kills(self) -> tuple[int, list[BenchBar]]:
        count = 200 if self.options.full else 14
        tried, lost = kills.attack(self.folder, count, self.options.seed, self.options.say)
        return tried, [_none("kills", lost, "lost or different")]

    def mutants(self) -> tuple[int, list[BenchBar]]:
        count = 10_000 if self.options.full else 400
        tried, strange = mutants.attack(self.folder, count, self.options.seed, self.options.say)
        return tried, [_none("mutants", strange, "without a sentence")]

    def parallel(self) -> tuple[int, list[BenchBar]]:
        tried, wrong, sockets = parallel.attack(self.folder, self.options.say)
        return tried, [_none("parallel", wrong, "wrong"), _none("sockets", sockets, "opened")]

    def load(self) -> tuple[int, list[BenchBar]]:
        waited = load.waits(self.folder, self.options.say)
        calls = load.CALLS if self.options.full else load.CALLS // 20
        grown = load.growth(self._own("load-calls"), calls, self.options.say)
        return load.CANDIDATES + load.RUNS + load.ROWS + grown.calls, [
            BenchBar(f"load, show {load.CANDIDATES} candidates", round(waited.show, 2), "s", 3.0, at_least=False),
            BenchBar(f"load, {load.RUNS} runs", round(waited.runs, 2), "s", 1.0, at_least=False),
            BenchBar(f"load, create {load.ROWS} rows", round(waited.create, 2), "s", 5.0, at_least=False),
            BenchBar(f"load, memory over {calls} calls", round(grown.memory, 1), "± %", 10.0, at_least=False),
            BenchBar("load, growth of the log", round(grown.log, 2), "x", 1.1, at_least=False),
        ]

    def _own(self, name: str) -> Path:
        place = self.folder / name
        place.mkdir()
        return place


def bench(options: BenchOptions) -> BenchResult:
    """One row per attack."""
    rows: list[dict[str, Cell]] = []
    bars: list[BenchBar] = []
    with tempfile.TemporaryDirectory(prefix="whet-bench-") as name:
        field = _Field(Path(name), options)
        for attack in _chosen(field, options.only):
            tried, found = attack()
            bars += found
            rows.append({"attack": attack.__name__, "tried": tried, "held": all(bar.ok for bar in found)})
    settings: dict[str, Cell] = {"full": options.full, "seed": options.seed, "system": platform.system()}
    return BenchResult("safety", machine(), settings, rows, bars)


def _chosen(field: _Field, only: tuple[str, ...]) -> list[_Attack]:
    """The attacks that were asked for, in their order. Raises `UsageError` for a name that none has."""
    attacks: tuple[_Attack, ...] = (
        field.hostile_folder, field.links, field.ledger, field.tables, field.templates, field.kills, field.mutants,
        field.parallel, field.load,
    )  # fmt: skip
    names = [attack.__name__ for attack in attacks]
    if unknown := [name for name in only if name not in names]:
        raise UsageError(f"“safety” has no part “{unknown[0]}”. Its parts are {', '.join(names)}.")
    return [attack for attack in attacks if not only or attack.__name__ in only]


def _none(name: str, value: float, unit: str) -> BenchBar:
    return BenchBar(name, value, unit, 0.0, at_least=False)
