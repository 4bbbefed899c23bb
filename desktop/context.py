"""What every page is given: the objects that the application is made of."""

from dataclasses import dataclass

from desktop.errors import ErrorCentre
from desktop.models.background_jobs import BackgroundJobs
from desktop.models.downloads import Downloads
from desktop.models.engine_requests import EngineRequests
from desktop.models.log_book import LogBook
from desktop.models.model_library import ModelLibrary
from desktop.models.run_session import RunSession
from desktop.models.workspace_model import WorkspaceModel
from desktop.settings import Settings
from desktop.theme import Theme


@dataclass(frozen=True, slots=True)
class Context:
    """Made once, by `desktop.app`."""

    theme: Theme
    settings: Settings
    errors: ErrorCentre
    workspace: WorkspaceModel
    session: RunSession
    requests: EngineRequests
    jobs: BackgroundJobs
    library: ModelLibrary
    downloads: Downloads
    log: LogBook
