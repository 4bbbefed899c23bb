"""An LM Studio preset, to be imported or put into its folder of presets.

A prompt that is a lone system message becomes the preset's system prompt. Any other one becomes part of the preset's
prompt template, in Jinja: the messages that were scored, then the model's own chat template as it stands in its file.

Facts of the format (files that LM Studio writes, and the keys of its SDK): `operation.fields` is a list of keys and
values; numbers that can be switched off are `{"checked": …, "value": …}`; labels become a JSON schema.
"""

from collections.abc import Callable, Sequence

import msgspec

from core.domain.example import Example
from core.domain.prompt import Turn
from core.domain.runspec import Reading
from core.domain.task import AnswerContract
from core.report.export.chat import bare, compiled, template_of, typed, written
from core.report.export.conversation import ExportedMessage, conversation, values_of
from core.report.export.exported import Exported
from core.report.export.jinja import string

_PROGRAM = "An LM Studio preset"
_SYSTEM, _TEMPLATE, _COLUMN = "llm.prediction.systemPrompt", "llm.prediction.promptTemplate", "whet.column"


class _Switched(msgspec.Struct):
    checked: bool
    value: float | int


class _Jinja(msgspec.Struct):
    template: str


class _PromptTemplate(msgspec.Struct):
    jinjaPromptTemplate: _Jinja  # noqa: N815 - the format's own name
    stopStrings: list[str]  # noqa: N815
    type: str = "jinja"


class _Field(msgspec.Struct):
    key: str
    value: msgspec.Raw


class _Fields(msgspec.Struct):
    fields: list[_Field]


class _Preset(msgspec.Struct):
    identifier: str
    name: str
    changed: bool
    operation: _Fields
    load: _Fields
    whet: dict[str, str]


def write_preset(exported: Exported) -> bytes:
    """The preset."""
    messages = conversation(exported)
    column = typed(messages, _PROGRAM)
    name = f"{exported.task or 'prompt'} {exported.candidate}".strip()
    about = {"column": column, "run": exported.run}
    if exported.model:
        about |= {"model": exported.model.name, "sha256": exported.model.sha256}
    identifier = "@local:" + "-".join(name.lower().split())
    operation = _Fields([*_prompt(exported, messages), *_sampling(exported)])
    preset = _Preset(identifier, name, changed=False, operation=operation, load=_Fields([]), whet=about)
    return msgspec.json.format(msgspec.json.encode(preset), indent=2) + b"\n"


def ask_preset(content: bytes, example: Example) -> Sequence[Turn]:
    """The messages of a row; of a prompt template its one text, under no role."""
    preset = msgspec.json.decode(content, type=_Preset)
    fields = {field.key: field.value for field in preset.operation.fields}
    given = Turn("user", values_of(example)[preset.whet["column"]])
    if _TEMPLATE in fields:
        template = msgspec.json.decode(fields[_TEMPLATE], type=_PromptTemplate)
        return (Turn("", written(template.jinjaPromptTemplate.template, [given])),)
    system = [Turn("system", msgspec.json.decode(fields[_SYSTEM], type=str))] if _SYSTEM in fields else []
    return [*system, given]


def _prompt(exported: Exported, messages: Sequence[ExportedMessage]) -> list[_Field]:
    fixed = messages[:-1]
    if bare(messages) and all(message.role == "system" for message in fixed):
        return [_field(_SYSTEM, message.written(str, str)) for message in fixed]
    template = _around(template_of(exported, _PROGRAM), messages)
    return [_field(_TEMPLATE, _PromptTemplate(_Jinja(template), list((exported.contract or AnswerContract()).stops)))]


def _around(template: str, messages: Sequence[ExportedMessage]) -> str:
    """The model's template below a line that puts what a person typed last into the messages that were scored."""
    fold = compiled(template).system_role
    listed = ", ".join(f'{{"role": "{turn.role}", "content": {turn.text}}}' for turn in _turns(messages, fold=fold))
    return f"{{%- set typed = messages[-1].content -%}}{{%- set messages = [{listed}] -%}}{template}"


def _turns(messages: Sequence[ExportedMessage], *, fold: bool) -> list[Turn]:
    """Their contents as expressions; without a system role its text begins the first question, as when scored."""
    expression: Callable[[ExportedMessage], str] = lambda message: (  # noqa: E731
        "(" + " ~ ".join("typed" if piece.variable else string(piece.text) for piece in message.pieces) + ")"
        if message.pieces
        else '""'
    )
    turns = [Turn(message.role, expression(message)) for message in messages]
    if fold or turns[0].role != "system":
        return turns
    return [Turn("user", f'({turns[0].text} ~ "\\n\\n" ~ {turns[1].text})'), *turns[2:]]


def _sampling(exported: Exported) -> list[_Field]:
    contract = exported.contract or AnswerContract()
    fields = [
        _field("llm.prediction.temperature", exported.temperature),
        _field("llm.prediction.maxPredictedTokens", _Switched(checked=True, value=contract.max_tokens)),
        _field("llm.prediction.stopStrings", list(contract.stops)),
    ]
    if exported.reading is Reading.CHOICES and contract.labels:
        schema = {"type": "string", "enum": list(contract.labels)}
        fields.append(_field("llm.prediction.structured", {"type": "json", "jsonSchema": schema}))
    return fields


def _field(key: str, value: object) -> _Field:
    return _Field(key, msgspec.Raw(msgspec.json.encode(value)))
