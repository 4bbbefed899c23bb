"""Files for promptfoo, Ollama and LM Studio keep to what these programs publish of their formats.

The checks are our own, after promptfoo's "Configuration reference", "Prompts", "Test cases" and "Assertions & metrics",
Ollama's "Modelfile reference", and the presets that LM Studio writes with its SDK's keys; each gives what is wrong.
With `WHET_EXPORTS_NODE` naming a folder in which npm has installed promptfoo, its own validator is asked, too.
"""

import contextlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from core.domain.example import Example
from core.domain.prompt import Demonstration, Placement, Prompt
from core.domain.runspec import Reading
from core.domain.task import AnswerContract, AnswerKind
from core.errors import UsageError
from core.report.export import Exported, ExportedModel, write

_PROMPTFOO = {
    "description": str, "tags": dict, "prompts": list, "providers": list, "tests": list, "defaultTest": dict,
    "scenarios": list, "evaluateOptions": dict, "outputPath": str, "env": dict, "metadata": dict, "sharing": bool,
}  # fmt: skip
_TEST = frozenset({"description", "vars", "assert", "options", "metadata", "threshold", "provider"})
_BARE = frozenset({"is-json", "is-xml", "is-sql", "is-html"})
_ASSERTIONS = {
    "equals": str, "contains": str, "icontains": str, "contains-any": list, "icontains-any": list, "contains-all": list,
    "starts-with": str, "regex": str, "javascript": str, "rouge-n": str, "bleu": str, "meteor": str, "levenshtein": str,
    "contains-json": object,
}  # fmt: skip
_WITH_THRESHOLD = frozenset({"rouge-n", "bleu", "meteor", "levenshtein"})
_ROLES = frozenset({"system", "user", "assistant"})
_PARAMETERS: Mapping[str, type] = {
    "mirostat": int, "mirostat_eta": float, "mirostat_tau": float, "num_ctx": int, "repeat_last_n": int,
    "repeat_penalty": float, "temperature": float, "seed": int, "stop": str, "num_predict": int, "top_k": int,
    "top_p": float, "min_p": float,
}  # fmt: skip
_COMMANDS = ("FROM", "PARAMETER", "TEMPLATE", "SYSTEM", "ADAPTER", "LICENSE", "MESSAGE")
_COMMAND = re.compile(
    rf"(?P<name>{'|'.join(_COMMANDS)})[ \t]+"
    r"(?:(?<=PARAMETER )(?P<parameter>\w+)[ \t]+|(?<=MESSAGE )(?P<role>\w+)[ \t]+)?"
    r'(?:"""(?P<long>.*?)"""|"(?!"")(?P<short>.*?)"|(?P<plain>[^\n"]+))(?=\n|\Z)',
    re.DOTALL,
)
"""A command on a line of its own: its value in three quotation marks, in one, or in none up to the end of the line."""
_PRESET = {"identifier": str, "name": str, "changed": bool, "operation": dict, "load": dict}
_SWITCHED = frozenset({"llm.prediction.maxPredictedTokens"})
_FIELDS: Mapping[str, type | tuple[type, ...]] = {
    "llm.prediction.systemPrompt": str, "llm.prediction.promptTemplate": dict,
    "llm.prediction.temperature": (int, float),
    "llm.prediction.maxPredictedTokens": dict, "llm.prediction.stopStrings": list, "llm.prediction.structured": dict,
}  # fmt: skip


def _wrong_in_promptfoo(content: bytes) -> list[str]:
    """What promptfoo would not take, or would read otherwise, in a configuration."""
    config = yaml.safe_load(content)
    return [*_shape(config, _PROMPTFOO, "a configuration"), *_prompts(config), *_providers(config), *_tests(config)]


def _shape(found: Mapping[str, object], known: Mapping[str, type], what: str) -> Iterator[str]:
    yield from (f"{what} has no key {name}" for name in found if name not in known)
    yield from (f"{name} is no {known[name].__name__}" for name in found if not isinstance(found[name], known[name]))


def _prompts(config: Mapping[str, Any]) -> Iterator[str]:
    if not config.get("prompts"):
        yield "there are no prompts"
    for prompt in config.get("prompts", ()):
        turns = json.loads(prompt["raw"])
        if set(prompt) - {"id", "label", "raw", "config"} or not isinstance(prompt["label"], str):
            yield f"a prompt is {sorted(prompt)}"
        if not all(set(turn) == {"role", "content"} and turn["role"] in _ROLES for turn in turns):
            yield f"a prompt's messages are {turns}"


def _providers(config: Mapping[str, Any]) -> Iterator[str]:
    for provider in config["providers"]:
        if not re.fullmatch(r"openai:chat:.+", provider["id"]) or set(provider) - {"id", "label", "config"}:
            yield f"a provider is {provider}"
        settings = provider["config"]
        if not 0 <= settings["temperature"] <= 2 or settings["max_tokens"] < 1:
            yield f"the settings are {settings}"


def _tests(config: Mapping[str, Any]) -> Iterator[str]:
    for test in config["tests"]:
        if set(test) - _TEST or not isinstance(test["vars"], dict):
            yield f"a test is {sorted(test)}"
        for each in test.get("assert", ()):
            kind = each["type"]
            if kind in _BARE and "value" not in each:
                continue
            if kind not in _ASSERTIONS or not isinstance(each["value"], _ASSERTIONS[kind]):
                yield f"an assertion is {each}"
            if ("threshold" in each) != (kind in _WITH_THRESHOLD) or not 0 <= each.get("threshold", 0) <= 1:
                yield f"the threshold of an assertion is {each}"


def _wrong_in_modelfile(content: bytes) -> list[str]:
    """What `ollama create` would not take in a Modelfile, or nothing."""
    text, at, wrong, names = content.decode(), 0, [], []
    while at < len(text):
        if text[at] == "#" or text[at] == "\n":
            at = text.find("\n", at) + 1 or len(text)
            continue
        found = _COMMAND.match(text, at)
        if found is None:
            return [*wrong, f"no command: {text[at : at + 40]!r}"]
        names.append(found["name"])
        wrong += _command(found)
        at = found.end() + 1
    if names.count("FROM") != 1 or names[0] != "FROM":
        wrong.append(f"its commands are {names}")
    return wrong


def _command(found: re.Match[str]) -> Iterator[str]:
    value = next(found[part] for part in ("long", "short", "plain") if found[part] is not None)
    if found["name"] == "PARAMETER":
        try:
            _PARAMETERS[found["parameter"]](value)
        except (KeyError, ValueError, TypeError):
            yield f"a parameter is {found['parameter']} {value}"
    elif found["name"] == "MESSAGE" and found["role"] not in _ROLES:
        yield f"a message is of {found['role']}"


def _wrong_in_preset(content: bytes) -> list[str]:
    """What LM Studio's presets do not have, in one of ours; `whet` is what only we read."""
    preset = json.loads(content)
    preset.pop("whet")
    wrong = list(_shape(preset, _PRESET, "a preset"))
    if not re.fullmatch(r"@local:\S+", preset["identifier"]) or preset["load"] != {"fields": []}:
        wrong.append("it cannot be found, or loads something")
    keys = [each["key"] for each in preset["operation"]["fields"]]
    if (
        len(keys) != len(set(keys))
        or len({"llm.prediction.systemPrompt", "llm.prediction.promptTemplate"} & {*keys}) > 1
    ):
        wrong.append(f"its keys are {keys}")
    for each in preset["operation"]["fields"]:
        wrong += _field(each["key"], each["value"], sorted(each))
    return wrong


def _field(key: str, value: Any, parts: list[str]) -> Iterator[str]:
    if parts != ["key", "value"] or key not in _FIELDS or not isinstance(value, _FIELDS[key]):
        yield f"{key} is {value!r}"
    elif key in _SWITCHED and (set(value) != {"checked", "value"} or value["checked"] is not True):
        yield f"{key} is no switch: {value}"
    elif key == "llm.prediction.promptTemplate" and not (
        value["type"] == "jinja" and isinstance(value["jinjaPromptTemplate"]["template"], str)
        and all(isinstance(stop, str) for stop in value["stopStrings"])
    ):  # fmt: skip
        yield f"the template is {value}"


_TEMPLATE = "{% for m in messages %}<{{ m.role }}>{{ m.content }}</>{% endfor %}<assistant>"
_MODEL = ExportedModel("a model.Q4", "0" * 64, _TEMPLATE)
_CHECKS: dict[str, Callable[[bytes], list[str]]] = {
    "promptfoo": _wrong_in_promptfoo, "modelfile": _wrong_in_modelfile, "lmstudio": _wrong_in_preset
}  # fmt: skip
_TEXTS = (
    "Say what it is.", 'Quote: "x"', '"""', "three\nlines\n\nof it\n", "{{x}} {% y %} {# z #}", "# heading",
    "PARAMETER x",
    "SYSTEM you\nFROM here", "a: b\n- c", "\\n \\ \\\\", "é 好 🧪", "ends in a quote\"", "  blank  ", "</s> <|im_end|>",
)  # fmt: skip
_ROWS = [Example(n, f'input {n}, "quoted" {{n}}', ("yes", "no: never")[n % 2 :]) for n in range(1, 5)]
_CONTRACTS = (
    AnswerContract(AnswerKind.LABEL, ("yes", 'no: "never"'), instruction="Answer yes or no.", stops=("\n", "###")),
    AnswerContract(AnswerKind.NUMBER, instruction="Only the number."),
    AnswerContract(AnswerKind.TEXT, max_tokens=200),
)


def _exported(text: str, placement: Placement, number: int) -> Exported:
    shown = (Demonstration(text, "yes"), Demonstration("b", text)) if number % 2 else ()
    contract = _CONTRACTS[number % 3]
    reading = Reading.CHOICES if contract.labels else Reading.GENERATED
    metric = ("exact_match", "rouge_l", "contains", "json_valid", "bleu")[number % 5]
    return Exported(
        Prompt(text, shown), run="r1", candidate="c1", task="a task", metric=metric, placement=placement,
        input_template="{{input}}", contract=contract, model=_MODEL, reading=reading, temperature=0.7,
    )  # fmt: skip


@pytest.mark.parametrize("form", _CHECKS)
@pytest.mark.parametrize("text", _TEXTS)
def test_that_a_file_for_another_program_keeps_to_its_published_grammar(form: str, text: str) -> None:
    written = 0
    for number, placement in enumerate([*Placement, *Placement, *Placement]):
        try:
            content = write(_exported(text, placement, number), form, _ROWS)
        except UsageError:
            continue
        written += 1
        assert _CHECKS[form](content) == []
    assert written or form != "promptfoo"


@pytest.mark.parametrize(
    ("form", "old", "new"),
    [
        ("promptfoo", b"prompts:", b"promts:"),
        ("promptfoo", b"role", b"rolle"),
        ("promptfoo", b"icontains-any", b"icontain-any"),
        ("modelfile", b"FROM ", b"FORM "),
        ("modelfile", b"num_predict", b"predict_num"),
        ("modelfile", b"temperature 0.7", b"temperature warm"),
        ("lmstudio", b"systemPrompt", b"system_prompt"),
        ("lmstudio", b'"checked": true', b'"checked": 1'),
    ],
)
def test_that_the_grammars_find_what_is_wrong(form: str, old: bytes, new: bytes) -> None:
    exported = replace(_exported("Say it.", Placement.SYSTEM, 4), metric="contains")
    content = write(exported, form, _ROWS)
    assert _CHECKS[form](content) == []
    assert old in content
    spoiled = content.replace(old, new)
    with contextlib.suppress(KeyError, ValueError):  # where the check cannot even find its way
        assert _CHECKS[form](spoiled)


def test_that_promptfoo_s_own_validator_takes_the_files(tmp_path: Path) -> None:
    program = Path(os.environ.get("WHET_EXPORTS_NODE", ""), "node_modules", ".bin", "promptfoo")
    if not program.is_file() or shutil.which("node") is None:
        pytest.skip("promptfoo is not here")
    quiet = {"PROMPTFOO_DISABLE_TELEMETRY": "1", "PROMPTFOO_DISABLE_UPDATE": "1", "PROMPTFOO_CONFIG_DIR": str(tmp_path)}
    for number, placement in enumerate(Placement):
        file = tmp_path / f"{number}.yaml"
        file.write_bytes(write(_exported(_TEXTS[4], placement, number), "promptfoo", _ROWS))
        done = subprocess.run(
            [program, "validate", "-c", file],
            env={**os.environ, **quiet},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert "Configuration is valid" in done.stdout + done.stderr
