"""Prompts × models × seeds on the same validation rows, and two of them held against each other."""

from typing import TYPE_CHECKING

from core.domain.comparison import CellKey, ComparisonCell, Contestant, Contrast
from core.domain.runspec import ParamValue, Role
from core.engine.messages import Command, Message, handles

if TYPE_CHECKING:
    from core.engine.context import EngineContext


class CellScored(Message, frozen=True, tag=True):
    """One combination of a comparison, kept in its file."""

    cell: ComparisonCell


class Compared(Message, frozen=True, tag=True):
    """Every combination has been scored."""

    file: str


class Compare(Command[Compared], frozen=True, tag=True):
    """Score prompts × models (paths) × seeds on the task's leading `rows` validation rows (0: all).

    Cells are kept in `file`; those that are there already are not scored again. Answers: `CellScored`…, `Compared`.
    """

    file: str
    task_folder: str
    prompts: tuple[Contestant, ...]
    models: tuple[str, ...]
    seeds: tuple[int, ...] = (0,)
    temperature: float = 0.0
    rows: int = 0
    helpers: dict[Role, str] = {}
    """Models that the task's metric asks: a judge, an embedding model."""

    settings: dict[str, dict[str, ParamValue]] = {}
    """How a model is to be loaded where the person chose it, by its path."""


class Weighed(Message, frozen=True, tag=True):
    """Two cells held against each other."""

    contrast: Contrast


class Weigh(Command[Weighed], frozen=True, tag=True):
    """Hold one cell of a comparison against another, by the metric or by thumbs (1, -1 by reply)."""

    file: str
    task_folder: str
    before: CellKey
    after: CellKey
    by_thumbs: bool = False
    thumbs: dict[str, int] = {}


@handles(Compare)
def _compare(command: Compare, context: "EngineContext") -> Compared:
    from core.engine.compare import compare

    return compare(command, context)


@handles(Weigh)
def _weigh(command: Weigh, context: "EngineContext") -> Weighed:
    from core.engine.compare import weigh

    del context
    return weigh(command)
