"""The pages that Whet brings, by type. What is derived from the registry needs none of these names."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from desktop.pages.certificate.page import CertificatePage
from desktop.pages.compare.page import ComparePage
from desktop.pages.connections.page import ConnectionsPage
from desktop.pages.datasets.page import DatasetsPage
from desktop.pages.history.page import HistoryPage
from desktop.pages.home.page import HomePage
from desktop.pages.log.page import LogPage
from desktop.pages.models.page import ModelsPage
from desktop.pages.new_run.page import NewRunPage
from desktop.pages.playground.page import PlaygroundPage
from desktop.pages.run.page import RunPage
from desktop.pages.settings.page import SettingsPage

P = TypeVar("P", bound=QWidget)


class NamedPages:
    """Finds a page by its class, and the known ones by name."""

    pages: dict[str, QWidget]

    def page_of(self, kind: type[P]) -> P:
        """The page of that class."""
        return next(page for page in self.pages.values() if isinstance(page, kind))

    @property
    def home(self) -> HomePage:
        """The page “home”."""
        return self.page_of(HomePage)

    @property
    def new_run(self) -> NewRunPage:
        """The page “new_run”."""
        return self.page_of(NewRunPage)

    @property
    def run(self) -> RunPage:
        """The page “run”."""
        return self.page_of(RunPage)

    @property
    def certificate(self) -> CertificatePage:
        """The page “certificate”."""
        return self.page_of(CertificatePage)

    @property
    def datasets(self) -> DatasetsPage:
        """The page “datasets”."""
        return self.page_of(DatasetsPage)

    @property
    def models(self) -> ModelsPage:
        """The page “models”."""
        return self.page_of(ModelsPage)

    @property
    def compare(self) -> ComparePage:
        """The page “compare”."""
        return self.page_of(ComparePage)

    @property
    def playground(self) -> PlaygroundPage:
        """The page “playground”."""
        return self.page_of(PlaygroundPage)

    @property
    def runs(self) -> HistoryPage:
        """The page “history”."""
        return self.page_of(HistoryPage)

    @property
    def log(self) -> LogPage:
        """The page “log”."""
        return self.page_of(LogPage)

    @property
    def connections(self) -> ConnectionsPage:
        """The page “connections”."""
        return self.page_of(ConnectionsPage)

    @property
    def settings(self) -> SettingsPage:
        """The page “settings”."""
        return self.page_of(SettingsPage)
