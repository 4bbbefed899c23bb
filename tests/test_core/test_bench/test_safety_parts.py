"""`whet bench safety --only PART`: an hour can be taken in pieces."""

import argparse
from pathlib import Path

import pytest

from core.bench.attacks import load, made
from core.bench.attacks.commands import whet
from core.bench.attacks.hostile_folder import COMMANDS
from core.bench.safety import bench
from core.bench.table import BenchOptions
from core.cli.main import parser
from core.errors import UsageError
from core.state import RunState, advance
from core.store.eventlog import read_log


def test_that_only_the_named_part_is_attacked() -> None:
    result = bench(BenchOptions(only=("ledger",), say=lambda _: None))
    assert [row["attack"] for row in result.rows] == ["ledger"]
    assert all(bar.ok for bar in result.bars)


def test_that_a_part_that_is_none_is_refused_with_the_names_of_all() -> None:
    with pytest.raises(UsageError, match="hostile_folder, links, ledger"):
        bench(BenchOptions(only=("ledgers",), say=lambda _: None))


def test_that_every_command_is_tried_in_a_strange_folder() -> None:
    action = next(each for each in parser()._actions if isinstance(each, argparse._SubParsersAction))
    assert set(action.choices) <= {words[0] for words in COMMANDS}


def test_that_attacks_start_from_a_workspace_with_a_run_in_it(tmp_path: Path) -> None:
    assert (made.run_of(made.workspace(tmp_path)) / "result.json").exists()


def test_that_a_run_made_large_is_a_run_like_any_other(tmp_path: Path) -> None:
    run = made.run_of(made.workspace(tmp_path))
    before = RunState()
    for event in read_log(run / "events.jsonl").events:
        advance(before, event)
    load.multiply_candidates(run / "events.jsonl", 400)
    log, state = read_log(run / "events.jsonl"), RunState()
    for event in log.events:
        advance(state, event)
    assert log.complete
    assert len(state.nodes) == 400 > len(before.nodes)
    assert state.best == before.best
    shown = whet("show", "last", "--json", "--workspace", run.parent.parent, home=tmp_path / "home")
    assert shown.code == 0, shown.err


def test_that_growth_is_measured_on_calls_that_were_made(tmp_path: Path) -> None:
    grown = load.growth(tmp_path, 3000, lambda _: None)
    assert grown.calls >= 2900
    assert 0 <= grown.memory < 50
    assert 0.5 < grown.log < 2
