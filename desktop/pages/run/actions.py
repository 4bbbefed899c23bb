"""The actions of the page: what they are called, what they do, and when."""

from functools import partial

from PySide6.QtGui import QGuiApplication

from desktop.actions import ActionSpec
from desktop.context import Context
from desktop.models.work import Work
from desktop.pages.run.advising import Advising
from desktop.pages.run.candidate_menu import CandidateMenu
from desktop.pages.run.dragging import Dragging
from desktop.pages.run.ending import Ending, can_end
from desktop.pages.run.findings import Findings
from desktop.pages.run.page import RunPage
from desktop.pages.run.steering import Steering
from desktop.pages.spec import Deeds, Desk, Possible, first, translate
from desktop.pages.targets import MOST_TOGETHER


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
        ActionSpec(
            "compare_selected", "prompt", translate("Actions", "Put what is selected into Co&mpare"), "Ctrl+Shift+D"
        ),
        ActionSpec("copy_selected", "prompt", translate("Actions", "Copy the &selected prompt"), "Ctrl+Shift+X"),
        ActionSpec("zoom_in", "view", translate("Actions", "Zoom &in"), "Ctrl++", separated=True),
        ActionSpec("zoom_out", "view", translate("Actions", "Zoom &out"), "Ctrl+-"),
        ActionSpec("fit", "view", translate("Actions", "Show the &whole tree"), "Ctrl+0"),
        ActionSpec("find", "view", translate("Actions", "&Find candidates"), "Ctrl+F"),
        ActionSpec("fold", "view", translate("Actions", "Fold or &unfold the selected candidate"), "Ctrl+Alt+F"),
        ActionSpec("side_by_side", "view", translate("Actions", "Difference si&de by side"), "Ctrl+D", checkable=True),
    )


def deeds(page: RunPage, desk: Desk) -> Deeds:
    """What they do with the run that is shown, together with what stands behind the page."""
    steering, ending = Steering(page, desk), Ending(page.banner, desk.context.session, page)
    dragging = Dragging(page)
    CandidateMenu(page, desk, dragging)
    Advising(page, desk)
    Findings(page, desk)
    page.detail.diff.side_by_side.toggled.connect(desk.actions["side_by_side"].setChecked)
    return {
        "pause": steering.pause_or_go_on,
        "keep": first(desk.show, ending.ask),
        "branch": steering.branch_selected,
        "branch_form": steering.draft_selected,
        "try_prompt": steering.try_selected,
        "zoom_in": page.tree.view.zoom_in,
        "zoom_out": page.tree.view.zoom_out,
        "fit": page.tree.view.fit,
        "find": page.open_search,
        "fold": page.tree.fold_selected,
        "side_by_side": page.detail.diff.side_by_side.toggle,
        "copy_prompt": partial(_copy_best, page),
        "compare_selected": dragging.compare_marked,
        "copy_selected": page.detail.copy,
        "edit_prompt": first(desk.show, page.edit_selected),
    }


def possible(page: RunPage, context: Context) -> Possible:
    """What can be done now."""
    chosen, session = bool(page.selected), context.session
    branching = chosen and context.workspace.writable
    return {
        "pause": session.work is Work.RUNNING,
        "keep": can_end(session),
        "branch": branching,
        "branch_form": branching,
        "copy_prompt": bool(page.model.state.best),
        "compare_selected": 0 < len(page.marked) <= MOST_TOGETHER,
        "copy_selected": chosen,
        "edit_prompt": chosen,
        "try_prompt": chosen,
    }


def _copy_best(page: RunPage) -> None:
    best = page.model.state.nodes.get(page.model.state.best)
    if best is not None:
        QGuiApplication.clipboard().setText(best.candidate.prompt.text)
