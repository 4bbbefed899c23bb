"""Whet from Python, for notebooks and scripts: `optimize`, `evaluate`, `compare`.

    from core import api

    rows = [("Great sound, and it was here in a day.", "positive"), ...]
    result = api.optimize(rows, "Is the customer happy?", model="qwen2.5-0.5b-instruct.gguf")
    print(result.prompt, result.score, result.own_score)
    print(result.certify().sentence)
    result.export("prompt.json", "json")

Models run in the engine's own process, as for the window; this process computes nothing and loads no model. `data` is
the path of a file in any format that Whet reads, a list of dictionaries or of pairs (input, answer), a dictionary of
columns, a data frame of pandas or polars, an Arrow table, or a task: its folder, its name in the workspace, or a
sample's name. A fifth of the rows is learned from, three tenths choose, and half stay sealed for `Result.certify`.

Without a `workspace` everything lies in a temporary one, which is deleted with the result. What goes wrong is a
`core.errors.WhetError`, with `message`, `kept` and `hint`.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from core.control import CancelToken

if TYPE_CHECKING:
    from core.domain.runspec import Budget
    from core.scripting.driving import Progress
    from core.scripting.measuring import Evaluation, Measuring
    from core.scripting.places import Asked
    from core.scripting.result import Result

__all__ = ["CancelToken", "bundled_model", "compare", "evaluate", "optimize", "trust"]

Model: TypeAlias = str | Path | None
"""A GGUF, or the address of a server (`http://127.0.0.1:8080/v1#name`). Left out: the starter model, or the one that a
sample was made for."""

Columns: TypeAlias = str | Sequence[str]
"""The name of a column, or of several. Left out: guessed."""

Value: TypeAlias = bool | int | float | str


def optimize(
    data: object,
    prompt: str = "",
    *,
    model: Model = None,
    metric: str | Path | Callable[..., Any] = "",
    method: str | Path = "",
    budget: "int | Budget | Mapping[str, float] | None" = None,
    preset: str = "",
    params: Mapping[str, Value] | None = None,
    metric_options: Mapping[str, Value] | None = None,
    input: Columns = (),  # noqa: A002 - the word of the command line and of task files
    answer: Columns = (),
    sizes: tuple[float, float, float] | None = None,
    optimizer: Model = None,
    judge: Model = None,
    embedder: Model = None,
    reading: str = "",
    seed: int = 0,
    name: str = "",
    anyway: bool = False,
    workspace: str | Path | None = None,
    progress: "Callable[[Progress], None] | None" = None,
    cancel: CancelToken | None = None,
) -> "Result":
    """Search for a better prompt than `prompt` (left out: the task's own, or a suggested one).

    `metric` is a name (`whet metrics` lists them), a Python file that was confirmed (`trust`), or a function
    `score(reply, answers, input)` that gives 0…1; `method` a name (`whet methods`) or a Python file that was confirmed,
    with its `preset` and `params`.
    `budget` is a number of calls, or limits by name: `{"calls": 2000, "minutes": 10}`. `sizes` are rows, or shares, of
    train, validation and sealed test. `optimizer` writes prompts in place of `model`; `judge` and `embedder` are for
    metrics that ask one. `reading` is "generated" or "choices". `anyway` starts with limits that are too small.

    `progress` is called in this thread; setting `cancel` from any thread ends the search, and the result is of what was
    tried. Ctrl-C does so too, and is raised. Raises `WhetError`.
    """
    from core.domain.runspec import Role
    from core.scripting.places import Home
    from core.scripting.searching import Search, search

    asked = _asked(data, prompt, metric, metric_options, input, answer, sizes, name)
    models = {Role.TASK: model, Role.OPTIMIZER: optimizer, Role.JUDGE: judge, Role.EMBEDDER: embedder}
    wanted = Search(models, method, preset, dict(params or {}), budget, reading, seed, anyway)
    return search(asked, wanted, Home(workspace), progress, cancel)


def evaluate(
    data: object,
    prompt: str = "",
    *,
    model: Model = None,
    metric: str | Path | Callable[..., Any] = "",
    metric_options: Mapping[str, Value] | None = None,
    input: Columns = (),  # noqa: A002
    answer: Columns = (),
    sizes: tuple[float, float, float] | None = None,
    rows: int = 0,
    judge: Model = None,
    embedder: Model = None,
    name: str = "",
    workspace: str | Path | None = None,
    progress: "Callable[[Progress], None] | None" = None,
    cancel: CancelToken | None = None,
) -> "Evaluation":
    """Score one prompt on the validation rows, or on the leading `rows` of them; the sealed rows stay sealed.

    Its replies are in `rows` of what is given back. The other arguments are those of `optimize`. Raises `WhetError`,
    and `core.control.Cancelled` where `cancel` was set.
    """
    asked = _asked(data, prompt, metric, metric_options, input, answer, sizes, name)
    wanted = _measuring([prompt] if prompt else [], model, judge, embedder, 1, 0.0, rows)
    return _measured(asked, wanted, workspace, progress, cancel)[0]


def compare(
    data: object,
    prompts: Sequence[str],
    *,
    model: Model | Sequence[str | Path] = None,
    metric: str | Path | Callable[..., Any] = "",
    metric_options: Mapping[str, Value] | None = None,
    input: Columns = (),  # noqa: A002
    answer: Columns = (),
    sizes: tuple[float, float, float] | None = None,
    rows: int = 0,
    seeds: int = 1,
    temperature: float = 0.0,
    judge: Model = None,
    embedder: Model = None,
    name: str = "",
    workspace: str | Path | None = None,
    progress: "Callable[[Progress], None] | None" = None,
    cancel: CancelToken | None = None,
) -> "tuple[Evaluation, ...]":
    """Score several prompts, on one `model` or several, on the same validation rows; each against the first (`gain`).

    With a `temperature`, each is sampled with as many `seeds`. The other arguments are those of `optimize`. Raises
    `WhetError`, and `core.control.Cancelled` where `cancel` was set.
    """
    asked = _asked(data, prompts[0] if prompts else "", metric, metric_options, input, answer, sizes, name)
    wanted = _measuring(prompts, model, judge, embedder, seeds, temperature, rows)
    return _measured(asked, wanted, workspace, progress, cancel)


def bundled_model() -> str:
    """The demonstration model that comes with Whet, which knows the samples only: for trying things out. Raises
    `ModelError` where this installation lacks it."""
    from core.engine.choosing import bundled_model as found

    return str(found())


def trust(file: str | Path) -> str:
    """Confirm that you have read a metric's or a method's Python file, and that it may run on this machine; the SHA-256
    of its text. One changed character is another file. Raises `TaskError` for one that cannot be read."""
    from core.data.tasks import read_metric_file
    from core.trust import confirm

    return confirm(read_metric_file(Path(file)))


def _asked(
    data: object,
    prompt: str,
    metric: str | Path | Callable[..., Any],
    options: Mapping[str, Value] | None,
    inputs: Columns,
    answers: Columns,
    sizes: tuple[float, float, float] | None,
    name: str,
) -> "Asked":
    from core.scripting.places import Asked

    return Asked(data, prompt, metric, dict(options or {}), _several(inputs), _several(answers), sizes, name)


def _measuring(
    prompts: Sequence[str],
    model: Model | Sequence[str | Path],
    judge: Model,
    embedder: Model,
    seeds: int,
    temperature: float,
    rows: int,
) -> "Measuring":
    from core.domain.runspec import Role
    from core.scripting.measuring import Measuring

    models = () if model is None else (model,) if isinstance(model, str | Path) else tuple(model)
    helpers = {Role.JUDGE: judge, Role.EMBEDDER: embedder}
    return Measuring(prompts, models, helpers, seeds, temperature, rows)


def _measured(
    asked: "Asked",
    wanted: "Measuring",
    workspace: str | Path | None,
    progress: "Callable[[Progress], None] | None",
    cancel: CancelToken | None,
) -> "tuple[Evaluation, ...]":
    from core.scripting.measuring import measured
    from core.scripting.places import Home

    return measured(asked, wanted, Home(workspace), progress, cancel)


def _several(columns: Columns) -> tuple[str, ...]:
    return (columns,) if isinstance(columns, str) else tuple(columns)
