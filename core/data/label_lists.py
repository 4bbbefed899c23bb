"""Whether the cells of a column are sets of labels: lists whose items come again, in JSON or parted by commas."""

from collections import Counter
from collections.abc import Sequence

from core.data.words import plain
from core.domain.label_sets import labels_in, listed_texts

_MOST = 200
_ALTERNATIVES = frozenset({
    "answers", "answer", "ideal", "reference", "references", "expected", "expected_output", "ground_truth", "gold",
    "gold_answer", "gold_answers", "target", "targets", "solution", "solutions", "accepted", "accepted_answers",
    "aliases",
    "correct_answers", "correct_answer", "expected_answer", "expected_answers", "output", "outputs", "completion",
})  # fmt: skip
"""Under these names a list holds alternatives, any one of which is right."""


_SETS = frozenset({
    "tags", "labels", "topics", "categories", "emotions", "genres", "intents", "classes", "keywords", "themes",
    "aspects",
    "etiketten", "kategorien", "themen", "etiquettes", "categorias", "etiquetas", "标签", "метки", "теги",
})  # fmt: skip
"""Under these names a cell holds a set."""


def are_label_sets(column: str, cells: Sequence[str]) -> bool:
    """Whether an answer of this column is a set of labels."""
    given = [cell.strip() for cell in cells if cell.strip()]
    if not given or plain(column) in _ALTERNATIVES:
        return False
    lists = [listed_texts(cell) for cell in given]
    if all(each is not None for each in lists):
        filled = [each for each in lists if each is not None]
        return _repeat(filled) and any(len(each) != 1 for each in filled)
    return not any(each is not None for each in lists) and _are_parted(given, named=plain(column) in _SETS)


def _repeat(sets: Sequence[Sequence[str]]) -> bool:
    """Few different items, most of them in several rows."""
    counts = Counter(item for items in sets for item in set(items))
    return 1 <= len(counts) <= _MOST and 2 * len(counts) <= sum(counts.values())


def _are_parted(cells: Sequence[str], *, named: bool) -> bool:
    """Names parted by commas or the like: each comes again, and unless the column is named so, most of them stand alone
    in some row."""
    sets = [labels_in(cell) for cell in cells]
    several = sum(len(labels) > 1 for labels in sets)
    if several < 2 or 20 * several < len(cells) or not _repeat(sets):
        return False
    counts = Counter(label for labels in sets for label in labels)
    alone = {labels[0] for labels in sets if len(labels) == 1}
    return (
        all(len(label.split()) <= 5 for label in counts)
        and min(counts.values()) > 1
        and ((named and bool(alone)) or 2 * len(alone & counts.keys()) >= len(counts))
    )
