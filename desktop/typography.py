"""The one type scale."""

from enum import StrEnum

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication


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


def sizes() -> dict[str, float]:
    """Points of every step of the scale, by name."""
    base = max(QApplication.font().pointSizeF(), 8.0)
    return {kind.value: round(base * share, 1) for kind, share in _SCALE.items()}
