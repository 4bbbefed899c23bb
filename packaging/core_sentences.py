"""The keys of what `core` says to people, read from its sources.

A sentence with values is a `Said("No column “{name}”.", name=column)` (`core.said`), wherever it stands. A sentence
without any is its own key and needs no wrapping: it is found where sentences for people are given, as messages of
errors, titles and explanations of parameters, labels of enumerations. An f-string in such a place would have no key,
and a value may fit no gap: `faults` finds both.
"""

import ast
import builtins
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

ROOT = Path(__file__).parents[1]

_UNSEEN = re.compile(
    r"core/(bench/|operators/|methods/\w+/(prompts|side_questions)\.py"
    r"|methods/shared/(compact|question|rewording|slots|wording)\.py)"
)
"""What nobody is shown: benches, and what is said to models. Only what is a `Said` counts there."""

_UNWRAPPED = re.compile(r"core/(scripting/|api\.py|__main__\.py)")
"""For programs of people who know English: only what is a `Said` counts there."""

_SPEAKING = re.compile(
    r"core/(domain/(certificate|comparison|run_estimate|review|tournament)|lab/(by_hand|paired|questions)"
    r"|data/(checking|columnar|creating|delimited|dialects|dividing|documents|headers|json_rows|kept_task|mapping|reading|reshaping|roles)"
    r"|data/(workbook|yaml_rows)"
    r"|llm/(hardware|kinds|chat_form)|engine/connection|methods/\w+/report|report/(bias|ending|notes|power_estimate)|store/practised)\.py"
)
"""Files in which every sentence is for people, wherever it stands."""

_FORMS = ("core/methods/", "core/metrics/", "core/domain/prompt.py", "core/domain/task.py", "core/domain/search.py")
"""Where parameters of forms come from."""

_SAID_AS = {"message", "hint", "kept", "about", "title", "summary", "label", "caveats"}
_LEAST_LETTERS = 2
_LIST = "{before}, {last}"
"""How a list goes on, which languages write with signs of their own."""
_OF_PAGE = re.compile(r"""\b(?:say|own)\((?:"([^"]+)"|'([^']+)')""")
"""What the pages of reports say themselves."""

_GAP = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Key:
    """One key, and the file that says it."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A place in the sources where a sentence cannot be translated, and why."""

    place: str
    why: str


def known_keys() -> list[Key]:
    """Every key once, in the order of files and lines."""
    found = {_LIST: Key("core/said.py", _LIST)}
    for name, file in _files():
        for text in file.texts():
            found.setdefault(text, Key(name, text))
    for page in sorted((ROOT / "resources" / "report").glob("*.j2")):
        for match in _OF_PAGE.finditer(page.read_text("utf-8")):
            text = match[1] or match[2]
            found.setdefault(text, Key(page.relative_to(ROOT).as_posix(), text))
    for task in sorted((ROOT / "resources" / "samples").glob("*/task.toml")):
        described = tomllib.loads(task.read_text("utf-8"))
        for text in (described["title"], described["description"]):
            found.setdefault(text, Key(task.relative_to(ROOT).as_posix(), text))
    return list(found.values())


def faults() -> list[Fault]:
    """Sentences with values that are no `Said`, and values that fit no gap of their sentence."""
    return [Fault(f"{name}:{line}", why) for name, file in _files() for line, why in file.faults()]


def _files() -> Iterator[tuple[str, "File"]]:
    for source in sorted((ROOT / "core").rglob("*.py")):
        name = source.relative_to(ROOT).as_posix()
        tree = ast.parse(source.read_text("utf-8"))
        seen = not _UNSEEN.match(name) and not _UNWRAPPED.match(name)
        yield name, File(tree, seen=seen, speaking=bool(_SPEAKING.match(name)), choices=name.startswith(_FORMS))


@dataclass(slots=True)
class File:
    """One source file. `seen`: what it says without values counts, too; `speaking`: all its sentences do; `choices`:
    its enumerations are choices in forms."""

    tree: ast.Module
    seen: bool
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
            for text in self._keys(said):
                clean = text.strip()
                if sum(letter.isalpha() for letter in _GAP.sub("", clean)) >= _LEAST_LETTERS:
                    yield clean

    def faults(self) -> Iterator[tuple[int, str]]:
        """What cannot be translated, with its line."""
        for node in self._expressions() if self.seen else ():
            for part in self._parts(node):
                if isinstance(part, ast.JoinedStr) and _has_words(part):
                    yield part.lineno, f"a sentence with values that is no Said: {ast.unparse(part)}"
        for line, what in self._bare():
            yield line, f"a sentence that loses its key: {what}"
        for call in self._said():
            keys = self._keys(call)
            gaps = {gap for key in keys for gap in _GAP.findall(key)}
            names = {word.arg for word in call.keywords if word.arg}
            if keys and gaps != names and not any(word.arg is None for word in call.keywords):
                yield call.lineno, f"values {sorted(names)} for the gaps {sorted(gaps)}"

    def _said(self) -> Iterator[ast.Call]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Said":
                yield node

    def _bare(self) -> Iterator[tuple[int, str]]:
        """Methods of strings called on a sentence: what they give is a string without a key."""
        ours = _imported(self.tree)
        for node in ast.walk(self.tree):
            if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Call):
                continue
            if _named(node.value.func) in ours and node.attr not in {"template", "values"}:
                yield node.lineno, ast.unparse(node)

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
        ours = _imported(self.tree)
        yield from (node for node in ast.walk(self.tree) if isinstance(node, ast.Call) and _named(node.func) in ours)
        documents = _documents(self.tree)
        for node in ast.walk(self.tree) if self.seen else ():
            if isinstance(node, ast.Call):
                yield from _of_call(node)
                yield from self._columns(node)
            elif isinstance(node, ast.Assign | ast.AnnAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                names = {target.id for target in targets if isinstance(target, ast.Name)}
                if names & _SAID_AS and node.value is not None:
                    yield node.value
            spoken = self.speaking and isinstance(node, ast.Constant | ast.JoinedStr) and node not in documents
            if spoken and " " in "".join(_plain(node)):
                yield cast("ast.expr", node)

    def _columns(self, node: ast.Call) -> Iterator[ast.expr]:
        """The heads of a table, where they stand or as they were named before."""
        if not isinstance(node.func, ast.Attribute) or node.func.attr != "table":
            return
        for columns in node.args[1:2]:
            lists = [columns] if isinstance(columns, ast.List) else self._assigned(columns)
            yield from (part for each in lists for part in each.elts)

    def _assigned(self, name: ast.expr) -> list[ast.List]:
        return [
            node.value
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Assign)
            and isinstance(node.value, ast.List)
            and isinstance(name, ast.Name)
            and name.id in {target.id for target in node.targets if isinstance(target, ast.Name)}
        ]

    def _keys(self, node: ast.expr) -> list[str]:
        return [
            part.value for part in self._parts(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)
        ]

    def _parts(self, node: ast.expr) -> list[ast.expr]:
        """The constants and f-strings that an expression may come to."""
        match node:
            case ast.Constant() | ast.JoinedStr():
                return [node]
            case ast.IfExp(body=body, orelse=other):
                return self._parts(body) + self._parts(other)
            case ast.BoolOp(values=values):
                return [part for value in values for part in self._parts(value)]
            case ast.Call(func=ast.Name(id="Said" | "as_said" | "listed"), args=[first, *_]):
                return self._parts(first)
            case ast.Call(func=ast.Name(id="joined"), args=several) | ast.List(elts=several) | ast.Tuple(elts=several):
                return [part for each in several for part in self._parts(each)]
            case ast.Name(id=name) if name in self.constants:
                return self._parts(self.constants[name])
        return []


def _imported(tree: ast.Module) -> set[str]:
    """What a file takes from `core.said` to make sentences with."""
    lines = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "core.said")
    return {alias.name for line in lines for alias in line.names} & {"Said", "as_said", "joined", "listed"}


def _named(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


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
    elif (
        name in {"Preset", "begin", "_begin", "say", "said", "progress"}
        or (name == "print" and isinstance(node.func, ast.Attribute))
        or name == "Setting"
    ):
        yield from node.args[:1]
    elif name == "model_option":
        yield from node.args[2:3]
    elif name == "_with_run":
        yield from node.args[3:4]
    elif name in {"add_argument", "add_parser", "add_argument_group", "Parser"}:
        yield from (word.value for word in node.keywords if word.arg in {"help", "description", "epilog", "title"})
    elif name == "table":
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


def _has_words(node: ast.JoinedStr) -> bool:
    own = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
    return sum(letter.isalpha() for letter in own) >= _LEAST_LETTERS


def _plain(node: ast.AST) -> Sequence[str]:
    return [part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
