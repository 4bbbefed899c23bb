"""What other pages hand over to the comparison: opened by them, or dropped on its name in the sidebar."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from desktop.models.prompt_mime import prompts_in, runs_in
from desktop.pages.compare.page import ComparePage
from desktop.pages.targets import ComparisonTarget, PromptsTarget, RunsTarget


def open_target(page: ComparePage, target: object) -> None:
    """Choose it for a comparison, which the person starts; or show one that was kept."""
    match target:
        case RunsTarget(ids, alone):
            choose = page.choice.choose_runs if alone else page.choice.add_runs
            choose(ids)
            page.choice.use_models_of(ids)
        case ComparisonTarget(file):
            page.model.open(Path(file))
        case PromptsTarget(prompts, task, run):
            if task:
                page.choice.choose_task(task)
            page.choice.add_prompts(prompts)
            page.choice.use_models_of([run] if run else ())


def dropped(data: QMimeData) -> PromptsTarget | RunsTarget | None:
    """Runs, or prompts; of text from another program the prompt that it is."""
    runs, prompts = runs_in(data), prompts_in(data)
    if runs:
        return RunsTarget(tuple(runs))
    return PromptsTarget(tuple(prompts)) if prompts else None
