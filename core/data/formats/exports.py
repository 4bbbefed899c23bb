"""What tools for evaluation and annotation write: LangSmith, Langfuse, Kiln, Argilla, Label Studio and others."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from core.data.formats.base import Fields, Flat, RowFormat, as_fields, as_list, json_list, rest, text
from core.data.formats.chats import conversation

_HALF = 0.5
_REFUSED_LABELS = frozenset({"labels", "rectanglelabels", "polygonlabels", "keypointlabels", "brush", "relation"})


def _pair(asked: object, told: object, others: dict[str, str], *, names: tuple[str, str]) -> Flat:
    """Inputs and right outputs, each an object or a single value."""
    turns = as_list(as_fields(asked).get("messages")) or (as_list(asked) if _is_chat(asked) else [])
    answers = _answers(told, names[1])
    if turns:
        return conversation([*turns, {"role": "assistant", "content": next(iter(answers.values()), "")}], others)
    inputs = {name: text(value) for name, value in as_fields(asked).items()} or {names[0]: text(asked)}
    answers = {(f"{name}.{names[1]}" if name in inputs else name): value for name, value in answers.items()}
    kept = {name: value for name, value in others.items() if name not in inputs and name not in answers}
    return Flat({**inputs, **answers, **kept}, tuple(inputs), tuple(answers)[:1])


def _is_chat(value: object) -> bool:
    turns = as_list(value)
    return bool(turns) and all("role" in as_fields(turn) for turn in turns)


def _answers(told: object, name: str) -> dict[str, str]:
    """The right outputs by name; of a chat's answer its text."""
    fields = as_fields(told)
    if "content" in fields and "role" in fields:
        return {name: text(fields["content"])}
    if len(fields) == 1 and _is_chat(fields.get("messages")):
        return {name: text(as_fields(as_list(fields["messages"])[-1]).get("content"))}
    if fields:
        whole = {key: text(value) for key, value in fields.items()}
        known = [key for key in ("answer", "output", "expected", "label", "response", "result") if key in whole]
        return {key: whole[key] for key in (*known, *(key for key in whole if key not in known))}
    return {name: text(told)}


def _langsmith(fields: Fields) -> Flat:
    told = fields.get("outputs", fields.get("reference_outputs"))
    others = {name: value for name, value in rest(fields, "inputs", "outputs", "reference_outputs").items() if value}
    return _pair(fields["inputs"], told, others, names=("input", "output"))


def _langfuse(fields: Fields) -> Flat:
    key = "expectedOutput" if "expectedOutput" in fields else "expected_output"
    others = rest(fields, "input", key)
    return _pair(fields.get("input"), fields.get(key), others, names=("input", "expectedOutput"))


def _braintrust(fields: Fields) -> Flat:
    others = {name: value for name, value in rest(fields, "input", "expected").items() if value}
    return _pair(fields["input"], fields["expected"], others, names=("input", "expected"))


def _mlflow(fields: Fields) -> Flat:
    told = as_fields(fields["expectations"])
    answer = next(
        (told[name] for name in ("expected_response", "ground_truth", "expected_output") if name in told), told
    )
    others = {name: value for name, value in rest(fields, "inputs", "expectations").items() if value}
    return _pair(fields["inputs"], answer, others, names=("input", "expected_response"))


def _spacy(fields: Fields) -> Flat:
    """spaCy's categories: the likeliest where they exclude each other, else all of them that apply, as a list."""
    scores = {name: float(text(score)) for name, score in as_fields(fields["cats"]).items()}
    chosen = [name for name, score in scores.items() if score >= _HALF]
    columns = {"text": text(fields["text"]), "label": json_list(chosen or [max(scores, key=lambda name: scores[name])])}
    return Flat({**columns, **rest(fields, "text", "cats", "label")}, ("text",), ("label",))


def _are_scores(value: object) -> bool:
    return len(as_fields(value)) > 1 and all(isinstance(each, int | Decimal) for each in as_fields(value).values())


def _kiln(fields: Fields) -> Flat:
    repaired = as_fields(fields.get("repaired_output"))
    output = repaired or as_fields(fields["output"])
    rating = as_fields(output.get("rating"))
    if not repaired and _is_bad(rating):
        raise ValueError("its output was rated as wrong.")
    columns = {"input": text(fields.get("input")), "output": text(output.get("output"))}
    columns["tags"] = text(fields.get("tags", []))
    columns["id"] = text(fields.get("id"))
    return Flat(columns, ("input",), ("output",))


def _is_bad(rating: Fields) -> bool:
    value, kind = rating.get("value"), rating.get("type")
    if value is None:
        return False
    number = float(text(value))
    return number < 3 if kind == "five_star" else number <= 0


def _argilla(fields: Fields) -> Flat:
    asked = {name: text(value) for name, value in as_fields(fields.get("fields")).items()}
    columns, answers = dict(asked), []
    for name, given in as_fields(fields.get("responses")).items():
        values = [as_fields(each) for each in as_list(given)]
        sent = [each for each in values if each.get("status", "submitted") in {"submitted", None}]
        answer = _voted([each.get("value") for each in sent])
        own = f"{name}.response" if name in columns else name
        columns[own] = answer
        answers.append(own)
    columns |= {name: value for name, value in rest(fields, "fields", "responses", "suggestions", "vectors").items()
                if name not in columns}  # fmt: skip
    return Flat(columns, tuple(asked), tuple(answers)[:1])


def _argilla_v1(fields: Fields) -> Flat:
    """Argilla 1's records: a list of people, each with values by question."""
    given: dict[str, list[object]] = {}
    for person in map(as_fields, as_list(fields.get("responses"))):
        for name, value in as_fields(person.get("values")).items():
            given.setdefault(name, []).append({**as_fields(value), "status": person.get("status", "submitted")})
    return _argilla({**fields, "responses": given})


def _argilla_old(fields: Fields) -> Flat:
    """A record of Argilla 1's first datasets: what people said is the annotation, what a model said the prediction."""
    annotation = fields.get("annotation")
    label = json_list(map(text, annotation)) if isinstance(annotation, list) else text(annotation)
    inputs = as_fields(fields.get("inputs")) or {"text": fields.get("text")}
    asked = {name: text(value) for name, value in inputs.items()}
    return Flat({**asked, "annotation": label, "id": text(fields.get("id"))}, tuple(asked), ("annotation",))


def _argilla_hub(fields: Fields) -> Flat:
    """As it lies on the Hugging Face Hub: `label.responses` beside `label.responses.status`."""
    questions = [name.removesuffix(".responses") for name in fields if name.endswith(".responses")]
    meta = tuple(name for name in fields if any(name.startswith(f"{question}.") for question in questions))
    columns = rest(fields, *meta)
    for question in questions:
        states = as_list(fields.get(f"{question}.responses.status"))
        given = as_list(fields.get(f"{question}.responses"))
        sent = [value for place, value in enumerate(given) if place >= len(states) or states[place] == "submitted"]
        columns[question] = _voted(sent)
    inputs = tuple(name for name in columns if name not in questions and name not in {"id", "status", "metadata"}
                   and not name.startswith("metadata") and name != "_server_id")  # fmt: skip
    return Flat(columns, inputs, tuple(questions)[:1])


def _voted(values: Sequence[object]) -> str:
    """What most people answered. Raises `ValueError` where they disagree without a majority."""
    counts = Counter(json_list(map(text, value)) if isinstance(value, list) else text(value) for value in values)
    counts.pop("", None)
    if not counts:
        return ""
    (answer, most), *others = counts.most_common(2)
    if others and others[0][1] == most:
        raise ValueError(f"its annotators disagree: {', '.join(f'“{each}”' for each in list(counts)[:4])}.")
    return answer


def _label_studio(fields: Fields) -> Flat:
    asked = {name: text(value) for name, value in as_fields(fields.get("data")).items()}
    drafts = as_list(fields.get("annotations", fields.get("completions")))
    given: dict[str, list[str]] = {}
    for draft in map(as_fields, drafts):
        if draft.get("was_cancelled") or draft.get("skipped"):
            continue
        for name, value in _results(as_list(draft.get("result"))):
            given.setdefault(name, []).append(value)
    columns, answers = dict(asked), []
    for name, values in given.items():
        own = f"{name}.annotation" if name in columns else name
        columns[own] = _voted(values)
        answers.append(own)
    columns["id"] = text(fields.get("id"))
    return Flat(columns, tuple(asked), tuple(answers)[:1])


def _results(results: Iterable[object]) -> Iterable[tuple[str, str]]:
    """What one annotator said, by the name of the question; marked spans as a JSON list of text and label."""
    spans: dict[str, list[Fields]] = {}
    for result in map(as_fields, results):
        value, name = as_fields(result.get("value")), text(result.get("from_name")) or "label"
        kind = text(result.get("type"))
        if kind in {"choices", "taxonomy"}:
            chosen = as_list(value.get(kind))
            yield name, json_list(text(as_list(each)[-1]) if isinstance(each, list) else text(each) for each in chosen)
        elif kind == "textarea":
            yield name, json_list(map(text, as_list(value.get("text")))) or text(value.get("text"))
        elif kind in {"rating", "number", "datetime"}:
            yield name, text(value.get(kind))
        elif kind == "labels" and "text" in value:
            spans.setdefault(name, []).append({"text": value["text"], "label": text(as_list(value.get("labels"))[0])})
        elif kind in _REFUSED_LABELS:
            raise ValueError(f"“{kind}” of Label Studio marks regions, which are no answers in text.")
    yield from ((name, text(found)) for name, found in spans.items())


def _prodigy(fields: Fields) -> Flat:
    """Prodigy: what was accepted is right; what was rejected or ignored cannot be used."""
    if fields.get("answer") != "accept":
        raise ValueError(f"it was not accepted (“{text(fields.get('answer'))}”).")
    if "accept" in fields:
        label = json_list(map(text, as_list(fields["accept"])))
    elif "label" in fields:
        label = text(fields["label"])
    else:
        spans = [as_fields(span) for span in as_list(fields.get("spans"))]
        whole = text(fields.get("text"))
        label = text([{"text": whole[_place(span, "start") : _place(span, "end")], "label": text(span.get("label"))}
                      for span in spans])  # fmt: skip
    columns = {"text": text(fields.get("text")), "label": label}
    return Flat(
        {**columns, **rest(fields, "text", "label", "accept", "answer", "options", "spans")}, ("text",), ("label",)
    )


def _place(span: Fields, name: str) -> int:
    value = span.get(name)
    if not isinstance(value, int):
        raise ValueError("its spans have no start and end.")  # noqa: TRY004 - a fault of the row
    return value


PRODIGY = RowFormat(
    "Prodigy",
    lambda f: (
        text(f.get("answer")) in {"accept", "reject", "ignore"}
        and "text" in f
        and any(name in f for name in ("accept", "label", "spans"))
    ),
    _prodigy,
)
LANGSMITH = RowFormat(
    "LangSmith",
    lambda f: isinstance(f.get("inputs"), dict) and ("outputs" in f or "reference_outputs" in f),
    _langsmith,
)
LANGFUSE = RowFormat(
    "Langfuse",
    lambda f: (
        "input" in f
        and ("expectedOutput" in f or ("expected_output" in f and isinstance(f["input"], dict)))
        and (isinstance(f["input"], dict | list) or isinstance(f.get("expectedOutput"), dict) or "datasetId" in f)
    ),
    _langfuse,
)
BRAINTRUST = RowFormat(
    "Braintrust",
    lambda f: {"input", "expected"} <= f.keys() and isinstance(f["input"], dict | list) and "expectedOutput" not in f,
    _braintrust,
)
MLFLOW = RowFormat(
    "MLflow", lambda f: isinstance(f.get("inputs"), dict) and isinstance(f.get("expectations"), dict), _mlflow
)
SPACY = RowFormat("spaCy", lambda f: "text" in f and _are_scores(f.get("cats")), _spacy)
KILN = RowFormat(
    "Kiln", lambda f: isinstance(f.get("output"), dict) and "output" in as_fields(f["output"]) and "input" in f, _kiln
)
ARGILLA = RowFormat(
    "Argilla", lambda f: isinstance(f.get("fields"), dict) and isinstance(f.get("responses"), dict), _argilla
)
ARGILLA_V1 = RowFormat(
    "Argilla",
    lambda f: isinstance(f.get("fields"), dict) and any("values" in as_fields(e) for e in as_list(f.get("responses"))),
    _argilla_v1,
)
ARGILLA_OLD = RowFormat("Argilla", lambda f: {"annotation", "prediction", "status"} <= f.keys(), _argilla_old)
ARGILLA_HUB = RowFormat(
    "Argilla", lambda f: any(name.endswith(".responses") and isinstance(f[name], list) for name in f), _argilla_hub
)
LABEL_STUDIO = RowFormat(
    "Label Studio",
    lambda f: isinstance(f.get("data"), dict) and isinstance(f.get("annotations", f.get("completions")), list),
    _label_studio,
)
