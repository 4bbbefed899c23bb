"""The parts of the form of a new run, for what fills several of them or reads several of them."""

from dataclasses import dataclass

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
