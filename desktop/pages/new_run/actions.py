"""The actions of the page: what they are called, what they do, and when."""

from desktop.actions import ActionSpec
from desktop.context import Context
from desktop.pages.new_run.page import NewRunPage
from desktop.pages.spec import Deeds, Desk, Possible, first, translate


def actions() -> tuple[ActionSpec, ...]:
    """Their words, keys and places."""
    return (
        ActionSpec("new_run", "file", translate("Actions", "&New run"), "Ctrl+N", place=10),
        ActionSpec("start", "run", translate("Actions", "&Start the run"), "Ctrl+Return", place=10),
        ActionSpec("estimate", "run", translate("Actions", "&Estimate the cost"), "Ctrl+Shift+Return", place=11),
        ActionSpec("enqueue", "run", translate("Actions", "&Queue the run"), "Ctrl+Alt+Return", place=12),
        ActionSpec("try_rows", "run", translate("Actions", "Try t&hree rows"), "Ctrl+T", place=13),
        ActionSpec("preflight", "run", translate("Actions", "Run the pre-f&light"), "Ctrl+Shift+L", place=14),
        ActionSpec("tournament", "run", translate("Actions", "T&ournament…"), "Ctrl+Shift+T", place=15),
    )


def deeds(page: NewRunPage, desk: Desk) -> Deeds:
    """What they do; what has to be seen is done on the form."""
    return {
        "new_run": desk.show,
        "start": page.start,
        "estimate": page.estimate,
        "enqueue": page.enqueue,
        "try_rows": first(desk.show, page.judging.test.click),
        "preflight": first(desk.show, page.fly),
        "tournament": first(desk.show, page.show_tournament),
    }


def possible(page: NewRunPage, _: Context) -> Possible:
    """What can be done now."""
    return {
        "start": page.can_start,
        "estimate": page.can_estimate,
        "enqueue": page.can_queue,
        "try_rows": page.judging.test.isEnabled(),
        "preflight": page.before.button.isEnabled(),
    }
