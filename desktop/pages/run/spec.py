"""What the page says of itself."""

from desktop.context import Context
from desktop.pages.run.actions import actions, deeds, possible
from desktop.pages.run.page import RunPage
from desktop.pages.spec import PageSpec, Target, translate

_MOST = 200
"""Runs that the palette offers."""


def _runs(_: RunPage, context: Context) -> list[Target]:
    kind = translate("Window", "Run")
    return [Target(run.id, f"{run.task} · {run.method} · {run.id}", kind) for run in context.workspace.runs[:_MOST]]


PAGE = PageSpec(
    name="run",
    icon="run",
    title=lambda: translate("Actions", "&Run"),
    purpose=lambda: translate("Pages", "The run that is open: its tree, its prompts, its scores"),
    make=RunPage,
    actions=actions,
    deeds=deeds,
    possible=possible,
    targets=_runs,
    open=RunPage.open_named,
)
