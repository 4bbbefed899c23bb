"""`whet bench safety --only PART`: an hour can be taken in pieces."""

import argparse
from pathlib import Path

import pytest

from core.bench.attacks import made
from core.bench.attacks.hostile_folder import COMMANDS
from core.bench.safety import bench
from core.bench.table import BenchOptions
from core.cli.main import parser
from core.errors import UsageError


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
