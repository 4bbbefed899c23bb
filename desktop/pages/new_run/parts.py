"""The parts of the form of a new run, for what fills several of them or reads several of them."""

from dataclasses import dataclass

from core.engine.commands.prepare import Prepare
from desktop.pages.new_run.before_part import BeforePart
from desktop.pages.new_run.branch_part import BranchPart
from desktop.pages.new_run.budget_part import BudgetPart
from desktop.pages.new_run.judging_part import JudgingPart
from desktop.pages.new_run.method_part import MethodPart
from desktop.pages.new_run.model_part import ModelPart
from desktop.pages.new_run.prompt_part import PromptPart
from desktop.pages.new_run.task_part import TaskPart


@dataclass(frozen=True, slots=True)
class FormParts:
    """Made by the page, which alone decides what follows from a change of one."""

    task: TaskPart
    prompt: PromptPart
    judging: JudgingPart
    model: ModelPart
    method: MethodPart
    limits: BudgetPart
    before: BeforePart
    branch: BranchPart


def said(parts: FormParts) -> Prepare:
    """What stands in the form, whole or not."""
    texts = parts.prompt.prompts
    whole = parts.branch.prompts(texts)
    return Prepare(
        task_folder=str(parts.task.folder),
        models=parts.model.paths,
        method=parts.method.name,
        preset=parts.method.preset,
        params=parts.method.params,
        seed_prompts=texts[len(whole) :],
        budget=parts.limits.budget,
        seed=parts.limits.seed,
        final_rule=parts.limits.final_rule,
        reading=parts.limits.reading,
        settings=parts.model.settings,
        racing=parts.limits.racing,
        locked=parts.prompt.locked,
        until=parts.limits.until,
        prompts=whole,
        origin=parts.branch.origin(texts),
        stop_at_label=parts.limits.stop_at_label,
        label_bias=parts.limits.label_bias,
    )
