"""After a run: what its final prompt may be expected to do, and what it shares with single rows."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.review import Review, SharedText
from core.domain.task import Task
from core.lab.proposing.leaks import Specifics
from core.report.expected_gain import expected_gain
from core.state import RunState

_WORDS = 5
"""So many words of a row in a row are no coincidence."""

_WORD = re.compile(r"\w+")


def review(state: RunState, task: Task) -> Review | None:
    """The review of a run that has chosen its final prompt; `None` for one that has not."""
    node = state.nodes.get(state.best)
    if node is None or state.final is None:
        return None
    own = [seed.candidate.prompt for seed in state.seeds]
    shared = () if node.candidate.is_seed else shared_text(node.candidate.prompt, own, task)
    return Review(node.candidate.id, expected_gain(state, task), shared)


def shared_text(prompt: Prompt, own: Sequence[Prompt], task: Task) -> tuple[SharedText, ...]:
    """What a prompt shares with any train or validation row: five words or more in a row, names, numbers of two digits.

    What stands in the person's `own` prompts, in the labels or in the answer contract is no leak. The sealed rows are
    not looked at.
    """
    rows = (*task.train, *task.validation)
    allowed = "\n".join((*(each.text for each in own), task.contract.instruction, *task.contract.labels))
    return (*_shared_words(prompt.text, rows, allowed), *_shared_specifics(prompt.text, rows, allowed))


def _shared_specifics(text: str, rows: Sequence[Example], allowed: str) -> Iterable[SharedText]:
    found = [token for token in Specifics.of(rows, rows, allowed=allowed).found_in(text) if len(token.split()) == 1]
    for token in found:
        places = tuple(row.row for row in rows if token in row.input or any(token in answer for answer in row.answers))
        yield SharedText("number" if token[0].isdigit() else "name", token, places)


def _shared_words(text: str, rows: Sequence[Example], allowed: str) -> list[SharedText]:
    """The longest runs of words that a row has, too; each with the rows that have its first five words."""
    places: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for row in rows:
        for source in (row.input, *row.answers):
            for gram in _grams(source):
                places[gram].add(row.row)
    permitted = set(_grams(allowed))
    words = _WORD.findall(text.casefold())
    found: list[SharedText] = []
    start = 0
    while start + _WORDS <= len(words):
        end, common = start + _WORDS, places.get(tuple(words[start : start + _WORDS]), set())
        if not common or tuple(words[start:end]) in permitted:
            start += 1
            continue
        while end < len(words) and places.get(tuple(words[end - _WORDS + 1 : end + 1]), set()) & common:
            common, end = places[tuple(words[end - _WORDS + 1 : end + 1])] & common, end + 1
        found.append(SharedText("words", " ".join(words[start:end]), tuple(sorted(common))))
        start = end
    return found


def _grams(text: str) -> Iterable[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return (tuple(words[start : start + _WORDS]) for start in range(len(words) - _WORDS + 1))
