"""Conversations: OpenAI's messages and ShareGPT. The last question is the input, what came before it stays turns."""

import re
from collections.abc import Sequence

import msgspec

from core.data.formats.base import Fields, Flat, RowFormat, as_fields, as_list, json_list, rest, text

_ROLES = {
    "human": "user", "user": "user", "prompter": "user", "customer": "user",
    "gpt": "assistant", "assistant": "assistant", "model": "assistant", "chatgpt": "assistant", "bot": "assistant",
    "chatbot": "assistant", "ai": "assistant", "agent": "assistant",
    "bing": "assistant", "bard": "assistant", "claude": "assistant",
    "system": "system", "developer": "system",
}  # fmt: skip
_LISTS = ("messages", "conversations", "conversation", "dialog", "dialogue", "items", "turns", "chat")
_SPEAKER = ("role", "from", "speaker")
_SAID = ("content", "value", "text")
_SPOKEN = re.compile(r"(?:^|\n\n)(Human|Assistant): ?")
Spoken = tuple[str, str]


def _list_of(fields: Fields) -> str:
    """The name of the field that holds the turns, or nothing."""
    return next((name for name in _LISTS if _are_turns(fields.get(name))), "")


def _are_turns(value: object) -> bool:
    turns = as_list(value)
    return bool(turns) and all(any(key in as_fields(turn) for key in _SPEAKER) for turn in turns)


def _turn(turn: object) -> Spoken:
    fields = as_fields(turn)
    spoken = next((text(fields[key]) for key in _SPEAKER if key in fields), "")
    role = _ROLES.get(spoken.casefold())
    if role is None:
        raise ValueError(f"a turn is spoken by “{spoken}”, which is neither user, assistant nor system.")
    said = next((fields[key] for key in _SAID if key in fields), None)
    if isinstance(said, list):
        return role, _parts(spoken, said)
    if not isinstance(said, str):
        raise ValueError(f"the turn of the {spoken} has no text.")  # noqa: TRY004 - a fault of the row
    return role, said


def _parts(spoken: str, parts: Sequence[object]) -> str:
    for part in parts:
        kind = text(as_fields(part).get("type", "text"))
        if not isinstance(as_fields(part).get("text"), str):
            raise ValueError(f"the turn of the {spoken} has a part “{kind}”, which is not text.")  # noqa: TRY004
    return "".join(text(as_fields(part)["text"]) for part in parts)


def conversation(turns: Sequence[object], others: dict[str, str]) -> Flat:
    """A row of turns that end with the right answer, where it has one. Raises `ValueError` for what is no text."""
    spoken = [_turn(turn) for turn in turns]
    answered = spoken[-1][0] == "assistant"
    answer = spoken[-1][1] if answered else ""
    asked = spoken[:-1] if answered else spoken
    system = "\n\n".join(said for role, said in asked if role == "system")
    said_before = [turn for turn in asked if turn[0] != "system"]
    if not said_before:
        said_before, system = [("user", system)], ""
    if said_before[-1][0] != "user":
        raise ValueError("no turn of the user comes before the answer.")
    columns: dict[str, str] = {}
    if system:
        columns["system"] = system
    columns["input"] = said_before[-1][1]
    turns_before = said_before[:-1]
    if turns_before:
        columns["turns"] = msgspec.json.encode(
            [{"role": role, "content": said} for role, said in turns_before]
        ).decode()
    if not answered:
        columns |= {name: value for name, value in others.items() if name not in columns}
        return Flat(columns, ("input",), turns="turns" if turns_before else "")
    columns["answer"] = answer
    columns |= {name: value for name, value in others.items() if name not in columns}
    return Flat(columns, ("input",), ("answer",), turns="turns" if turns_before else "")


def _flatten(fields: Fields) -> Flat:
    name = _list_of(fields)
    others = {key: value for key, value in rest(fields, name).items() if key not in {"input", "answer", "turns"}}
    return conversation(as_list(fields[name]), others)


def _preference(fields: Fields) -> Flat:
    """Conversations of which one was chosen: its last turn is the right answer."""
    before = next((name for name in ("prompt", *_LISTS) if _are_turns(fields.get(name))), "")
    chosen = fields["chosen"]
    turns = [*as_list(fields.get(before)), *(as_list(chosen) or [chosen])]
    return conversation(turns, rest(fields, "chosen", before))


def _is_preference(fields: Fields) -> bool:
    """Whether a conversation was chosen, or a turn that ends one."""
    chosen = fields.get("chosen")
    return _are_turns(chosen) or (_are_turns([chosen]) and bool(_list_of(fields)))


def _in_pairs(fields: Fields) -> bool:
    """XTuner's conversations: rounds of an input and an output, the first with the system message."""
    rounds = as_list(fields.get("conversation"))
    return bool(rounds) and all({"input", "output"} <= as_fields(each).keys() for each in rounds)


def _paired(fields: Fields) -> Flat:
    turns: list[dict[str, object]] = []
    for each in map(as_fields, as_list(fields["conversation"])):
        if each.get("system"):
            turns.append({"role": "system", "content": each["system"]})
        turns.append({"role": "user", "content": each["input"]})
        turns.append({"role": "assistant", "content": each["output"]})
    return conversation(turns, rest(fields, "conversation"))


def _completion(fields: Fields) -> Flat:
    turns = [*as_list(fields["prompt"]), *as_list(fields["completion"])]
    return conversation(turns, rest(fields, "prompt", "completion"))


def _exported(fields: Fields) -> Flat:
    """A row of a prompt that Whet exported: its own columns go on to fill `{{names}}`."""
    variables = {text(as_list(each)[0]): text(as_list(each)[1]) for each in as_list(fields["variables"])}
    columns = {"input": text(fields["input"]), "answers": json_list(map(text, as_list(fields["answers"])))}
    own = {name: value for name, value in variables.items() if name not in {*columns, "turns"}}
    turns = [dict(zip(("role", "content"), as_list(turn), strict=True)) for turn in as_list(fields.get("turns"))]
    if turns:
        own["turns"] = msgspec.json.encode(turns).decode()
    return Flat({**columns, **own}, ("input",), ("answers",), turns="turns" if turns else "")


def _is_exported(fields: Fields) -> bool:
    return {"row", "input", "answers", "variables"} <= fields.keys() and isinstance(fields["variables"], list)


def _gemini(fields: Fields) -> Flat:
    """Gemini's contents: turns of parts, with a system instruction of its own."""
    instruction = as_fields(fields.get("systemInstruction") or fields.get("system_instruction"))
    said = [{"role": each.get("role", "user"), "content": each.get("parts")} for each in _objects(fields["contents"])]
    if instruction:
        said.insert(0, {"role": "system", "content": instruction.get("parts")})
    return conversation(said, rest(fields, "contents", "systemInstruction", "system_instruction"))


def _objects(value: object) -> list[Fields]:
    return [as_fields(each) for each in as_list(value)]


def _is_gemini(fields: Fields) -> bool:
    contents = _objects(fields.get("contents"))
    return bool(contents) and all(isinstance(each.get("parts"), list) for each in contents)


def _transcript(written: str) -> list[dict[str, object]]:
    """Turns of a text “Human: … Assistant: …”, as preferences were published."""
    parts = _SPOKEN.split(written)
    return [
        {"role": who.casefold(), "content": said.strip()} for who, said in zip(parts[1::2], parts[2::2], strict=True)
    ]


def _is_transcript(fields: Fields) -> bool:
    chosen = fields.get("chosen")
    return isinstance(chosen, str) and "rejected" in fields and len(_SPOKEN.findall(chosen)) > 1


def _alternating(fields: Fields) -> Flat:
    said = [text(each) for each in as_list(fields["data"])]
    said = said if len(said) % 2 == 0 else said[:-1]
    turns = [{"role": ("user", "assistant")[at % 2], "content": each} for at, each in enumerate(said)]
    return conversation(turns, rest(fields, "data"))


def _is_alternating(fields: Fields) -> bool:
    said = as_list(fields.get("data"))
    return fields.keys() <= {"id", "data"} and len(said) > 1 and all(isinstance(each, str) for each in said)


def _is_openai(fields: Fields) -> bool:
    name = _list_of(fields)
    return (
        name == "messages" and "item" not in fields and all("role" in as_fields(turn) for turn in as_list(fields[name]))
    )


def _is_sharegpt(fields: Fields) -> bool:
    return bool(_list_of(fields)) and "item" not in fields


OPENAI = RowFormat("OpenAI's messages", _is_openai, _flatten)
PREFERENCE = RowFormat("preferred conversations", _is_preference, _preference)
EXPORTED = RowFormat("Whet's exports", _is_exported, _exported)
XTUNER = RowFormat("XTuner's conversations", _in_pairs, _paired)
COMPLETION = RowFormat(
    "conversations with completions",
    lambda f: _are_turns(f.get("prompt")) and _are_turns(f.get("completion")),
    _completion,
)
GEMINI = RowFormat("Gemini's contents", _is_gemini, _gemini)
TRANSCRIPT = RowFormat(
    "preferred transcripts", _is_transcript,
    lambda f: conversation(_transcript(text(f["chosen"])), rest(f, "chosen", "rejected")),
)  # fmt: skip
ULTRACHAT = RowFormat("UltraChat", _is_alternating, _alternating)
SHAREGPT = RowFormat("ShareGPT", _is_sharegpt, _flatten)
