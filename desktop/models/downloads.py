"""Models that are being fetched from addresses that the person typed, each by an engine process of its own."""

from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QObject, Signal

from core.engine.commands.download import Download as Fetch
from core.engine.commands.download import Downloaded, GetStarter
from core.engine.messages import Progressed
from core.errors import WhetError
from core.llm.download import without_query
from core.llm.gguf_split import part_names
from core.paths import STARTER as STARTER_NAME
from core.paths import models_folder
from desktop.models.background_jobs import BackgroundJob, BackgroundJobs
from desktop.models.engine_requests import was_asked_for
from desktop.sentences import translated
from desktop.settings import Settings

STARTER = f"starter:/{STARTER_NAME}.gguf"
"""In place of an address: pip knows where the starter model is."""


class DownloadStage(StrEnum):
    """Where a download stands. `refused`: the server sends on to a host that the person has not allowed yet."""

    STOPPED = "stopped"
    GOING = "going"
    REFUSED = "refused"
    FAILED = "failed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class OngoingDownload:
    """A model on its way. `fraction` is 0…1; `said` the engine's last words; `path` where the finished file lies."""

    url: str
    sha256: str = ""
    allowed: tuple[str, ...] = ()
    stage: DownloadStage = DownloadStage.STOPPED
    fraction: float = 0.0
    said: str = ""
    refused: str = ""
    path: str = ""

    @property
    def name(self) -> str:
        """The file's name."""
        return unquote(urlsplit(self.url).path).rsplit("/", 1)[-1]

    @property
    def parts(self) -> int:
        """In how many files it comes, by its name."""
        return len(part_names(self.name))

    @property
    def host(self) -> str:
        """Where it comes from."""
        return host_of(self.url)


def host_of(url: str) -> str:
    """The machine that an address names; empty if it names none that can be asked."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.scheme in {"http", "https"} else ""


class Downloads(QObject):
    """`changed` carries the address of the download that is another now; `finished` the path of a fetched model.

    What was begun and not finished is remembered by address, and never goes on by itself: hosts are allowed anew.
    """

    changed = Signal(str)
    finished = Signal(str)

    def __init__(self, jobs: BackgroundJobs, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._settings = settings
        self._all = {url: OngoingDownload(url, sha256) for url, sha256 in settings.unfinished}
        self._going: dict[str, BackgroundJob] = {}

    def find(self, url: str) -> OngoingDownload | None:
        """The download from this address, if there is one."""
        return self._all.get(url)

    @property
    def all(self) -> list[OngoingDownload]:
        """Every download, the one begun first at the top."""
        return list(self._all.values())

    def begin(self, url: str, sha256: str = "", allow: tuple[str, ...] = ()) -> None:
        """Fetch a model, or go on; the person has confirmed its host and those in `allow`."""
        if url in self._going:
            return
        before = self._all.get(url, OngoingDownload(url, sha256))
        allowed = tuple(dict.fromkeys((*before.allowed, *allow)))
        wanted = replace(before, sha256=sha256 or before.sha256, allowed=allowed)
        folder = str(models_folder())
        self._going[url] = self._jobs.send(
            GetStarter(folder) if url == STARTER else Fetch(url, folder, wanted.sha256, allowed, wanted.parts),
            answered=lambda found: self._on_answer(url, found),
            progressed=lambda progress: self._on_progress(url, progress),
            failed=lambda error: self._on_failed(url, error),
            done=lambda: self._going.pop(url, None),
        )
        self._set(replace(wanted, stage=DownloadStage.GOING, said="", refused=""))

    def stop(self, url: str) -> None:
        """Stop fetching; what is there is kept."""
        if url in self._going:
            self._going[url].cancel()

    def forget(self, url: str) -> None:
        """Take a download that does not go on off the list; files stay where they are."""
        if url not in self._going and self._all.pop(url, None) is not None:
            self._keep()
            self.changed.emit(url)

    def _on_progress(self, url: str, progress: Progressed) -> None:
        self._set(replace(self._all[url], fraction=progress.fraction, said=translated(progress.phase)))

    def _on_answer(self, url: str, found: object) -> None:
        if isinstance(found, Downloaded):
            self._set(replace(self._all[url], stage=DownloadStage.DONE, fraction=1.0, said="", path=found.path))
            self.finished.emit(found.path)

    def _on_failed(self, url: str, error: WhetError) -> None:
        self._going.pop(url, None)
        host = str(getattr(error, "host", ""))
        stopped = was_asked_for(error)
        stage = DownloadStage.REFUSED if host else DownloadStage.STOPPED if stopped else DownloadStage.FAILED
        said = "" if stopped else " ".join(filter(None, (translated(error.message), translated(error.kept))))
        self._set(replace(self._all[url], stage=stage, said=said, refused=host))

    def _set(self, download: OngoingDownload) -> None:
        before = self._all.get(download.url)
        self._all[download.url] = download
        if before is None or before.stage is not download.stage:
            self._keep()
        self.changed.emit(download.url)

    def _keep(self) -> None:
        self._settings.unfinished = [
            (without_query(each.url), each.sha256) for each in self.all if each.stage is not DownloadStage.DONE
        ]
