"""Rows of published benchmarks: questions with options, SQuAD, HELM, lm-eval's samples, BIG-bench."""

from collections.abc import Sequence

from core.data.formats.base import (
    Fields,
    Flat,
    RowFormat,
    are_texts,
    as_fields,
    as_list,
    json_list,
    letter,
    lettered,
    rest,
    text,
)

_OPTIONS = ("choices", "options", "endings", "candidates", "answer_choices", "mc_options", "answerChoices")
_ASKED = ("question", "question_stem", "query", "stem", "ctx", "goal", "prompt", "input", "sentence", "text", "premise")
_RIGHT = (
    "answerKey", "answer_key", "answer", "correct", "label", "gold", "answer_idx", "correct_answer", "target", "cop",
    "answer_index", "correct_option", "gold_index", "correct_index", "gold_label",
)  # fmt: skip
_SHOWN = "questions with options, which are shown as (A), (B) and so on"
_CONTEXTS = ("passage", "context", "article", "support", "fact1", "background")


def _named_options(value: object) -> tuple[list[str], list[str]]:
    """Texts and names of options: a list of texts, ARC's two lists, a list of objects, or an object by letter."""
    fields = as_fields(value)
    if are_texts(fields.get("text")) and "label" in fields:
        return [text(each) for each in as_list(fields["text"])], [text(each) for each in as_list(fields["label"])]
    if fields and all(len(name) == 1 and isinstance(each, str) for name, each in fields.items()):
        return [text(each) for each in fields.values()], list(fields)
    listed = as_list(value)
    if listed and all("text" in as_fields(each) for each in listed):
        objects = [as_fields(each) for each in listed]
        names = [text(each.get("label", chr(65 + place))) for place, each in enumerate(objects)]
        return [text(each["text"]) for each in objects], names
    if are_texts(value):
        given = [text(each).strip() for each in listed]
        marks = [f"{chr(65 + place)}" for place in range(len(given))]
        if all(
            each.lstrip("(").upper().startswith((f"{mark})", f"{mark}."))
            for mark, each in zip(marks, given, strict=True)
        ):
            given = [each.lstrip("(")[2:].strip() for each in given]
        return given, marks
    return [], []


def _field_with_options(fields: Fields) -> str:
    return next((name for name in _OPTIONS if _named_options(fields.get(name))[0]), "")


def _asked_options(fields: Fields) -> tuple[Fields, str]:
    """The fields with options, the question's own object opened where they lie in there (ARC as published)."""
    inner = as_fields(fields.get("question"))
    if inner and _field_with_options(inner):
        opened = {**inner, **{name: value for name, value in fields.items() if name != "question"}}
        return opened, _field_with_options(inner)
    return fields, _field_with_options(fields)


def _has_options(fields: Fields) -> bool:
    opened, name = _asked_options(fields)
    return bool(name) and any(key in opened for key in _RIGHT) and any(key in opened for key in _ASKED)


def _with_options(fields: Fields) -> Flat:
    opened, name = _asked_options(fields)
    options, names = _named_options(opened[name])
    asked = next(key for key in _ASKED if key in opened and key != name)
    right = next(key for key in _RIGHT if key in opened and key not in {name, asked})
    place = _place(opened[right], options, names)
    context = next((key for key in _CONTEXTS if isinstance(opened.get(key), str) and key != asked), "")
    parts = [text(opened[key]) for key in (context, asked) if key]
    question = "\n\n".join(part for part in parts if part.strip())
    columns = {"input": f"{question}\nOptions:\n{lettered(options)}", "answer": letter(place)}
    others = {key: value for key, value in rest(opened, name, asked, right, context).items() if key not in columns}
    return Flat({**columns, **others}, ("input",), ("answer",))


def _place(right: object, options: Sequence[str], names: Sequence[str]) -> int:
    """The place of the right option, given by its name, its number or its text. Raises `ValueError` for none."""
    said = text(right).strip()
    if isinstance(right, int) and not isinstance(right, bool) and 0 <= right < len(options) and said not in names:
        return right  # a number that is none of the names counts, even where options are numbers
    bare = said.strip("(). ")
    if said in names or bare in names:
        return list(names).index(said if said in names else bare)
    if bare.isdigit() and not isinstance(right, bool) and bare not in options:
        number = int(bare)
        if number < len(options):
            return number
    if said in options:
        return list(options).index(said)
    if len(bare) == 1 and bare.upper() in names:
        return list(names).index(bare.upper())
    raise ValueError(f"its answer “{said[:40]}” is none of its {len(options)} options.")


def _squad_row(fields: Fields) -> Flat:
    answers = json_list(map(text, as_list(as_fields(fields["answers"]).get("text"))))
    columns = {"context": text(fields["context"]), "question": text(fields["question"]), "answers": answers}
    columns |= rest(fields, "context", "question", "answers")
    return Flat(columns, ("question", "context"), ("answers",), "{{context}}\n\n{{question}}", "context")


def _helm(row: Fields) -> Flat:
    fields = as_fields(row.get("instance")) or row
    asked = fields["input"]
    question = text(as_fields(asked).get("text", asked))
    found = [as_fields(each) for each in as_list(fields.get("references"))]
    options = [text(as_fields(each.get("output")).get("text", each.get("output"))) for each in found]
    right = [place for place, each in enumerate(found) if "correct" in as_list(each.get("tags"))]
    others = rest(fields, "input", "references", "split")
    columns = {**others, "input": question, "split": text(fields.get("split"))}
    if len(options) > 1 and len(right) < len(options) and right:
        columns["input"] = f"{question}\nOptions:\n{lettered(options)}"
        columns["answer"] = json_list(letter(place) for place in right)
    else:
        columns["answer"] = json_list(options[place] for place in right)
    return Flat(columns, ("input",), ("answer",), split="split")


def _lm_eval(fields: Fields) -> Flat:
    contexts, ends = _requests(fields["arguments"])
    target = text(fields.get("target"))
    doc = {f"doc.{name}": text(value) for name, value in as_fields(fields["doc"]).items()}
    if len(contexts) > 1 and len(set(contexts)) == 1:
        place = (
            int(target)
            if target.isdigit() and int(target) < len(ends)
            else _place(target, [e.strip() for e in ends], [])
        )
        asked = f"{contexts[0].rstrip()}\nOptions:\n{lettered(ends)}"
        return Flat({"input": asked, "answer": letter(place), **doc}, ("input",), ("answer",))
    given = fields.get("target")
    answer = json_list(map(text, given)) if isinstance(given, list) else target
    return Flat({"input": contexts[0] if contexts else "", "answer": answer, **doc}, ("input",), ("answer",))


def _requests(value: object) -> tuple[list[str], list[str]]:
    """The contexts and continuations that were asked: lists, or objects `gen_args_0` with `arg_0`, `arg_1`."""
    if isinstance(value, dict):
        each = [as_fields(one) for one in value.values()]
        return [text(one.get("arg_0")) for one in each], [text(one.get("arg_1")) for one in each]
    lists = [as_list(one) for one in as_list(value)]
    return [text(one[0]) for one in lists if one], [text(one[1]) if len(one) > 1 else "" for one in lists]


def _big_bench(fields: Fields) -> Flat:
    scores = as_fields(fields.get("target_scores"))
    others = rest(fields, "input", "target", "target_scores")
    if not scores:
        target = fields.get("target")
        answer = json_list(map(text, target)) if isinstance(target, list) else text(target)
        return Flat({"input": text(fields["input"]), "answer": answer, **others}, ("input",), ("answer",))
    best = max(float(text(score)) for score in scores.values())
    right = [place for place, score in enumerate(scores.values()) if float(text(score)) == best]
    asked = f"{text(fields['input'])}\nOptions:\n{lettered(list(scores))}"
    return Flat({"input": asked, "answer": json_list(map(letter, right)), **others}, ("input",), ("answer",))


def _pairs_of_options(fields: Fields) -> Flat:
    """PIQA's, WinoGrande's, SciQ's and MedMCQA's options, each in a field of its own."""
    asked, options, right = _spread(fields)
    used = {*options, right, asked}
    texts = [text(fields[name]) for name in options]
    if right == "correct_answer":
        order = sorted(range(len(texts)), key=lambda place: texts[place])
        texts, place = [texts[at] for at in order], order.index(0)
    else:
        said = text(fields[right]).strip()
        first = 1 if right == "answer" else 0
        place = int(said) - first if said.isdigit() else _place(said, texts, [chr(65 + at) for at in range(len(texts))])
    question = text(fields[asked])
    if asked == "premise" and fields.get("question") in {"cause", "effect"}:  # COPA asks for one or the other
        question, used = f"{question}\nWhat was the {text(fields['question'])}?", {*used, "question"}
    columns = {"input": f"{question}\nOptions:\n{lettered(texts)}", "answer": letter(place)}
    return Flat({**columns, **rest(fields, *used)}, ("input",), ("answer",))


_SPREAD = (
    ("premise", ("choice1", "choice2"), "label"),
    ("goal", ("sol1", "sol2"), "label"),
    ("sentence", ("option1", "option2"), "answer"),
    ("question", ("correct_answer", "distractor1", "distractor2", "distractor3"), "correct_answer"),
    ("question", ("opa", "opb", "opc", "opd"), "cop"),
    ("question", ("A", "B", "C", "D"), "answer"),
    ("question", ("option_a", "option_b", "option_c", "option_d"), "answer"),
    ("ctx", ("ending0", "ending1", "ending2", "ending3"), "label"),
)


def _spread(fields: Fields) -> tuple[str, tuple[str, ...], str]:
    return next((one for one in _SPREAD if one[0] in fields and all(key in fields for key in (*one[1], one[2]))),
                ("", (), ""))  # fmt: skip


def _is_helm(fields: Fields) -> bool:
    return "input" in fields and any("output" in as_fields(each) for each in as_list(fields.get("references")))


def _truthful(fields: Fields) -> Flat:
    """TruthfulQA's multiple choice: options with a one for the right one, which stands first and is moved."""
    targets = as_fields(fields["mc1_targets"])
    options = [text(each) for each in as_list(targets.get("choices"))]
    marks = [text(each) for each in as_list(targets.get("labels"))]
    if len(marks) != len(options) or "1" not in marks:
        raise ValueError("none of its options is marked as right.")
    order = sorted(range(len(options)), key=options.__getitem__)
    asked = f"{text(fields['question'])}\nOptions:\n{lettered([options[place] for place in order])}"
    columns = {"input": asked, "answer": letter(order.index(marks.index("1")))}
    return Flat({**columns, **rest(fields, "question", "mc1_targets", "mc2_targets")}, ("input",), ("answer",))


def _translation(fields: Fields) -> Flat:
    """A pair of languages, as the datasets library keeps it: the first is translated into the second."""
    pair = {name: text(value) for name, value in as_fields(fields["translation"]).items()}
    source, target = list(pair)[:2]
    return Flat({**pair, **rest(fields, "translation")}, (source,), (target,))


def _trivia(fields: Fields) -> Flat:
    """TriviaQA's question with all that its answer is called."""
    asked, given = next(pair for pair in _TRIVIA if pair[0] in fields and pair[1] in fields)
    answer = {name.casefold(): value for name, value in as_fields(fields[given]).items()}
    called = [text(answer.get("value")), *map(text, as_list(answer.get("aliases")))]
    columns = {"question": text(fields[asked]), "answer": json_list(called)}
    return Flat({**columns, **rest(fields, asked, given)}, ("question",), ("answer",))


_TRIVIA = (("Question", "Answer"), ("question", "answer"))


def _is_trivia(fields: Fields) -> bool:
    return any(
        asked in fields and {"value", "aliases"} <= {name.casefold() for name in as_fields(fields.get(given))}
        for asked, given in _TRIVIA
    )


TRIVIA = RowFormat("TriviaQA", _is_trivia, _trivia)
TRUTHFUL = RowFormat("TruthfulQA", lambda f: "question" in f and isinstance(f.get("mc1_targets"), dict), _truthful)
TRANSLATION = RowFormat("pairs of translations", lambda f: len(as_fields(f.get("translation"))) > 1, _translation)
OPTIONS = RowFormat(_SHOWN, _has_options, _with_options)
SPREAD_OPTIONS = RowFormat(_SHOWN, lambda f: bool(_spread(f)[0]), _pairs_of_options)
SQUAD = RowFormat(
    "SQuAD",
    lambda f: {"context", "question", "answers"} <= f.keys() and "text" in as_fields(f["answers"]),
    _squad_row,
)
HELM = RowFormat(
    "HELM",
    lambda f: _is_helm(f) or _is_helm(as_fields(f.get("instance"))),
    _helm,
)  # fmt: skip
LM_EVAL = RowFormat("lm-eval's samples", lambda f: isinstance(f.get("doc"), dict) and "arguments" in f, _lm_eval)
BIG_BENCH = RowFormat("BIG-bench", lambda f: "input" in f and isinstance(f.get("target_scores"), dict), _big_bench)
