"""Help holds the guide without a network, and a list of shortcuts made of the actions that there are."""

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument

from core.paths import resources
from desktop.app import Whet
from desktop.pages.help.page import SHORTCUTS, HelpPage

Opened = Callable[..., Whet]
IMAGE = QTextDocument.ResourceType.ImageResource.value


def test_that_f1_opens_the_guide_with_its_pictures(open_whet: Opened, silent: list[str]) -> None:
    window = open_whet(engine=silent).window
    window.actions_["page_help"].trigger()
    page = window.page_of(HelpPage)
    assert window.shown_page is page
    assert "Your own data" in page.guide.toPlainText()
    picture = page.guide.loadResource(IMAGE, QUrl("pictures/home.png"))
    assert isinstance(picture, QImage)
    assert 0 < picture.width() <= 820


def test_that_the_guide_shows_nothing_that_lies_elsewhere(open_whet: Opened, silent: list[str]) -> None:
    guide = open_whet(engine=silent).window.page_of(HelpPage).guide
    picture = guide.loadResource(IMAGE, QUrl("../icons/whet.svg"))
    assert isinstance(picture, QImage)
    assert picture.isNull()
    before = guide.toPlainText()
    for elsewhere in ("https://example.org/guide.md", "../report/README.md", "file:///etc/hostname"):
        guide._follow(QUrl(elsewhere))
        assert guide.toPlainText() == before
    assert (resources() / "docs" / "measured.md").is_file()
    guide._follow(QUrl("measured.md"))
    assert guide.toPlainText() != before


def test_that_every_action_with_keys_is_listed_and_found(open_whet: Opened, silent: list[str]) -> None:
    window = open_whet(engine=silent).window
    window.open("help", "shortcuts")
    page = window.page_of(HelpPage)
    assert page.tabs.currentIndex() == SHORTCUTS
    assert page.model.rowCount() == sum(bool(spec.shortcut) for spec in window.actions_.specs) > 40
    page.search.setText("pre-flight")
    assert [page.view.model().index(row, 0).data() for row in range(page.view.model().rowCount())] == [
        "Run the pre-flight"
    ]
