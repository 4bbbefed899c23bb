"""The state of a DSPy `Predict` module, for `module.load(FILE)`.

Facts of the format (DSPy's documentation, "Saving and loading"): one JSON object with `signature` (instructions, and of
each field its prefix and description), `demos`, `traces`, `train`, `lm` and `metadata`. DSPy's adapters write messages
of their own around the instructions, so the prompt's text is exactly this one, and the messages are not those that were
scored.
"""

from collections.abc import Mapping

import msgspec

from core.domain.prompt import Demonstration, Prompt
from core.report.export.conversation import INPUT
from core.report.export.exported import Exported

_OUTPUT = "output"


class _Field(msgspec.Struct):
    prefix: str
    description: str


class _Signature(msgspec.Struct):
    instructions: str
    fields: list[_Field]


class _State(msgspec.Struct):
    signature: _Signature
    demos: list[dict[str, str]]
    traces: list[str] = []
    train: list[str] = []
    lm: None = None
    metadata: dict[str, dict[str, str]] = {}


def write_dspy(exported: Exported) -> bytes:
    """The state of `dspy.Predict("input -> output")`."""
    prompt = exported.prompt
    fields = [_Field("Input:", f"${{{INPUT}}}"), _Field("Output:", f"${{{_OUTPUT}}}")]
    demos = [{INPUT: one.input, _OUTPUT: one.output, **dict(one.variables)} for one in prompt.demonstrations]
    state = _State(_Signature(prompt.text, fields), demos, metadata={"dependency_versions": {}})
    return msgspec.json.format(msgspec.json.encode(state), indent=2) + b"\n"


def read_dspy(content: bytes) -> Prompt:
    """The prompt's text and its worked examples."""
    state = msgspec.json.decode(content, type=_State)
    return Prompt(state.signature.instructions, tuple(_demonstration(demo) for demo in state.demos))


def _demonstration(demo: Mapping[str, str]) -> Demonstration:
    others = tuple((name, value) for name, value in demo.items() if name not in {INPUT, _OUTPUT})
    return Demonstration(demo[INPUT], demo[_OUTPUT], others)
