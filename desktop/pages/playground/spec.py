"""What the page says of itself."""

from desktop.pages.playground.actions import actions, deeds, possible
from desktop.pages.playground.opening import open_target
from desktop.pages.playground.page import PlaygroundPage
from desktop.pages.spec import PageSpec, translate

PAGE = PageSpec(
    name="playground",
    icon="playground",
    title=lambda: translate("Actions", "&Playground"),
    purpose=lambda: translate("Pages", "Ask one or two models one thing, and watch every token"),
    make=lambda context, _: PlaygroundPage(context),
    actions=actions,
    deeds=deeds,
    possible=possible,
    open=open_target,
)
