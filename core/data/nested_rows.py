"""Rows that hold several rows: published data sets and tools that keep questions under their passage, texts under
their intent, or a conversation as a tree."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from core.data.formats.base import Fields, as_fields, as_list, decoded, json_list, text

_INTENT = ("intent", "tag", "name", "displayName", "label", "category")
_UTTERANCES = (
    "patterns", "utterances", "trainingPhrases", "training_phrases", "phrases", "expressions", "samples", "examples",
)  # fmt: skip
_PLACE = "\0place"
"""The number of the row that held others: what belongs together stays on one side of the splits."""

_SAMPLE = 10
_encoder = msgspec.json.Encoder(decimal_format="number")


class RowShape(NamedTuple):
    """One such form: what it is called, how a row of it is known, and the rows that are in it."""

    title: str
    matches: Callable[[object], bool]
    rows: Callable[[Sequence[object]], Iterator[object]]


def unnested(rows: Sequence[bytes]) -> tuple[list[bytes], str] | None:
    """The rows in these rows, and what is said of it; `None` where rows are rows. Raises msgspec's errors."""
    sample = [decoded(row) for row in rows[:_SAMPLE]]
    shape = next((each for each in _SHAPES if sample and all(map(each.matches, sample))), None)
    if shape is None:
        return None
    found = [_encoder.encode(row) for row in shape.rows([decoded(row) for row in rows])]
    return (found, f"Its rows are those in {shape.title}, numbered in their order.") if found else None


def text_of(value: object) -> str:
    """The text of an utterance: as it is, or put together from parts as Dialogflow and Snips keep it."""
    if isinstance(value, str):
        return value
    fields = as_fields(value)
    if isinstance(fields.get("text"), str):
        return text(fields["text"])
    parts = as_list(fields.get("parts")) or as_list(fields.get("data"))
    return "".join(text(as_fields(part).get("text")) for part in parts)


def _each(rows: Callable[[Fields], Iterator[object]]) -> Callable[[Sequence[object]], Iterator[object]]:
    return lambda given: (
        one for place, row in enumerate(given, start=1) for one in rows({**as_fields(row), _PLACE: place})
    )


def _has(*names: str) -> Callable[[object], bool]:
    return lambda row: set(names) <= as_fields(row).keys()


def _race(fields: Fields) -> Iterator[object]:
    lists = [as_list(fields[name]) for name in ("questions", "options", "answers")]
    for question, options, answer in zip(*lists, strict=False):
        asked = {"question": question, "options": options, "answer": answer, "article_id": fields[_PLACE]}
        yield {"article": fields["article"], **asked}


def _drop(fields: Fields) -> Iterator[object]:
    for asked in map(as_fields, as_list(fields["qa_pairs"])):
        answer = as_fields(asked.get("answer"))
        date = " ".join(filter(None, map(text, as_fields(answer.get("date")).values())))
        given = text(answer.get("number")) or json_list(map(text, as_list(answer.get("spans")))) or date
        row = {"question": asked.get("question"), "answer": given, "passage_id": fields[_PLACE]}
        yield {"passage": fields["passage"], **row}


def _instances(fields: Fields) -> Iterator[object]:
    for one in map(as_fields, as_list(fields["instances"])):
        yield {"instruction": fields["instruction"], "input": text(one.get("input")), "output": text(one.get("output"))}


def _intent_of(fields: Fields) -> tuple[str, str]:
    name = next((key for key in _INTENT if isinstance(fields.get(key), str)), "")
    listed = next((key for key in _UTTERANCES if any(map(text_of, as_list(fields.get(key))))), "")
    return (name, listed) if name and listed else ("", "")


def _is_intent(row: object) -> bool:
    fields = as_fields(row)
    name, listed = _intent_of(fields)
    return bool(name) and not {"input", "answer", "question", "target", "output"} & fields.keys() - {name, listed}


def _intents(fields: Fields) -> Iterator[object]:
    name, listed = _intent_of(fields)
    for said in filter(None, map(text_of, as_list(fields.get(listed)))):
        yield {"text": said, "intent": fields[name]}


def _tree(rows: Sequence[object]) -> Iterator[object]:
    messages = {text(as_fields(row).get("message_id")): as_fields(row) for row in rows}
    for message in messages.values():
        before = messages.get(text(message.get("parent_id")))
        if message.get("role") == "assistant" and before is not None:
            yield {"input": before.get("text"), "answer": message.get("text")}


def _is_spacy(row: object) -> bool:
    pair = as_list(row)
    return len(pair) == 2 and isinstance(pair[0], str) and "cats" in as_fields(pair[1])


def _spacy(rows: Sequence[object]) -> Iterator[object]:
    for said, marks in map(as_list, rows):
        cats = as_fields(as_fields(marks)["cats"])
        yield {
            "text": said,
            "cats": {name: float(mark) if isinstance(mark, bool) else mark for name, mark in cats.items()},
        }


def _is_race(row: object) -> bool:
    return _has("article", "questions", "options", "answers")(row) and isinstance(as_fields(row)["questions"], list)


_SHAPES = (
    RowShape("the articles of RACE", _is_race, _each(_race)),
    RowShape("the passages of DROP", _has("passage", "qa_pairs"), _each(_drop)),
    RowShape("the instructions of Self-Instruct", _has("instruction", "instances"), _each(_instances)),
    RowShape("the messages of OpenAssistant", _has("message_id", "parent_id", "role", "text"), _tree),
    RowShape("spaCy's pairs", _is_spacy, _spacy),
    RowShape("lists of utterances by intent", _is_intent, _each(_intents)),
)
