"""How a task's answers are judged, changed in its folder: the metric with its options and file, the answer contract."""

from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from core import files
from core.data.creating import METRIC_FILE
from core.data.task_file import FILE_NAME, AnswerSection, dump_task_file, inside, read_task_file
from core.domain.runspec import ParamValue
from core.domain.task import AnswerContract
from core.store.atomic import write_atomically
from core.store.locks import task_turn


@dataclass(frozen=True, slots=True)
class Judging:
    """A metric with the options that differ from its defaults, the text of its own file if it has one, and the
    contract that every answer is held to."""

    metric: str
    options: dict[str, ParamValue] = field(default_factory=dict)
    code: str = ""
    answer: AnswerContract = field(default_factory=AnswerContract)


def change_judging(folder: Path, judging: Judging) -> None:
    """Write it into the task's file, in one step; the file before stays as `task.toml.bak`.

    Scores made before and after are not comparable, so runs of the task cannot be resumed afterwards. Raises
    `TaskError` for a folder that is no task, and `WorkspaceError` if the disk refuses; nothing is changed then.
    """
    with task_turn(folder):
        file = read_task_file(folder)
        options = dict(judging.options)
        if judging.code:
            options["file"] = _keep_code(folder, judging.code)
        answer = judging.answer
        section = AnswerSection(
            answer.kind,
            list(answer.labels),
            answer.instruction,
            answer.max_tokens,
            list(answer.stops),
            answer.thought_tokens,
            list(answer.thought_tags),
        )
        changed = msgspec.structs.replace(file, metric=judging.metric, metric_options=options, answer=section)
        write_atomically(folder / FILE_NAME, dump_task_file(changed), keep_previous=True)


def _keep_code(folder: Path, code: str) -> str:
    """Write a metric file beside those there are, unless one of them is the same; its name."""
    wanted, number = METRIC_FILE, 1
    while (path := inside(folder, wanted)).exists():
        if files.read(path) == code.encode():
            return wanted
        number += 1
        wanted = f"metric-{number}.py"
    write_atomically(path, code.encode())
    return wanted
