"""Number fields that look like the other fields."""

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget

from desktop.theme import Space

NARROWEST, WIDEST = 132, 180


class NoWheel(QObject):
    """Keeps a scrolling hand from changing values that it passes over."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: drop the wheel unless the control has the focus."""
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def as_number(box: QAbstractSpinBox) -> None:
    """Dress a number field. The stylesheet's padding does not reach the text inside, so that is done here."""
    box.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
    box.setMinimumWidth(NARROWEST)
    box.setMaximumWidth(WIDEST)
    box.lineEdit().setTextMargins(Space.S, 0, 0, 0)


def group_digits(box: QSpinBox) -> None:
    """Show thousands apart as they are everywhere else: with a thin space, which is how French writes them."""
    box.setLocale(QLocale(QLocale.Language.French))
    box.setGroupSeparatorShown(True)


def calm(control: QWidget) -> None:
    """Let the wheel change a control only while it has the focus, which the wheel itself does not give."""
    if control.focusPolicy() is Qt.FocusPolicy.WheelFocus:
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    control.installEventFilter(NoWheel(control))
