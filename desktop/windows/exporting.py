"""Taking the best prompt away in a file."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from core.errors import WhetError
from core.report.export import FORMATS, export
from core.state import RunState
from core.store import deeds
from core.store.atomic import write_atomically
from core.store.runs import RunFolder
from desktop.errors import ErrorCentre
from desktop.widgets.banner import Notice

translate = QCoreApplication.translate


def export_best(parent: QWidget, errors: ErrorCentre, folder: RunFolder, state: RunState) -> None:
    """Ask for a file and a form, and write the best prompt there; nothing waits for the answer."""
    endings = {
        "text": translate("Window", "Text (*.txt)"),
        "markdown": translate("Window", "Markdown (*.md)"),
        "json": translate("Window", "JSON (*.json)"),
    }
    kinds = {endings.get(form, form): form for form in FORMATS}
    dialog = QFileDialog(parent, translate("Window", "Export the best prompt"), str(Path.home() / "prompt.txt"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(kinds))
    dialog.fileSelected.connect(
        lambda path: write_best(errors, folder, state, Path(path), kinds[dialog.selectedNameFilter()])
    )
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def write_best(errors: ErrorCentre, folder: RunFolder, state: RunState, path: Path, form: str) -> None:
    """Write the best prompt, byte for byte as it was scored, and say where."""
    try:
        write_atomically(path, export(folder, state, state.best, form))
        deeds.exported(folder.workspace, folder.id, form, path.name)
    except (WhetError, OSError) as error:
        errors.report(error)
        return
    errors.show_notice(
        Notice(translate("Window", "The best prompt was written to {path}.").format(path=path), tone="good")
    )
