"""`whet bench NAME`: measure one promise of the product on this machine."""

import argparse
import importlib
from collections.abc import Sequence
from pathlib import Path

from core.bench import FILE_CASE, NAMES, REPLY_CASE
from core.bench.table import BenchOptions, BenchResult, Cell
from core.cli.parsing import Commands
from core.cli.screen import Screen
from core.said import Said


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    bench = commands.add_parser("bench", parents=[common], help="measure a promise of the product on this machine")
    bench.add_argument("name", choices=NAMES, metavar="NAME", help="; ".join(f"{k}: {v}" for k, v in NAMES.items()))
    bench.add_argument("--full", action="store_true", help="as long as it takes for the docs")
    bench.add_argument("--seed", type=int, default=0, help="first seed (default: 0)")
    bench.add_argument("--model", type=Path, metavar="FILE", help="GGUF to measure with, where a bench takes any")
    bench.add_argument("--server", type=Path, metavar="FILE", help="llama-server, for “engine” and “peers”")
    bench.add_argument(
        "--suite",
        type=Path,
        nargs="+",
        default=[],
        metavar="DIR",
        help="datasets of papers or tables, as folders or files, for benches of methods and scores",
    )
    bench.add_argument(
        "--check", type=Path, metavar="FILE", help="a GGUF whose answers “engine” compares with a plain loop instead"
    )
    about = Said("cases for the bench “reading”. {reply_case} {file_case}", reply_case=REPLY_CASE, file_case=FILE_CASE)
    bench.add_argument("--cases", type=Path, metavar="DIR", help=about)
    bench.add_argument(
        "--only", nargs="+", default=[], metavar="PART", help="parts of a bench that has such: the attacks of “safety”"
    )
    bench.add_argument("--venv", type=Path, metavar="DIR", help="environment with the libraries of “peers”")
    bench.set_defaults(handler=_bench)


def _bench(arguments: argparse.Namespace, screen: Screen) -> int:
    module = importlib.import_module(f"core.bench.{arguments.name}")
    options = BenchOptions(
        arguments.full,
        arguments.seed,
        arguments.model,
        arguments.server,
        tuple(arguments.suite),
        arguments.check,
        arguments.cases,
        tuple(arguments.only),
        arguments.venv,
        screen.progress,
    )
    result: BenchResult = module.bench(options)
    screen.result(result.as_json())
    for title, rows in {result.bench: result.rows, **result.more}.items():
        _show(title, rows, screen)
    screen.table(
        "Bars",
        ["promise", "measured", "bar", ""],
        [[b.id, f"{b.value:g} {b.unit}", f"{b.bar:g}", "met" if b.ok else "missed"] for b in result.bars],
    )
    screen.print(f"{result.machine}; {', '.join(f'{key}: {value}' for key, value in result.settings.items())}")
    return 0


_WIDE = 60
"""Characters; a column with a longer cell, such as a prompt, would push every other off the terminal."""


def _show(title: str, rows: Sequence[dict[str, Cell]], screen: Screen) -> None:
    """A table of what is short, and below it what is long, each named by its row's first cell."""
    columns = list(rows[0]) if rows else []
    long = [name for name in columns[1:] if any(len(str(row[name])) > _WIDE for row in rows)]
    short = [name for name in columns if name not in long]
    screen.table(title, short, [[str(row[column]) for column in short] for row in rows])
    for name in long:
        for row in rows:
            screen.print(f"{name}, {row[columns[0]]}: {row[name]}")
