"""What stands behind the page: it brings no actions of its own into the menus of the window."""

from desktop.pages.history.entry_menu import EntryMenu
from desktop.pages.history.page import HistoryPage
from desktop.pages.spec import Deeds, Desk


def deeds(page: HistoryPage, desk: Desk) -> Deeds:
    """Gives its entries their menu."""
    EntryMenu(page, desk)
    return {}
