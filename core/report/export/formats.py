"""The formats that a prompt can be taken away in, the plainest first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.domain.example import Example
from core.domain.prompt import Prompt, Turn
from core.errors import UsageError
from core.report.export import dspy, jinja, langchain, lmstudio, ollama, plain, promptfoo
from core.report.export.exported import Exported
from core.said import Said

Rows = Sequence[Example]


class Holds(StrEnum):
    """What a file holds byte for byte: the whole messages of a row, or the prompt's own text only."""

    MESSAGES = "messages"
    TEXT = "text"


def _anything(example: Example) -> bool:
    del example
    return True


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how people call it, what its files are called, and what it is for.

    `write` gets rows that may stand in the file as tests. `ask` makes a row's messages from a file by the format's own
    rules, and `read` the prompt itself, where the format holds it as such. `takes` says whether the format can be given
    a row at all. `templated`: a file has fixed messages with places for values. `biased`: it can hold label bias.
    """

    name: str
    label: str
    file: str
    about: str
    write: Callable[[Exported, Rows], bytes]
    ask: Callable[[bytes, Example], Sequence[Turn]] | None = None
    read: Callable[[bytes], Prompt] | None = None
    takes: Callable[[Example], bool] = _anything
    templated: bool = True
    biased: bool = False

    @property
    def holds(self) -> Holds:
        """What its files hold byte for byte."""
        return Holds.MESSAGES if self.ask is not None else Holds.TEXT


def _rowless(write: Callable[[Exported], bytes]) -> Callable[[Exported, Rows], bytes]:
    return lambda exported, _: write(exported)


_ALL = (
    Format(
        "text",
        label="Text",
        file="prompt.txt",
        about="The prompt's own text and nothing else, to paste anywhere.",
        write=_rowless(plain.write_text),
        read=plain.read_text,
    ),
    Format(
        "markdown",
        label="Markdown",
        file="prompt.md",
        about="A page to read: the prompt in code blocks, its scores, its model, and how it is asked.",
        write=_rowless(plain.write_markdown),
        ask=plain.ask_markdown,
        read=plain.read_markdown,
        templated=False,
    ),
    Format(
        "json",
        label="JSON",
        file="prompt.json",
        about="Everything by name, with the rows, for programs of your own, or to be read back as a task.",
        write=plain.write_json,
        ask=plain.ask_json,
        read=plain.read_json,
        templated=False,
        biased=True,
    ),
    Format(
        "jinja2",
        label="Jinja2",
        file="prompt.j2",
        about="A template of the message that is sent, or of a JSON list of messages.",
        write=_rowless(jinja.write_jinja),
        ask=jinja.ask_jinja,
    ),
    Format(
        "promptfoo",
        label="promptfoo",
        file="promptfooconfig.yaml",
        about="A configuration with a local server and a few train or validation rows as tests.",
        write=promptfoo.write_promptfoo,
        ask=promptfoo.ask_promptfoo,
        takes=promptfoo.takes,
        biased=True,
    ),
    Format(
        "langchain",
        label="LangChain",
        file="prompt.langchain.json",
        about='A ChatPromptTemplate, for langchain_core.load.loads(text, allowed_objects="core").',
        write=_rowless(langchain.write_langchain),
        ask=langchain.ask_langchain,
    ),
    Format(
        "dspy",
        label="DSPy",
        file="prompt.dspy.json",
        about="For dspy.Predict, which writes messages of its own around the text and the answer contract.",
        write=_rowless(dspy.write_dspy),
        read=dspy.read_dspy,
    ),
    Format(
        "modelfile",
        label="Ollama Modelfile",
        file="Modelfile",
        about="The model with this prompt built in, for ollama create.",
        write=_rowless(ollama.write_modelfile),
        ask=ollama.ask_modelfile,
    ),
    Format(
        "lmstudio",
        label="LM Studio preset",
        file="prompt.preset.json",
        about="A preset with the prompt, sampling and stop strings.",
        write=_rowless(lmstudio.write_preset),
        ask=lmstudio.ask_preset,
    ),
)

FORMATS = tuple(form.name for form in _ALL)
"""What `export` can write."""

_BY_NAME = {form.name: form for form in _ALL}


def form_of(name: str) -> Format:
    """A format by its name. Raises `UsageError` for another one."""
    if name not in _BY_NAME:
        raise UsageError(
            Said("A prompt cannot be exported as “{name}”.", name=name),
            hint=Said("There is {formats}.", formats=", ".join(FORMATS)),
        )
    return _BY_NAME[name]
