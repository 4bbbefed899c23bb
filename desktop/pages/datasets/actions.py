"""The actions of the page: what they are called, what they do, and when."""

from desktop.actions import ActionSpec
from desktop.context import Context
from desktop.pages.datasets.page import DatasetsPage
from desktop.pages.spec import Deeds, Possible, Show, first, translate


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


def deeds(page: DatasetsPage, show: Show) -> Deeds:
    """What they do."""
    return {
        "import_data": first(show, page.show_import),
        "paste_data": first(show, page.paste),
        "new_row": first(show, page.begin_row),
        "remove_rows": page.remove_selected,
    }


def possible(page: DatasetsPage, context: Context) -> Possible:
    """What can be done now."""
    writable, editable = context.workspace.writable, page.data.editable
    return {"import_data": writable, "paste_data": writable, "new_row": editable, "remove_rows": editable}
