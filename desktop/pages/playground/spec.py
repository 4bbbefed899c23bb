"""What the page says of itself."""

from desktop.actions import ActionSpec
from desktop.pages.playground.page import PlaygroundPage
from desktop.pages.spec import PageSpec, translate


def _actions() -> tuple[ActionSpec, ...]:
    return (ActionSpec("ask", "run", translate("Actions", "&Ask in the playground"), "Alt+Return", place=31),)


PAGE = PageSpec(
    name="playground",
    icon="playground",
    title=lambda: translate("Actions", "&Playground"),
    purpose=lambda: translate("Pages", "Ask one or two models one thing, and watch every token"),
    make=lambda context, _: PlaygroundPage(context),
    actions=_actions,
)
