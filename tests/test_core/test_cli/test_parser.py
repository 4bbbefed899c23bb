"""The command line's grammar: what documents say exists, and every command explains itself."""

import argparse
import re
from pathlib import Path

import pytest

from core.bench import NAMES
from core.cli.main import parser

ROOT = Path(__file__).parents[3]


def commands(root: argparse.ArgumentParser, before: str = "") -> dict[str, argparse.ArgumentParser]:
    found: dict[str, argparse.ArgumentParser] = {}
    for action in root._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, child in action.choices.items():
                found[f"{before}{name}"] = child
                found |= commands(child, f"{before}{name} ")
    return found


def test_that_every_command_named_in_a_document_exists() -> None:
    known = {name.split()[0] for name in commands(parser())}
    for document in ("README.md", "CHANGELOG.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        for word in re.findall(r"(?:bin/whet|`whet) ([a-z]+)", text):
            assert word in known, f"{document}: whet {word}"


def test_that_every_command_of_the_changelog_s_list_exists() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    start = text.index("The command line:")
    listed = text[start : text.index("\n- ", start)]
    known = commands(parser())
    for name in re.findall(r"`([a-z ]+)`", listed):
        bench = name.removeprefix("bench ")
        assert name in known or bench in NAMES, name


@pytest.mark.parametrize("name", commands(parser()))
def test_that_every_option_says_what_it_is(name: str) -> None:
    command = commands(parser())[name]
    silent = [action.dest for action in command._actions if not action.help and action.option_strings]
    assert silent == []


@pytest.mark.parametrize("name", sorted({name.split()[0] for name in commands(parser())} - {"engine"}))
def test_that_a_command_alone_is_declared_by_the_module_that_is_imported_for_it(name: str) -> None:
    alone = commands(parser(name))
    assert {each: found.format_help() for each, found in alone.items()}.items() <= {
        each: found.format_help() for each, found in commands(parser()).items()
    }.items()
    assert name in alone
    assert len(alone) < len(commands(parser()))


def test_that_every_bench_is_a_module_with_a_bench() -> None:
    import importlib

    for name in NAMES:
        assert callable(importlib.import_module(f"core.bench.{name}").bench)
