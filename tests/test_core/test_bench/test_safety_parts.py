"""`whet bench safety --only PART`: an hour can be taken in pieces."""

import pytest

from core.bench.safety import bench
from core.bench.table import BenchOptions
from core.errors import UsageError


def test_that_only_the_named_part_is_attacked() -> None:
    result = bench(BenchOptions(only=("ledger",), say=lambda _: None))
    assert [row["attack"] for row in result.rows] == ["ledger"]
    assert all(bar.ok for bar in result.bars)


def test_that_a_part_that_is_none_is_refused_with_the_names_of_all() -> None:
    with pytest.raises(UsageError, match="hostile_folder, links, ledger"):
        bench(BenchOptions(only=("ledgers",), say=lambda _: None))
