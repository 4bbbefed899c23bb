"""Finds what `core` says to people: errors and hints, forms, cards and sentences, as templates with named gaps.

`core` makes its sentences in English and knows no Qt. The window recognizes them by these templates and says them in
its own language (`desktop.sentences`), so nothing in `core` has to be written for translation, and sentences that
come through the engine's pipe or out of an old log are translated like fresh ones.
"""

import ast
import builtins
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

ROOT = Path(__file__).parents[1]

_UNSEEN = re.compile(
    r"core/(cli/|bench/|operators/|scripting/|api\.py|engine/choosing\.py|__main__\.py|methods/\w+/(prompts|side_questions)\.py"
    r"|methods/shared/(compact|question|rewording|slots|wording)\.py)"
)
"""What the window never shows: the terminal's own words, benches, and what is said to models."""

_SPEAKING = re.compile(
    r"core/(domain/(certificate|comparison|run_estimate|review|tournament)|lab/(by_hand|paired|questions)"
    r"|data/(checking|columnar|creating|delimited|dialects|dividing|documents|headers|json_rows|kept_task|mapping|reading|reshaping|roles)"
    r"|data/(workbook|yaml_rows)"
    r"|llm/(hardware|kinds|chat_form)|engine/connection|methods/\w+/report|report/(bias|ending|notes|power_estimate)|store/practised)\.py"
)
"""Files in which every sentence is for people, wherever it stands."""

_FORMS = ("core/methods/", "core/metrics/", "core/domain/task.py", "core/domain/search.py")
"""Where parameters of forms come from."""

_SAID_AS = {"message", "hint", "kept", "about", "title", "summary", "label"}
_LEAST_LETTERS = 6
_GAP = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Said:
    """One template, and the file that says it."""

    file: str
    text: str


def templates() -> list[Said]:
    """Every template once, in the order of files and lines."""
    found: dict[str, Said] = {}
    for source in sorted((ROOT / "core").rglob("*.py")):
        name = source.relative_to(ROOT).as_posix()
        if not _UNSEEN.match(name):
            tree = ast.parse(source.read_text("utf-8"))
            file = _File(tree, speaking=bool(_SPEAKING.match(name)), choices=name.startswith(_FORMS))
            for text in file.texts():
                found.setdefault(text, Said(name, text))
    for task in sorted((ROOT / "resources" / "samples").glob("*/task.toml")):
        described = tomllib.loads(task.read_text("utf-8"))
        for text in (described["title"], described["description"]):
            found.setdefault(text, Said(task.relative_to(ROOT).as_posix(), text))
    return list(found.values())


@dataclass(slots=True)
class _File:
    """One source file. `speaking`: all its sentences count; `choices`: its enumerations are choices in forms."""

    tree: ast.Module
    speaking: bool
    choices: bool
    constants: dict[str, ast.expr] = field(default_factory=dict)

    def texts(self) -> Iterator[str]:
        """What it says."""
        self.constants = {
            target.id: node.value
            for node in self.tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        yield from self._choices()
        for said in self._expressions():
            for text in self._templates(said):
                clean = _numbered(text.strip())
                if sum(letter.isalpha() for letter in _GAP.sub("", clean)) >= _least(clean):
                    yield clean

    def _choices(self) -> Iterator[str]:
        """Values of enumerations, as a form shows them."""
        for node in ast.walk(self.tree) if self.choices else ():
            if isinstance(node, ast.ClassDef) and any(
                isinstance(b, ast.Name) and b.id == "StrEnum" for b in node.bases
            ):
                for line in node.body:
                    if isinstance(line, ast.Assign) and isinstance(line.value, ast.Constant):
                        yield str(line.value.value).replace("_", " ")

    def _expressions(self) -> Iterator[ast.expr]:
        documents = _documents(self.tree)
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield from _of_call(node)
            elif isinstance(node, ast.Assign | ast.AnnAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                names = {target.id for target in targets if isinstance(target, ast.Name)}
                if names & _SAID_AS and node.value is not None:
                    yield node.value
            spoken = self.speaking and isinstance(node, ast.Constant | ast.JoinedStr) and node not in documents
            if spoken and " " in "".join(_plain(node)):
                yield node

    def _templates(self, node: ast.expr) -> list[str]:
        match node:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.JoinedStr(values=values):
                return ["".join(parts) for parts in product(*(self._part(value) for value in values))]
            case ast.IfExp(body=body, orelse=other):
                return self._templates(body) + self._templates(other)
            case ast.BoolOp(values=values):
                return [text for value in values for text in self._templates(value)]
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return ["".join(pair) for pair in product(self._templates(left), self._templates(right))]
            case ast.Name(id=name) if name in self.constants:
                return self._templates(self.constants[name])
        return [f"{{{_name_of(node)}}}"]

    def _part(self, node: ast.expr) -> list[str]:
        if isinstance(node, ast.FormattedValue):
            inner = node.value
            if isinstance(inner, ast.IfExp) and node.format_spec is None:
                return self._templates(inner)
            return [f"{{{_name_of(inner)}}}"]
        return ["".join(_plain(node))]


def _of_call(node: ast.Call) -> Iterator[ast.expr]:
    """Arguments of calls that make errors, parameters, presets and phases."""
    name = (
        node.func.id
        if isinstance(node.func, ast.Name)
        else node.func.attr
        if isinstance(node.func, ast.Attribute)
        else ""
    )
    if name.endswith("Error") and not hasattr(builtins, name):
        yield from node.args[:1]
        yield from (word.value for word in node.keywords if word.arg in {"message", "hint", "kept"})
    elif name == "param":
        yield from node.args[1:2]
        yield from (word.value for word in node.keywords if word.arg in {"title", "about"})
    elif name in {"Preset", "begin", "_begin", "said"}:
        yield from node.args[:1]
    elif name == "Format":
        yield from (word.value for word in node.keywords if word.arg == "about")
    elif name.endswith("Block"):
        yield from node.args[:1]
        yield from (word.value for word in node.keywords if word.arg == "about")
        yield from (part for columns in node.args[1:2] if isinstance(columns, ast.Tuple) for part in columns.elts)


def _documents(tree: ast.Module) -> set[ast.expr]:
    """Strings that stand alone (documentation), and the parts of joined ones."""
    alone = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    parts = {value for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for value in node.values}
    return alone | parts


def _plain(node: ast.AST) -> Sequence[str]:
    return [part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)]


def _name_of(node: ast.expr) -> str:
    """A word for a gap: the last name in the expression."""
    names = [
        part.attr if isinstance(part, ast.Attribute) else part.id
        for part in ast.walk(node)
        if isinstance(part, ast.Attribute | ast.Name)
    ]
    return next((name.strip("_").lower() for name in names if name.strip("_")), "value")


def _numbered(text: str) -> str:
    """The same gap twice becomes two."""
    seen: dict[str, int] = {}

    def once(match: re.Match[str]) -> str:
        name = match.group()[1:-1]
        seen[name] = seen.get(name, 0) + 1
        return f"{{{name}}}" if seen[name] == 1 else f"{{{name}_{seen[name]}}}"

    return _GAP.sub(once, text)


def _least(text: str) -> int:
    """Templates that are mostly gaps would recognize anything."""
    return _LEAST_LETTERS if "{" in text else 2
