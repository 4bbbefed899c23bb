"""Settings: each with its name and one sentence; a search leaves only those that it finds."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QPushButton, QWidget

from core.paths import user_folder
from desktop.context import Context
from desktop.language import languages
from desktop.models.downloads import DownloadStage
from desktop.pages.addresses_part import AddressesPart
from desktop.pages.names import CONNECTIONS, MODELS
from desktop.pages.servers_part import ServersPart
from desktop.pages.settings.answers_part import AnswersPart
from desktop.pages.settings.folders_part import FoldersPart
from desktop.theme import Appearance, Space
from desktop.widgets.banner import Notice
from desktop.widgets.columns import Columns
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.labels import ElidedLabel, label
from desktop.widgets.layout import column, framed, row, scrolled, widen

_TAB = Qt.FocusPolicy.TabFocus
_WIDEST, _WIDE, _WIDEST_OF_WIDE = 900, 1380, 1500
_NAMES = 190
_SCALES = (100, 110, 125, 150, 175, 200)
"""Each in its own words, which are not translated."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A setting: its name, what a search looks at, what is shown, and the card that it stands in."""

    name: str
    words: str
    widget: QWidget
    card: QFrame


class SettingsPage(QWidget):
    """`wanted` carries the name of another page, `appearance_chosen` an `Appearance`; `workspace_wanted`: another
    workspace is to be chosen; `remake_wanted`: the window has to be made anew, in another language or size."""

    workspace_wanted = Signal()
    wanted = Signal(str, object)
    appearance_chosen = Signal(object)
    remake_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._entries: list[_Entry] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search in the settings"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self._nothing = label(self.tr("No setting has these words."), "soft")
        self._nothing.hide()
        self.appearance = self._appearance()
        self.language = self._language()
        self.scale = self._scale()
        self.restart_words = self.tr("Work is in progress: language and size change the next time Whet is opened.")
        self._restart = label(self.restart_words, "caption", wrap=True)
        self._restart.hide()
        self.notifications = QCheckBox(self.tr("Notify me when long work ends while Whet is in the background"))
        self.notifications.setChecked(context.settings.notifications)
        self.notifications.toggled.connect(self._keep_notifications)
        self._workspace = ElidedLabel()
        self.folders = FoldersPart(context)
        self.answers = AnswersPart(context)
        self.addresses = AddressesPart(context)
        self.servers = ServersPart(context)
        self._lay_out()
        self.setFocusProxy(self.search)
        context.workspace.opened.connect(self._show_workspace)
        context.theme.changed.connect(self._show_appearance)
        self._show_workspace()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: what lies on the disk may have changed."""
        super().showEvent(event)
        self.answers.refresh()
        self.addresses.refresh()
        self.servers.refresh()
        self._show_appearance()

    @property
    def found(self) -> int:
        """How many settings the search leaves."""
        return sum(not entry.widget.isHidden() for entry in self._entries)

    @property
    def names(self) -> list[str]:
        """Every setting by its name, as they stand."""
        return [entry.name for entry in self._entries]

    def reveal(self, name: str) -> None:
        """Bring a setting into sight, and the focus to its control."""
        self.search.clear()
        for entry in self._entries:
            if entry.name == name:
                controls = [each for each in entry.widget.findChildren(QWidget) if each.focusPolicy() & _TAB]
                self._area.ensureWidgetVisible(entry.widget, 0, Space.XL)
                (controls[0] if controls else self.search).setFocus(Qt.FocusReason.TabFocusReason)

    def set_choice(self, box: QComboBox, place: int) -> None:
        """As if it were chosen in the box itself."""
        box.setCurrentIndex(place)
        box.activated.emit(place)

    # The controls

    def _appearance(self) -> QComboBox:
        box = self._box(self.tr("Appearance"))
        for each, words in (
            (Appearance.SYSTEM, self.tr("follow the system")),
            (Appearance.LIGHT, self.tr("light")),
            (Appearance.DARK, self.tr("dark")),
        ):
            box.addItem(words, each.value)
        box.setCurrentIndex(box.findData(self._context.settings.appearance.value))
        box.activated.connect(lambda _: self.appearance_chosen.emit(Appearance(box.currentData())))
        return box

    def _language(self) -> QComboBox:
        box = self._box(self.tr("Language"))
        box.addItem(self.tr("follow the system"), "")
        for code, name in languages().items():
            box.addItem(name, code)
        box.setCurrentIndex(max(0, box.findData(self._context.settings.language)))
        box.activated.connect(lambda _: self._choose_language(str(box.currentData())))
        return box

    def _scale(self) -> QComboBox:
        box = self._box(self.tr("Size of text and controls"))
        for percent in _SCALES:
            box.addItem(self.tr("{n} %").format(n=percent), percent)
        box.setCurrentIndex(max(0, box.findData(self._context.settings.scale)))
        box.activated.connect(lambda _: self._choose_scale(int(box.currentData())))
        return box

    def _box(self, name: str) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(name)
        box.setMinimumWidth(200)
        return box

    def _choose_language(self, code: str) -> None:
        if code != self._context.settings.language:
            self._context.settings.language = code
            self._remake()

    def _choose_scale(self, percent: int) -> None:
        if percent != self._context.settings.scale:
            self._context.settings.scale = percent
            self._remake()

    def _remake(self) -> None:
        """At once, unless something would be stopped by that."""
        fetching = any(each.stage is DownloadStage.GOING for each in self._context.downloads.all)
        if self._context.session.idle and not fetching:
            self.remake_wanted.emit()
        else:
            self._restart.show()
            self._context.errors.show_notice(Notice(self.restart_words, tone="info"))

    def _keep_notifications(self, wanted: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        self._context.settings.notifications = wanted

    def _show_appearance(self) -> None:
        self.appearance.setCurrentIndex(self.appearance.findData(self._context.settings.appearance.value))

    def _show_workspace(self) -> None:
        folder = self._context.workspace.folder
        self._workspace.show_text(str(folder) if folder is not None else "")

    # How they are found

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for entry in self._entries:
            entry.widget.setVisible(all(word in entry.words for word in wanted))
        for card in {id(entry.card): entry.card for entry in self._entries}.values():
            card.setVisible(any(entry.card is card and not entry.widget.isHidden() for entry in self._entries))
        self._nothing.setVisible(not self.found)

    def _card(self, title: str, *settings: tuple[str, str, QWidget]) -> QFrame:
        box = column(label(title, "title"), space=Space.M, margin=Space.L)
        card = framed(box, "card")
        for name, about, control in settings:
            shown = QWidget()
            words = column(label(name, "strong", wrap=True), space=Space.HAIR)
            named = QWidget()
            named.setLayout(words)
            named.setFixedWidth(_NAMES)
            says = label(about, "caption", wrap=True)
            right = column(control, space=Space.XS)
            if about:
                right.addWidget(says)
            words.addStretch(1)
            line = row(named, right, space=Space.L)
            line.setStretch(1, 1)
            shown.setLayout(line)
            box.addWidget(shown)
            self._entries.append(_Entry(name, f"{title} {name} {about}".casefold(), shown, card))
        return card

    def _lay_out(self) -> None:
        look, work, models, kept = self._look_card(), self._work_card(), self._models_card(), self._kept_card()
        self._parts = Columns(((look, work), (models, kept)))
        pages = column(
            label(self.tr("Settings"), "headline"),
            self.search,
            self._nothing,
            self._parts,
            1,
            space=Space.M,
            margin=Space.L,
        )
        self._area = scrolled(pages, _WIDEST)
        self.setLayout(column(self._area, space=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: two columns where both are wide enough to read."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self._parts.spread(2 if wide else 1)
        widen(self._area, _WIDEST_OF_WIDE if wide else _WIDEST)

    def _look_card(self) -> QFrame:
        card = self._card(
            self.tr("Appearance"),
            (self.tr("Light or dark"), self.tr("Applied at once."), _left(self.appearance)),
            (self.tr("Language"), self.tr("Applied at once."), _left(self.language)),
            (
                self.tr("Size"),
                self.tr("Of text and controls, on top of the system's scaling. Applied at once."),
                _left(self.scale),
            ),
            (self.tr("Notifications"), "", self.notifications),
        )
        inside = card.layout()
        if inside is not None:
            inside.addWidget(self._restart)
        return card

    def _work_card(self) -> QFrame:
        other = self._button(self.tr("Open another…"), self.workspace_wanted.emit)
        show = self._button(self.tr("Show in the file manager"), self._reveal_workspace)
        holder = QWidget()
        holder.setLayout(column(self._workspace, row(show, other, 1), space=Space.XS))
        return self._card(
            self.tr("Workspace"),
            (
                self.tr("Folder"),
                self.tr("Tasks and runs are plain files in it: it can be copied, zipped and committed to git."),
                holder,
            ),
        )

    def _models_card(self) -> QFrame:
        models = self._button(self.tr("Load settings of each model"), lambda: self.wanted.emit(MODELS, None))
        return self._card(
            self.tr("Models"),
            (
                self.tr("Folders of models"),
                self.tr("Models are used in place and never copied."),
                self.folders,
            ),
            (
                self.tr("Threads, lanes, context, GPU"),
                self.tr("Measured for each model on this machine when it is first used, unless you choose them."),
                _left(models),
            ),
        )

    def _kept_card(self) -> QFrame:
        user = QWidget()
        path = ElidedLabel(str(user_folder()))
        show = self._button(
            self.tr("Show in the file manager"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(user_folder()))),
        )
        show.setAccessibleName(self.tr("Show your data folder in the file manager"))
        user.setLayout(column(path, row(show, 1), space=Space.XS))
        record = self._button(self.tr("Every connection ever opened"), lambda: self.wanted.emit(CONNECTIONS, None))
        return self._card(
            self.tr("On this machine"),
            (
                self.tr("Kept answers"),
                self.tr("They are outside of workspaces, and only you can read them."),
                self.answers,
            ),
            (self.tr("Allowed addresses"), "", self.addresses),
            (self.tr("Allowed servers"), "", self.servers),
            (self.tr("Connections"), self.tr("Normally zero; every one is recorded."), _left(record)),
            (self.tr("Your data folder"), self.tr("These settings, the log, and the record of opened tests."), user),
        )

    def _button(self, words: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _=False: deed())
        return button

    def _reveal_workspace(self) -> None:
        folder = self._context.workspace.folder
        if folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _left(control: QWidget) -> QWidget:
    """A control that is no wider than it needs to be."""
    holder = QWidget()
    holder.setLayout(row(control, 1))
    return holder
