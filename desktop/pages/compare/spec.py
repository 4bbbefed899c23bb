"""What the page says of itself."""

from desktop.actions import ActionSpec
from desktop.pages.compare.page import ComparePage
from desktop.pages.spec import PageSpec, translate


def _actions() -> tuple[ActionSpec, ...]:
    return (ActionSpec("compare", "run", translate("Actions", "Co&mpare what is chosen"), "Ctrl+Shift+Y", place=30),)


PAGE = PageSpec(
    name="compare",
    icon="compare",
    title=lambda: translate("Actions", "&Compare"),
    purpose=lambda: translate("Pages", "Prompts, models and seeds side by side on the same rows"),
    make=lambda context, _: ComparePage(context),
    actions=_actions,
)
