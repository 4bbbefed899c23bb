"""How well a model writes prompts: measured when the person asks for it, then shown from what is kept."""

from PySide6.QtWidgets import QPushButton, QWidget

from core.domain.writer import WriterProfile, WritingTrial
from core.engine.commands.profile_writer import Profiled, ProfileWriter
from core.errors import WhetError
from core.store import writers
from desktop.context import Context
from desktop.models.background_jobs import BackgroundJob
from desktop.models.engine_requests import was_asked_for
from desktop.models.model_library import ModelRow
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row


class WritingPart(QWidget):
    """A sentence, a line for each trial, and a button that measures once more."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: ModelRow | None = None
        self._found: dict[str, WriterProfile] = {}
        self._job: BackgroundJob | None = None
        self._trying = ""
        self._says = label(kind="soft", wrap=True)
        self._lines = label(wrap=True)
        self.button = QPushButton()
        self.button.setAccessibleName(self.tr("Measure how well the model writes"))
        self.button.clicked.connect(self._press)
        head = row(self._says, self.button, space=Space.M)
        head.setStretch(0, 1)
        self.setLayout(column(head, self._lines, 1, space=Space.S, margin=Space.M))

    def show_model(self, shown: ModelRow) -> None:
        """Show what is known of this model."""
        self._shown = shown
        self._show()

    def _press(self) -> None:
        shown = self._shown
        if self._job is not None:
            self._job.cancel()
        elif shown is not None:
            path = self._trying = shown.path
            self._job = self._context.jobs.send(
                ProfileWriter(path, again=self._known(shown) is not None),
                answered=lambda found: self._on_answer(path, found),
                failed=self._on_failed,
                done=self._end,
            )
            self._show()

    def _on_answer(self, path: str, found: object) -> None:
        if isinstance(found, Profiled):
            self._found[path] = found.profile

    def _on_failed(self, error: WhetError) -> None:
        self._end()
        if not was_asked_for(error):
            self._context.errors.report(error)

    def _end(self) -> None:
        self._job, self._trying = None, ""
        self._show()

    def _known(self, shown: ModelRow) -> WriterProfile | None:
        return self._found.get(shown.path) or (writers.find(shown.sha256) if shown.sha256 else None)

    def _show(self) -> None:
        shown = self._shown
        if shown is None:
            return
        going, known = self._trying == shown.path, self._known(shown)
        self.button.setText(self.tr("Stop") if going else self.tr("Test how it writes"))
        self.button.setEnabled(going or (shown.usable and self._job is None))
        if going:
            self._says.setText(self.tr("Asking it for eight rewrites in each of six ways; a minute at most …"))
        elif known is None:
            self._says.setText(
                self.tr("The model rewrites eight known instructions in six ways. This shows how it is best asked.")
            )
        else:
            self._says.setText(translated(known.sentence))
        self._lines.setText("" if known is None else "\n".join(map(self._line, known.trials)))

    def _line(self, trial: WritingTrial) -> str:
        form = {
            "one_line": self.tr("one line, answer begun"),
            "compact": self.tr("short question"),
            "full": self.tr("full question"),
        }[trial.form.value]
        return self.tr(
            "{form}, temperature {t}: {good} of {n} of use (usable {usable}, on topic {topic}, different {different}, "
            "in the language {language})"
        ).format(
            form=form,
            t=trial.temperature,
            good=trial.good,
            n=trial.asked,
            usable=trial.usable,
            topic=trial.on_topic,
            different=trial.different,
            language=trial.in_language,
        )
