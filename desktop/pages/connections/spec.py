"""What the page says of itself."""

from desktop.pages.connections.page import ConnectionsPage
from desktop.pages.spec import PageSpec, translate

PAGE = PageSpec(
    name="connections",
    icon="connections",
    title=lambda: translate("Actions", "Connec&tions"),
    purpose=lambda: translate("Pages", "What left this machine: nothing, unless you asked"),
    make=lambda context, _: ConnectionsPage(context),
    foot=True,
    shortcut="Ctrl+Alt+N",
)
