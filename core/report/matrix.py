"""A comparison as a whole: every combination against one of them, with p-values that hold together (Holm 1979)."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.domain.certificate import PairedGain
from core.domain.comparison import CellKey, ComparisonCell, ComparisonSpec
from core.domain.task import Task
from core.errors import UsageError
from core.lab.stats import holm
from core.report.certificate import gain
from core.said import Said, as_said
from core.store.comparisons import Comparison


@dataclass(frozen=True, slots=True)
class Held:
    """One combination. `gain` is over the reference on the rows of both, and `p_value` is adjusted for all of them
    together; both are `None` for the reference itself."""

    name: str
    cell: ComparisonCell
    gain: PairedGain | None = None
    p_value: float | None = None

    @property
    def verdict(self) -> Said:
        """What may be said of it when all are said together."""
        if self.gain is None or self.p_value is None:
            return as_said("reference")
        if self.p_value >= 0.05:
            return as_said("may be chance")
        return as_said("better") if self.gain.difference > 0 else as_said("worse")


def held_against(comparison: Comparison, task: Task, reference: CellKey | None = None) -> tuple[Held, ...]:
    """Every combination that was scored, in the order of the spec, against the `reference` (the first one if none).

    `task` has the rows of the comparison. Raises `UsageError` for one that was not scored.
    """
    cells = {cell.key: cell for cell in comparison.cells}
    ordered = sorted(cells, key=lambda key: (key.prompt, key.model, key.seed))
    first = reference or next(iter(ordered), None)
    if first is None or first not in cells:
        raise UsageError("This combination has not been scored yet.", hint="Compare it first.")
    others = [key for key in ordered if key != first]
    gains = {key: _gain(task, cells[first], cells[key]) for key in others}
    adjusted = dict(zip(others, holm([gains[key].p_value for key in others]), strict=True))
    return tuple(Held(name_of(comparison.spec, key), cells[key], gains.get(key), adjusted.get(key)) for key in ordered)


def name_of(spec: ComparisonSpec, key: CellKey) -> str:
    """A combination in words, as short as it stays clear."""
    parts = [spec.prompts[key.prompt].name]
    if len(spec.models) > 1:
        parts.append(spec.models[key.model].name)
    if len(spec.seeds) > 1:
        parts.append(f"#{key.seed}")
    return " · ".join(parts)


def _gain(task: Task, before: ComparisonCell, after: ComparisonCell) -> PairedGain:
    rows: Sequence[object] = before.verdicts
    return gain(task, task.validation[: len(rows)], before.verdicts, after.verdicts)
