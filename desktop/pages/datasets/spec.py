"""What the page says of itself."""

from desktop.context import Context
from desktop.pages.datasets.actions import actions, deeds, possible
from desktop.pages.datasets.opening import open_target
from desktop.pages.datasets.page import DatasetsPage
from desktop.pages.spec import PageSpec, Target, translate


def _tasks(_: DatasetsPage, context: Context) -> list[Target]:
    kind = translate("Window", "Dataset")
    return [Target(place.name, place.name, kind) for place in context.workspace.tasks]


PAGE = PageSpec(
    name="datasets",
    icon="datasets",
    title=lambda: translate("Actions", "&Datasets"),
    purpose=lambda: translate("Pages", "The rows of your tasks; import new ones"),
    make=lambda context, _: DatasetsPage(context),
    actions=actions,
    deeds=deeds,
    possible=possible,
    targets=_tasks,
    open=open_target,
)
