"""What the page says of itself."""

from desktop.actions import ActionSpec
from desktop.context import Context
from desktop.pages.datasets.page import DatasetsPage
from desktop.pages.spec import PageSpec, Target, translate


def _actions() -> tuple[ActionSpec, ...]:
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


def _tasks(_: DatasetsPage, context: Context) -> list[Target]:
    kind = translate("Window", "Dataset")
    return [Target(place.name, place.name, kind) for place in context.workspace.tasks]


PAGE = PageSpec(
    name="datasets",
    icon="datasets",
    title=lambda: translate("Actions", "&Datasets"),
    purpose=lambda: translate("Pages", "The rows of your tasks; import new ones"),
    make=lambda context, _: DatasetsPage(context),
    actions=_actions,
    targets=_tasks,
    open=DatasetsPage.choose,
)
