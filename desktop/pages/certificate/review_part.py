"""What was found out about the best prompt: what to expect, what each sentence does, what it shares with rows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QTableView, QWidget

from core.domain.review import ExpectedGain, Review, SentenceEffect, SentenceReview, SharedText
from core.engine.messages import Progressed
from core.report.run_details import RunDetails
from desktop.models.candidate_table import one_line
from desktop.models.columns import Column, ColumnModel
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.labels import ElidedLabel, label
from desktop.widgets.layout import column, framed, row
from desktop.widgets.table import fit_columns, table
from desktop.words import count, percent

_MOST_LINES = 8
_ROWS_SHOWN = 12


class ReviewPart(QWidget):
    """Three cards, each with a plain sentence and a table. `weighed` asks for the sentences to be weighed, `stopped`
    for that to stop."""

    weighed = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._expected = label(wrap=True, selectable=True)
        self._choice = ColumnModel(self._choice_columns(), self)
        self._choice_table = table(self._choice, self.tr("What to expect"), stretch=1, sortable=False)
        self._choice_table.horizontalHeader().hide()
        self._sentences = label(wrap=True, selectable=True)
        self.effects = ColumnModel(self._effect_columns(), self)
        self.effects_view = table(self.effects, self.tr("What each sentence does"), stretch=0)
        self.weigh_button = QPushButton(self.tr("See what each sentence does"))
        self.weigh_button.setToolTip(self.tr("Scores the best prompt without each of its sentences"))
        self.weigh_button.clicked.connect(self.weighed)
        self.stop_button = QPushButton(self.tr("Stop"))
        self.stop_button.setAccessibleName(self.tr("Stop measuring the sentences"))
        self.stop_button.clicked.connect(self.stopped)
        self._phase = ElidedLabel(kind="soft")
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the measurement"))
        self._leaks = label(wrap=True, selectable=True)
        self.shared = ColumnModel(self._shared_columns(), self)
        self.shared_view = table(self.shared, self.tr("What the prompt shares with single rows"), stretch=1)
        self.setLayout(column(*self._cards(), 1, space=Space.M))
        self.show_working(None)

    @property
    def words(self) -> tuple[str, str, str]:
        """The three sentences."""
        return self._expected.text(), self._sentences.text(), self._leaks.text()

    def show_details(self, found: RunDetails, *, free: bool) -> None:
        """Show what is known; `free`: the engine could be asked now."""
        review = found.review
        self._show_expectation(review.expectation if review else None)
        if found.certificate is not None and review is not None and review.expectation is not None:
            answered = self.tr("The sealed test has answered this: {value} % on rows that nothing had seen.")
            self._expected.setText(f"{self._expected.text()} {answered.format(value=percent(found.certificate.after))}")
        self._show_effects(review.sentences if review else None)
        self._show_shared(review)
        self.weigh_button.setEnabled(free and found.task is not None)

    def show_working(self, message: Progressed | None, *, working: bool = False) -> None:
        """Where the weighing stands; not `working`: it does not go on."""
        for part in (self._bar, self._phase, self.stop_button):
            part.setVisible(working)
        self.weigh_button.setVisible(not working)
        if message is not None:
            self._phase.show_text(translated(message.phase))
            self._bar.setValue(round(1000 * min(max(message.fraction, 0.0), 1.0)))

    def _show_expectation(self, found: ExpectedGain | None) -> None:
        if found is None:
            self._expected.setText(
                self.tr("There was no choice between prompts that were all scored on the same rows, or too few rows.")
            )
            self._choice.set_rows([])
        else:
            self._expected.setText(translated(found.sentence))
            self._choice.set_rows(
                [
                    (self.tr("Score on the rows that chose it"), percent(found.observed)),
                    (self.tr("Expected on new rows"), percent(found.expected)),
                    (self.tr("Expected gain over your prompt, in points"), _signed(found.expected_gain)),
                    (self.tr("Chosen again on resampled rows"), f"{100 * found.again:.0f} %"),
                    (
                        self.tr("Prompts it was chosen from, and rows"),
                        self.tr("{prompts} on {rows} rows").format(
                            prompts=count(found.prompts), rows=count(found.rows)
                        ),
                    ),
                ]
            )
        _fit(self._choice_table, stretch=1)

    def _show_effects(self, found: SentenceReview | None) -> None:
        if found is None:
            self._sentences.setText(
                self.tr(
                    "Not measured yet. Each sentence is left out once, and the rest of the prompt answers the "
                    "validation rows: a sentence that costs nothing to leave out can be removed."
                )
            )
            self.effects.set_rows([])
        else:
            removable = sum(effect.removable for effect in found.effects)
            words = self.tr(
                "{removable} of {n} sentences cost nothing when they are left out, each by itself, on {rows} "
                "validation rows ({calls} calls). These are search scores."
            ).format(
                removable=count(removable),
                n=count(len(found.effects)),
                rows=count(found.rows),
                calls=count(found.calls),
            )
            self._sentences.setText(" ".join(filter(None, (words, translated(found.caution)))))
            self.effects.set_rows(found.effects)
        _fit(self.effects_view, stretch=0)

    def _show_shared(self, found: Review | None) -> None:
        shared = found.shared if found is not None else ()
        if shared:
            words = self.tr(
                "The prompt shares {n} texts with single rows: this may be knowledge of your examples instead of the "
                "task. Train and validation rows were compared, the sealed ones were not."
            ).format(n=count(len(shared)))
        else:
            words = self.tr(
                "No name, number or run of five words of any train or validation row stands in the prompt. The sealed "
                "rows were not looked at."
            )
        self._leaks.setText(words)
        self.shared.set_rows(shared)
        _fit(self.shared_view, stretch=1)

    def _cards(self) -> tuple[QWidget, ...]:
        working = row(self._bar, self.stop_button, space=Space.M)
        working.setStretch(0, 1)
        deed = row(self.weigh_button, 1)
        return (
            _card(self.tr("What to expect on new rows"), self._expected, self._choice_table),
            _card(self.tr("What each sentence does"), self._sentences, self.effects_view, deed, self._phase, working),
            _card(self.tr("What it shares with single rows"), self._leaks, self.shared_view),
        )

    def _choice_columns(self) -> tuple[Column[tuple[str, str]], ...]:
        return (
            Column(self.tr("What"), lambda item: item[0]),
            Column(self.tr("Value"), lambda item: item[1]),
        )

    def _effect_columns(self) -> tuple[Column[SentenceEffect], ...]:
        removable = self.tr("✓ can be removed by itself")
        return (
            Column(self.tr("Sentence"), lambda item: one_line(item.sentence), tip=lambda item: item.sentence),
            Column(
                self.tr("Costs without it"),
                lambda item: _signed(item.cost),
                lambda item: item.cost,
                numeric=True,
                about=self.tr("Points that are lost when this sentence is left out"),
            ),
            Column(
                self.tr("95 % interval"),
                lambda item: self.tr("{low} … {high}").format(low=_signed(item.low), high=_signed(item.high)),
                lambda item: item.low,
                numeric=True,
            ),
            Column(
                self.tr("p"),
                lambda item: f"{item.p_value:.3f}",
                lambda item: item.p_value,
                numeric=True,
                about=self.tr("Adjusted for all sentences together (Holm)"),
            ),
            Column(self.tr("Verdict"), lambda item: removable if item.removable else ""),
        )

    def _shared_columns(self) -> tuple[Column[SharedText], ...]:
        kinds = {"words": self.tr("words"), "name": self.tr("name"), "number": self.tr("number")}
        return (
            Column(self.tr("Kind"), lambda item: kinds.get(item.kind, item.kind)),
            Column(self.tr("Text"), lambda item: one_line(item.text), tip=lambda item: item.text),
            Column(self.tr("Rows"), lambda item: _few(item.rows), lambda item: len(item.rows)),
        )


def _card(title: str, sentence: QWidget, view: QTableView, *more: object) -> QWidget:
    items = [label(title, "title"), sentence, view, *more]
    return framed(column(*items, space=Space.S, margin=Space.L), "card")  # type: ignore[arg-type]


def _fit(view: QTableView, *, stretch: int) -> None:
    """As high as its rows, up to a limit; away without rows."""
    lines = view.model().rowCount()
    fit_columns(view, stretch=stretch, widest=320)
    header = 0 if view.horizontalHeader().isHidden() else view.horizontalHeader().sizeHint().height()
    view.setFixedHeight(min(lines, _MOST_LINES) * view.verticalHeader().defaultSectionSize() + header + 4)
    view.setVisible(lines > 0)


def _few(rows: tuple[int, ...]) -> str:
    return ", ".join(map(str, rows[:_ROWS_SHOWN])) + (" …" if len(rows) > _ROWS_SHOWN else "")


def _signed(share: float) -> str:
    return f"{100 * share:+.1f}".replace("-", "−")
