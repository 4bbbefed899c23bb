"""Every action of the window, once: its words, its shortcut, its place in the menus."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `menu` is the name of its menu; `separated` puts a line before it; `choices` exclude each other;
    `short` are its words on a button."""

    name: str
    menu: str
    text: str
    shortcut: str = ""
    separated: bool = False
    choices: str = ""
    short: str = ""
    checkable: bool = False


class Actions(QObject):
    """The actions as `QAction`s, by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        for spec in self.specs():
            action = QAction(spec.text, self)
            action.setObjectName(spec.name)
            if spec.short:
                action.setIconText(spec.short)
            if spec.shortcut:
                action.setShortcut(QKeySequence(spec.shortcut))
            action.setCheckable(spec.checkable or bool(spec.choices))
            self._actions[spec.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def connect_to(self, name: str, slot: Callable[[], object]) -> None:
        """Call `slot` when the action is triggered."""
        self._actions[name].triggered.connect(lambda _=False: slot())

    def enable(self, name: str, *, when: bool) -> None:
        """Let the action be triggered, or not."""
        self._actions[name].setEnabled(when)

    def menus(self) -> dict[str, str]:
        """The menus in order, by name."""
        return {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "run": self.tr("&Run"),
            "prompt": self.tr("&Prompt"),
            "go": self.tr("&Go to"),
            "view": self.tr("&View"),
            "help": self.tr("&Help"),
        }

    def specs(self) -> tuple[ActionSpec, ...]:
        """Every action, in the order of the menus."""
        return (
            ActionSpec("new_run", "file", self.tr("&New run"), "Ctrl+N"),
            ActionSpec("import_data", "file", self.tr("&Import data…"), "Ctrl+I"),
            ActionSpec("open_workspace", "file", self.tr("&Open workspace…"), "Ctrl+O"),
            ActionSpec("quit", "file", self.tr("&Quit"), "Ctrl+Q", separated=True),
            ActionSpec("undo", "edit", self.tr("&Undo"), "Ctrl+Z"),
            ActionSpec("redo", "edit", self.tr("Re&do"), "Ctrl+Shift+Z"),
            ActionSpec("new_row", "edit", self.tr("&New row"), "Ctrl+Shift+N", separated=True),
            ActionSpec("remove_rows", "edit", self.tr("Re&move the selected rows"), "Ctrl+Backspace"),
            ActionSpec("paste_data", "edit", self.tr("Import the &clipboard"), "Ctrl+Shift+V", separated=True),
            ActionSpec("start", "run", self.tr("&Start the run"), "Ctrl+Return"),
            ActionSpec("estimate", "run", self.tr("&Estimate the cost"), "Ctrl+Shift+Return"),
            ActionSpec("enqueue", "run", self.tr("&Queue the run"), "Ctrl+Alt+Return"),
            ActionSpec("try_rows", "run", self.tr("Try t&hree rows"), "Ctrl+T"),
            ActionSpec("preflight", "run", self.tr("Make the pre-f&light"), "Ctrl+Shift+L"),
            ActionSpec("tournament", "run", self.tr("T&ournament…"), "Ctrl+Shift+T"),
            ActionSpec("stop", "run", self.tr("S&top"), "Ctrl+."),
            ActionSpec("pause", "run", self.tr("Pa&use"), "Ctrl+Shift+P"),
            ActionSpec(
                "keep", "run", self.tr("Stop and &keep the best…"), "Ctrl+Shift+K", short=self.tr("Stop and keep")
            ),
            ActionSpec("compare", "run", self.tr("Co&mpare what is chosen"), "Ctrl+Shift+Y"),
            ActionSpec("ask", "run", self.tr("&Ask in the playground"), "Alt+Return"),
            ActionSpec("resume", "run", self.tr("&Resume"), "Ctrl+R"),
            ActionSpec(
                "certify",
                "run",
                self.tr("&Certify the gain…"),
                "Ctrl+Shift+G",
                separated=True,
                short=self.tr("Certify"),
            ),
            ActionSpec(
                "copy_prompt",
                "prompt",
                self.tr("&Copy the best prompt"),
                "Ctrl+Shift+C",
                short=self.tr("Copy best"),
            ),
            ActionSpec(
                "edit_prompt", "prompt", self.tr("E&dit the selected prompt"), "Ctrl+Shift+E", short=self.tr("Edit")
            ),
            ActionSpec(
                "branch", "prompt", self.tr("&Branch from the selected prompt"), "Ctrl+B", short=self.tr("Branch")
            ),
            ActionSpec("branch_form", "prompt", self.tr("Branch with &other settings…"), "Ctrl+Shift+B"),
            ActionSpec("try_prompt", "prompt", self.tr("&Try in the Playground"), "Ctrl+Shift+A"),
            ActionSpec("copy_selected", "prompt", self.tr("Copy the &selected prompt"), "Ctrl+Shift+X"),
            ActionSpec(
                "export",
                "prompt",
                self.tr("&Export the best prompt…"),
                "Ctrl+E",
                short=self.tr("Export"),
            ),
            ActionSpec("report", "prompt", self.tr("Open the &report"), "Ctrl+Shift+R"),
            ActionSpec("weigh_sentences", "prompt", self.tr("&What each sentence does"), "Ctrl+Shift+W"),
            ActionSpec("page_home", "go", self.tr("&Home"), "Alt+Home"),
            ActionSpec("page_new", "go", self.tr("&New run"), "Ctrl+1"),
            ActionSpec("page_run", "go", self.tr("&Run"), "Ctrl+2"),
            ActionSpec("page_datasets", "go", self.tr("&Datasets"), "Ctrl+3"),
            ActionSpec("page_models", "go", self.tr("&Models"), "Ctrl+Shift+M"),
            ActionSpec("page_runs", "go", self.tr("Histor&y"), "Ctrl+4"),
            ActionSpec("page_compare", "go", self.tr("&Compare"), "Ctrl+5"),
            ActionSpec("page_certificate", "go", self.tr("Certi&ficate"), "Ctrl+8"),
            ActionSpec("page_playground", "go", self.tr("&Playground"), "Ctrl+6"),
            ActionSpec("page_connections", "go", self.tr("Connec&tions"), "Ctrl+7"),
            ActionSpec("page_settings", "go", self.tr("&Settings"), "Ctrl+,"),
            ActionSpec("refresh", "view", self.tr("R&efresh the lists"), "F5"),
            ActionSpec("zoom_in", "view", self.tr("Zoom &in"), "Ctrl++", separated=True),
            ActionSpec("zoom_out", "view", self.tr("Zoom &out"), "Ctrl+-"),
            ActionSpec("fit", "view", self.tr("Show the &whole tree"), "Ctrl+0"),
            ActionSpec("find", "view", self.tr("&Find candidates"), "Ctrl+F"),
            ActionSpec("fold", "view", self.tr("Fold or &unfold the selected candidate"), "Ctrl+Alt+F"),
            ActionSpec("side_by_side", "view", self.tr("Difference si&de by side"), "Ctrl+D", checkable=True),
            ActionSpec("theme_system", "view", self.tr("Appearance of the &system"), separated=True, choices="theme"),
            ActionSpec("theme_light", "view", self.tr("&Light"), choices="theme"),
            ActionSpec("theme_dark", "view", self.tr("Dar&k"), choices="theme"),
            ActionSpec("palette", "help", self.tr("All &actions…"), "Ctrl+K"),
            ActionSpec("log", "help", self.tr("&Log"), "Ctrl+L"),
            ActionSpec("about", "help", self.tr("A&bout Whet"), separated=True),
        )
