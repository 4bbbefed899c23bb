"""Cases of files: a folder with data files and an `expect.json` that says how each is read, tried as a person would."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from core.data import chosen_mapping, create_task, protocols, read_table, suggest_mapping, to_examples
from core.data.contracts import answer_of, guess_answer
from core.data.creating import TaskPlan
from core.data.mapping import ExampleSet
from core.data.mapping import Mapping as Columns
from core.data.naming import checked_name
from core.data.options import ReadOptions
from core.data.profile import Profile
from core.data.splitting import Sizes, Splits
from core.data.table import Table
from core.data.task_file import AnswerSection, PromptSection
from core.domain.example import Example, Split
from core.domain.task import AnswerKind
from core.errors import WhetError

EXPECT = "expect.json"
_NO_DATA = frozenset({EXPECT, "README", "README.md", "README.txt", "LICENSE"})
_CODE = frozenset({".py", ".sh", ".pyc"})
_OTHER_NAMES = {"first_row": "first", "refused_reason": "refused", "refused_because": "refused", "reason": "refused",
                "error": "refused", "answers": "answer", "inputs": "input"}  # fmt: skip
_OPTIONS = frozenset({*Profile.__struct_fields__, "prompt", "kind", "name", "protocol", "seed"})
_SAID = frozenset({"about", "why", "note", "comment", "source"})
_KNOWN = frozenset({"rows", "columns", "input", "answer", "kind", "labels", "first", "errors", "notes", "splits",
                    "refused", "options"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class FileCase:
    """A file with what is expected of it; nothing where nobody says what is right."""

    folder: str
    file: Path
    expected: Mapping[str, object] | None

    @property
    def unknown(self) -> list[str]:
        """What the expectation says that is not looked at."""
        return sorted((self.expected or {}).keys() - _KNOWN)

    def wrong(self) -> str:
        """What is not as expected, in words; empty if all is."""
        assert self.expected is not None
        if not self.expected:
            return "the expectation says nothing"
        if not self.expected.keys() & _KNOWN:
            return f"the expectation has only keys that are not understood: {', '.join(self.unknown)}"
        strange = sorted(_fields(self.expected.get("options")).keys() - _OPTIONS)
        if strange:
            return f"the expectation has options that are not understood: {', '.join(strange)}"
        refused = self.expected.get("refused")
        try:
            seen = _seen(self.file, _fields(self.expected.get("options")))
            if refused or "splits" in self.expected:
                seen = seen.made()
        except WhetError as error:
            if not refused:
                return f"it was refused: {error}"
            words = [] if refused is True else _texts(refused)
            missing = [word for word in words if word.casefold() not in str(error).casefold()]
            return f"it was refused with other words: {error}" if missing else ""
        if refused:
            return "it was not refused"
        return "; ".join(_differences(self.expected, seen))


@dataclass(frozen=True, slots=True)
class _Seen:
    """All that a person would see of a file and of the task made of it."""

    table: Table
    mapping: Columns
    found: ExampleSet
    answer: AnswerSection
    options: Mapping[str, object]
    splits: Splits | None = None
    notes: tuple[str, ...] = ()

    def made(self) -> "_Seen":
        """With the splits of the task that comes of it. Raises `WhetError` if none does."""
        plan = TaskPlan(
            prompt=PromptSection(seed=str(self.options.get("prompt", ""))),
            answer=self.answer,
            sizes=_sizes(self.options),
            seed=int(str(self.options.get("seed", 0))),
        )
        with tempfile.TemporaryDirectory(prefix="whet-case-") as folder:
            made = create_task(Path(folder) / "task", self.table, self.mapping, plan)
        return _Seen(self.table, self.mapping, self.found, self.answer, self.options, made.splits, made.notes)


def cases_of(folder: Path) -> Iterator[FileCase]:
    """Every data file of every case in a folder, by name."""
    for place in sorted(each for each in folder.iterdir() if each.is_dir()):
        files = sorted(each for each in place.iterdir() if _is_data(each))
        expectation = place / EXPECT
        if not expectation.is_file():
            yield from (FileCase(place.name, file, None) for file in files)
            continue
        try:
            said = msgspec.json.decode(expectation.read_bytes())
        except msgspec.DecodeError as error:
            yield FileCase(place.name, expectation, {f"(no JSON: {error})": True})
            continue
        expected = list(_expected(place, files, said))
        yield from expected or [FileCase(place.name, expectation, {"(there is no data file beside it)": True})]


def _is_data(path: Path) -> bool:
    return path.is_file() and path.name not in _NO_DATA and path.suffix not in _CODE and not path.name.startswith(".")


def _expected(place: Path, files: Sequence[Path], said: object) -> Iterator[FileCase]:
    fields = _fields(said)
    by_name = _fields(fields.get("files")) or {
        name: value for name, value in fields.items() if (place / name).is_file()
    }
    if by_name:
        for name, value in by_name.items():
            for number, each in enumerate(value if isinstance(value, list) else [value]):
                del number
                yield FileCase(place.name, place / name, _plain(_fields(each)))
        yield from (FileCase(place.name, file, None) for file in files if file.name not in by_name)
        return
    named = str(fields.get("file", ""))
    for file in [place / named] if named else files:
        yield FileCase(place.name, file, _plain({name: value for name, value in fields.items() if name != "file"}))


def _plain(fields: Mapping[str, object]) -> Mapping[str, object]:
    named = {name.casefold().replace(" ", "_").replace("-", "_"): value for name, value in fields.items()}
    return {_OTHER_NAMES.get(name, name): value for name, value in named.items()
            if name not in _SAID and not name.startswith("_")}  # fmt: skip


def _seen(file: Path, options: Mapping[str, object]) -> _Seen:
    if "name" in options:
        checked_name(str(options["name"]))
    if "protocol" in options:
        return _of_protocol(file, options)
    given = msgspec.convert(
        {name: value for name, value in options.items() if name in Profile.__struct_fields__}, Profile
    )
    reading = ReadOptions(given.encoding, given.delimiter, given.quote, given.header, given.header_row, given.sheet)
    table = read_table(file, reading)
    mapping = _mapping(table, given, str(options.get("prompt", "")))
    found = to_examples(table, mapping)
    if "kind" in options:
        answer = answer_of(AnswerKind(str(options["kind"])), found.examples)
    else:
        answer = guess_answer(found.examples, column=mapping.answers[0], multiple=mapping.multiple)
    return _Seen(table, mapping, found, answer, options, notes=table.notes)


def _mapping(table: Table, given: Profile, prompt: str) -> Columns:
    if not (prompt or given.input or given.answer or given.template or given.split_column or given.group_column
            or given.empty_answer or given.multi_label is not None):  # fmt: skip
        return suggest_mapping(table)
    return chosen_mapping(
        table,
        inputs=tuple(given.input),
        template=given.template,
        answers=tuple(given.answer),
        split=given.split_column,
        group=given.group_column,
        blank=given.empty_answer,
        multiple=given.multi_label,
        prompt=prompt,
    )


def _of_protocol(file: Path, options: Mapping[str, object]) -> _Seen:
    loaded = protocols.load(protocols.named(str(options["protocol"]), file))
    every = sorted((row for each in Split for row in loaded.splits.rows(each)), key=lambda row: row.row)
    return _Seen(
        Table(file.name, ("input", "answer"), ()),
        Columns("input", "answer"),
        ExampleSet(tuple(every), errors=loaded.errors),
        loaded.form.answer,
        options,
        loaded.splits,
    )


def _sizes(options: Mapping[str, object]) -> Sizes | None:
    given = options.get("sizes")
    return Sizes(*given) if isinstance(given, list) and len(given) == 3 else None


def _differences(expected: Mapping[str, object], seen: _Seen) -> Iterator[str]:
    """What is otherwise than expected, in words."""
    found: dict[str, object] = {
        "rows": len(seen.found.examples),
        "columns": list(seen.table.columns),
        "input": seen.mapping.input,
        "answer": list(seen.mapping.answers) if len(seen.mapping.answers) > 1 else seen.mapping.answers[0],
        "kind": seen.answer.kind.value,
        "labels": sorted(seen.answer.labels),
        "errors": [error.row for error in seen.found.errors],
        "splits": {each.value: len(seen.splits.rows(each)) for each in Split} if seen.splits is not None else {},
    }
    for name, value in expected.items():
        wanted = sorted(_texts(value)) if name == "labels" else value
        if name in found and found[name] != wanted and not (name == "columns" and wanted == len(seen.table.columns)):
            yield f"{name}: {_short(found[name])} instead of {_short(value)}"
    said = " ".join((*seen.notes, *seen.found.warnings))
    for words in _texts(expected.get("notes", [])):
        if words.casefold() not in said.casefold():
            yield f"“{words}” is not said"
    yield from _first_row(expected.get("first"), seen)


def _first_row(expected: object, seen: _Seen) -> Iterator[str]:
    if expected is None:
        return
    if not seen.found.examples:
        yield "there is no first row"
        return
    example = seen.found.examples[0]
    if isinstance(expected, list):
        cells = list(seen.table.rows[0].cells) if seen.table.rows else []
        if cells != [str(each) for each in expected]:
            yield f"first row: {_short(cells)} instead of {_short(expected)}"
        return
    if not isinstance(expected, dict):
        yield f"the expectation of the first row is no object or list: {_short(expected)}"
        return
    shown = _shown(example, seen)
    for name, value in _fields(expected).items():
        found = shown.get(name)
        wanted = value if isinstance(value, list | dict) or name == "row" else str(value)
        if found != wanted and not (isinstance(found, list) and found == [wanted]):
            yield f"first {name}: {_short(found)} instead of {_short(value)}"


def _shown(example: Example, seen: _Seen) -> dict[str, object]:
    cells = next((row.cells for row in seen.table.rows if row.number == example.row), ())
    columns: dict[str, object] = dict(zip(seen.table.columns, cells, strict=False))
    return {
        **columns,
        "row": example.row,
        "input": example.input,
        "answer": example.answer,
        "answers": list(example.answers),
        "turns": [{"role": role, "content": text} for role, text in example.turns],
    }


def _fields(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def _short(value: object) -> str:
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return text if len(text) <= 160 else f"{text[:159]}…"
