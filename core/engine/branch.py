"""A branch: a new run that starts from a candidate of an earlier one, with the same choices unless told otherwise."""

from dataclasses import replace
from pathlib import Path

from core.domain.editing import Edit, problems
from core.domain.prompt import Prompt
from core.domain.runspec import Origin, Role, RunSpec
from core.engine.commands.prepare import Prepare
from core.errors import UsageError
from core.said import joined


def branch(run: str, spec: RunSpec, edit: Edit, original: Prompt, task: Path, models: dict[Role, str]) -> Prepare:
    """What is to be prepared: the task, method, parameters and limits of `run` again, from the edited candidate on.

    An edit that changes nothing starts from the candidate as it is. Raises `UsageError` for a text that cannot stand.
    """
    changed = edit.text != original.text
    said = problems(original, edit.text) if changed else ()
    if said:
        raise UsageError(joined(*said), hint="Change the text, or branch from the candidate as it is.")
    return Prepare(
        str(task),
        models,
        spec.method,
        params=spec.all_params,
        budget=spec.budget,
        seed=spec.seed,
        final_rule=spec.final_rule,
        reading=spec.reading,
        racing=spec.racing,
        prompts=(replace(original, text=edit.text),),
        stop_at_label=spec.stops_at_label,
        label_bias=spec.learns_label_bias,
        origin=Origin(run, edit.parent, edited=changed),
    )
