"""The likeliest meaning of a table's columns: by what a format says of them, by their names, else by their content."""

from collections.abc import Mapping as Names
from collections.abc import Sequence
from dataclasses import replace

from core.data.label_lists import are_label_sets
from core.data.mapping import Mapping
from core.data.parts import splits_named
from core.data.table import Table
from core.data.words import ANSWERS, FEEDBACK, GROUPS, INPUTS, OUTPUTS, SPLITS, SURE, is_neither, plain
from core.domain.prompt import Prompt
from core.domain.variables import INPUT, refuse_unknown
from core.errors import DatasetError
from core.said import Said

_CONTEXTS = (
    "context",
    "passage",
    "document",
    "article",
    "background",
    "paragraph",
    "story",
    "excerpt",
    "evidence",
    "body",
)
_ASKING = frozenset({"question", "query", "instruction", "prompt", "q"})
_PAIRS = (
    ("premise", "hypothesis"), ("sentence1", "sentence2"), ("question1", "question2"), ("sentence_1", "sentence_2"),
    ("text_a", "text_b"), ("text1", "text2"), ("sentence_a", "sentence_b"), ("question_1", "question_2"),
    ("1_string", "2_string"), ("string_1", "string_2"), ("text_1", "text_2"), ("sent1", "sent2"), ("s1", "s2"),
)  # fmt: skip
_LIKENESS = ("similarity", "similarity_score", "relatedness_score", "relatedness", "score", "gold_score")
NO_COLUMN = "none"
_LABELLED = 50
"""A column with at most so many values, each in two rows or more, reads like labels."""


def suggest_mapping(table: Table) -> Mapping:
    """What the columns mean; all that are no input, answer, split or group become variables.

    `output` beside ratings or feedback is what a model answered (the prompt optimizer's datasets), not what is right.
    Raises `DatasetError` if there are not two columns.
    """
    named = {plain(column): column for column in reversed(table.columns)}
    split = _split_of(table, named)
    free = [column for column in table.columns if column != split]
    if len(free) < 2:
        raise DatasetError(
            Said("{name} has only one column, “{free}”, for input and answer.", name=table.name, free=free[0]),
            hint="A task needs an input and an answer per row. Is the delimiter right?",
        )
    roles = table.roles
    if roles is not None and roles.answers:
        own = {*roles.answers, *roles.made_of}
        asked = [name for name in free if name not in own and not is_neither(name)] or [n for n in free if n not in own]
        inputs = roles.inputs or (_input_of(table, named, asked),)
        group = roles.group or _group_of(table, named, {*inputs, *own})
        return mapping(table, inputs, roles.answers, roles.template, split, group, roles.turns)
    answer, input_ = _pair(table, named, free)
    template, inputs = _composed(named, input_, answer)
    answers = _siblings(table, answer, input_)
    return mapping(table, inputs, answers, template, split, _group_of(table, named, {*inputs, answer}), "")


def chosen_mapping(
    table: Table,
    *,
    inputs: tuple[str, ...] = (),
    template: str = "",
    answers: tuple[str, ...] = (),
    split: str = "",
    group: str = "",
    blank: str = "",
    multiple: bool | None = None,
    prompt: str = "",
) -> Mapping:
    """The suggested mapping with what a person says of it; “none” as split or group is none.

    A column that a prompt names itself is not put into the input as well. Raises `DatasetError` for a column that does
    not exist, and for one that is input and answer.
    """
    guess = suggest_mapping(table)
    refuse_unknown(template, (INPUT, *table.columns), "The template")
    named = Prompt(template).placeholders & set(table.columns)
    asked = inputs or tuple(name for name in table.columns if name in named) or _inputs_of(guess, named_in(prompt))
    told = answers or tuple(name for name in guess.answers if name not in asked) or _other_answer(table, asked)
    for name in (*asked, *told):
        table.index(name)
    if set(asked) & set(told):
        raise DatasetError(Said("“{asked}” cannot be input and answer.", asked=asked[0]), hint="Name another column.")
    whole = template or _template_of(guess, inputs, asked)
    parted = _chosen(split, guess.split, {*asked, *told})
    kept = _chosen(group, guess.group, {*asked, *told})
    for name in filter(None, (parted, kept)):
        table.index(name)
    made = mapping(table, asked, told, whole, parted, kept, guess.turns)
    sets = made.multiple if multiple is None else multiple
    return replace(made, blank=blank, multiple=sets or (multiple is None and guess.multiple and told == guess.answers))


def named_in(prompt: str) -> frozenset[str]:
    """The columns that a prompt fills in itself."""
    return Prompt(prompt).placeholders - {"input"}


def _inputs_of(guess: Mapping, own: frozenset[str]) -> tuple[str, ...]:
    parts = tuple(name for name in Prompt(guess.template).placeholders if name)
    return (
        (guess.input,) if not guess.template or own & set(parts) else (guess.input, *sorted(set(parts) - {guess.input}))
    )


def _template_of(guess: Mapping, inputs: tuple[str, ...], asked: tuple[str, ...]) -> str:
    if len(inputs) > 1:
        return "\n\n".join(f"{{{{{name}}}}}" for name in inputs)
    return guess.template if not inputs and len(asked) > 1 else ""


def _other_answer(table: Table, asked: tuple[str, ...]) -> tuple[str, ...]:
    left = [name for name in table.columns if name not in asked]
    if not left:
        raise DatasetError(
            Said("{name} has no column left for the answer.", name=table.name), hint="Name it with --answer."
        )
    named = {plain(column): column for column in reversed(left)}
    told = [name for name in left if not is_neither(name)] or left
    return (_named(named, (*ANSWERS, *OUTPUTS), told) or _answer_by_content(table, told, with_input=True),)


def _chosen(asked: str, guessed: str, taken: set[str]) -> str:
    """A column as asked for, none, or the guessed one if it has no other meaning now."""
    if asked:
        return "" if asked.casefold() == NO_COLUMN else asked
    return "" if guessed in taken else guessed


def mapping(
    table: Table,
    inputs: Sequence[str],
    answers: Sequence[str],
    template: str = "",
    split: str = "",
    group: str = "",
    turns: str = "",
) -> Mapping:
    """A mapping of these columns in which all others are variables, that none is lost when one is chosen anew."""
    taken = {*answers, split, turns, *(inputs if template else inputs[:1])}
    if table.roles is not None and tuple(answers) == table.roles.answers:
        taken |= set(table.roles.made_of) - set(inputs)
    variables = tuple(name for name in table.columns if name not in taken and name != group)
    variables += (group,) if group and group not in taken else ()
    answer = answers[0] if len(answers) == 1 else tuple(answers)
    told = table.roles is not None and bool(table.roles.answers) and tuple(answers) == table.roles.answers
    multiple = len(answers) == 1 and (
        table.roles is not None and table.roles.multiple
        if told
        else are_label_sets(answers[0], table.column(answers[0]))
    )
    return Mapping(inputs[0], answer, variables, split, group, template, turns, multiple=multiple)


def _split_of(table: Table, named: Names[str, str]) -> str:
    if table.roles is not None and table.roles.split:
        return table.roles.split
    found = (named[name] for name in sorted(SPLITS & set(named)))
    return next((name for name in found if splits_named(table.column(name)) is not None), "")


def _group_of(table: Table, named: Names[str, str], taken: set[str]) -> str:
    """A column of documents, patients or the like whose values several rows share."""
    for name in (named[each] for each in named if each in GROUPS and named[each] not in taken):
        values = set(table.column(name))
        if 12 <= len(values) <= 0.8 * len(table.rows):
            return name
    return ""


def _pair(table: Table, named: Names[str, str], free: Sequence[str]) -> tuple[str, str]:
    """The answer's column, and the input's."""
    if table.headless:
        return _by_place(table, free)
    rated = bool(FEEDBACK & set(named)) and any(plain(name) in OUTPUTS for name in free)
    asked = [column for column in free if not rated or plain(column) not in {*FEEDBACK, *OUTPUTS}]
    answers = (*ANSWERS, *OUTPUTS) if rated else (*SURE, *OUTPUTS, *ANSWERS[len(SURE) :])
    told = [column for column in asked if not is_neither(column) or column == _likeness(named)]
    input_ = _named(named, INPUTS, told)
    left = [column for column in told if column != input_] or [column for column in free if column != input_]
    answer = (
        _likeness(named) or _named(named, answers, left) or _answer_by_content(table, left, with_input=bool(input_))
    )
    return answer, input_ or _input_of(table, named, [name for name in told if name != answer] or free, answer)


def _likeness(named: Names[str, str]) -> str:
    """The column that says how alike two texts are, where there are two."""
    paired = any(first in named and second in named for first, second in _PAIRS)
    return next((named[name] for name in _LIKENESS if name in named), "") if paired else ""


def _input_of(table: Table, named: Names[str, str], columns: Sequence[str], answer: str = "") -> str:
    told = [name for name in columns if name != answer]
    return _named(named, INPUTS, told) or max(told, key=lambda name: (_length(table, name), -table.index(name)))


def _by_place(table: Table, free: Sequence[str]) -> tuple[str, str]:
    """Without names: the label stands before the text or at the end; what is asked is the first text."""
    free = [name for name in free if name == free[-1] or not _counts(table, name)]
    texts = [name for name in free if not _labelled(table, name) and len(set(table.column(name))) > 1]
    if len(texts) == 1 and texts[0] == free[-1]:
        labels = [name for name in free if _labelled(table, name)]
        whole = [name for name in labels if all(map(str.strip, table.column(name)))]
        if labels:
            return (whole or labels)[0], texts[0]
    if _labelled(table, free[0]) and texts and not _labelled(table, free[-1]):
        return free[0], max(texts, key=lambda name: _length(table, name))
    answer = free[-1]
    return answer, next((name for name in texts if name != answer), free[0])


def _counts(table: Table, name: str) -> bool:
    """Whether a column numbers the rows: whole numbers, no two alike."""
    values = table.column(name)
    return len(values) > 2 and len(set(values)) == len(values) and all(value.strip().isdigit() for value in values)


def _composed(named: Names[str, str], input_: str, answer: str) -> tuple[str, tuple[str, ...]]:
    """The template of an input that stands in several columns, and these: a question with its context, two texts."""
    own = plain(input_)
    if {"instruction", "output"} <= set(named) and "input" in named and named["output"] == answer:
        return _joined(named["instruction"], named["input"])
    if own == "instruction" and "context" in named:
        return _joined(input_, named["context"])
    if own in _ASKING:
        context = next((named[name] for name in _CONTEXTS if name in named and named[name] != answer), "")
        return _joined(context, input_, first=input_) if context else ("", (input_,))
    for first, second in _PAIRS:
        if first in named and second in named and answer not in {named[first], named[second]}:
            one, two = named[first], named[second]
            return f"{one}: {{{{{one}}}}}\n{two}: {{{{{two}}}}}", (one, two)
    return "", (input_,)


def _siblings(table: Table, answer: str, input_: str) -> tuple[str, ...]:
    """Columns that differ from the answer's in a number at the end: “answer 1”, “answer 2”: any is accepted."""
    stem = plain(answer).rstrip("0123456789_")
    found = tuple(name for name in table.columns if plain(name).rstrip("0123456789_") == stem and name != input_)
    numbered = sum(plain(name)[-1:].isdigit() for name in found)
    return found if stem and not table.headless and len(found) > 1 and numbered >= len(found) - 1 else (answer,)


def _joined(one: str, two: str, first: str = "") -> tuple[str, tuple[str, ...]]:
    columns = (one, two) if first in {"", one} else (two, one)
    return f"{{{{{one}}}}}\n\n{{{{{two}}}}}", columns


def _named(named: Names[str, str], known: Sequence[str], free: Sequence[str]) -> str:
    """The free column with the best-known name: the whole name first, then a part of it (“user question”)."""
    whole = next((named[name] for name in known if named.get(name) in free), "")
    return whole or next(
        (named[own] for name in known if len(name) > 1 for own in named if _has(own, name) and named[own] in free), ""
    )


def _has(own: str, name: str) -> bool:
    """Whether a known name is a part of a column's: a word of it, or the end of a compound (“kundenanfrage”)."""
    if name in own.split("_") or ("_" in name and f"_{name}_" in f"_{own}_"):
        return True
    return own.endswith(name) and (len(name) >= 5 or (len(name) > 1 and not name.isascii()))


def _answer_by_content(table: Table, columns: Sequence[str], *, with_input: bool) -> str:
    """The last column of labels; without any the last column, or, as nothing is known of the input, the last but it."""
    labelled = [name for name in columns if _labelled(table, name)]
    if labelled:
        return labelled[-1]
    varied = [name for name in columns if len(set(table.column(name))) > 1] or list(columns)
    if with_input or len(varied) < 2:
        return varied[-1]
    fewest = min(len(set(table.column(name))) for name in varied)
    return [name for name in varied if len(set(table.column(name))) == fewest][-1]


def _labelled(table: Table, name: str) -> bool:
    values = table.column(name)
    different = len(set(values))
    return 2 <= different <= _LABELLED and 2 * different <= len(values)


def _length(table: Table, name: str) -> int:
    return sum(map(len, table.column(name)))
