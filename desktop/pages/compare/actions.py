"""The actions of the page: what they are called, what they do, and when."""

from desktop.actions import ActionSpec
from desktop.context import Context
from desktop.pages.compare.cell_menu import CellMenu
from desktop.pages.compare.page import ComparePage
from desktop.pages.spec import Deeds, Desk, Possible, translate


def actions() -> tuple[ActionSpec, ...]:
    """Their words, keys and places."""
    return (ActionSpec("compare", "run", translate("Actions", "Start the co&mparison"), "Ctrl+Shift+Y", place=30),)


def deeds(page: ComparePage, desk: Desk) -> Deeds:
    """What they do; and the menu of a combination."""
    CellMenu(page, desk)
    return {"compare": page.start}


def possible(page: ComparePage, _: Context) -> Possible:
    """What can be done now."""
    return {"compare": page.can_start}
