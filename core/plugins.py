"""Methods and metrics of the person's own: packages that announce them as entry points, and files in their folder.

Finding one runs nothing of it. It is loaded only after the person confirmed its text (`core.trust`): of a package that
is every Python file in it, so that a new version has to be confirmed again.
"""

import importlib.util
import sys
from dataclasses import dataclass, field
from importlib.machinery import PathFinder
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Literal

from core import names, paths, trust
from core.errors import UsageError, near_match
from core.said import Said

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Kind = Literal["methods", "metrics"]

_LARGEST = 4 << 20
"""Bytes of Python that a person could be asked to have read."""


@dataclass(frozen=True, slots=True)
class Plugin:
    """A method or metric by its name, what it comes from, in words, and the text that has to be confirmed."""

    kind: Kind
    name: str
    source: str
    code: str = field(repr=False)
    file: Path | None = None
    entry: "EntryPoint | None" = None

    @property
    def confirmed(self) -> bool:
        """Whether the person allowed this very text to run here."""
        return bool(self.code) and trust.is_confirmed(self.code)

    def load(self) -> object:
        """The module or object it stands for. Raises `UsageError` if it is not confirmed or cannot be run."""
        if not self.confirmed:
            raise UsageError(
                Said(
                    "“{name}” of {source} has not been confirmed on this machine, or has changed since.",
                    name=self.name,
                    source=self.source,
                ),
                kept="Nothing of it was run.",
                hint=Said("Read it, then confirm it: whet {kind} {name} --trust", kind=self.kind, name=self.name),
            )
        try:
            return self.entry.load() if self.entry is not None else _run(self)
        except Exception as error:  # it is somebody else's program: whatever it raises, it cannot be used
            raise UsageError(
                Said(
                    "“{name}” of {source} cannot be loaded: {kind}: {error}.",
                    name=self.name,
                    source=self.source,
                    kind=type(error).__name__,
                    error=error,
                ),
                hint="Correct it and confirm it again.",
            ) from error


def plugins(kind: Kind) -> tuple[Plugin, ...]:
    """Everything of this kind that is there, confirmed or not; of one name the first. Nothing of it is run."""
    from importlib.metadata import entry_points  # every process starts through here, and few look for plugins

    found: dict[str, Plugin] = {}
    for entry in entry_points(group=f"whet.{kind}"):
        dist = entry.dist.name if entry.dist is not None else entry.value
        found.setdefault(
            entry.name, Plugin(kind, entry.name, f"the package {dist}", _package(entry.module), entry=entry)
        )
    for file in sorted(folder(kind).glob("*.py")):
        if names.is_plain(file.stem):
            found.setdefault(file.stem, Plugin(kind, file.stem, f"the file {file.name}", _text([file]), file=file))
    return tuple(found.values())


def plugin(kind: Kind, name: str, known: tuple[str, ...] = ()) -> Plugin:
    """The one of that name. Raises `UsageError` naming those there are, with the `known` ones of the product."""
    every = {each.name: each for each in plugins(kind)}
    if name not in every:
        what = "method" if kind == "methods" else "metric"
        raise UsageError(
            Said("There is no {what} “{name}”.", what=what, name=name), hint=near_match(name, (*known, *every))
        )
    return every[name]


def folder(kind: Kind) -> Path:
    """Where the person's own files of this kind lie."""
    return paths.user_folder() / kind


def _run(plugin: Plugin) -> ModuleType:
    """The module that the confirmed text makes; what lies in the file by now does not matter."""
    module = ModuleType(f"whet_own_{plugin.kind}_{plugin.name}")
    module.__file__ = str(plugin.file)
    sys.modules[module.__name__] = module  # dataclasses look their annotations up there
    try:
        exec(compile(plugin.code, str(plugin.file), "exec"), module.__dict__)  # noqa: S102 - confirmed by its hash
    except BaseException:
        del sys.modules[module.__name__]
        raise
    return module


def _package(module: str) -> str:
    """The text of all Python of the package that a module is of; empty if it cannot be found or is too much to read.

    Only the name at the top is looked up: looking up one below it would run the package.
    """
    try:
        top = module.partition(".")[0]
        spec = PathFinder.find_spec(top) or importlib.util.find_spec(top)
    except (ImportError, ValueError):
        return ""
    if spec is None:
        return ""
    places = list(spec.submodule_search_locations or ())
    files = [file for place in places for file in sorted(Path(place).rglob("*.py"))]
    return _text(files if places else [Path(spec.origin)] if spec.origin else [])


def _text(files: list[Path]) -> str:
    """The files one after another, each under its name."""
    parts: list[str] = []
    try:
        if sum(file.stat().st_size for file in files) > _LARGEST:
            return ""
        for file in files:
            text = file.read_bytes().decode("utf-8")
            parts.append(text if len(files) == 1 else f"# {file.parent.name}/{file.name}\n{text}")
    except (OSError, UnicodeDecodeError):
        return ""
    return "\n".join(parts)
