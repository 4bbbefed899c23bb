"""Rows in the forms of OpenAI's Evals, its open-source predecessor, fine-tuning and batch files, made flat.

Sources: the data README of github.com/openai/evals (`input` of messages, `ideal`); the Evals API's reference
(`item`, `sample`; exported output items have `datasource_item`); the fine-tuning guides (`messages`,
`reference_answer`, `preferred_output`). The prompt optimizer's datasets are CSV with the person's columns, `output`,
`rating` and `output_feedback`, and need no flattening. The service is read-only since 31 October 2026 and ends on
30 November 2026.
"""

from collections.abc import Iterable, Mapping

import msgspec

Fields = dict[str, msgspec.Raw]
_ITEM_KEYS = ("item", "datasource_item")
_INSTRUCTING = frozenset({"system", "developer"})


class _Part(msgspec.Struct):
    type: str = "text"
    text: str | None = None


class _Turn(msgspec.Struct):
    role: str
    content: str | list[_Part] | None = None

    @property
    def text(self) -> str:
        """The turn as text. Raises `ValueError` for anything else: an image, a tool call."""
        if self.content is None:
            raise ValueError(f"the turn of the {self.role} has no text.")
        if isinstance(self.content, str):
            return self.content
        other = next((part.type for part in self.content if part.text is None), None)
        if other is not None:
            raise ValueError(f"the turn of the {self.role} has a part “{other}”, which is not text.")
        return "".join(part.text or "" for part in self.content)


_turns = msgspec.json.Decoder(list[_Turn])
_fields = msgspec.json.Decoder(Fields)


def flatten(fields: Mapping[str, msgspec.Raw]) -> dict[str, msgspec.Raw | str]:
    """The row's columns: raw JSON, or text already. Rows of no OpenAI form come back as they are.

    Conversations become `system` and `input`; the last turn of the assistant in a fine-tuning row becomes `answer`.
    Raises `ValueError` with a sentence for turns that are not text.
    """
    flat: dict[str, msgspec.Raw | str] = {}
    for key, value in fields.items():
        if key in _ITEM_KEYS and _is_object(value):
            flat |= flatten(_fields.decode(value))
        elif key == "sample" and any(name in fields for name in _ITEM_KEYS) and _is_object(value):
            flat |= {f"sample.{name}": inner for name, inner in _fields.decode(value).items()}
        elif (turns := _conversation(key, value)) is not None:
            flat |= _question(turns, with_answer=key == "messages")
        elif key == "input" and _is_object(value) and "messages" in (inner := _fields.decode(value)):
            flat |= _question(_decode(inner["messages"]), with_answer=False)
        elif key in {"preferred_output", "non_preferred_output"} and _holds_turns(value):
            flat[key] = "\n\n".join(turn.text for turn in _decode(value))
        else:
            flat[key] = value
    return flat


def _conversation(key: str, value: msgspec.Raw) -> list[_Turn] | None:
    return _decode(value) if key in {"input", "messages"} and _holds_turns(value) else None


def _question(turns: list[_Turn], *, with_answer: bool) -> dict[str, msgspec.Raw | str]:
    answered = with_answer and turns[-1].role == "assistant"
    answer = turns[-1:] if answered else []
    asked = turns[:-1] if answered else turns
    system = [turn for turn in asked if turn.role in _INSTRUCTING]
    spoken = [turn for turn in asked if turn.role not in _INSTRUCTING]
    if not spoken:
        system, spoken = [], system
    columns: dict[str, msgspec.Raw | str] = {}
    if system:
        columns["system"] = _joined(system)
    columns["input"] = spoken[0].text if len(spoken) == 1 else "\n\n".join(f"{t.role}: {t.text}" for t in spoken)
    if answered:
        columns["answer"] = _joined(answer)
    return columns


def _joined(turns: Iterable[_Turn]) -> str:
    return "\n\n".join(turn.text for turn in turns)


def _decode(value: msgspec.Raw) -> list[_Turn]:
    return _turns.decode(value)


def _holds_turns(value: msgspec.Raw) -> bool:
    raw = bytes(value).lstrip()
    if not raw.startswith(b"[") or b'"role"' not in raw:
        return False
    try:
        return bool(_turns.decode(raw))
    except msgspec.ValidationError:
        return False


def _is_object(value: msgspec.Raw) -> bool:
    return bytes(value).lstrip().startswith(b"{")
