"""How everything looks: which colours are worn, and one spacing scale. `desktop.colours` and `desktop.typography` say
which colours and sizes there are."""

from enum import IntEnum, StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.colours import DARK, LIGHT, Colours, colours, use
from desktop.stylesheet import stylesheet
from desktop.typography import dress, sizes


class Appearance(StrEnum):
    """What the person chose; `system` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Space(IntEnum):
    """Distances in device-independent pixels."""

    HAIR = 2
    XS = 4
    S = 8
    M = 12
    L = 20
    XL = 32


_WORN = "wears a theme"


class Theme(QObject):
    """Puts the colours on the application, and follows the system where the person did not choose."""

    changed = Signal()

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._appearance = Appearance.SYSTEM
        self._window: QWidget | None = None
        application.setStyle("Fusion")
        dress(application)
        application.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def appearance(self) -> Appearance:
        """What the person chose."""
        return self._appearance

    def dress(self, window: QWidget) -> None:
        """Put the stylesheet on this window, now and whenever the appearance changes. Not on the application: with
        that, Qt looks up the style of every widget anew whenever it, or what holds it, is put into something else
        while a page is being made, which takes ten times as long as the rest. Dialogs inherit it from their window.
        """
        self._window = window
        self._dress()

    def choose(self, appearance: Appearance) -> None:
        """Use this appearance from now on."""
        self._appearance = appearance
        scheme = {
            Appearance.SYSTEM: Qt.ColorScheme.Unknown,
            Appearance.LIGHT: Qt.ColorScheme.Light,
            Appearance.DARK: Qt.ColorScheme.Dark,
        }[appearance]
        self._application.styleHints().setColorScheme(scheme)
        self._apply()

    def _system_changed(self) -> None:
        if self._appearance is Appearance.SYSTEM:
            self._apply()

    def _wants_dark(self) -> bool:
        if self._appearance is Appearance.SYSTEM:
            return self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._appearance is Appearance.DARK

    def _apply(self) -> None:
        wanted = DARK if self._wants_dark() else LIGHT
        if wanted is colours() and self._application.property(_WORN):
            return  # a new stylesheet makes every widget draw itself anew
        use(wanted)
        self._application.setProperty(_WORN, True)  # noqa: FBT003 - Qt's own signature
        self._application.setPalette(_palette(wanted))
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        sheet = stylesheet(colours(), sizes())
        if self._window is not None and sheet != self._window.styleSheet():
            self._window.setStyleSheet(sheet)


def _palette(made: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for target, value in {
        role.Window: made.window,
        role.WindowText: made.text,
        role.Base: made.surface,
        role.AlternateBase: made.window,
        role.Text: made.text,
        role.PlaceholderText: made.text_soft,
        role.Button: made.surface,
        role.ButtonText: made.text,
        role.BrightText: made.on_accent,
        role.Highlight: made.accent,
        role.HighlightedText: made.on_accent,
        role.ToolTipBase: made.surface,
        role.ToolTipText: made.text,
        role.Link: made.accent,
        role.Light: made.surface,
        role.Midlight: made.sunken,
        role.Mid: made.line,
        role.Dark: made.line_strong,
        role.Shadow: made.line_strong,
        role.Accent: made.accent,
    }.items():
        palette.setColor(target, QColor(value))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(made.text_off))
    return palette
