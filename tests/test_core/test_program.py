"""How children are started: what is added to their environment, and what stays as somebody asked for it."""

import os
import sys
from pathlib import Path

import pytest

from core.engine.client import EngineProcess
from core.program import large_pages

linux = pytest.mark.skipif(sys.platform != "linux", reason="the C library of Linux alone has this switch")
TUNABLES = "GLIBC_TUNABLES"


@linux
def test_that_a_child_gets_large_pages_and_keeps_what_was_asked_of_the_c_library() -> None:
    assert large_pages({}) == {TUNABLES: "glibc.malloc.hugetlb=1"}
    assert large_pages({TUNABLES: "glibc.malloc.check=1"}) == {TUNABLES: "glibc.malloc.check=1:glibc.malloc.hugetlb=1"}
    assert large_pages({TUNABLES: "glibc.malloc.hugetlb=0"}) == {}, "whoever switched it off has it off"


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_that_other_systems_get_nothing(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert large_pages({}) == {}


@linux
def test_that_the_engine_is_started_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TUNABLES, raising=False)
    with EngineProcess() as engine:
        variables = Path(f"/proc/{engine.pid}/environ").read_bytes().split(b"\0")
    assert b"GLIBC_TUNABLES=glibc.malloc.hugetlb=1" in variables
    assert TUNABLES not in os.environ, "our own is as it was"
