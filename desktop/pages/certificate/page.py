"""The Certificate page: what to keep of the run that is open. It stands beside the Run page, not in it: there one looks
for a prompt, here one decides whether to trust it and takes it away; both show the same run."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QStackedLayout, QTabWidget, QWidget

from core.engine.messages import Progressed
from core.report.html import write_report
from core.state import RunState
from core.store.runs import RunFolder
from desktop.context import Context
from desktop.language import spoken_now
from desktop.models.run_details_model import RunDetailsModel
from desktop.models.work import Work
from desktop.pages.certificate.export_part import ExportPart
from desktop.pages.certificate.review_part import ReviewPart
from desktop.pages.certificate.seal_part import SealPart
from desktop.pages.certificate.so_far_part import SoFarPart
from desktop.pages.certificate.verdict_part import VerdictPart
from desktop.pages.names import RUN
from desktop.theme import Space
from desktop.widgets.banner import Notice
from desktop.widgets.controls import Tabs
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.labels import Chip, ElidedLabel, label
from desktop.widgets.layout import column, framed, row, scrolled, widen
from desktop.widgets.text_block import PromptText

SEAL, REVIEW, EXPORT = range(3)

EMPTY, BODY, READING = range(3)

_MOST, _WIDE, _MOST_OF_WIDE = 1120, 1380, 1800
_PROMPT_HEIGHT = 84


@dataclass(frozen=True, slots=True)
class Followed:
    """The run that the Run page shows; a live one has nothing to keep yet."""

    folder: RunFolder | None = None
    state: RunState = field(default_factory=RunState)
    live: bool = False

    @property
    def ended(self) -> bool:
        """Whether it has ended with a choice."""
        return not self.live and self.state.final is not None

    @property
    def kept(self) -> tuple[RunFolder | None, RunState]:
        """Where it lies, unless it is live, and what is known of it."""
        return None if self.live else self.folder, self.state


class CertificatePage(QWidget):
    """Follows the run that the Run page shows. `changed` says that what can be done may have changed; `wanted` carries
    the name of another page, and what is to be opened there."""

    changed = Signal()
    wanted = Signal(str, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self.model = RunDetailsModel(context.workspace, context.session, self)
        self._asked = False
        self._log_is_read = False
        self.run = Followed()
        self._title = label(self.tr("Certificate"), "headline")
        self._run = ElidedLabel(kind="soft")
        self._chip = Chip()
        self.seal = SealPart()
        self.so_far = SoFarPart()
        self.verdict = VerdictPart()
        self.review = ReviewPart()
        self.export = ExportPart(self.model)
        self.report_button = QPushButton(self.tr("Open the report"))
        self.report_button.setToolTip(self.tr("One HTML file with all of it: tree, curve, rows, settings"))
        self.report_button.clicked.connect(self.open_report)
        self.save_report_button = QPushButton(self.tr("Save the report…"))
        self.save_report_button.clicked.connect(self._ask_where)
        self.prompt = PromptText(self.tr("The prompt that the certificate is of"))
        self.prompt.setFixedHeight(_PROMPT_HEIGHT)
        self.tabs = self._made_tabs()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._body())
        self._stack.addWidget(self._reading())
        self.setFocusProxy(self.tabs)
        self._connect()
        self._draw()

    def show_run(self, folder: RunFolder | None, state: RunState, *, live: bool, reading: bool = False) -> None:
        """Follow this run, read once somebody looks; a live one has nothing to keep yet. `reading`: its log is not
        there yet, and nothing is known of it."""
        if reading != self._log_is_read:
            self._log_is_read = reading
            self._draw()
        self.run = Followed(folder, state, live)
        if self.isVisible() or folder is None or live:
            self.model.show_run(*self.run.kept)

    def ask(self) -> None:
        """Show what opening the sealed test means, and put the question."""
        self.tabs.setCurrentIndex(SEAL)
        self._asked = self.model.shown is None
        self.seal.ask()

    def show_export(self) -> None:
        """Show the formats."""
        self.tabs.setCurrentIndex(EXPORT)
        self.export.cards[self.export.form].setFocus()

    def weigh_sentences(self) -> None:
        """Have its sentences weighed, and show what comes of it."""
        if self.run.folder is not None:
            self.tabs.setCurrentIndex(REVIEW)
            self._context.session.weigh_sentences(self.run.folder)

    def open_report(self) -> None:
        """Show the run's report in the browser, from the disk; it is written first if it is not there."""
        folder = self.run.folder
        if folder is not None:
            self._context.workspace.do(
                lambda: write_report(folder, spoken_now()),
                lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: somebody looks."""
        super().showEvent(event)
        self.model.refresh()
        self.model.show_run(*self.run.kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: as much side by side as there is room for."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self.export.fit_to(self.width())
        self.verdict.set_wide(wide)
        for area in self._areas:
            widen(area, _MOST_OF_WIDE if wide else _MOST)

    def _draw(self) -> None:
        shown = self.model.shown
        reading = self.model.reading or self._log_is_read
        self._stack.setCurrentIndex(BODY if shown is not None else READING if reading else EMPTY)
        if shown is not None:
            found = shown.details
            spec = shown.state.spec
            self._run.show_text(f"{spec.task if spec is not None else ''} · {shown.folder.id}")
            self._show_chip()
            self.verdict.setVisible(found.certificate is not None)
            self._seal_card.setVisible(found.certificate is None)
            self._so_far_card.setVisible(found.certificate is None)
            self.so_far.show_run(shown.state)
            best = shown.state.nodes.get(shown.state.best)
            self.prompt.show_text(best.candidate.prompt.shown if best is not None else "")
            self.seal.show_prospect(found.power, free=self.model.can_ask)
            if found.certificate is not None:
                self.verdict.show_certificate(found.certificate, found.flips)
            self.review.show_details(found, free=self.model.can_ask)
            if self._asked:
                self.ask()
        self.changed.emit()

    def _show_chip(self) -> None:
        shown = self.model.shown
        certificate = shown.details.certificate if shown is not None else None
        if certificate is None:
            self._chip.show_state(self.tr("sealed test not opened"), "")
        elif certificate.certified:
            self._chip.show_state(self.tr("✓ gain certified"), "good")
        elif certificate.bias_certified:
            self._chip.show_state(self.tr("✓ gain certified with label bias"), "good")
        else:
            self._chip.show_state(self.tr("no gain shown"), "warn")

    def _on_session(self) -> None:
        work = self._context.session.work
        if work is not Work.CERTIFYING:
            self.seal.end()
        self.review.show_working(None, working=work is Work.WEIGHING)
        shown = self.model.shown
        if shown is not None:
            self.seal.show_prospect(shown.details.power, free=self.model.can_ask)
            self.review.show_details(shown.details, free=self.model.can_ask)

    def _on_progress(self, message: Progressed) -> None:
        if self._context.session.work is Work.CERTIFYING:
            self.seal.show_progress(message)
        elif self._context.session.work is Work.WEIGHING:
            self.review.show_working(message, working=True)

    def _on_saved(self, path: Path) -> None:
        self._context.errors.show_notice(
            Notice(self.tr("The file was written to {path}.").format(path=path), tone="good")
        )

    def _ask_where(self) -> None:
        shown = self.model.shown
        if shown is None:
            return
        dialog = QFileDialog(self, self.tr("Save the report"), str(Path.home() / f"{shown.folder.id}.html"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda path: self.model.save_report(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _connect(self) -> None:
        session = self._context.session
        self.model.changed.connect(self._draw)
        self.model.failed.connect(self._context.errors.report)
        self.model.saved.connect(self._on_saved)
        self.seal.opened.connect(self.model.certify)
        self.seal.stopped.connect(self.model.stop)
        self.review.weighed.connect(self.model.weigh_sentences)
        self.review.stopped.connect(self.model.stop)
        session.changed.connect(self._on_session)
        session.progressed.connect(self._on_progress)

    def _made_tabs(self) -> QTabWidget:
        self._seal_card = framed(column(self.seal, margin=Space.L), "card")
        self._so_far_card = framed(column(self.so_far, margin=Space.L), "card")
        inside = column(label(self.tr("The prompt"), "caption"), self.prompt, space=Space.XS, margin=Space.S)
        prompt = framed(inside, "card")
        test = column(prompt, self._seal_card, self._so_far_card, self.verdict, 1, space=Space.M)
        made = Tabs()
        made.setDocumentMode(True)
        made.tabBar().setDrawBase(False)
        made.setAccessibleName(self.tr("Parts of the certificate"))
        self._areas = scrolled(test, _MOST), scrolled(column(self.review), _MOST)
        for area, title in zip(self._areas, (self.tr("Sealed test"), self.tr("Review")), strict=True):
            made.addTab(_page(area), title)
        made.addTab(_page(scrolled(column(self.export))), self.tr("Export"))
        return made

    def _empty(self) -> QWidget:
        empty = EmptyState(
            "certify",
            self.tr("Nothing to certify yet"),
            self.tr(
                "Open a finished run. Here its gain is tested once on sealed rows, and its prompt is reviewed and "
                "exported in the format of your program."
            ),
            self.tr("To the run"),
        )
        empty.pressed.connect(lambda: self.wanted.emit(RUN, None))
        return empty

    def _reading(self) -> QWidget:
        return EmptyState(
            "certify",
            self.tr("Reading the run …"),
            self.tr("Its certificate, its review and its rows are read from the disk."),
        )

    def _body(self) -> QWidget:
        under = row(self._chip, self._run, space=Space.S)
        under.setStretch(1, 1)
        texts = column(self._title, under, space=Space.XS)
        head = row(texts, self.report_button, self.save_report_button, space=Space.S)
        head.setStretch(0, 1)
        body = QWidget()
        body.setObjectName("page")
        box = column(head, self.tabs, space=Space.M, margin=Space.L)
        box.setStretch(1, 1)
        body.setLayout(box)
        return body


def _page(content: QWidget) -> QWidget:
    holder = QWidget()
    holder.setObjectName("page")
    box = column(content)
    box.setContentsMargins(0, Space.M, 0, 0)
    holder.setLayout(box)
    return holder
