"""What was found out about a run after it, and is kept beside its log: the worth of sentences, the time of answers."""

from functools import partial

from PySide6.QtCore import QObject

from core.domain.review import Review
from core.store.runs import RunFolder
from desktop.pages.run.opened import read_findings
from desktop.pages.run.page import RunPage
from desktop.pages.spec import Desk


class Findings(QObject):
    """Reads them again when there may be more, and has the sentences weighed."""

    def __init__(self, page: RunPage, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._context = desk.context
        session = desk.context.session
        page.detail.sentences.weigh_wanted.connect(self._weigh)
        for said in (session.weighed, session.ended):
            said.connect(lambda _: self._read())
        session.failed.connect(lambda _: page.detail.sentences.give_up())

    def _weigh(self) -> None:
        """Have the final prompt scored without each of its sentences."""
        if self._page.folder is not None:
            self._context.session.weigh_sentences(self._page.folder)

    def _read(self) -> None:
        folder = self._page.folder
        if folder is not None:
            self._context.workspace.do(
                partial(read_findings, folder),
                lambda found: self._show(folder, *found),
                latest="run page findings",
            )

    def _show(self, folder: RunFolder, review: Review | None, times: dict[str, float]) -> None:
        if folder is self._page.folder:
            self._page.detail.sentences.set_review(review)
            self._page.overview.set_times(times)
