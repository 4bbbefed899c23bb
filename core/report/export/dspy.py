"""The state of a DSPy `Predict` module, for `module.load(FILE)`.

Facts of the format (DSPy's documentation, "Saving and loading"): one JSON object with `signature` (instructions, and of
each field its prefix and description), `demos`, `traces`, `train`, `lm` and `metadata`; the fields are given to those
of the module's signature in order. DSPy's adapters write messages of their own around the instructions and fill no
values into them, so the instructions are the prompt's text and the answer contract, each value of a row is a field, and
the messages are not those that were scored. A prompt with placeholders in its text is refused, and one whose blank
space DSPy would tidy (it does what `inspect.cleandoc` does).
"""

import inspect
from collections.abc import Mapping

import msgspec

from core.domain.prompt import Demonstration, Prompt
from core.errors import UsageError
from core.report.export.conversation import INPUT, conversation, names_in
from core.report.export.exported import Exported
from core.said import Said

_OUTPUT = "output"


class _Field(msgspec.Struct):
    prefix: str
    description: str


class _Signature(msgspec.Struct):
    instructions: str
    fields: list[_Field]


class _Whet(msgspec.Struct, frozen=True):
    """What DSPy has no place for: the signature that the module needs, the contract, and the columns of the fields."""

    signature: str = ""
    contract: str = ""
    columns: dict[str, str] = {}


class _Metadata(msgspec.Struct):
    whet: _Whet = _Whet()
    dependency_versions: dict[str, str] = {}


class _State(msgspec.Struct):
    signature: _Signature
    demos: list[dict[str, str]]
    metadata: _Metadata
    traces: list[str] = []
    train: list[str] = []
    lm: None = None


def write_dspy(exported: Exported) -> bytes:
    """The state of a `dspy.Predict` with the signature that its metadata name. Raises `UsageError` for placeholders in
    the prompt's text, into which DSPy would put nothing."""
    prompt = exported.prompt
    inside = sorted(prompt.placeholders & {INPUT, *exported.columns})
    if inside:
        places = ", ".join(f"{{{{{name}}}}}" for name in inside)
        raise _refusal(f"it fills no values into instructions, and this text has {places}")
    names = names_in(conversation(exported)) or {INPUT: INPUT}
    if _OUTPUT in {*names.values(), *(name for one in prompt.demonstrations for name, _ in one.variables)}:
        raise _refusal("a column is called “output”, as its answers are")
    contract = exported.contract.instruction if exported.contract else ""
    instructions = "\n".join(part for part in (prompt.text, contract) if part)
    if instructions != inspect.cleandoc(instructions) or not instructions:
        raise _refusal("it makes instructions tidy: blank space at their ends, tabs and common margins are lost")
    fields = [*(_Field(f"{_title(name)}:", f"${{{name}}}") for name in names.values()), _Field("Output:", "${output}")]
    state = _State(
        _Signature(instructions, fields),
        [_demo(one, names) for one in prompt.demonstrations],
        _Metadata(
            _Whet(f"{', '.join(names.values())} -> {_OUTPUT}", contract, {safe: own for own, safe in names.items()})
        ),
    )
    return msgspec.json.format(msgspec.json.encode(state), indent=2) + b"\n"


def read_dspy(content: bytes) -> Prompt:
    """The prompt's text and its worked examples."""
    state = msgspec.json.decode(content, type=_State)
    whet, text = state.metadata.whet, state.signature.instructions
    text = text.removesuffix(whet.contract) if whet.contract else text
    if whet.contract and text:
        text = text.removesuffix("\n")
    return Prompt(text, tuple(_demonstration(demo, whet.columns) for demo in state.demos))


def _demo(one: Demonstration, names: Mapping[str, str]) -> dict[str, str]:
    """A worked example by the names of the fields; columns that no message takes keep their own."""
    values = {INPUT: one.input, **dict(one.variables)}
    return {**{names.get(name, name): value for name, value in values.items()}, _OUTPUT: one.output}


def _demonstration(demo: Mapping[str, str], columns: Mapping[str, str]) -> Demonstration:
    values = [(columns.get(name, name), value) for name, value in demo.items() if name != _OUTPUT]
    others = tuple((name, value) for name, value in values if name != INPUT)
    return Demonstration(dict(values)[INPUT], demo[_OUTPUT], others)


def _refusal(why: str) -> UsageError:
    return UsageError(
        Said("DSPy cannot hold this prompt exactly: {why}.", why=why),
        kept="Nothing was written.",
        hint="Export it as json or jinja2.",
    )


def _title(name: str) -> str:
    """As DSPy makes a field's prefix of its name."""
    return name.replace("_", " ").title()
