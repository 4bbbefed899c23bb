"""A promptfoo configuration: the prompt, a local server, and a few train and validation rows with what they must give.

Facts of the format (promptfoo's documentation: "Prompts", "Reference", "Assertions", "OpenAI provider"): a prompt that
is JSON is read as chat messages, each string of which is a Nunjucks template; of a value one line break at the end is
dropped, a value that begins with `file://` is read from that file, and names in a value's own tags are filled in.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import msgspec

from core.domain.example import Example
from core.domain.prompt import Turn
from core.domain.runspec import Reading
from core.domain.task import AnswerContract, AnswerKind
from core.domain.thinking import SwitchValue
from core.report.export import nunjucks
from core.report.export.bias import need_logit_bias
from core.report.export.chat import compiled
from core.report.export.conversation import conversation, names_in, safe_names, values_of
from core.report.export.exported import Exported

TESTS = 8
"""Rows that become tests."""

SERVER = "http://127.0.0.1:8080/v1"
"""Where llama.cpp's server listens unless told otherwise."""

_OVERLAP = {
    "rouge_1": ("rouge-n", 0.5),
    "rouge_2": ("rouge-n", 0.5),
    "rouge_l": ("rouge-n", 0.5),
    "bleu": ("bleu", 0.3),
    "meteor": ("meteor", 0.5),
}


class _Chat(msgspec.Struct):
    role: str
    content: str


class _Prompt(msgspec.Struct):
    raw: str


class _File(msgspec.Struct):
    prompts: tuple[_Prompt, ...]
    metadata: dict[str, str]


class _Block(str):
    """Text that is written over several lines."""

    __slots__ = ()


def write_promptfoo(exported: Exported, rows: Sequence[Example]) -> bytes:
    """The configuration, for `promptfoo eval -c FILE`."""
    messages = conversation(exported)
    names = names_in(messages)
    raw = [
        {"role": each.role, "content": each.written(nunjucks.literal, lambda name: nunjucks.tag(names[name]))}
        for each in messages
    ]
    label = f"{exported.run} {exported.candidate}".strip() or "prompt"
    config: dict[str, object] = {
        "description": _description(exported),
        "prompts": [{"id": label, "label": label, "raw": _as_block(raw)}],
        "providers": [_provider(exported)],
        "tests": [_test(exported, row, names) for row in _tested(rows, names)],
        "metadata": {"columns": json.dumps(list(names))},
    }
    return _as_yaml(config)


def ask_promptfoo(content: bytes, example: Example) -> Sequence[Turn]:
    """The messages of a row, as promptfoo makes them."""
    file = _file(content)
    names = safe_names(msgspec.json.decode(file.metadata["columns"], type=list[str]))
    values = {names[name]: _value(value) for name, value in values_of(example).items() if name in names}
    chat = msgspec.json.decode(file.prompts[0].raw, type=tuple[_Chat, ...])
    return [Turn(each.role, nunjucks.rendered(each.content, values)) for each in chat]


def _as_yaml(config: dict[str, object]) -> bytes:
    import yaml  # not before a file is written: the window starts sooner

    class Dumper(yaml.SafeDumper):
        pass

    Dumper.add_representer(
        _Block, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="|")
    )
    return yaml.dump(config, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=10**9).encode()


@lru_cache(maxsize=2)
def _file(content: bytes) -> _File:
    import yaml

    return msgspec.convert(yaml.safe_load(content), _File)


def takes(example: Example) -> bool:
    """Whether promptfoo leaves a row's values as they are."""
    return all(_survives(value) for value in values_of(example).values())


def _survives(value: str) -> bool:
    return not (value.endswith("\n") or value.startswith(("file://", "package:")) or nunjucks.MARKS.search(value))


def _plain(text: str) -> bool:
    """Whether a setting is left as it is: settings are templates, too."""
    return nunjucks.MARKS.search(text) is None


def _value(value: str) -> str:
    return value.removesuffix("\n")


def _as_block(messages: Sequence[Mapping[str, str]]) -> str:
    text = json.dumps(messages, ensure_ascii=False, indent=2)
    return _Block(text if text.replace("\n", "").isprintable() else json.dumps(messages, indent=2))


def _description(exported: Exported) -> str:
    model = exported.model
    parts = [f"{exported.task or 'Prompt'}, exported by Whet from run {exported.run or '–'}"]
    if model is not None:
        parts.append(f"scored with {model.name}, SHA-256 {model.sha256}")
    return "; ".join(parts)


def _provider(exported: Exported) -> dict[str, object]:
    """llama.cpp's server, or any other with OpenAI's interface."""
    contract = exported.contract or AnswerContract()
    config: dict[str, object] = {
        "apiBaseUrl": SERVER,
        "apiKey": "none",
        "temperature": exported.temperature,
        "max_tokens": contract.max_tokens,
    }
    if contract.stops and all(map(_plain, contract.stops)):
        config["stop"] = list(contract.stops)
    passed: dict[str, object] = {}
    switches = _switched_off(exported, contract)
    if switches:
        passed["chat_template_kwargs"] = switches
    if exported.with_bias is not None:
        config.pop("stop", None)
        config |= {"temperature": exported.with_bias.temperature, "max_tokens": exported.with_bias.max_tokens}
        passed["logit_bias"] = need_logit_bias(exported.with_bias)
    elif exported.reading is Reading.CHOICES and contract.labels and all(map(_survives, contract.labels)):
        passed["grammar"] = grammar_of(contract.labels)
    if passed:
        config["passthrough"] = passed
    name = exported.model.name if exported.model else "local"
    return {"id": f"openai:chat:{name}", "label": name, "config": config}


def _switched_off(exported: Exported, contract: AnswerContract) -> dict[str, SwitchValue]:
    """What keeps the model from thinking, as it was kept from it when the prompt was scored: the server hands it to the
    model's template."""
    template = exported.model.chat_template if exported.model else ""
    return compiled(template).switched_off() if template and not contract.thought_tokens else {}


def grammar_of(labels: Iterable[str]) -> str:
    """The grammar (GBNF) of replies that are one of these labels."""
    return "root ::= " + " | ".join(json.dumps(label) for label in labels)


def _tested(rows: Sequence[Example], names: Mapping[str, str]) -> list[Example]:
    usable = [row for row in rows if takes(row) and all(name in values_of(row) for name in names)]
    return usable[:TESTS]


def _test(exported: Exported, row: Example, names: Mapping[str, str]) -> dict[str, object]:
    values = values_of(row)
    test: dict[str, object] = {
        "description": f"row {row.row}",
        "vars": {names[name]: values[name] for name in names},
    }
    assertion = _assertion(exported, row)
    if assertion is not None:
        test["assert"] = [assertion]
    return test


def _assertion(exported: Exported, row: Example) -> dict[str, object] | None:
    """The nearest that promptfoo has to the task's metric; it reads whole replies where Whet reads answers in them."""
    metric, contract = exported.metric, exported.contract or AnswerContract()
    safe = [answer for answer in row.answers if _survives(answer)]
    if not safe or len(safe) < len(row.answers):
        return None
    if metric in _OVERLAP:
        kind, threshold = _OVERLAP[metric]
        return {"type": kind, "value": safe[0], "threshold": threshold}
    if metric == "json_valid":
        return {"type": "is-json"}
    if metric in {"contains", "token_f1"} or contract.kind is AnswerKind.NUMBER:
        return {"type": "icontains-any", "value": safe}
    if metric in {"exact_match", "macro_f1"}:
        return {"type": "javascript", "value": _equal_to_any(safe)}
    return None


def _equal_to_any(answers: Sequence[str]) -> str:
    """JavaScript that compares without regard to case and to blank space around."""
    wanted = json.dumps([answer.strip().lower() for answer in answers])
    return f"{wanted}.includes(String(output).trim().toLowerCase())"
