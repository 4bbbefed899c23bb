"""Sets of worked examples: drawn over all labels from hard and typical rows, in a balanced order, and mutated."""

import random
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from core.domain.candidate import Draft
from core.domain.example import Example
from core.domain.prompt import Demonstration, Prompt
from core.domain.task import Task
from core.operators.words import centred, estimated_tokens

OPERATOR = "demonstrations"
"""The operator of a draft with a set drawn anew."""

SIZES = (4, 8, 12)
"""Worked examples in a set."""

MOST_TOKENS = 1500
"""Tokens that a prompt may come to with all its worked examples, as estimated, where the caller knows no better."""

_MOST_LABELS = 24
"""So many different answers at most are labels, of which each should be shown."""
_LONG_SHARE = 0.8
"""Rows longer than this share of all are left out: they cost room, and show no more."""

Fits = Callable[[Prompt], bool]
"""Whether a prompt with these worked examples leaves room for its input."""


def sets(
    task: Task,
    prompts: Sequence[Prompt],
    rows: Sequence[Example],
    rng: random.Random,
    *,
    sizes: Sequence[int] = SIZES,
    each: int = 2,
    hard: Collection[int] = (),
    fits: Fits | None = None,
    parents: Sequence[str] = (),
) -> tuple[Draft, ...]:
    """`each` sets of every size, of which the prompts take turns, and none twice; sets that do not `fits` get smaller.

    `rows` may be shown; whoever asks one of them leaves it out, as a model would copy it. `hard` are the numbers
    of those that the prompt gets wrong.
    """
    enough = fits or (lambda prompt: cost(task, prompt) <= MOST_TOKENS)
    pool = showable(rows)
    made: dict[Prompt, None] = {}
    for number, size in enumerate(size for size in sizes for _ in range(each)):
        prompt = prompts[number % len(prompts)]
        drawn = draw(pool, size, rng, hard=hard, last=number)
        shown = shrunk(replace(prompt, demonstrations=drawn), enough)
        if shown.demonstrations:
            made.setdefault(shown)
    return tuple(Draft(prompt, tuple(parents), OPERATOR) for prompt in made)


def cost(task: Task, prompt: Prompt) -> int:
    """Tokens, as estimated, of a question with all its worked examples: each repeats the instruction."""
    said = estimated_tokens(f"{prompt.text}\n{task.contract.instruction}\n{task.input_template}") + 8
    shown = (
        f"{one.input} {one.output} {' '.join(value for _, value in one.variables)}" for one in prompt.demonstrations
    )
    return said + sum(said + estimated_tokens(text) for text in shown)


def shrunk(prompt: Prompt, fits: Fits) -> Prompt:
    """With as many of its worked examples as fit: the longest goes first, the last of a label last."""
    while prompt.demonstrations and not fits(prompt):
        counts = Counter(one.output for one in prompt.demonstrations)
        gone = max(prompt.demonstrations, key=lambda one: (counts[one.output] > 1, one.words))
        prompt = replace(prompt, demonstrations=tuple(one for one in prompt.demonstrations if one is not gone))
    return prompt


def draw(
    rows: Sequence[Example], size: int, rng: random.Random, *, hard: Collection[int] = (), last: int = 0
) -> tuple[Demonstration, ...]:
    """`size` worked examples that share the labels evenly: of each label typical, hard and random rows in turn.

    `last` numbers the label that stands last, which a small model favours: sets should differ in it.
    """
    by_label = _by_label(rows)
    queues = {label: _turns(group, rng, hard) for label, group in by_label.items()}
    labels = rng.sample(sorted(queues), len(queues))
    chosen: list[Example] = []
    while len(chosen) < min(size, len(rows)) and queues:
        for label in list(labels):
            row = next(queues[label], None)
            if row is None:
                labels.remove(label)
                del queues[label]
            elif len(chosen) < size:
                chosen.append(row)
    return tuple(map(shown, ordered(chosen, rng, last)))


def ordered(rows: Sequence[Example], rng: random.Random, last: int = 0) -> list[Example]:
    """The rows so that equal answers stand apart, and the answer that comes last is number `last` of them all."""
    left = {label: rng.sample(group, len(group)) for label, group in _by_label(rows).items()}
    names = sorted(left)
    backwards: list[Example] = []
    while left:
        names_left = sorted(left)
        if backwards:
            before = _label(backwards[-1], left)
            others = [name for name in names_left if name != before] or names_left
            most = max(len(left[name]) for name in others)
            name = rng.choice([each for each in others if len(left[each]) == most])
        else:
            name = names[last % len(names)]
        backwards.append(left[name].pop())
        if not left[name]:
            del left[name]
    return backwards[::-1]


def shown(row: Example) -> Demonstration:
    """A row as a worked example."""
    return Demonstration(row.input, row.answer, row.variables)


def showable(rows: Sequence[Example]) -> tuple[Example, ...]:
    """The rows that are worth their room: each input once, without the longest fifth."""
    once = tuple({row.input.strip().casefold(): row for row in reversed(rows)}.values())[::-1]
    lengths = sorted(estimated_tokens(row.input) for row in once)
    if not lengths:
        return ()
    longest = lengths[int(_LONG_SHARE * (len(lengths) - 1))]
    fitting = tuple(row for row in once if estimated_tokens(row.input) <= longest)
    answered = {row.answer for row in fitting}
    return (*fitting, *(row for row in once if row.answer not in answered))


# Mutations


def mutated(prompt: Prompt, rows: Sequence[Example], rng: random.Random, *, most: int = max(SIZES)) -> Prompt:
    """One worked example more, one less, or one exchanged, equally likely; then all in a new order.

    CAPO (arXiv 2504.16005) adds, removes or keeps. Where a step is impossible the next one is taken.
    """
    had = prompt.demonstrations
    fresh = [row for row in showable(rows) if row.input not in {one.input for one in had}]
    possible = [name for name, can in _possible(had, fresh, most).items() if can]
    if not possible:
        return prompt
    wished = rng.choice(("add", "remove", "swap"))
    step = wished if wished in possible else rng.choice(possible)
    kept = list(had)
    if step != "add":
        kept.pop(_most_shown(had, rng))
    if step != "remove":
        kept.append(shown(_least_shown(kept, fresh, rng)))
    return reordered(replace(prompt, demonstrations=tuple(kept)), rng)


def reordered(prompt: Prompt, rng: random.Random) -> Prompt:
    """The same worked examples in another balanced order."""
    had = prompt.demonstrations
    rows = [Example(place, one.input, (one.output,), one.variables) for place, one in enumerate(had)]
    order = ordered(rows, rng, rng.randrange(max(1, len(rows))))
    return replace(prompt, demonstrations=tuple(had[row.row] for row in order))


def _possible(had: Sequence[Demonstration], fresh: Sequence[Example], most: int) -> dict[str, bool]:
    return {"add": bool(fresh) and len(had) < most, "remove": bool(had), "swap": bool(had) and bool(fresh)}


def _most_shown(had: Sequence[Demonstration], rng: random.Random) -> int:
    """The place of a worked example whose answer is shown most often."""
    counts = Counter(one.output for one in had)
    return rng.choice([place for place, one in enumerate(had) if counts[one.output] == max(counts.values())])


def _least_shown(had: Sequence[Demonstration], fresh: Sequence[Example], rng: random.Random) -> Example:
    """A row whose answer is shown least often: where answers are labels, so that none is forgotten."""
    counts = Counter(one.output for one in had)
    fewest = min(counts[row.answer] for row in fresh)
    return rng.choice([row for row in fresh if counts[row.answer] == fewest])


# Rows by label


def _by_label(rows: Sequence[Example]) -> dict[str, list[Example]]:
    """The rows of each label; all in one group where answers are no labels."""
    few = len({row.answer for row in rows}) <= _MOST_LABELS
    groups: dict[str, list[Example]] = {}
    for row in rows:
        groups.setdefault(row.answer if few else "", []).append(row)
    return groups


def _label(row: Example, groups: Collection[str]) -> str:
    return row.answer if row.answer in groups else ""


def _turns(rows: Sequence[Example], rng: random.Random, hard: Collection[int]) -> Iterator[Example]:
    """All rows of a label once: a typical one, a hard one, a random one, and again.

    Of the typical ones a draw takes any of the first third, so that sets differ.
    """
    typical = centred(rows, lambda row: row.input)
    first = max(1, -(-len(typical) // 3))
    queues = [
        rng.sample(typical[:first], first) + list(typical[first:]),
        rng.sample([row for row in rows if row.row in hard], sum(row.row in hard for row in rows)),
        rng.sample(list(rows), len(rows)),
    ]
    taken: set[int] = set()
    while any(queues):
        for queue in queues:
            while queue:
                row = queue.pop(0)
                if row.row not in taken:
                    taken.add(row.row)
                    yield row
                    break
