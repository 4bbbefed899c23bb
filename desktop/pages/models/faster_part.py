"""A copy of a model in a form that this processor computes faster: what it would be, made when asked, deleted again."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from core.engine.commands.speed_up import SpedUp, SpeedUp
from core.engine.messages import Progressed
from core.errors import WhetError
from desktop.context import Context
from desktop.models.background_jobs import BackgroundJob
from desktop.models.engine_requests import was_asked_for
from desktop.models.model_library import ModelRow
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.confirm import ConfirmButton
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row
from desktop.words import file_size


class FasterPart(QWidget):
    """First the question, then what it costs, then the copy. `made` carries the path of one that lies there now, or
    lay there until now."""

    made = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: ModelRow | None = None
        self._found: dict[str, SpedUp | str] = {}
        self._job: BackgroundJob | None = None
        self._going = ""
        self.says = label(kind="soft", wrap=True)
        self.button = QPushButton(self.tr("Is there a faster format?"))
        self.button.clicked.connect(self._press)
        self.delete = ConfirmButton(
            self.tr("Delete the copy"), self.tr("The model itself stays."), self.tr("Delete it")
        )
        self.delete.confirmed.connect(self._delete)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the copy"))
        line = row(self.says, self.delete, self.button, space=Space.M)
        line.setStretch(0, 1)
        self.setLayout(column(line, self.bar, space=Space.S))

    def show_model(self, shown: ModelRow) -> None:
        """Show what is known of this model."""
        self._shown = shown
        self._show()

    def _press(self) -> None:
        """Ask, make, or stop."""
        shown = self._shown
        if self._job is not None:
            self._job.cancel()
        elif shown is not None:
            path = self._going = shown.path
            self.bar.setValue(0)
            self._job = self._context.jobs.send(
                SpeedUp(path, make=isinstance(self._found.get(path), SpedUp)),
                answered=lambda found: self._on_answer(path, found),
                progressed=self._on_progress,
                failed=lambda error: self._on_failed(path, error),
                done=self._end,
            )
            self._show()

    def _on_answer(self, path: str, found: object) -> None:
        if isinstance(found, SpedUp):
            before = self._found.get(path)
            self._found[path] = found
            if found.is_there and isinstance(before, SpedUp):
                self.made.emit(found.path)

    def _on_progress(self, progress: Progressed) -> None:
        self.bar.setValue(round(100 * progress.fraction))

    def _on_failed(self, path: str, error: WhetError) -> None:
        """That no copy would be faster is an answer, too."""
        if not was_asked_for(error) and path not in self._found:
            self._found[path] = translated(str(error))
        elif not was_asked_for(error):
            self._context.errors.report(error)
        self._end()

    def _end(self) -> None:
        self._job, self._going = None, ""
        self._show()

    def _delete(self) -> None:
        found = self._found.get(self._shown.path) if self._shown is not None else None
        if self._shown is not None and isinstance(found, SpedUp):
            path, copy = self._shown.path, Path(found.path)
            gone = SpedUp(found.kind, found.size, found.path, is_there=False)
            self._context.workspace.do(
                lambda: copy.unlink(missing_ok=True),
                lambda _: self._on_deleted(path, gone),
                otherwise=self._context.errors.report,
            )

    def _on_deleted(self, path: str, gone: SpedUp) -> None:
        self._found[path] = gone
        self.made.emit(gone.path)
        self._show()

    def _show(self) -> None:
        shown = self._shown
        if shown is None:
            return
        found, going = self._found.get(shown.path), self._going == shown.path
        known = found if isinstance(found, SpedUp) else None
        self.bar.setVisible(going and known is not None)
        self.delete.setVisible(known is not None and known.is_there and not going)
        self.button.setVisible(not isinstance(found, str) and (known is None or not known.is_there or going))
        self.button.setEnabled(going or (shown.usable and self._job is None))
        self.button.setText(self._button_words(known, going=going))
        self.says.setText(found if isinstance(found, str) else self._words(known, going=going))

    def _button_words(self, known: SpedUp | None, *, going: bool) -> str:
        if going:
            return self.tr("Stop")
        return self.tr("Is there a faster format?") if known is None else self.tr("Make a faster copy")

    def _words(self, known: SpedUp | None, *, going: bool) -> str:
        if known is None:
            return self.tr("This processor computes some weight formats two or three times faster.")
        if known.is_there:
            return self.tr(
                "A faster copy is at {path}. It answers slightly differently, so it counts as a model of its own."
            ).format(path=known.path)
        if going:
            return self.tr("Making the copy …")
        return self.tr("A copy in {kind} is faster here. It takes about {size} and is saved to {path}.").format(
            kind=known.kind, size=file_size(known.size), path=known.path
        )
