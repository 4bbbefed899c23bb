"""Counts the sources: lines, what each file imports of the product, and names that stand for two things."""

import ast
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

PACKAGES = ("core", "desktop")

BY_PROTOCOL = frozenset({"Params"})
"""Names that each of many modules has to have: a method's parameters are looked up under this one."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file: its module, its lines, the modules of the product that it imports, and its public classes."""

    module: str
    lines: int
    imports: frozenset[str]
    classes: tuple[str, ...]


def sources(root: Path, package: str) -> list[Source]:
    """Every file of a package, in the order of their places."""
    return [_source(root, file) for file in sorted((root / package).rglob("*.py"))]


def _source(root: Path, file: Path) -> Source:
    text = file.read_text("utf-8")
    tree = ast.parse(text)
    classes = tuple(node.name for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_"))
    return Source(_module(file.relative_to(root)), len(text.splitlines()), frozenset(_imported(tree)), classes)


def _module(file: Path) -> str:
    return ".".join(file.with_suffix("").parts).removesuffix(".__init__")


def _imported(tree: ast.Module) -> set[str]:
    """Modules of the product, each once, wherever in the file they are imported."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            bare = node.module in PACKAGES  # `from core import files`: the names are the modules
            found |= {f"{node.module}.{each.name}" for each in node.names} if bare else {node.module}
        elif isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
    return {name for name in found if name.partition(".")[0] in PACKAGES}


def lines(found: Iterable[Source]) -> int:
    """Lines of all files."""
    return sum(each.lines for each in found)


def modules_at(root: Path, commit: str) -> frozenset[str] | None:
    """The modules of today whose files were there at a commit, under this name or another; `None` where the history
    does not reach back to it, or there is none."""
    listed = _git(root, "ls-tree", "-r", "--name-only", commit, "--", *PACKAGES)
    moved = _git(root, "diff", "--diff-filter=R", "-M40", "--name-status", commit, "--", *PACKAGES)
    if listed is None or moved is None:
        return None
    files = {*listed, *(line.split("\t")[2] for line in moved)}
    return frozenset(_module(Path(file)) for file in files if file.endswith(".py"))


def _git(root: Path, *words: str) -> list[str] | None:
    try:
        told = subprocess.run(  # noqa: S603 - our own sources
            ["git", *words],  # noqa: S607 - as a person would find it
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return None
    return told.stdout.splitlines() if told.returncode == 0 else None


def imports_per_file(found: Sequence[Source]) -> float:
    """How many modules of the product a file imports, in the mean over files that have any code."""
    return mean(len(each.imports) for each in found if each.lines > 1)


def names_used_twice(found: Sequence[Source]) -> Mapping[str, list[str]]:
    """Public classes whose name another module gives to a class of its own, with those modules."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for each in found:
        for name in each.classes:
            places[name].append(each.module)
    return {name: where for name, where in sorted(places.items()) if len(where) > 1 and name not in BY_PROTOCOL}
