"""Taking a prompt away in a file."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from core.errors import WhetError
from core.report.export import FORMATS, export
from core.state import RunState
from core.store import activity_log
from core.store.atomic import write_atomically
from core.store.runs import RunFolder
from desktop.errors import ErrorCentre
from desktop.widgets.banner import Notice

translate = QCoreApplication.translate


def ask_where(parent: QWidget, errors: ErrorCentre, folder: RunFolder, state: RunState, candidate: str) -> None:
    """Ask for a file and a form, and write a candidate's prompt there; nothing waits for the answer."""
    endings = {
        "text": translate("Window", "Text (*.txt)"),
        "markdown": translate("Window", "Markdown (*.md)"),
        "json": translate("Window", "JSON (*.json)"),
    }
    kinds = {endings.get(form, form): form for form in FORMATS}
    best = candidate == state.best
    title = translate("Window", "Export the best prompt") if best else translate("Window", "Export this prompt")
    dialog = QFileDialog(parent, title, str(Path.home() / "prompt.txt"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(kinds))
    dialog.fileSelected.connect(
        lambda path: write(errors, (folder, state), candidate, Path(path), kinds[dialog.selectedNameFilter()])
    )
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def write(errors: ErrorCentre, run: tuple[RunFolder, RunState], candidate: str, path: Path, form: str) -> None:
    """Write a candidate's prompt, byte for byte as it was scored, and say where."""
    folder, state = run
    try:
        write_atomically(path, export(folder, state, candidate, form))
        activity_log.exported(folder.workspace, folder.id, form, path.name)
    except (WhetError, OSError) as error:
        errors.report(error)
        return
    words = (
        translate("Window", "The best prompt was written to {path}.")
        if candidate == state.best
        else translate("Window", "The prompt of {candidate} was written to {path}.")
    )
    errors.show_notice(Notice(words.format(path=path, candidate=candidate), tone="good"))
