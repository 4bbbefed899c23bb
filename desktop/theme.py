"""How everything looks: colours by meaning, light and dark; one type scale; one spacing scale; one accent.

Nothing else in the window names a colour. Widgets that paint themselves ask `colours()` at paint time and repaint on
`QEvent.PaletteChange`, which Qt sends to every widget when the theme changes.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.stylesheet import stylesheet


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


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by what they mean, as `#rrggbb`. `score` runs from the worst to the best of a run, in one hue, so that it
    reads without colour vision; texts have a contrast of at least 4.5 to 1, those of what is disabled (`text_off`) and
    those upon a score (`ink_light`, `ink_dark`) too."""

    dark: bool
    window: str
    surface: str
    sunken: str
    hover: str
    line: str
    line_strong: str
    text: str
    text_soft: str
    text_off: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    inserted: str
    inserted_soft: str
    deleted: str
    deleted_soft: str
    moved: str
    moved_soft: str
    winner: str
    ink_light: str
    ink_dark: str
    score: tuple[str, ...]

    def score_colour(self, place: float) -> QColor:
        """The colour of a score at `place` 0…1 between the worst and the best of the run."""
        last = len(self.score) - 1
        at = min(max(place, 0.0), 1.0) * last
        low = min(int(at), last - 1)
        first, second = QColor(self.score[low]), QColor(self.score[low + 1])
        share = at - low
        return QColor.fromRgbF(
            first.redF() + (second.redF() - first.redF()) * share,
            first.greenF() + (second.greenF() - first.greenF()) * share,
            first.blueF() + (second.blueF() - first.blueF()) * share,
        )


LIGHT = Colours(
    dark=False,
    window="#f2f5f4",
    surface="#ffffff",
    sunken="#e8eeec",
    hover="#e1e9e6",
    line="#d6dfdc",
    line_strong="#aebbb7",
    text="#14211f",
    text_soft="#51605c",
    text_off="#5c6b67",
    accent="#0b6b64",
    accent_hover="#095751",
    on_accent="#ffffff",
    accent_soft="#d9ecea",
    good="#1b7440",
    good_soft="#dcf1e3",
    warn="#8a5700",
    warn_soft="#fbeed3",
    bad="#b3291f",
    bad_soft="#fbe4e1",
    inserted="#0d5a34",
    inserted_soft="#d3f0de",
    deleted="#96241b",
    deleted_soft="#fbdfdb",
    moved="#234f96",
    moved_soft="#dfe8f9",
    winner="#c07a00",
    ink_light="#ffffff",
    ink_dark="#000000",
    score=("#c4cdca", "#93beb8", "#55a097", "#1c7d74", "#07504a"),
)

DARK = Colours(
    dark=True,
    window="#101615",
    surface="#171f1d",
    sunken="#0b100f",
    hover="#22302d",
    line="#293633",
    line_strong="#4c5d59",
    text="#e3ebe8",
    text_soft="#9eada9",
    text_off="#8a9995",
    accent="#52c5b6",
    accent_hover="#74d8ca",
    on_accent="#05201d",
    accent_soft="#163430",
    good="#6ccd8c",
    good_soft="#15301f",
    warn="#e5b547",
    warn_soft="#332813",
    bad="#ff8f80",
    bad_soft="#3b1d1a",
    inserted="#92e7b4",
    inserted_soft="#143a28",
    deleted="#ffb3a8",
    deleted_soft="#46211d",
    moved="#afc8ff",
    moved_soft="#1f2f4f",
    winner="#f2c14e",
    ink_light="#ffffff",
    ink_dark="#000000",
    score=("#3d4946", "#3f6f69", "#489a90", "#62c8b9", "#aef3e6"),
)

_current = LIGHT

_WORN = "wears a theme"


def colours() -> Colours:
    """The colours in use right now."""
    return _current


def colour(value: str, alpha: float = 1.0) -> QColor:
    """A `QColor` of a theme colour, optionally translucent."""
    made = QColor(value)
    made.setAlphaF(alpha)
    return made


class Type(StrEnum):
    """The type scale."""

    CAPTION = "caption"
    BODY = "body"
    STRONG = "strong"
    TITLE = "title"
    HEADLINE = "headline"
    CODE = "code"


_SCALE = {Type.CAPTION: 0.88, Type.BODY: 1.0, Type.STRONG: 1.0, Type.TITLE: 1.22, Type.HEADLINE: 1.65, Type.CODE: 1.0}


def font(kind: Type) -> QFont:
    """A font of the system, in a size of the scale."""
    base = QApplication.font()
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont) if kind is Type.CODE else QFont(base)
    made.setPointSizeF(max(base.pointSizeF(), 8.0) * _SCALE[kind])
    if kind in {Type.STRONG, Type.TITLE, Type.HEADLINE}:
        made.setWeight(QFont.Weight.DemiBold)
    return made


class Theme(QObject):
    """Puts the colours on the application, and follows the system where the person did not choose."""

    changed = Signal()

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._appearance = Appearance.SYSTEM
        self._window: QWidget | None = None
        application.setStyle("Fusion")
        if application.font().pointSizeF() < 10.0:
            larger = application.font()
            larger.setPointSizeF(10.0)
            application.setFont(larger)
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
        global _current  # noqa: PLW0603 - an application has one theme at a time
        wanted = DARK if self._wants_dark() else LIGHT
        if wanted is _current and self._application.property(_WORN):
            return  # a new stylesheet makes every widget draw itself anew
        _current = wanted
        self._application.setProperty(_WORN, True)  # noqa: FBT003 - Qt's own signature
        self._application.setPalette(_palette(_current))
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        sheet = stylesheet(_current, _sizes())
        if self._window is not None and sheet != self._window.styleSheet():
            self._window.setStyleSheet(sheet)


def _sizes() -> dict[str, float]:
    base = max(QApplication.font().pointSizeF(), 8.0)
    return {kind.value: round(base * share, 1) for kind, share in _SCALE.items()}


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
