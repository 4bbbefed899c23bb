"""A tournament on the task of the form: put together, watched, stopped, gone on with, and opened later."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QProgressBar, QPushButton, QWidget

from core.domain.tournament import MatchState
from core.engine.commands.prepare import Prepare
from core.methods import NAMES, method
from core.report.standings import CHECKPOINTS
from core.store.tournaments import TournamentFolder
from desktop.context import Context
from desktop.models.standings_table import StandingsTable
from desktop.models.tournament import TournamentModel, TournamentPlan
from desktop.models.work import Work
from desktop.pages.new_run.entrants_part import EntrantsPart
from desktop.plots.anytime_curves import AnytimeCurves, AnytimeLine
from desktop.plots.saving import Rows, SaveButton, of_widget
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.labels import Chip, label
from desktop.widgets.layout import clear, column, framed, row, scrolled
from desktop.widgets.table import fit_columns, table
from desktop.words import count

_WIDEST = 1100
_TONES = {
    MatchState.WAITING: "",
    MatchState.RUNNING: "live",
    MatchState.SCORING: "live",
    MatchState.DONE: "good",
    MatchState.STOPPED: "warn",
    MatchState.FAILED: "bad",
}


class TournamentPage(QWidget):
    """`left`: back to the form. `command` is what the form says, `None` while something is missing there. `told`
    carries how a tournament has ended, and its tone."""

    left = Signal()
    told = Signal(str, str)
    changed = Signal()

    def __init__(self, context: Context, command: Callable[[], Prepare | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._command = command
        self._folders: list[TournamentFolder] = []
        self._playing = False
        self._wanted = ""
        self.model = TournamentModel(context.requests, context.workspace, self)
        self.entrants = EntrantsPart()
        self.table = StandingsTable(self)
        self.view = table(self.table, self.tr("Standings"), stretch=0, sortable=False)
        self.curves = AnytimeCurves()
        self.curves.setFixedHeight(300)
        self.kept = ChoiceBox()
        self.kept.setAccessibleName(self.tr("Earlier tournaments"))
        self.kept.setMinimumContentsLength(18)
        self.start = QPushButton(self.tr("Start the tournament"))
        self.start.setProperty("kind", "primary")
        self.stop = QPushButton(self.tr("Stop"))
        self.resume = QPushButton(self.tr("Go on"))
        self._back = QPushButton(self.tr("Back to the run"))
        self._back.setProperty("kind", "quiet")
        self._about = label(kind="soft", wrap=True)
        self._says = label(wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the tournament"))
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.S)
        self.chips: dict[str, Chip] = {}
        self._lay_out()
        self._connect()
        self._update()

    @property
    def can_start(self) -> bool:
        """Whether Start would do something now."""
        context = self._context
        free = context.session.idle and context.workspace.writable and not self.model.working
        return free and self._command() is not None and not self.entrants.trouble

    def begin(self) -> None:
        """Start a tournament with what the form and the boxes say."""
        command = self._command()
        if command is not None and self.can_start:
            entrants = self.entrants
            seeds = tuple(range(command.seed, command.seed + entrants.seeds.value()))
            self.model.start(TournamentPlan(command, entrants.entrants, seeds, entrants.budget))

    def refresh(self) -> None:
        """Read which tournaments there are."""
        self._context.workspace.do(self._context.workspace.tournaments, self._on_kept, latest="tournaments")
        self._update()

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self.start.clicked.connect(self.begin)
        self.stop.clicked.connect(self.model.stop)
        self.resume.clicked.connect(self.model.resume)
        self.kept.activated.connect(self._open)
        self.entrants.changed.connect(self._update)
        self.model.changed.connect(self._on_model)
        self.model.progressed.connect(self._show_progress)
        self.model.failed.connect(self._context.errors.report)
        self.model.done.connect(self._tell)
        self._context.session.changed.connect(self._allow)

    def _on_kept(self, folders: list[TournamentFolder]) -> None:
        self._folders = folders
        self.kept.clear()
        self.kept.addItem(self.tr("Open an earlier one…"))
        for folder in folders:
            self.kept.addItem(folder.id)
        self.kept.setEnabled(bool(folders) and not self.model.working)
        wanted, self._wanted = self._wanted, ""
        found = next((folder for folder in folders if folder.id == wanted), None)
        if found is not None and not self.model.working:
            self.model.open(found)

    def _curve_table(self) -> Rows:
        """The numbers: a line for every step of every method."""
        head = (self.tr("Method"), self.tr("Share of the token budget, %"), self.tr("Search score, 0 to 100"))
        steps = [
            (line.name, f"{100 * share:.0f}", f"{100 * score:.2f}")
            for line in self.curves.lines
            for share, score in zip(line.shares, line.scores, strict=True)
        ]
        return [head, *steps]

    def _tell(self) -> None:
        if self.model.left:
            words = self.tr("The tournament has ended; runs without a result: {n}")
            self.told.emit(words.format(n=count(self.model.left)), "warn")
        else:
            self.told.emit(self.tr("The tournament has ended."), "good")

    def open(self, id_: str) -> None:
        """Show an earlier tournament, now or as soon as the list of them has been read."""
        self._wanted = id_
        self.refresh()

    def _open(self, place: int) -> None:
        if 0 < place <= len(self._folders):
            self.model.open(self._folders[place - 1])

    def _on_model(self) -> None:
        if self._playing and not self.model.working:
            self.refresh()
        self._playing = self.model.working
        self._update()

    def _allow(self) -> None:
        """What can be done now. A run that begins or ends changes nothing else here."""
        self._about.setText(self._facts(self._command()))
        self.start.setEnabled(self.can_start)
        free = self._context.session.work in {Work.NOTHING, Work.ESTIMATING} and self._context.workspace.writable
        self.resume.setEnabled(free)
        self.changed.emit()

    def _update(self) -> None:
        model = self.model
        self.entrants.setEnabled(not model.working)
        self.kept.setEnabled(bool(self._folders) and not model.working)
        self.stop.setVisible(model.working)
        self.resume.setVisible(not model.working and bool(model.id) and model.left > 0)
        self._bar.setVisible(model.working)
        titles = {name: translated(method(name).title) for name in NAMES}
        self.table.show_table(model.table, titles)
        fit_columns(self.view, stretch=0)
        header = self.view.horizontalHeader().sizeHint().height()
        self.view.setFixedHeight(header + self.view.verticalHeader().defaultSectionSize() * len(model.table) + Space.S)
        self.curves.show_lines(
            [AnytimeLine(titles.get(each.entrant, each.entrant), CHECKPOINTS, each.curve) for each in model.table]
        )
        self._results.setVisible(bool(model.id))
        self._standings.setVisible(bool(model.table))
        self._show_matches(titles)
        self._show_progress()
        self._allow()

    def _facts(self, command: Prepare | None) -> str:
        if command is None:
            return self.tr("Choose a task and a model in the form first.")
        return self.tr("Task, start prompts, metric and models are those of the form. Every run has the same budget.")

    def _show_progress(self) -> None:
        model, progress = self.model, self.model.progress
        whole = len(model.matches)
        if not model.working:
            done = whole - model.left
            self._says.setText(
                self.tr("{id}: {done} of {n} runs done.").format(id=model.id, done=done, n=whole) if model.id else ""
            )
            return
        match, now = model.current, self.tr("Reading and measuring the model …")
        if match is not None:
            now = self.tr("{method}, seed {seed}: {phase}").format(
                method=translated(method(match.entrant.method).title),
                seed=match.seed,
                phase=translated(progress.phase) if progress is not None else self.tr("begins"),
            )
        self._says.setText(now)
        done = whole - model.left
        self._bar.setMaximum(max(1, 1000 * whole))
        self._bar.setValue(round(1000 * done))

    def _show_matches(self, titles: dict[str, str]) -> None:
        """A chip per run: methods below each other, seeds side by side."""
        words = {
            MatchState.WAITING: self.tr("waits"),
            MatchState.RUNNING: self.tr("runs"),
            MatchState.SCORING: self.tr("is scored"),
            MatchState.STOPPED: self.tr("stopped"),
            MatchState.FAILED: self.tr("failed"),
        }
        if set(self.chips) != {match.key for match in self.model.matches}:
            self._make_grid(titles)
        for match in self.model.matches:
            state = self.model.states.get(match.key, MatchState.WAITING)
            finish = self.model.finishes.get(match.key)
            text = f"{100 * finish.value:.1f}" if finish is not None else words.get(state, "")
            self.chips[match.key].show_state(text, _TONES[state])

    def _make_grid(self, titles: dict[str, str]) -> None:
        clear(self._grid)
        self.chips = {}
        tournament = self.model.tournament
        if tournament is None:
            return
        for place, seed in enumerate(tournament.seeds):
            self._grid.addWidget(label(self.tr("seed {n}").format(n=seed), "caption"), 0, place + 1)
        for line, entrant in enumerate(tournament.entrants):
            self._grid.addWidget(label(titles.get(entrant.method, entrant.name), "strong"), line + 1, 0)
        names = [entrant.name for entrant in tournament.entrants]
        for match in self.model.matches:
            chip = Chip()
            self.chips[match.key] = chip
            place = tournament.seeds.index(match.seed) + 1
            self._grid.addWidget(chip, names.index(match.entrant.name) + 1, place)
        self._grid.setColumnStretch(len(tournament.seeds) + 1, 1)

    def _lay_out(self) -> None:
        head = row(label(self.tr("Tournament"), "headline"), 1, self.kept, self._back, space=Space.S)
        choice = column(
            label(self.tr("Who competes"), "title"),
            self._about,
            self.entrants,
            row(self.start, 1),
            space=Space.S,
            margin=Space.L,
        )
        now = row(self._says, self.resume, self.stop, space=Space.S)
        now.setStretch(0, 1)
        runs = column(label(self.tr("Runs"), "title"), now, self._bar, self._grid, space=Space.S, margin=Space.L)
        self._results = framed(runs, "card")
        note = label(
            self.tr("Search scores compare methods. They are no proof of a gain: that is the certificate's."),
            "caption",
            wrap=True,
        )
        self.save = SaveButton(of_widget(self.tr("Score over the budget"), self.curves, self._curve_table))
        self.save.offer_on(self.curves)
        title = row(label(self.tr("Standings"), "title"), 1, self.save)
        standing = column(title, self.view, note, self.curves, space=Space.S, margin=Space.L)
        self._standings = framed(standing, "card")
        inside = column(head, framed(choice, "card"), self._results, self._standings, 1, space=Space.M, margin=Space.L)
        self.setLayout(column(scrolled(inside, _WIDEST)))
