"""The actions of the page: what they are called, what they do, and when."""

from desktop.actions import ActionSpec
from desktop.context import Context
from desktop.pages.datasets.page import DatasetsPage
from desktop.pages.datasets.row_menu import RowMenu
from desktop.pages.spec import Deeds, Desk, Possible, first, translate


def actions() -> tuple[ActionSpec, ...]:
    """Their words, keys and places."""
    return (
        ActionSpec("import_data", "file", translate("Actions", "&Import data…"), "Ctrl+I", place=20),
        ActionSpec("new_row", "edit", translate("Actions", "&New row"), "Ctrl+Shift+N", separated=True, place=30),
        ActionSpec(
            "remove_rows", "edit", translate("Actions", "Re&move the selected rows"), "Ctrl+Backspace", place=40
        ),
        ActionSpec(
            "paste_data",
            "edit",
            translate("Actions", "Import the &clipboard"),
            "Ctrl+Shift+V",
            separated=True,
            place=50,
        ),
    )


def deeds(page: DatasetsPage, desk: Desk) -> Deeds:
    """What they do; and the menu of a row."""
    RowMenu(page, desk)
    return {
        "import_data": first(desk.show, page.show_import),
        "paste_data": first(desk.show, page.paste),
        "new_row": first(desk.show, page.begin_row),
        "remove_rows": page.remove_selected,
    }


def possible(page: DatasetsPage, context: Context) -> Possible:
    """What can be done now."""
    writable, editable = context.workspace.writable, page.data.editable
    return {"import_data": writable, "paste_data": writable, "new_row": editable, "remove_rows": editable}
