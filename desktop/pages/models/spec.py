"""What the page says of itself."""

from desktop.context import Context
from desktop.pages.models.page import ModelsPage
from desktop.pages.spec import PageSpec, Target, translate


def _models(_: ModelsPage, context: Context) -> list[Target]:
    kind = translate("Window", "Model")
    return [Target(row.path, row.model.name, kind) for row in context.library.rows]


PAGE = PageSpec(
    name="models",
    icon="models",
    title=lambda: translate("Actions", "&Models"),
    purpose=lambda: translate("Pages", "The models of this machine, and how they are loaded"),
    make=lambda context, _: ModelsPage(context),
    shortcut="Ctrl+Shift+M",
    targets=_models,
    open=ModelsPage.choose,
)
