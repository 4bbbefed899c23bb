"""Which rows go into which split of a new task: as the file says where it does, and never an empty one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.data.mapping import ExampleSet
from core.data.splitting import Sizes, Splits, evaluation_order, question, split
from core.data.task_file import AnswerSection, PromptSection
from core.domain.example import Example, Split
from core.domain.prompt import Prompt, fill
from core.errors import TaskError
from core.said import Said, as_said

_TOO_FEW = "A task needs at least a dozen rows that ask different things; 500 or more can show a gain."
_LEAST = 12
_LEAKING = 24
"""Characters of a sealed input that, found in an instruction, are no chance."""


@dataclass(frozen=True, slots=True)
class Divided:
    """The splits, and how they came about where it was not as asked."""

    splits: Splits
    notes: tuple[str, ...] = ()


def identity(prompt: PromptSection) -> str:
    """What tells two rows apart: all that the model sees of them, by the template and by the prompts' own variables."""
    seeds = [prompt.seed] if isinstance(prompt.seed, str) else prompt.seed
    shown = Prompt(prompt.input_template).placeholders
    named = sorted({name for seed in seeds for name in Prompt(seed).placeholders} - shown)
    return "\n".join((prompt.input_template, *(f"{{{{{name}}}}}" for name in named)))


def group_leaks(found: ExampleSet, column: str) -> tuple[str, ...]:
    """A sentence if rows of one group stand in several splits of the file: what was learnt of it is no news there."""
    if not found.splits or not found.groups:
        return ()
    places: dict[str, set[Split]] = {}
    for name, each in zip(found.groups, found.splits, strict=True):
        places.setdefault(name, set()).add(each)
    apart = [name for name, splits in places.items() if len(splits) > 1]
    if not apart:
        return ()
    shown = ", ".join(f"“{name[:40]}”" for name in apart[:5]) + (", …" if len(apart) > 5 else "")
    return (
        Said(
            "{apart} of {places} groups of the column “{column}” have rows in several splits: {shown}.",
            apart=f"{len(apart):,}",
            places=f"{len(places):,}",
            column=column,
            shown=shown,
        ),
    )


def one_split_only(found: ExampleSet) -> bool:
    """Whether all rows name the same split."""
    return bool(found.splits) and len(set(found.splits)) == 1


def divide(found: ExampleSet, sizes: Sizes | None = None, *, seed: int = 0, template: str, column: str = "") -> Divided:
    """The rows in their splits. Where the file names two of the three, rows of the larger become the third.

    Raises `TaskError` if a split would be empty.
    """
    if found.splits:
        return _as_named(found, seed, template, column)
    splits, notes = _grouped(found, sizes, seed, template)
    empty = [each.value for each in Split if not splits.rows(each)]
    if empty:
        different = len({question(example, template) for example in found.examples})
        rows = Said(
            "{examples} usable rows that ask {different} different things"
            if different < len(found.examples)
            else "{examples} usable rows",
            examples=f"{len(found.examples):,}",
            different=f"{different:,}",
        )
        raise TaskError(
            Said(
                "{rows} are too few for train, validation and test: no row is left for {empty}.",
                rows=rows,
                empty=as_said(empty[0]),
            ),
            hint=_TOO_FEW,
        )
    return Divided(splits, notes)


def _grouped(found: ExampleSet, sizes: Sizes | None, seed: int, template: str) -> tuple[Splits, tuple[str, ...]]:
    """By groups, unless there are too few of them."""
    if not found.groups:
        return split(found.examples, sizes, seed=seed, template=template), ()
    groups = _groups(found)
    splits = split(found.examples, sizes, seed=seed, template=template, groups=groups)
    if all(splits.rows(each) for each in Split):
        return splits, ()
    kinds = len(set(found.groups))
    note = Said(
        "The rows come from {kinds} groups, too few to keep each in one split; groups were not looked at.",
        kinds=f"{kinds:,}",
    )
    return split(found.examples, sizes, seed=seed, template=template), (note,)


def _groups(found: ExampleSet) -> dict[int, str]:
    """The group of each row, if rows have any."""
    if not found.groups:
        return {}
    return {example.row: name for example, name in zip(found.examples, found.groups, strict=True)}


def _as_named(found: ExampleSet, seed: int, template: str, column: str) -> Divided:
    rows = {each: found.of(each) for each in Split}
    missing = [each for each in Split if not rows[each]]
    if len(missing) > 1 or len(found.examples) < _LEAST:
        counts = ", ".join(f"{len(rows[each]):,} {each.value}" for each in Split if rows[each])
        raise TaskError(
            Said(
                "The column “{column}” gives {counts} rows, and none for {missing}.",
                column=column,
                counts=counts or "no",
                missing=" and ".join(m.value for m in missing),
            )
            if missing
            else Said(
                "{examples} usable rows are too few for train, validation and test.",
                examples=f"{len(found.examples):,}",
            ),
            hint="To divide the rows anew, leave this column out: --split-column none." if missing else _TOO_FEW,
        )
    notes: tuple[str, ...] = ()
    if missing:
        rows, notes = _completed(rows, missing[0], seed, template, found)
    return Divided(Splits(*(evaluation_order(rows[each]) for each in Split)), notes)


def _completed(
    rows: dict[Split, tuple[Example, ...]], missing: Split, seed: int, template: str, found: ExampleSet
) -> tuple[dict[Split, tuple[Example, ...]], tuple[str, ...]]:
    """The third split, taken out of the larger of the two others, with what asks the same on one side."""
    source = max((each for each in Split if each is not missing), key=lambda each: (len(rows[each]), each.value))
    given = rows[source]
    taken = max(1, min(len(given) * 2 // 5, 500))
    groups = _groups(found)
    made = split(given, Sizes(len(given) - taken, taken, 0), seed=seed, template=template, groups=groups)
    if not made.validation or not made.train:
        raise TaskError(
            Said(
                "The file has no {missing} rows, and too few {source} rows to take some of them.",
                missing=as_said(missing.value),
                source=as_said(source.value),
            ),
            hint="To divide the rows anew, leave the split column out: --split-column none.",
        )
    note = Said(
        "The file has no {missing} rows: {validation} of its {given} {source} rows became {missing}.",
        missing=missing.value,
        validation=f"{len(made.validation):,}",
        given=f"{len(given):,}",
        source=source.value,
    )
    return {**rows, source: made.train, missing: made.validation}, (note,)


def refuse_leaks(answer: AnswerSection, prompt: PromptSection, splits: Splits) -> None:
    """Raise `TaskError` if what every prompt is sent with tells the answers or inputs of sealed rows."""
    counts = Counter(answer for example in _every(splits) for answer in example.answers)
    sealed = {answer for example in splits.test for answer in example.answers}
    rows = sum(len(splits.rows(each)) for each in Split)
    told = [label for label in answer.labels if label in sealed and counts[label] == 1]
    if len(told) > 3 and 4 * len(told) > len(splits.test) and 2 * len(answer.labels) > rows:
        raise TaskError(
            Said(
                "The instruction would list {labels} labels, and with them the answers of {told} sealed rows.",
                labels=f"{len(answer.labels):,}",
                told=f"{len(told):,}",
            ),
            hint="Answers that differ from row to row are no labels: choose another kind (--kind list, span or text).",
        )
    instruction = answer.instruction or ""
    shown = [fill(prompt.input_template, example) for example in splits.test]
    if any(len(text) >= _LEAKING and text.strip() in instruction for text in shown):
        raise TaskError(
            "The instruction that is sent with every prompt holds a sealed row.", hint="Take the row out of it."
        )


def quoted_rows(texts: Iterable[str], splits: Splits) -> tuple[int, ...]:
    """Rows of the sealed test whose input stands word for word in one of these texts."""
    every = " ".join(" ".join(texts).split())
    return tuple(
        example.row
        for example in splits.test
        if len(example.input) >= _LEAKING and " ".join(example.input.split()) in every
    )


def _every(splits: Splits) -> Sequence[Example]:
    return (*splits.train, *splits.validation, *splits.test)
