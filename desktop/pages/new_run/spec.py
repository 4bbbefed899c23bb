"""What the page says of itself."""

from desktop.pages.new_run.actions import actions, deeds, possible
from desktop.pages.new_run.opening import open_target
from desktop.pages.new_run.page import NewRunPage
from desktop.pages.spec import PageSpec, translate

PAGE = PageSpec(
    name="new_run",
    icon="new-run",
    title=lambda: translate("Actions", "&New run"),
    purpose=lambda: translate("Pages", "Choose a task, a model and a method, and start"),
    make=lambda context, _: NewRunPage(context),
    actions=actions,
    deeds=deeds,
    possible=possible,
    open=open_target,
)
