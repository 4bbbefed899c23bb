"""A metric as a caller names it: a name, a Python file that was confirmed, or a function of the calling program."""

import inspect
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from core import trust
from core.data.tasks import read_metric_file
from core.domain.runspec import ParamValue
from core.errors import TaskError, UsageError

Judge: TypeAlias = str | Path | Callable[..., Any]
"""A metric's name, a file that defines `score`, or such a function."""

_CUSTOM = "custom"
_FUNCTION = "score"


def options_of(metric: Judge, options: Mapping[str, ParamValue], place: Path) -> tuple[str, dict[str, ParamValue]]:
    """The metric's name and its options; a function's text is written to a file in `place`.

    Raises `TaskError` for a file that was not confirmed, and `UsageError` for a function that cannot travel.
    """
    if isinstance(metric, str) and not metric.endswith(".py"):
        return metric, dict(options)
    if options:
        raise UsageError("A metric of your own has no options.", hint="Write them into its file or function.")
    if isinstance(metric, str | Path):
        code = read_metric_file(Path(metric))
        if not trust.is_confirmed(code):
            raise TaskError(
                f"The metric file {Path(metric).name} has not been confirmed on this machine, or has changed since.",
                kept="Nothing of it was run.",
                hint=f"Read it, then confirm it: core.api.trust({str(metric)!r})",
            )
        return _CUSTOM, {"file": str(metric)}
    code = code_of(metric)
    trust.confirm(code)  # the person's own program runs this very function: it needs no second look
    file = place / "own_metric.py"
    file.write_bytes(code.encode())
    return _CUSTOM, {"file": str(file)}


def code_of(function: Callable[..., Any]) -> str:
    """The text of a metric file with this function, which the engine's process runs by itself.

    Raises `UsageError` if its text is not at hand, or if it needs names that it does not define or import itself.
    """
    try:
        text = textwrap.dedent(inspect.getsource(function))
    except (OSError, TypeError) as error:
        raise UsageError(
            "The text of the metric function cannot be found.", hint="Put it into a file, and name the file."
        ) from error
    if not inspect.isfunction(function) or not text.startswith("def "):
        raise UsageError("A metric function is one that begins with “def”, without a decorator.", hint=_shape())
    _refuse_outside(function)
    own = "" if function.__name__ == _FUNCTION else f"\n{_FUNCTION} = {function.__name__}\n"
    return f"{text}{own}"


def _refuse_outside(function: Callable[..., Any]) -> None:
    """The function runs in another process, which has nothing of what stands around it here."""
    used = inspect.getclosurevars(function)
    outside = [*used.nonlocals, *used.globals]
    if outside:
        raise UsageError(
            f"The metric function uses “{outside[0]}”, which the engine's process does not have.",
            hint="Import or define it inside the function, or put both into a file and name the file.",
        )


def _shape() -> str:
    return "def score(reply, answers, input): return float(reply.strip() in answers)"
