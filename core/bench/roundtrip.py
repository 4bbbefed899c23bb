"""Every export of awkward prompts, loaded by the library that it is for, gives the messages that were scored.

Jinja2 is always here. LangChain and DSPy are asked through the Python that `WHET_EXPORTS_PYTHON` names (or this one,
where they are installed), Nunjucks through Node and the folder that `WHET_EXPORTS_NODE` names. What cannot be asked is
said. An export that is refused with a sentence is right: no file differs from what was scored without a word.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from core.bench.table import Cell
from core.domain.example import Example
from core.domain.prompt import Demonstration, ExampleLayout, Placement, Prompt
from core.domain.task import AnswerContract, AnswerKind
from core.errors import UsageError
from core.report.export import FORMATS, Exported, ExportedModel, take
from core.report.export.conversation import conversation, names_in, values_of

PYTHON, NODE = "WHET_EXPORTS_PYTHON", "WHET_EXPORTS_NODE"
_SECONDS = 300
_LIBRARIES = {"jinja2": "jinja2", "langchain": "langchain-core", "dspy": "dspy", "promptfoo": "nunjucks"}
_HERE = Path(__file__).parent / "foreign"
_LAYOUTS = tuple(ExampleLayout)
_TEXTS = (
    "Say what it is.",
    "{", "}", "{{", "}}", "{x}", "{{x}}", "{{{x}}}", "{%", "%}", "{% raw %}", "{#", "#}", "{#}", "a #} b", "-}}", "{{-",
    "$", "${x}", "{0}", "{!r}", "%s", "\\n", "\\", '"', "'", '"""', "'''", "line\nline", "line\r\nline\r", "ends\n",
    "\n\n", " \t ", "", "# heading\n- list", "---\na: b", "<|im_end|>", "</s>", "[INST]", "`x` ```y```",
    "שלום 🧪 👩\u200d👧", "\u2028\ufeff", "é\u0301",
    "{{place}} and {{ input }}", "In {{place}}: {{input}}", "{{input}}{",
    "{{ place of birth }}#}", "https://x/?a={b}&c=#}",
)  # fmt: skip
_PLACES = (("place", "R{o}me"), ("place of birth", "#}"))
_ROW = Example(1, "{{x}} {% y %} {#z#} #} {0} \"q\" 'q' \\n end", ("a",), _PLACES)
_MODEL = ExportedModel("m", "0" * 64, "{% for m in messages %}<{{ m.role }}>{{ m.content }}</>{% endfor %}<assistant>")


class Case(NamedTuple):
    """One export that was written: of what, by which name, and what it must give."""

    exported: Exported
    form: str
    content: str


class RoundTripOutcome(NamedTuple):
    """What became of the exports in one format."""

    form: str
    library: str
    tried: int
    refused: int
    asked: int
    wrong: tuple[str, ...]

    @property
    def row(self) -> dict[str, Cell]:
        """A line of the bench's table."""
        by = self.library if self.asked or not self.library else f"{self.library}: not here"
        first = self.wrong[0][:80] if self.wrong else ""
        return {
            "format": self.form, "prompts": self.tried, "refused": self.refused, "library": by, "asked": self.asked,
            "wrong": len(self.wrong), "first wrong": first,
        }  # fmt: skip


def outcomes() -> list[RoundTripOutcome]:
    """Every format: what could be written was read back by Whet, and loaded by the format's own library."""
    return [_outcome(form) for form in FORMATS]


def _outcome(form: str) -> RoundTripOutcome:
    written: list[Case] = []
    wrong: list[str] = []
    refused = tried = 0
    for exported in _prompts():
        tried += 1
        try:
            content = take(exported, form, [_ROW]).content
        except UsageError:
            refused += 1
            continue
        written.append(Case(exported, form, content.decode()))
    made = _made_by_the_library(form, written)
    for case, found in zip(written, made or [], strict=bool(made)):
        expected = _expected(case)
        if found != expected:
            wrong.append(f"{case.exported.prompt.text!r}: {found!r}, not {expected!r}")
    return RoundTripOutcome(form, _LIBRARIES.get(form, ""), tried, refused, len(made or []), tuple(wrong))


def _prompts() -> Iterator[Exported]:
    """Awkward texts in each place, some with worked examples and a contract."""
    for number, text in enumerate(_TEXTS):
        shown = (Demonstration(text, "b" + text, _ROW.variables),) if number % 3 == 0 else ()
        contract = AnswerContract(AnswerKind.TEXT, instruction="One word{." if number % 2 else "")
        for placement in Placement:
            template = "{{input}}" if placement is not Placement.AFTER_INPUT else "{{place}}: {{input}}#}\nOutput:"
            yield Exported(
                Prompt(text, shown).laid_out(_LAYOUTS[number % 2]),
                placement=placement, input_template=template, contract=contract, model=_MODEL,
                columns=("place", "place of birth"),
            )  # fmt: skip


def _expected(case: Case) -> object:
    exported, names = case.exported, _names(case.exported)
    if case.form == "dspy":
        prompt, contract = exported.prompt, exported.contract
        said = "\n".join(part for part in (prompt.text, contract.instruction if contract else "") if part)
        demos = [
            {names.get(name, name): value for name, value in {"input": one.input, **dict(one.variables)}.items()}
            | {"output": one.output}
            for one in prompt.demonstrations
        ]
        return {"instructions": said, "fields": list(names.values()), "demos": demos}
    return [[turn.role, turn.text] for turn in exported.ask(_ROW)]


def _names(exported: Exported) -> dict[str, str]:
    return names_in(conversation(exported)) or {"input": "input"}


def _made_by_the_library(form: str, cases: Sequence[Case]) -> list[object] | None:
    """What the format's own library makes of each; `None` if it cannot be asked here."""
    if form == "promptfoo":
        return _by_nunjucks(cases)
    python = os.environ.get(PYTHON) or ("" if getattr(sys, "frozen", False) else sys.executable)
    if form not in _LIBRARIES or not python:
        return None
    asked = [
        {"form": form, "content": case.content, "values": _values(case), "signature": _signature(case)}
        for case in cases
    ]
    said = _answer([python, "-I", str(_HERE / "check.py")], asked)
    if said is None or None in said:
        return None
    return [_turns(each) for each in said] if form == "jinja2" else said


def _turns(text: object) -> object:
    """The messages in a rendered Jinja2 template: the one that it is, or those that it lists."""
    if not isinstance(text, str):
        return text
    try:
        found = json.loads(text)
        return [[each["role"], each["content"]] for each in found]
    except (ValueError, TypeError, KeyError):
        return [["user", text]]


def _by_nunjucks(cases: Sequence[Case]) -> list[object] | None:
    folder, node = os.environ.get(NODE), shutil.which("node")
    if not folder or node is None:
        return None
    raw = [json.loads(yaml.safe_load(case.content)["prompts"][0]["raw"]) for case in cases]
    asked = [
        {"templates": [each["content"] for each in messages], "values": _values(case)}
        for case, messages in zip(cases, raw, strict=True)
    ]
    said = _answer([node, str(_HERE / "check.js"), folder], asked)
    if said is None:
        return None
    return [
        [[each["role"], text] for each, text in zip(messages, texts, strict=True)] if isinstance(texts, list) else texts
        for messages, texts in zip(raw, said, strict=True)
    ]


def _answer(command: Sequence[str], asked: Sequence[object]) -> list[object] | None:
    """What a child says, as JSON; `None` if it cannot be started or fails."""
    try:
        done = subprocess.run(  # noqa: S603 - our own scripts, by an interpreter that the person names
            command, input=json.dumps(asked), capture_output=True, text=True, timeout=_SECONDS, check=True
        )
        said = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return said if isinstance(said, list) else None


def _values(case: Case) -> dict[str, str]:
    values = values_of(_ROW)
    return {safe: values[name] for name, safe in _names(case.exported).items()}


def _signature(case: Case) -> str:
    if case.form != "dspy":
        return ""
    return str(json.loads(case.content)["metadata"]["whet"]["signature"])
