"""Keeps the window's translations in step with its words.

    python packaging/translations.py update            read every text of the sources into resources/translations/*.ts
    python packaging/translations.py missing [--json]  what is not translated yet
    python packaging/translations.py fill FILE.json    put translations in: {"text": "translation"} or the list that
                                                       `missing --json` printed, with "translation" filled
    python packaging/translations.py singulars FILE    {"{n} rows": "{n} row", …} for the texts with a number in English
    python packaging/translations.py compile           make the .qm files that the window loads
    python packaging/translations.py check             whether all of that was done; exit code 1 if not

The .ts files are what people edit (Qt Linguist reads them). The .qm files are committed too, because a source tree
and a wheel have to work without a build step; a test holds the two together.
"""

import argparse
import ast
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6
from core_sentences import ROOT, faults, known_keys

FOLDER = ROOT / "resources" / "translations"
LANGUAGES = tuple(sorted((file.stem.removeprefix("whet_") for file in FOLDER.glob("whet_*.ts")), reverse=True))
"""A file each. English has entries for plural forms only: its texts are in the sources."""

CORE = "Core"
GAP = re.compile(r"\{\w*\}|%n|%L?\d")


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the sources in its context, and what it is in another language; empty if it is not translated."""

    context: str
    source: str
    comment: str
    translation: str


def ts(language: str) -> Path:
    """Where a language is edited."""
    return FOLDER / f"whet_{language}.ts"


def tool(name: str) -> str:
    """Qt's own tools, as PySide6-Essentials brings them."""
    folder = Path(PySide6.__file__).parent
    return str(
        next(
            path for path in (folder / name, folder / f"{name}.exe", folder / "Qt" / "libexec" / name) if path.exists()
        )
    )


def update() -> None:
    """Read every text anew. Translations of texts that are gone go, those of changed ones wait to be looked at."""
    said = known_keys()
    sources = [path.relative_to(ROOT).as_posix() for path in window_sources()]
    with tempfile.TemporaryDirectory(dir=ROOT, prefix=".translations-") as folder:
        core = Path(folder) / "core_texts.py"
        lines = ["from PySide6.QtCore import QCoreApplication", ""]
        for each in said:
            lines += [f"#: {each.file}", f"QCoreApplication.translate({CORE!r}, {_quoted(each.text)})"]
        for context, text in window_texts(joined=True):
            lines.append(f"QCoreApplication.translate({context!r}, {_quoted(text)})")
        core.write_text("\n".join(lines) + "\n", "utf-8")
        for language in LANGUAGES:
            _lupdate([*sources, str(core.relative_to(ROOT))], language)


def _lupdate(sources: list[str], language: str) -> None:
    plural = ["-pluralonly"] if language == "en" else []
    done = subprocess.run(
        [
            tool("lupdate"), "-silent", "-no-obsolete", "-locations", "none", "-source-language", "en",
            "-target-language", language, *plural, *sources, "-ts", str(ts(language)),
        ],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    if done.stderr.strip():
        print(done.stderr.strip(), file=sys.stderr)


def compile_() -> None:
    """Make what the window loads. A window that is open has the old file mapped, so it is replaced, not rewritten."""
    for language in LANGUAGES:
        source = ts(language)
        made = source.with_suffix(".new")
        subprocess.run([tool("lrelease"), "-silent", source, "-qm", made], check=True)
        made.replace(source.with_suffix(".qm"))


def texts(language: str) -> list[Text]:
    """Every text of a language's file, in its order."""
    return [
        Text(context, source, comment, "" if node.get("type") == "unfinished" else _translated(node))
        for context, source, comment, node in _messages(_tree(language).getroot())
    ]


def missing(language: str) -> list[Text]:
    """What is not translated yet."""
    return [text for text in texts(language) if not text.translation]


def fill(file: Path, language: str = "zh_CN") -> int:
    """Put translations in; how many."""
    given = json.loads(file.read_text("utf-8"))
    if isinstance(given, list):
        given = {item["source"]: item["translation"] for item in given if item.get("translation")}
    tree = _tree(language)
    filled = 0
    for _, source, _, node in _messages(tree.getroot()):
        if node.get("type") == "unfinished" and given.get(source):
            del node.attrib["type"]
            forms = node.findall("numerusform")
            for target in forms or [node]:
                target.text = given[source]
            if language == "en":  # its second form is the text of the sources
                forms[1].text = source
            filled += 1
    ts(language).write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + ET.tostring(tree.getroot(), "unicode"),
        "utf-8",
    )
    update()
    return filled


def check() -> list[str]:
    """What is wrong, in sentences."""
    found = [
        f"{language}: “{text.source}” ({text.context}) is not translated"
        for language in LANGUAGES
        for text in missing(language)
    ]
    found += [
        f"{language}: “{text.source}” has other gaps than “{text.translation}”"
        for language in LANGUAGES
        if language != "en"
        for text in texts(language)
        if text.translation and sorted(GAP.findall(text.source)) != sorted(GAP.findall(text.translation))
    ]
    known = {(text.context, text.source) for text in texts("zh_CN")}
    read = set(window_texts()) | {(CORE, each.text) for each in known_keys()}
    found += [f"“{source}” ({context}) is not in the .ts file: run update" for context, source in sorted(read - known)]
    found += [f"“{source}” ({context}) is said no more: run update" for context, source in sorted(known - read)]
    return found + [f"{fault.place}: {fault.why}" for fault in faults()]


def window_sources() -> list[Path]:
    """The files that hold the window's texts."""
    return sorted((ROOT / "desktop").rglob("*.py"))


def window_texts(*, joined: bool = False) -> Iterator[tuple[str, str]]:
    """Context and text of every `self.tr("…")` and `translate("Context", "…")` in the window's sources.

    `joined`: only those inside of f-strings, which lupdate does not read.
    """
    for path in window_sources():
        for context, text, inside in _texts_of(ast.parse(path.read_text("utf-8")), "", inside=False):
            if inside or not joined:
                yield context, text


def _texts_of(node: ast.AST, context: str, *, inside: bool) -> Iterator[tuple[str, str, bool]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            name = child.func.attr if isinstance(child.func, ast.Attribute) else getattr(child.func, "id", "")
            said = [word.value for word in child.args if isinstance(word, ast.Constant) and isinstance(word.value, str)]
            if name == "tr" and said:
                yield context, said[0], inside
            elif name == "translate" and len(said) >= 2:
                yield said[0], said[1], inside
        within = child.name if isinstance(child, ast.ClassDef) else context
        yield from _texts_of(child, within, inside=inside or isinstance(child, ast.JoinedStr))


def _tree(language: str) -> "ET.ElementTree[ET.Element]":
    return ET.parse(ts(language))  # noqa: S314 - a file of this repository


def _messages(root: ET.Element) -> Iterator[tuple[str, str, str, ET.Element]]:
    for context in root.iter("context"):
        for message in context.iter("message"):
            node = message.find("translation")
            if node is not None:
                name, source = context.findtext("name", ""), message.findtext("source", "")
                yield name, source, message.findtext("extracomment", ""), node


def _translated(node: ET.Element) -> str:
    forms = node.findall("numerusform")
    return "\n".join(form.text or "" for form in forms) if forms else node.text or ""


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=tuple(_DEEDS))
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    if _DEEDS[chosen.what] is _fill and chosen.file is None:
        parser.error(f"{chosen.what} needs a file")
    return _DEEDS[chosen.what](chosen)


def _say_missing(chosen: argparse.Namespace) -> int:
    found = [text for language in LANGUAGES for text in missing(language)]
    if chosen.json:
        items = [{"context": t.context, "comment": t.comment, "source": t.source, "translation": ""} for t in found]
        print(json.dumps(items, ensure_ascii=False, indent=1))
    else:
        print("\n".join(f"{text.context}: {text.source}" for text in found))
    return 0


def _say_check(_: argparse.Namespace) -> int:
    found = check()
    print("\n".join(found) or "Everything is translated.")
    return 1 if found else 0


def _fill(chosen: argparse.Namespace) -> int:
    print(f"{fill(chosen.file, 'en' if chosen.what == 'singulars' else 'zh_CN')} texts translated.")
    compile_()
    return 0


def _nothing_left(deed: object) -> int:
    del deed
    return 0


_DEEDS = {
    "update": lambda _: _nothing_left(update()),
    "missing": _say_missing,
    "fill": _fill,
    "singulars": _fill,
    "compile": lambda _: _nothing_left(compile_()),
    "check": _say_check,
}


if __name__ == "__main__":
    sys.exit(main())
