"""How a data file is written, where a person knows better than what was detected."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from core.data.options import ReadOptions
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox, WholeBox
from desktop.widgets.labels import label
from desktop.widgets.layout import row
from desktop.widgets.spin import as_number

_ENCODINGS = (
    "utf-8", "utf-16", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2",
    "iso8859_15", "cp850", "mac_roman", "koi8_r", "gb18030", "big5", "shift_jis", "euc_jp", "iso2022_jp", "euc_kr",
)  # fmt: skip
_GUESS, _FIRST, _NONE, _NUMBERED = "guess", "first", "none", "numbered"


class ReadingPart(QWidget):
    """`changed` asks for the file to be read again with `options`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        detect = self.tr("detect")
        self.header = self._choice(self.tr("Names of the columns"), (
            (self.tr("guess"), _GUESS),
            (self.tr("in the first row"), _FIRST),
            (self.tr("nowhere"), _NONE),
            (self.tr("in row number"), _NUMBERED),
        ))  # fmt: skip
        self.row_number = WholeBox()
        as_number(self.row_number)
        self.row_number.setRange(1, 9999)
        self.row_number.setAccessibleName(self.tr("Row with the names of the columns"))
        self.row_number.valueChanged.connect(lambda _: self.changed.emit())
        self.delimiter = self._choice(self.tr("Delimiter"), (
            (detect, ""),
            (self.tr("comma"), ","),
            (self.tr("semicolon"), ";"),
            (self.tr("tabulator"), "\t"),
            (self.tr("vertical bar"), "|"),
        ))  # fmt: skip
        self.quote = self._choice(self.tr("Cells are enclosed by"), (
            (detect, ""), ('"', '"'), ("'", "'"), (self.tr("nothing"), "none"),
        ))  # fmt: skip
        self.encoding = self._choice(self.tr("Encoding"), ((detect, ""), *((name, name) for name in _ENCODINGS)))
        self.sheet = QLineEdit()
        self.sheet.setAccessibleName(self.tr("Sheet of a workbook"))
        self.sheet.setPlaceholderText(self.tr("the first with a table"))
        self.sheet.editingFinished.connect(self._on_sheet)
        self._last_sheet = ""
        self._lay_out()
        self._show_row()

    @property
    def options(self) -> ReadOptions:
        """What the person says."""
        how = self.header.currentData()
        return ReadOptions(
            encoding=str(self.encoding.currentData()),
            delimiter=str(self.delimiter.currentData()),
            quote=str(self.quote.currentData()),
            header={_FIRST: True, _NONE: False}.get(how),
            header_row=self.row_number.value() if how == _NUMBERED else 0,
            sheet=self.sheet.text().strip(),
        )

    def say(self, options: ReadOptions) -> None:
        """Show these options; nothing is announced. What the boxes do not offer is added to them."""
        how = _NUMBERED if options.header_row else {True: _FIRST, False: _NONE, None: _GUESS}[options.header]
        said = ((self.header, how), (self.delimiter, options.delimiter), (self.quote, options.quote),
                (self.encoding, options.encoding))  # fmt: skip
        for box, value in said:
            if box.findData(value) < 0:
                box.addItem(value, value)
            box.setCurrentIndex(box.findData(value))
        with QSignalBlocker(self.row_number):
            self.row_number.setValue(max(1, options.header_row))
        self.sheet.setText(options.sheet)
        self._last_sheet = options.sheet
        self._show_row()

    def _choice(self, name: str, entries: tuple[tuple[str, str], ...]) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(name)
        for text, value in entries:
            box.addItem(text, value)
        box.activated.connect(lambda _: self._on_chosen())
        return box

    def _on_chosen(self) -> None:
        self._show_row()
        self.changed.emit()

    def _on_sheet(self) -> None:
        if self.sheet.text().strip() != self._last_sheet:
            self._last_sheet = self.sheet.text().strip()
            self.changed.emit()

    def _show_row(self) -> None:
        self.row_number.setVisible(self.header.currentData() == _NUMBERED)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        header = QWidget()
        header.setLayout(row(self.header, self.row_number))
        named = (
            (self.tr("Names of the columns"), header, self.header),
            (self.tr("Delimiter"), self.delimiter, self.delimiter),
            (self.tr("Cells are enclosed by"), self.quote, self.quote),
            (self.tr("Encoding"), self.encoding, self.encoding),
            (self.tr("Sheet of a workbook"), self.sheet, self.sheet),
        )
        for place, (title, widget, buddy) in enumerate(named):
            words = label(title, "caption")
            words.setBuddy(buddy)
            line, at = divmod(place, 3)
            grid.addWidget(words, 2 * line, at)
            grid.addWidget(widget, 2 * line + 1, at)
            grid.setColumnStretch(at, 1)
        self.setLayout(grid)
