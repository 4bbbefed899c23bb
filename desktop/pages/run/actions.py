"""The actions of the page: what they are called, what they do, and when."""

from desktop.actions import ActionSpec
from desktop.context import Context
from desktop.pages.run.page import RunPage
from desktop.pages.spec import Deeds, Possible, Show, first, translate


def actions() -> tuple[ActionSpec, ...]:
    """Their words, keys and places."""
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


def deeds(page: RunPage, show: Show) -> Deeds:
    """What they do with the run that is shown; what needs the session or another page is wired by the window."""
    return {
        "zoom_in": page.tree.view.zoom_in,
        "zoom_out": page.tree.view.zoom_out,
        "fit": page.tree.view.fit,
        "find": page.open_search,
        "fold": page.tree.fold_selected,
        "side_by_side": page.detail.diff.side_by_side.toggle,
        "copy_selected": page.detail.copy,
        "edit_prompt": first(show, page.edit_selected),
    }


def possible(page: RunPage, _: Context) -> Possible:
    """What can be done now."""
    chosen = bool(page.selected)
    return {"copy_selected": chosen, "edit_prompt": chosen, "try_prompt": chosen}
