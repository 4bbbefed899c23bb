"""Text, Markdown and JSON, from each of which the prompt can be read back byte for byte."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from core.domain.example import Example
from core.domain.prompt import Demonstration, ExampleLayout, Placement, Prompt, Turn
from core.domain.task import AnswerContract
from core.errors import UsageError
from core.report.export.exported import Exported
from core.said import Said

_Columns = tuple[tuple[str, str], ...]

_OPENING = re.compile(rb"^(`{3,})(prompt|input|columns|output|contract|asked)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Asked:
    """How a Markdown export says that the prompt is asked, for programs."""

    placement: Placement
    input_template: str
    max_tokens: int
    stops: tuple[str, ...]
    temperature: float
    layout: ExampleLayout = ExampleLayout.REPEATED


def write_text(exported: Exported) -> bytes:
    """The prompt's own text in UTF-8 and nothing else, without a newline added."""
    if exported.prompt.demonstrations:
        raise UsageError(
            Said(
                "This prompt has {demonstrations} worked examples, which plain text would lose.",
                demonstrations=len(exported.prompt.demonstrations),
            ),
            hint="Export it as markdown or json.",
        )
    return exported.prompt.text.encode()


def read_text(content: bytes) -> Prompt:
    """All of it."""
    return Prompt(content.decode())


def write_json(exported: Exported, rows: Sequence[Example] = ()) -> bytes:
    """Everything, by name, with the rows that were searched on, so that it can be read back as a task."""
    whole: dict[str, object] = msgspec.to_builtins(exported)
    if rows:
        whole["rows"] = [msgspec.to_builtins(row) for row in rows]
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def read_json(content: bytes) -> Prompt:
    """The prompt with its locked spans."""
    return msgspec.json.decode(content, type=Exported).prompt


def ask_json(content: bytes, example: Example) -> Sequence[Turn]:
    """The messages of a row."""
    return msgspec.json.decode(content, type=Exported).ask(example)


def write_markdown(exported: Exported) -> bytes:
    """A page to read, whose code blocks hold the prompt exactly."""
    lines = [f"# {_line(exported.task) or 'Prompt'}", "", *(f"- {line}" for line in _facts(exported)), ""]
    lines += _fenced("prompt", exported.prompt.text)
    for number, demonstration in enumerate(exported.prompt.demonstrations, 1):
        lines += ["", f"## Demonstration {number}", "", *_fenced("input", demonstration.input), ""]
        if demonstration.variables:
            lines += [*_fenced("columns", msgspec.json.encode(demonstration.variables).decode()), ""]
        lines += _fenced("output", demonstration.output)
    contract = exported.contract
    if contract and contract.instruction:
        lines += ["", "## Answer contract, appended by the product", "", *_fenced("contract", contract.instruction)]
    lines += ["", "## How it is asked", "", *_fenced("asked", msgspec.json.encode(_asked(exported)).decode())]
    return ("\n".join(lines) + "\n").encode()


def read_markdown(content: bytes) -> Prompt:
    """The prompt and its demonstrations. Raises `UsageError` if there is none in it."""
    blocks = list(_blocks(content))
    if not blocks or blocks[0][0] != "prompt":
        raise UsageError("There is no exported prompt in this Markdown.")
    asked = _read_asked(blocks)
    layout = asked.layout if asked is not None else ExampleLayout.REPEATED
    return Prompt(blocks[0][1], tuple(_demonstrations(blocks[1:]))).laid_out(layout)


def ask_markdown(content: bytes, example: Example) -> Sequence[Turn]:
    """The messages of a row."""
    blocks = list(_blocks(content))
    asked = _read_asked(blocks)
    if asked is None:
        raise UsageError("This Markdown does not say how its prompt is asked.")
    contract = AnswerContract(instruction=dict(reversed(blocks)).get("contract", ""))
    read = Exported(read_markdown(content), "", "", "", "", "", asked.placement, asked.input_template, contract)
    return read.ask(example)


def _asked(exported: Exported) -> _Asked:
    contract = exported.contract or AnswerContract()
    return _Asked(
        exported.placement or Placement.BEFORE_INPUT,
        exported.input_template or "{{input}}",
        contract.max_tokens,
        contract.stops,
        exported.temperature,
        exported.prompt.layout or ExampleLayout.REPEATED,
    )


def _read_asked(blocks: Sequence[tuple[str, str]]) -> _Asked | None:
    asked = dict(reversed(blocks)).get("asked")
    return None if asked is None else msgspec.json.decode(asked, type=_Asked)


def _facts(exported: Exported) -> list[str]:
    facts = [
        f"{score.split.value.capitalize()} score: {100 * score.value:.1f} % "
        f"(95 % interval {100 * score.low:.1f} … {100 * score.high:.1f} %, n = {score.n})"
        for score in exported.scores
    ]
    if exported.certificate:
        facts.append(f"Sealed test: {exported.certificate.sentence}")
    if exported.metric:
        facts.append(f"Metric: {_line(exported.metric)}")
    if exported.model:
        facts.append(f"Model: {_line(exported.model.name)} (SHA-256 {_line(exported.model.sha256)})")
    if exported.placement:
        facts.append(f"The prompt stands {exported.placement.phrase}")
    if exported.run:
        facts.append(f"Run {_line(exported.run)}, candidate {_line(exported.candidate)}, by {_line(exported.method)}")
    return facts


def _line(text: str) -> str:
    """A name on one line that no reader takes for a fence or for markup."""
    return re.sub(r"([\\`*_<>\[\]#])", r"\\\1", " ".join(text.split()))


def _fenced(kind: str, text: str) -> list[str]:
    """A code block whose fence is longer than any run of backticks inside."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}{kind}", text, fence]


def _blocks(content: bytes) -> Iterator[tuple[str, str]]:
    at = 0
    while opening := _OPENING.search(content, at):
        fence, kind = opening.group(1), opening.group(2).decode()
        end = content.find(b"\n" + fence + b"\n", opening.end())
        if end < 0:
            raise UsageError(Said("A code block of the kind “{kind}” has no end.", kind=kind))
        yield kind, content[opening.end() + 1 : end].decode()
        at = end + len(fence) + 1


def _demonstrations(blocks: Sequence[tuple[str, str]]) -> Iterator[Demonstration]:
    """Each from its input, the other columns if there are any, and its output."""
    given, columns = "", _Columns()
    for kind, text in blocks:
        if kind == "input":
            given, columns = text, ()
        elif kind == "columns":
            columns = msgspec.json.decode(text, type=_Columns)
        elif kind == "output":
            yield Demonstration(given, text, columns)
