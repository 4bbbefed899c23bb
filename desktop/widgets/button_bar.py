"""Buttons in a row that keep their words where there is room, and only their drawings where there is not."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLayout, QToolButton, QWidget

from desktop.theme import Space
from desktop.widgets.layout import row

_BESIDE_WORDS = 44
"""A button's icon, gap and padding."""


class ButtonBar(QWidget):
    """Makes no window wider: tooltips and accessible names say what a drawing means."""

    def __init__(self, buttons: Sequence[QToolButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        box = row(*self._buttons, 1, space=Space.S)
        box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(box)

    def minimumSizeHint(self) -> QSize:
        """Qt: as high as a button, and as narrow as it must be."""
        return QSize(0, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Qt: another size, or other buttons."""
        done = super().event(event)
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fit()
        return done

    def _fit(self) -> None:
        shown = [button for button in self._buttons if not button.isHidden()]
        words = sum(button.fontMetrics().horizontalAdvance(button.text()) for button in shown)
        needed = words + len(shown) * (_BESIDE_WORDS + Space.S)
        style = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            if needed <= self.width()
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        for button in self._buttons:
            if button.toolButtonStyle() is not style:
                button.setToolButtonStyle(style)
