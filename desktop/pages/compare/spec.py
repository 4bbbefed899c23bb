"""What the page says of itself."""

from desktop.pages.compare.actions import actions, deeds, possible
from desktop.pages.compare.opening import dropped, open_target
from desktop.pages.compare.page import ComparePage
from desktop.pages.spec import PageSpec, translate

PAGE = PageSpec(
    name="compare",
    icon="compare",
    title=lambda: translate("Actions", "&Compare"),
    purpose=lambda: translate("Pages", "Prompts, models and seeds side by side on the same rows"),
    make=lambda context, _: ComparePage(context),
    actions=actions,
    deeds=deeds,
    possible=possible,
    open=open_target,
    dropped=dropped,
)
