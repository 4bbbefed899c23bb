"""Methods of the person's own: a module with what `core.methods.base.Method` asks for, once it was confirmed."""

from functools import lru_cache
from pathlib import Path

from core import plugins, trust
from core.errors import UsageError
from core.methods.base import Method
from core.plugins import Plugin
from core.said import Said

_NEEDED = ("name", "title", "summary", "paper", "caveats", "Params", "PRESETS", "most_calls", "optimize")
"""What every method has (`core.methods.base.Method`)."""

_LARGEST = 256 << 10


def own_names() -> tuple[str, ...]:
    """The names of those that are there and confirmed."""
    return tuple(each.name for each in plugins.plugins("methods") if each.confirmed)


def own_method(name: str, known: tuple[str, ...]) -> Method:
    """The method of that name. Raises `UsageError` if there is none, or it is no whole method, or not confirmed."""
    return _loaded(plugins.plugin("methods", name, known))


def adopt(file: Path) -> str:
    """Put a confirmed file into the person's folder of methods, where the engine and later runs find it; its name.

    Raises `UsageError` for a file that was not confirmed, or cannot be read or kept.
    """
    try:
        if file.stat().st_size > _LARGEST:
            raise UsageError(
                Said("The method file {name} is larger than {largest} kB.", name=file.name, largest=_LARGEST >> 10)
            )
        code = file.read_bytes().decode("utf-8")
        if not trust.is_confirmed(code):
            raise UsageError(
                Said(
                    "The method file {name} has not been confirmed on this machine, or has changed since.",
                    name=file.name,
                ),
                kept="Nothing of it was run.",
                hint=Said(
                    "Read it, then confirm it: whet methods {file} --trust, or core.api.trust({quoted})",
                    file=file,
                    quoted=repr(str(file)),
                ),
            )
        place = plugins.folder("methods")
        place.mkdir(parents=True, exist_ok=True)
        if not (place / file.name).exists() or (place / file.name).read_bytes() != code.encode():
            (place / file.name).write_bytes(code.encode())
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            Said("The method file {name} cannot be taken: {error}.", name=file.name, error=error),
            hint="Check its place.",
        ) from error
    return file.stem


@lru_cache(maxsize=32)
def _loaded(plugin: Plugin) -> Method:
    found = plugin.load()
    if hasattr(found, "doubts") and not hasattr(found, "caveats"):
        found.caveats = found.doubts  # type: ignore[attr-defined]  # as it was called once
    missing = [name for name in _NEEDED if not hasattr(found, name)]
    if missing:
        raise UsageError(
            Said(
                "“{name}” of {source} is no whole method: it has no {missing}.",
                name=plugin.name,
                source=plugin.source,
                missing=", ".join(missing),
            ),
            hint="resources/docs/own-method.md shows a whole one.",
        )
    method: Method = found  # type: ignore[assignment]  # as far as can be told
    if method.name != plugin.name:
        raise UsageError(
            Said(
                "The method of {source} calls itself “{name}”, and is announced as “{announced}”.",
                source=plugin.source,
                name=method.name,
                announced=plugin.name,
            ),
            hint="Give both the same name.",
        )
    return method
