"""Whether a metric file may run: it is shown, and runs only after a person said that they have read it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from core import trust
from desktop.context import Context
from desktop.theme import Space
from desktop.typography import Type, font
from desktop.widgets.labels import label
from desktop.widgets.layout import column, framed, row
from desktop.widgets.text_block import TextBlock


class TrustPart(QWidget):
    """Shown only while there is a file that was not confirmed on this machine. `confirmed`: it may run now."""

    confirmed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = ""
        self._text = TextBlock(self.tr("The metric file"))
        self._text.setFixedHeight(150)
        self._text.setFont(font(Type.CODE))
        self._says = label(wrap=True)
        self.button = QPushButton(self.tr("I have read it: it may run"))
        self.button.clicked.connect(self._confirm)
        box = column(self._says, self._text, row(self.button, 1), space=Space.S, margin=Space.M)
        frame = framed(box, "banner")
        frame.setProperty("tone", "warn")
        self.setLayout(column(frame))
        self.hide()

    @property
    def waiting(self) -> bool:
        """Whether there is a file that may not run yet."""
        return bool(self._code)

    def show_code(self, code: str) -> None:
        """Ask about this file, unless it was confirmed before or there is none."""
        self._code = "" if not code or trust.is_confirmed(code) else code
        if self._code:
            self._text.show_text(_visible(code))
            self._says.setText(
                self.tr(
                    "This metric is Python: it can do here what you can do. Read it before it runs. SHA-256 {digest}…"
                ).format(digest=trust.fingerprint(code)[:12])
            )
        self.setVisible(self.waiting)
        self.confirmed.emit()

    def _confirm(self) -> None:
        code = self._code
        self._context.workspace.do(
            lambda: trust.confirm(code), lambda _: self.show_code(code), otherwise=self._context.errors.report
        )


def _visible(code: str) -> str:
    """With what a screen would hide or turn round written out: nobody confirms what they cannot see."""
    return "".join(each if each in "\n\t" or each.isprintable() else f"\\u{{{ord(each):x}}}" for each in code)
