"""What the page says of itself."""

from desktop.pages.history.actions import deeds
from desktop.pages.history.page import HistoryPage
from desktop.pages.spec import PageSpec, translate

PAGE = PageSpec(
    name="history",
    icon="runs",
    title=lambda: translate("Actions", "Histor&y"),
    purpose=lambda: translate("Pages", "Everything that was ever done in this workspace"),
    make=lambda context, _: HistoryPage(context),
    foot=True,
    deeds=deeds,
)
