"""What the page says of itself."""

from desktop.actions import ActionSpec
from desktop.pages.new_run.page import NewRunPage
from desktop.pages.spec import PageSpec, translate


def _actions() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("new_run", "file", translate("Actions", "&New run"), "Ctrl+N", place=10),
        ActionSpec("start", "run", translate("Actions", "&Start the run"), "Ctrl+Return", place=10),
        ActionSpec("estimate", "run", translate("Actions", "&Estimate the cost"), "Ctrl+Shift+Return", place=11),
        ActionSpec("enqueue", "run", translate("Actions", "&Queue the run"), "Ctrl+Alt+Return", place=12),
        ActionSpec("try_rows", "run", translate("Actions", "Try t&hree rows"), "Ctrl+T", place=13),
        ActionSpec("preflight", "run", translate("Actions", "Make the pre-f&light"), "Ctrl+Shift+L", place=14),
        ActionSpec("tournament", "run", translate("Actions", "T&ournament…"), "Ctrl+Shift+T", place=15),
    )


PAGE = PageSpec(
    name="new_run",
    icon="new-run",
    title=lambda: translate("Actions", "&New run"),
    purpose=lambda: translate("Pages", "Choose a task, a model and a method, and start"),
    make=lambda context, _: NewRunPage(context),
    actions=_actions,
)
