"""The languages that Whet speaks, each one file: `whet_xx.ts` beside the program, or where a person keeps their own.

A file is Qt Linguist's, which the window reads too; its context `Core` holds the texts for the keys of `core.said`.
"""

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core import paths
from core.errors import UsageError, near_match
from core.said import Said, Say, as_it_is

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

SOURCE: Final = "en"
"""What the sources are written in; it needs no file."""

CONTEXT: Final = "Core"

_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where systems say what a person speaks, the first that is set."""

_TRADITIONAL: Final = frozenset({"Hant", "TW", "HK", "MO"})
"""Their readers are better served by English than by the other script."""


def own_folder() -> Path:
    """Where a person's own languages lie."""
    return paths.user_folder() / "translations"


def files() -> dict[str, Path]:
    """The file of each language but the source's. A person's own stands before one that comes with the program."""
    folders = (paths.resources() / "translations", own_folder())
    found = {file.stem.removeprefix("whet_"): file for folder in folders for file in sorted(folder.glob("whet_*.ts"))}
    return {language: file for language, file in found.items() if language != SOURCE}


def languages() -> tuple[str, ...]:
    """What can be spoken, the source's language first."""
    return (SOURCE, *files())


def asked_for(language: str) -> str:
    """A language that a person named, or a near one. Raises `UsageError` if there is no file of it."""
    known = languages()
    found = language if language in known else near(language)
    if not found:
        raise UsageError(
            Said("There is no language “{language}”.", language=language), hint=near_match(language, known)
        )
    return found


def near(wanted: str) -> str:
    """The language for a locale, as in “zh_CN.UTF-8” or “zh-Hans-CN”: itself, or a near one; empty if there is none."""
    first, *parts = wanted.partition(".")[0].partition("@")[0].replace("-", "_").split("_")
    if first == SOURCE or (first == "zh" and _TRADITIONAL & set(parts)):
        return SOURCE
    known = files()
    alike = [language for language in known if language.split("_")[0] == first]
    return next((language for language in ("_".join((first, *parts)), first, *alike) if language in known), "")


def of_environment(environment: Mapping[str, str] = os.environ) -> str:
    """The language that the variables of a terminal name; English if it is none of ours."""
    return near(next((environment[name] for name in _VARIABLES if environment.get(name)), "")) or SOURCE


def say_in(language: str) -> Say:
    """The texts of a language. What it lacks, and all of English, is said as it stands in the sources."""
    if language == SOURCE:
        return as_it_is
    texts = catalogue(files()[language])
    return lambda key: texts.get(key, key)


@lru_cache(maxsize=2)
def catalogue(file: Path) -> Mapping[str, str]:
    """The finished texts for the keys of `core.said`."""
    return {source: forms[0] for (context, source), forms in read(file).items() if context == CONTEXT}


def read(file: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """All finished texts of a language's file by context and source, in the forms for one and for several where it has
    them. A file that is none has no texts."""
    from xml.etree import ElementTree as ET  # English needs none of it

    try:
        root = ET.parse(file).getroot()  # noqa: S314 - the person's own, or ours
    except (OSError, ET.ParseError):
        return {}
    return {
        (context.findtext("name", ""), message.findtext("source", "")): forms
        for context in root.iter("context")
        for message in context.iter("message")
        if (forms := _finished(message))
    }


def _finished(message: "ET.Element") -> tuple[str, ...]:
    node = message.find("translation")
    if node is None or node.get("type") == "unfinished":
        return ()
    return tuple(filter(None, (form.text for form in (node.findall("numerusform") or [node]))))
