"""What the palette offers: every action, and the runs, tasks, models and settings that can be opened by name."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox

from desktop.context import Context
from desktop.widgets.banner import Notice
from desktop.widgets.palette import Entry
from desktop.windows.main_window import DATASETS, MODELS, RUN, SETTINGS, MainWindow
from desktop.words import without_mnemonic

translate = QCoreApplication.translate

_MOST_RUNS = 200


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry and what it does."""

    entry: Entry
    do: Callable[[], object]


def offers(window: MainWindow, context: Context) -> dict[str, Offer]:
    """Everything that can be done now, by key."""
    found = [
        *_actions(window),
        *_runs(window, context),
        *_tasks(window, context),
        *_models(window, context),
        *_choices(window),
        *_settings(window),
    ]
    return {offer.entry.key: offer for offer in found}


def _actions(window: MainWindow) -> list[Offer]:
    titles = {spec.name: window.actions_.menus()[spec.menu] for spec in window.actions_.specs()}
    return [
        Offer(_entry(action, titles.get(action.objectName(), "")), action.trigger)
        for action in window.actions_
        if action.isEnabled() and action.objectName() != "palette"
    ]


def _entry(action: QAction, menu: str) -> Entry:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Entry(f"action:{action.objectName()}", without_mnemonic(action.text()), without_mnemonic(menu), keys)


def _runs(window: MainWindow, context: Context) -> list[Offer]:
    kind = translate("Window", "Run")
    return [
        Offer(
            Entry(f"run:{run.id}", f"{run.task} · {run.method} · {run.id}", kind),
            partial(_open_run, window, context, run.id),
        )
        for run in context.workspace.runs[:_MOST_RUNS]
    ]


def _open_run(window: MainWindow, context: Context, id_: str) -> None:
    window.run.open(context.workspace.run_folder(id_))
    window.show_page(RUN)


def _tasks(window: MainWindow, context: Context) -> list[Offer]:
    kind = translate("Window", "Dataset")

    def show(name: str) -> None:
        window.show_page(DATASETS)
        window.datasets.choose(name)

    return [
        Offer(Entry(f"task:{place.name}", place.name, kind), partial(show, place.name))
        for place in context.workspace.tasks
    ]


def _models(window: MainWindow, context: Context) -> list[Offer]:
    kind = translate("Window", "Model")

    def show(path: str) -> None:
        window.show_page(MODELS)
        window.models.choose(path)

    return [
        Offer(Entry(f"model:{row.path}", Path(row.path).stem, kind), partial(show, row.path))
        for row in context.library.rows
    ]


def _choices(window: MainWindow) -> list[Offer]:
    """Each value that a setting can have, by the names of both: “Language: English”."""
    page, told = window.settings, window.settings.notifications
    boxes = {"appearance": page.appearance, "language": page.language, "scale": page.scale}
    found = [
        Offer(
            _choice(
                f"{key}:{box.itemData(place)}",
                box.accessibleName(),
                box.itemText(place),
                chosen=place == box.currentIndex(),
            ),
            partial(_choose, window, box, place),
        )
        for key, box in boxes.items()
        for place in range(box.count())
    ]
    for wanted, words in ((True, translate("Window", "on")), (False, translate("Window", "off"))):
        entry = _choice(
            f"notifications:{wanted}", translate("Window", "Notifications"), words, chosen=told.isChecked() is wanted
        )
        found.append(Offer(entry, partial(told.setChecked, wanted)))
    return found


def _choice(key: str, name: str, value: str, *, chosen: bool) -> Entry:
    kind = translate("Window", "Setting, as it is now") if chosen else translate("Window", "Setting")
    return Entry(f"choice:{key}", translate("Window", "{setting}: {value}").format(setting=name, value=value), kind)


def _choose(window: MainWindow, box: QComboBox, place: int) -> None:
    """As if it were chosen in the box itself. What is not seen at once is said."""
    box.setCurrentIndex(place)
    box.activated.emit(place)
    if box is not window.settings.appearance:
        window.show_notice(Notice(window.settings.restart_words, tone="info"))


def _settings(window: MainWindow) -> list[Offer]:
    """Each setting at its place, for those that take more than a choice."""
    kind = translate("Window", "Setting")

    def show(name: str) -> None:
        window.show_page(SETTINGS)
        window.settings.reveal(name)

    return [Offer(Entry(f"setting:{name}", name, kind), partial(show, name)) for name in window.settings.names]
