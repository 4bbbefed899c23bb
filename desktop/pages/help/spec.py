"""What the page says of itself."""

from desktop.context import Context
from desktop.pages.help.page import HelpPage
from desktop.pages.spec import PageSpec, Target, translate


def _targets(_: HelpPage, __: Context) -> list[Target]:
    kind = translate("Pages", "Help")
    return [
        Target("guide", translate("Pages", "The guide"), kind),
        Target("shortcuts", translate("Pages", "All shortcuts"), kind),
    ]


PAGE = PageSpec(
    name="help",
    icon="info",
    title=lambda: translate("Actions", "&Guide and shortcuts"),
    purpose=lambda: translate("Pages", "How everything works, without a network, and every shortcut"),
    make=lambda _, actions: HelpPage(actions),
    aside=True,
    menu="help",
    shortcut="F1",
    targets=_targets,
    open=HelpPage.open_tab,
)
