"""A file for another program gives, by that program's rules, the messages that were scored; or it is refused."""

import json
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.domain.example import Example
from core.domain.prompt import Demonstration, Placement, Prompt, Turn
from core.domain.runspec import Reading
from core.domain.task import AnswerContract, AnswerKind
from core.errors import UsageError
from core.llm.gguf import read_header
from core.paths import bundled_model
from core.report.export import FORMATS, Exported, ExportedModel, Holds, form_of, take, write
from core.report.export.ollama import parse

_CHATML = (
    "{%- for m in messages %}{{- '<|im_start|>' + m.role + '\n' + m.content + '<|im_end|>\n' }}{%- endfor %}"
    "{%- if add_generation_prompt %}{{- '<|im_start|>assistant\n' }}{%- endif %}"
)
_NO_SYSTEM = (
    "{{ bos_token }}{% for m in messages %}{% if m.role == 'system' %}{{ raise_exception('no system') }}{% endif %}"
    "{{ '<start>' + m.role + '\n' + m.content | trim + '<end>\n' }}{% endfor %}<start>model\n"
)
_MODEL = ExportedModel("small model", "c" * 64, _CHATML)
_ANY = tuple(form for form in FORMATS if form_of(form).holds is Holds.MESSAGES)
_HOLD_ALL = ("markdown", "json", "jinja2", "langchain")
"""Formats that hold whatever a prompt may be."""

_PIECES = (
    "{", "}", "{{", "}}", "{{{", "{{ input }}", "{{input}}", "{{place}}", "{{a-b}}", "{%", "%}", "{#", "#}", "{{-",
    "{% raw %}", '"', "'", '"""', "\'\'\'", "\\", "\\n", " ", "  ", "\t", "\n", "\r\n", "\r", "\x00", "\x1b", "\u2028",
    "\ufeff", "🧪", "👩\u200d👧", "שלום", "\u202e", "w" * 10_000, "---", "- a: b", "# h", "<|im_end|>", "assistant: ",
    ": ", "\ue000", "\ue0001\ue002", "\n\nSYSTEM x", "é",
)  # fmt: skip
_texts = st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=8).map("".join))
_words = st.text(st.characters(categories=("L", "N", "P", "S"), max_codepoint=0x2FFF), max_size=30)
_demonstrations = st.lists(st.builds(Demonstration, _texts, _texts), max_size=2).map(tuple)
_rows = st.builds(
    lambda given, place, other: Example(3, given or "x", ("a",), (("place", place), ("a-b", other))),
    _texts,
    _texts,
    _texts,
)
_hurried = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def _exported(text: str, *, placement: Placement = Placement.BEFORE_INPUT, **others: Any) -> Exported:
    given: dict[str, Any] = {"input_template": "{{input}}", "contract": AnswerContract(), "model": _MODEL}
    return Exported(others.pop("prompt", Prompt(text)), placement=placement, **(given | others))


@_hurried
@given(
    _texts,
    _demonstrations,
    st.sampled_from(Placement),
    st.sampled_from(("{{input}}", "Input: {{input}}\nOutput:", "{{place}} {{ input }} {{a-b}}{")),
    _texts,
    _rows,
)
@pytest.mark.parametrize("form", _HOLD_ALL)
def test_that_any_prompt_gives_the_scored_messages_back(
    form: str,
    text: str,
    demonstrations: tuple[Demonstration, ...],
    placement: Placement,
    template: str,
    contract: str,
    row: Example,
) -> None:
    exported = _exported(
        text,
        prompt=Prompt(text, demonstrations),
        placement=placement,
        input_template=template,
        contract=AnswerContract(instruction=contract),
        columns=("place", "a-b"),
    )
    taken = take(exported, form, [row])
    assert taken.rows + taken.uneven == 1
    ask = taken.form.ask
    assert ask is not None
    assert tuple(ask(taken.content, row)) == exported.ask(row) or (taken.uneven and "" in dict(row.variables).values())


@_hurried
@given(_texts, _demonstrations, st.sampled_from(Placement), _rows)
@pytest.mark.parametrize("form", [form for form in _ANY if form not in _HOLD_ALL])
def test_that_a_prompt_that_a_format_cannot_hold_is_refused_with_another_format_named(
    form: str, text: str, demonstrations: tuple[Demonstration, ...], placement: Placement, row: Example
) -> None:
    exported = _exported(text, prompt=Prompt(text, demonstrations), placement=placement, columns=("place", "a-b"))
    refusal: UsageError | None = None
    try:
        taken = take(exported, form, [row])
    except UsageError as error:
        refusal = error
    if refusal is not None:
        assert "cannot hold this prompt exactly" in refusal.message or "types one text" in refusal.message
        assert "json" in refusal.hint or "jinja2" in refusal.hint
        return
    ask = taken.form.ask
    assert ask is not None
    if not taken.form.takes(row) or taken.uneven:
        return
    messages = tuple(ask(taken.content, row))
    assert messages == exported.ask(row) or messages[0].role == ""


@_hurried
@given(_words, _words, st.sampled_from(Placement), st.sampled_from((_CHATML, _NO_SYSTEM)))
@pytest.mark.parametrize("form", ["modelfile", "lmstudio"])
def test_that_a_prompt_of_plain_words_fits_into_a_local_program_wherever_it_stands(
    form: str, text: str, given_: str, placement: Placement, template: str
) -> None:
    exported = _exported(
        f"Do {text} it.", placement=placement, input_template="Input: {{input}}\nOutput:",
        model=ExportedModel("m", "0", template),
    )  # fmt: skip
    row = Example(1, f"<{given_}>", ("a",))
    assert take(exported, form, [row]).rows == 1


def test_that_a_modelfile_of_a_system_message_says_all_of_it() -> None:
    prompt = Prompt('Say\nwhat """ it is. ', (Demonstration("dog", "animal"),))
    contract = AnswerContract(max_tokens=12, stops=("\n", "User:"))
    exported = _exported("", prompt=prompt, placement=Placement.SYSTEM, contract=contract)
    content = take(exported, "modelfile", [Example(1, "cat", ("animal",))]).content
    assert list(parse(content.decode())) == [
        ("from", "./small model.gguf"),
        ("temperature", "0"),
        ("num_predict", "12"),
        ("stop", "\n"),
        ("stop", "User:"),
        ("system", prompt.text),
        ("message", "user: dog"),
        ("message", "assistant: animal"),
    ]


def test_that_a_modelfile_names_the_characters_that_ollama_would_drop() -> None:
    with pytest.raises(UsageError, match=r"drops characters that cannot be printed \(U\+200D\)") as refused:
        take(_exported("A family: 👩\u200d👧", placement=Placement.SYSTEM), "modelfile")
    assert refused.value.kept == "Nothing was written."
    assert "json" in refused.value.hint


def test_that_a_modelfile_never_ends_a_prompt_early() -> None:
    text = 'Use """\nas quotes.'
    with pytest.raises(UsageError, match="three quotation marks"):
        take(_exported(f'"{text}\n"', placement=Placement.SYSTEM), "modelfile")
    with pytest.raises(ValueError, match="no end"):
        list(parse('FROM x\nSYSTEM """never'))


@pytest.mark.parametrize("form", ["modelfile", "lmstudio"])
def test_that_a_local_program_needs_the_chat_template_of_a_prompt_beside_the_input(form: str) -> None:
    with pytest.raises(UsageError, match="chat template of its model is not at hand"):
        take(_exported("Do it.", model=ExportedModel("m", "0")), form)
    with pytest.raises(UsageError, match="takes input, place from a row"):
        take(_exported("In {{place}}.", columns=("place",)), form)


def test_that_the_bundled_models_own_template_carries_a_prompt_into_ollama_and_lm_studio() -> None:
    path = bundled_model()
    assert path is not None
    template = read_header(path).chat_template
    exported = _exported(
        "Read this.", input_template="Input: {{input}}\nOutput:", model=ExportedModel("d", "0", template)
    )
    rows = [Example(number, f"row {number}", ("a",)) for number in range(1, 9)]
    for form in ("modelfile", "lmstudio"):
        assert take(exported, form, rows).rows == 8


def test_that_an_lm_studio_preset_has_sampling_stops_and_labels() -> None:
    contract = AnswerContract(AnswerKind.LABEL, ("yes", "no"), "", 4, ("\n",))
    exported = _exported("Judge.", placement=Placement.SYSTEM, contract=contract, reading=Reading.CHOICES)
    preset = json.loads(take(exported, "lmstudio").content)
    fields = {field["key"]: field["value"] for field in preset["operation"]["fields"]}
    assert fields == {
        "llm.prediction.systemPrompt": "Judge.",
        "llm.prediction.temperature": 0.0,
        "llm.prediction.maxPredictedTokens": {"checked": True, "value": 4},
        "llm.prediction.stopStrings": ["\n"],
        "llm.prediction.structured": {"type": "json", "jsonSchema": {"type": "string", "enum": ["yes", "no"]}},
    }


def test_that_promptfoo_gets_a_server_rows_and_what_they_must_give() -> None:
    contract = AnswerContract(AnswerKind.LABEL, ("Yes", "no"), "", 4, ("\n",))
    exported = _exported("Judge.", contract=contract, metric="exact_match", reading=Reading.CHOICES)
    rows = [Example(number, f"is {number}?", ("Yes",)) for number in range(1, 20)]
    config = yaml.safe_load(take(exported, "promptfoo", rows).content)
    assert json.loads(config["prompts"][0]["raw"]) == [{"role": "user", "content": "Judge.\n\n{{ input }}"}]
    provider = config["providers"][0]
    assert provider["id"] == "openai:chat:small model"
    assert provider["config"]["stop"] == ["\n"]
    assert provider["config"]["passthrough"] == {"grammar": 'root ::= "Yes" | "no"'}
    assert [test["vars"]["input"] for test in config["tests"]] == [f"is {number}?" for number in range(1, 9)]
    assertion = config["tests"][0]["assert"][0]
    assert assertion == {"type": "javascript", "value": '["yes"].includes(String(output).trim().toLowerCase())'}


@pytest.mark.parametrize(
    ("thoughts", "passed"), [(0, {"chat_template_kwargs": {"enable_thinking": False}}), (99, None)]
)
def test_that_promptfoo_is_told_to_ask_for_no_thought_where_none_was_scored(thoughts: int, passed: object) -> None:
    source = _CHATML + "{%- if not enable_thinking %}{{- '<think></think>' }}{%- endif %}"
    contract = AnswerContract(thought_tokens=thoughts)
    exported = _exported("Judge.", contract=contract, model=ExportedModel("thinker", "c" * 64, source))
    config = yaml.safe_load(take(exported, "promptfoo", [Example(1, "is it?", ("Yes",))]).content)
    assert config["providers"][0]["config"].get("passthrough") == passed


def test_that_rows_which_promptfoo_would_change_are_no_tests() -> None:
    rows = [Example(1, "file://secret", ("a",)), Example(2, "{{ input }}", ("a",)), Example(3, "plain", ("a",))]
    config = yaml.safe_load(take(_exported("Judge."), "promptfoo", rows).content)
    assert [test["description"] for test in config["tests"]] == ["row 3"]


def test_that_a_task_without_inputs_is_exported_without_a_place_for_them() -> None:
    exported = _exported("Describe {{place}}.", columns=("place",), inputless=True)
    row = Example(1, "", ("a",), (("place", "Rome"),))
    for form in _HOLD_ALL:
        assert take(exported, form, [row]).rows == 1


def test_that_dspy_keeps_the_text_and_says_that_messages_are_its_own() -> None:
    prompt = Prompt("Do {it}.\n\nReally.", (Demonstration("a", "b"),))
    taken = take(_exported("", prompt=prompt), "dspy")
    assert taken.form.holds is Holds.TEXT
    assert json.loads(taken.content)["signature"]["instructions"] == prompt.text
    assert "messages of its own" in taken.form.about


def test_that_dspy_gets_the_contract_and_a_field_for_each_column_that_the_input_takes() -> None:
    prompt = Prompt("Sort it.", (Demonstration("a", "b", (("place of birth", "Rome"),)),))
    exported = _exported(
        "", prompt=prompt, input_template="{{place of birth}}: {{input}}", columns=("place of birth",),
        contract=AnswerContract(instruction="One word."),
    )  # fmt: skip
    state = json.loads(take(exported, "dspy").content)
    assert state["signature"]["instructions"] == "Sort it.\nOne word."
    assert [field["description"] for field in state["signature"]["fields"]] == ["${column_1}", "${input}", "${output}"]
    assert state["metadata"]["whet"]["signature"] == "column_1, input -> output"
    assert state["demos"] == [{"input": "a", "column_1": "Rome", "output": "b"}]


@pytest.mark.parametrize("text", ["In {{place}}.", "{{ input }} is what?"])
def test_that_dspy_refuses_a_prompt_whose_text_takes_values(text: str) -> None:
    with pytest.raises(UsageError, match="fills no values into instructions"):
        take(_exported(text, columns=("place",)), "dspy")


@pytest.mark.parametrize("text", ["Do it.\n", "\nDo it.", "  Do it.", "Do it:\n  a\n  b", "a\tb", ""])
def test_that_dspy_refuses_a_prompt_whose_blank_space_it_would_tidy(text: str) -> None:
    with pytest.raises(UsageError, match="makes instructions tidy"):
        take(_exported(text), "dspy")


@pytest.mark.parametrize("text", ["Close it: #}", "{#}", "a #} b {{ x", "#}#}", "{% #} %}"])
def test_that_promptfoo_gets_no_end_of_a_comment_that_was_never_begun(text: str) -> None:
    taken = take(_exported(text), "promptfoo", [Example(1, "x", ("a",)), Example(2, "no #} either", ("a",))])
    config = yaml.safe_load(taken.content)
    content = json.loads(config["prompts"][0]["raw"])[0]["content"]
    assert "#}" not in content.replace('{{ "#" }}}', "")
    assert [test["description"] for test in config["tests"]] == ["row 1"]


def test_that_half_a_character_is_refused_in_every_format() -> None:
    for form in FORMATS:
        with pytest.raises(UsageError, match=r"half of a character \(U\+D83E\)"):
            take(_exported("cut \ud83e", placement=Placement.SYSTEM), form)


def test_that_a_file_that_was_changed_no_longer_gives_the_same_messages() -> None:
    exported = _exported("Do it.", placement=Placement.SYSTEM)
    row = Example(1, "x", ("a",))
    for form in _ANY:
        changed = write(exported, form).replace(b"Do it.", b"Do it!")
        ask = form_of(form).ask
        assert ask is not None
        assert tuple(ask(changed, row)) == (Turn("system", "Do it!"), Turn("user", "x"))


def test_that_rows_with_an_empty_part_are_counted_and_not_called_read_back() -> None:
    exported = _exported("{{place}}", columns=("place",))
    rows = [Example(1, "x", ("a",), (("place", ""),)), Example(2, "x", ("a",), (("place", "Rome"),))]
    taken = take(exported, "langchain", rows)
    assert (taken.rows, taken.uneven) == (1, 1)
    assert take(exported, "json", rows).rows == 2
