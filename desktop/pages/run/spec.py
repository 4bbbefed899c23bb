"""What the page says of itself."""

from desktop.actions import ActionSpec
from desktop.context import Context
from desktop.pages.run.page import RunPage
from desktop.pages.spec import PageSpec, Target, translate


def _actions() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("pause", "run", translate("Actions", "Pa&use"), "Ctrl+Shift+P", place=21),
        ActionSpec(
            "keep",
            "run",
            translate("Actions", "Stop and &keep the best…"),
            "Ctrl+Shift+K",
            short=translate("Actions", "Stop and keep"),
            place=22,
        ),
        ActionSpec("resume", "run", translate("Actions", "&Resume"), "Ctrl+R", place=40),
        ActionSpec(
            "copy_prompt",
            "prompt",
            translate("Actions", "&Copy the best prompt"),
            "Ctrl+Shift+C",
            short=translate("Actions", "Copy best"),
        ),
        ActionSpec(
            "edit_prompt",
            "prompt",
            translate("Actions", "E&dit the selected prompt"),
            "Ctrl+Shift+E",
            short=translate("Actions", "Edit"),
        ),
        ActionSpec(
            "branch",
            "prompt",
            translate("Actions", "&Branch from the selected prompt"),
            "Ctrl+B",
            short=translate("Actions", "Branch"),
        ),
        ActionSpec("branch_form", "prompt", translate("Actions", "Branch with &other settings…"), "Ctrl+Shift+B"),
        ActionSpec("try_prompt", "prompt", translate("Actions", "&Try in the Playground"), "Ctrl+Shift+A"),
        ActionSpec("copy_selected", "prompt", translate("Actions", "Copy the &selected prompt"), "Ctrl+Shift+X"),
        ActionSpec("zoom_in", "view", translate("Actions", "Zoom &in"), "Ctrl++", separated=True),
        ActionSpec("zoom_out", "view", translate("Actions", "Zoom &out"), "Ctrl+-"),
        ActionSpec("fit", "view", translate("Actions", "Show the &whole tree"), "Ctrl+0"),
        ActionSpec("find", "view", translate("Actions", "&Find candidates"), "Ctrl+F"),
        ActionSpec("fold", "view", translate("Actions", "Fold or &unfold the selected candidate"), "Ctrl+Alt+F"),
        ActionSpec("side_by_side", "view", translate("Actions", "Difference si&de by side"), "Ctrl+D", checkable=True),
    )


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
    actions=_actions,
    targets=_runs,
    open=RunPage.open_named,
)
