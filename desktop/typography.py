"""The two typefaces and the one type scale.

Both typefaces lie in `resources/fonts` with their licences. What they have no letters for, Chinese among it, is drawn
in the system's own.
"""

from enum import StrEnum
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

TEXT, CODE = "Inter", "JetBrains Mono"
"""For the window, and for prompts and replies."""

_SMALLEST = 10.0
"""Points of the body text at least."""


class Type(StrEnum):
    """The type scale."""

    CAPTION = "caption"
    BODY = "body"
    STRONG = "strong"
    TITLE = "title"
    HEADLINE = "headline"
    CODE = "code"


_SCALE = {
    Type.CAPTION: 0.88,
    Type.BODY: 1.0,
    Type.STRONG: 1.0,
    Type.TITLE: 1.22,
    Type.HEADLINE: 1.65,
    Type.CODE: 0.95,
}


def use_folder(folder: Path) -> None:
    """Draw with the typefaces in this folder from now on; with the system's where they cannot be read."""
    if not {TEXT, CODE} <= set(QFontDatabase.families()):
        for file in sorted(folder.glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))


def dress(application: QApplication) -> None:
    """Let everything that says nothing else be drawn in the body's typeface."""
    base = application.font()
    others = [family for family in base.families() if family != TEXT]
    base.setFamilies([TEXT, *others])
    base.setPointSizeF(max(base.pointSizeF(), _SMALLEST))
    application.setFont(base)


def font(kind: Type) -> QFont:
    """A font in a size of the scale."""
    made = QFont(QApplication.font())
    if kind is Type.CODE:
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        made.setFamilies([CODE, *fixed.families()])
        made.setStyleHint(QFont.StyleHint.Monospace)
    made.setPointSizeF(sizes()[kind.value])
    if kind in {Type.STRONG, Type.TITLE, Type.HEADLINE}:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def sizes() -> dict[str, float]:
    """Points of every step of the scale, by name."""
    base = max(QApplication.font().pointSizeF(), 8.0)
    return {kind.value: round(base * share, 1) for kind, share in _SCALE.items()}
