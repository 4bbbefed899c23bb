"""A LangChain `ChatPromptTemplate` in LangChain's own serialized form, for `langchain_core.load.loads`.

Facts of the format: constructors by id under `"lc": 1`; f-string templates, in which `{name}` is a value and braces of
the text are doubled, as for Python's `str.format`.
"""

import string
from collections.abc import Sequence

import msgspec

from core.domain.example import Example
from core.domain.prompt import Turn
from core.report.export.conversation import ExportedMessage, conversation, names_in, safe_names, values_of
from core.report.export.exported import Exported

_CLASSES = {
    "system": "SystemMessagePromptTemplate",
    "user": "HumanMessagePromptTemplate",
    "assistant": "AIMessagePromptTemplate",
}


class _Template(msgspec.Struct):
    input_variables: list[str]
    template: str
    template_format: str = "f-string"


class _Constructed(msgspec.Struct):
    id: list[str]
    kwargs: msgspec.Raw
    lc: int = 1
    type: str = "constructor"


class _Spoken(msgspec.Struct):
    prompt: _Constructed


class _Chat(msgspec.Struct):
    input_variables: list[str]
    messages: list[_Constructed]
    metadata: dict[str, list[str]] = {}


def write_langchain(exported: Exported) -> bytes:
    """The template. Model and sampling have no place in it: the program that uses it sets them."""
    messages = conversation(exported)
    names = names_in(messages)
    chat = _Chat(list(names.values()), [_spoken(each, names) for each in messages], {"columns": list(names)})
    whole = _constructed(["langchain", "prompts", "chat", "ChatPromptTemplate"], chat)
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def ask_langchain(content: bytes, example: Example) -> Sequence[Turn]:
    """The messages of a row, by `str.format`, as LangChain makes them."""
    chat = msgspec.json.decode(msgspec.json.decode(content, type=_Constructed).kwargs, type=_Chat)
    names = safe_names(chat.metadata.get("columns", []))
    values = {names[name]: value for name, value in values_of(example).items() if name in names}
    roles = {made: role for role, made in _CLASSES.items()}
    return [Turn(roles[each.id[-1]], string.Formatter().vformat(_text(each), (), values)) for each in chat.messages]


def _spoken(message: ExportedMessage, names: dict[str, str]) -> _Constructed:
    text = message.written(lambda text: text.replace("{", "{{").replace("}", "}}"), lambda name: f"{{{names[name]}}}")
    template = _Template([names[name] for name in message.variables], text)
    prompt = _constructed(["langchain", "prompts", "prompt", "PromptTemplate"], template)
    return _constructed(["langchain", "prompts", "chat", _CLASSES[message.role]], _Spoken(prompt))


def _constructed(names: list[str], value: msgspec.Struct) -> _Constructed:
    return _Constructed(names, msgspec.Raw(msgspec.json.encode(value)))


def _text(message: _Constructed) -> str:
    spoken = msgspec.json.decode(message.kwargs, type=_Spoken)
    return msgspec.json.decode(spoken.prompt.kwargs, type=_Template).template
