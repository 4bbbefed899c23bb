"""Part of the bench “reading”: is every file read as its case says, or refused by name, and how fast is a large one?"""

import csv
import importlib
import importlib.util
import tempfile
import time
from pathlib import Path
from typing import Any

from core import paths
from core.bench.file_cases import FileCase, cases_of
from core.bench.table import BenchBar, BenchOptions, Cell
from core.data import read_table
from core.data.options import ReadOptions

_ROWS, _COLUMNS = 100_000, 10
_SECONDS = 10.0

Row = dict[str, Cell]


def rows_and_bars(options: BenchOptions) -> tuple[list[Row], list[BenchBar]]:
    """A row for each file that is read otherwise than its case says, or of which no case says anything; the bars
    `files_right` and `reading_speed`. Without a folder of cases the product's own are taken."""
    given: Path | None = getattr(options, "cases", None)
    folder = (given or paths.resources() / "cases") / "data"
    rows: list[Row] = []
    bars: list[BenchBar] = []
    if folder.is_dir():
        options.say("reading the files of the cases")
        every = list(cases_of(folder))
        tried = [case for case in every if case.expected is not None]
        wrong = [row for row in map(_tried, tried) if row is not None]
        rows += wrong
        rows += [_row(case, f"not looked at: {', '.join(case.unknown)}") for case in tried if case.unknown]
        rows += [_row(case, "no expectation") for case in every if case.expected is None]
        if tried:
            share = 100 * (len(tried) - len(wrong)) / len(tried)
            bars.append(BenchBar("files_right", round(share, 2), "%", 100))
    options.say(f"reading {_ROWS:,} rows × {_COLUMNS} columns")
    speed = _speed()
    rows.append({"case": "reading_speed", "file": f"{_ROWS:,} × {_COLUMNS} CSV", "found": _said(speed)})
    bars.append(BenchBar("reading_speed", round(speed["whet"], 2), "s", _SECONDS, at_least=False))
    return rows, bars


def _tried(case: FileCase) -> Row | None:
    try:
        wrong = case.wrong()
    except Exception as error:  # whatever a file does to the product is this case's result
        wrong = f"reading it failed: {type(error).__name__}: {error}"
    return _row(case, wrong) if wrong else None


def _row(case: FileCase, found: str) -> Row:
    return {"case": case.folder, "file": case.file.name, "found": found}


def _speed() -> dict[str, float]:
    """Seconds of the processor for one large file, by reader; polars where it is installed."""
    with tempfile.TemporaryDirectory(prefix="whet-speed-") as folder:
        file = Path(folder) / "large.csv"
        with file.open("w", encoding="utf-8", newline="") as target:
            writer = csv.writer(target)
            writer.writerow(["text", "label", *(f"field {n}" for n in range(_COLUMNS - 2))])
            writer.writerows(
                [f"Row {n}, with a comma", "abc"[n % 3], *(str(n + k) for k in range(_COLUMNS - 2))]
                for n in range(_ROWS)
            )
        began = time.process_time()
        found = len(read_table(file, ReadOptions()).rows)
        seconds = {"whet": time.process_time() - began}
        assert found == _ROWS
        if importlib.util.find_spec("polars") is not None:
            polars: Any = importlib.import_module("polars")
            began = time.process_time()
            polars.read_csv(file)
            seconds["polars"] = time.process_time() - began
    return seconds


def _said(seconds: dict[str, float]) -> str:
    return ", ".join(f"{name}: {value:.2f} s" for name, value in seconds.items())
