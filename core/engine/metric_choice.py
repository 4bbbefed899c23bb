"""What a person chose as the metric of a new task, in the window or on the command line, checked and made plain."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from core.data import tasks
from core.domain.params import as_values, fields
from core.domain.runspec import ParamValue
from core.domain.task import AnswerContract, AnswerKind, Task
from core.errors import UsageError
from core.metrics import check_metric, metric
from core.said import Said

FILE = "file"
"""The option of a metric that names a Python file."""


@dataclass(frozen=True, slots=True)
class MetricChoice:
    """The options that differ from the metric's defaults, and the text of the metric file that they named."""

    name: str
    options: dict[str, ParamValue] = field(default_factory=dict)
    code: str = ""


def choose_metric(name: str, given: Mapping[str, ParamValue], kind: AnswerKind) -> MetricChoice:
    """Raises `UsageError` or `TaskError` if the options do not fit, or the metric does not fit answers of this kind.

    A metric file is read and not run, so that what it holds is checked only after it was confirmed.
    """
    made = metric(name, given)
    described = {item.name: item for item in fields(type(made))}
    options = {key: value for key, value in as_values(made).items() if value != described[key].default}
    path = str(options.pop(FILE, ""))
    if path:
        return MetricChoice(name, options, tasks.read_metric_file(Path(path)))
    if FILE in described and not described[FILE].info.advanced:
        raise UsageError(
            Said("The metric “{name}” needs a Python file.", name=name),
            hint=Said("Name it as the metric's option “{file}”.", file=FILE),
        )
    contract = AnswerContract(kind)
    check_metric(Task("", (), (), metric=name, metric_options=tuple(options.items()), contract=contract))
    return MetricChoice(name, options)
