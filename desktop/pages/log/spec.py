"""What the page says of itself."""

from desktop.pages.log.page import LogPage
from desktop.pages.spec import PageSpec, translate

PAGE = PageSpec(
    name="log",
    icon="log",
    title=lambda: translate("Actions", "&Log"),
    purpose=lambda: translate("Pages", "What the engine said, and every error with its details"),
    make=lambda context, _: LogPage(context),
    foot=True,
    menu="help",
    shortcut="Ctrl+L",
)
