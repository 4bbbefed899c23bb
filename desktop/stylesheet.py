"""The one stylesheet, written with the theme's names."""

from string import Template

from desktop.colours import Colours
from desktop.icons import path

_SHEET = Template("""
* { outline: 0; }
QWidget { color: $text; }
QMainWindow, QDialog, #page, #stack, QStatusBar { background: $window; }
QToolTip { background: $surface; color: $text; border: 1px solid $line_strong; padding: 5px 7px; }

#palette { background: $surface; border: 1px solid $line_strong; }
#palette QLineEdit { font-size: ${title}pt; padding: 9px 12px; }
#palette QLineEdit:focus { padding: 8px 11px; }

QLabel { background: transparent; }
QLabel[kind="headline"] { font-size: ${headline}pt; font-weight: 600; }
QLabel[kind="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="soft"] { color: $text_soft; }
QLabel[kind="caption"] { color: $text_soft; font-size: ${caption}pt; }
QLabel[kind="number"] { font-size: ${title}pt; font-weight: 600; }
QLabel[kind="step"] { color: $accent; font-weight: 700; }

#card { background: $surface; border: 1px solid $line; border-radius: 8px; }
#choice { background: $surface; border: 1px solid $line; border-radius: 8px; }
#choice:hover { border-color: $line_strong; }
#choice[chosen="yes"] { border: 1px solid $accent; background: $accent_soft; }
#choice QRadioButton { font-weight: 600; background: transparent; }
#choice QRadioButton::indicator:checked { background: $surface; border: 5px solid $accent; width: 7px; height: 7px;
    border-radius: 8px; }
#figure { background: $sunken; border: 0; border-radius: 8px; }
#steps { background: transparent; border: 0; }
#steps QToolButton { text-align: left; font-weight: 600; }
#drop { background: transparent; border: 2px dashed $line_strong; border-radius: 8px; }
#separator { background: $line; border: 0; }
#rail { background: $sunken; border: 0; border-right: 1px solid $line; }
#footer { background: $surface; border: 0; border-top: 1px solid $line; }
#strip { background: $sunken; border: 0; border-top: 1px solid $line; }
#strip QLabel { font-size: ${caption}pt; color: $text_soft; }
#strip QLabel[kind="figure"] { color: $text; }

QLabel#chip { border-radius: 9px; padding: 2px 9px; font-size: ${caption}pt; font-weight: 600;
              background: $sunken; color: $text_soft; }
QLabel#chip[tone="live"] { background: $accent_soft; color: $accent; }
QLabel#chip[tone="good"] { background: $good_soft; color: $good; }
QLabel#chip[tone="warn"] { background: $warn_soft; color: $warn; }
QLabel#chip[tone="bad"] { background: $bad_soft; color: $bad; }

QFrame#banner { border: 1px solid $line; border-left: 4px solid $accent; border-radius: 6px; background: $accent_soft; }
QFrame#banner[tone="good"] { border-left-color: $good; background: $good_soft; }
QFrame#banner[tone="warn"] { border-left-color: $warn; background: $warn_soft; }
QFrame#banner[tone="bad"] { border-left-color: $bad; background: $bad_soft; }

QPushButton { background: $surface; border: 1px solid $line_strong; border-radius: 6px; padding: 6px 14px;
              min-height: 18px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $sunken; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:disabled { color: $text_off; border-color: $line; background: $window; }
QPushButton[kind="primary"] { background: $accent; border-color: $accent; color: $on_accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $line; border-color: $line; color: $text_soft; }
QPushButton[kind="quiet"], QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px;
              padding: 5px 9px; }
QPushButton[kind="quiet"]:hover, QToolButton:hover { background: $hover; }
QPushButton[kind="quiet"]:focus, QToolButton:focus { border: 1px solid $accent; padding: 5px 9px; }
QToolButton:checked { background: $accent_soft; color: $accent; }
QToolButton:disabled { color: $text_off; }
QToolButton[menu="plain"]::menu-indicator { image: none; }
QToolButton[kind="icon"], QToolButton[kind="icon"]:focus { padding: 5px; }

QToolButton#deed { background: $surface; border: 1px solid $line_strong; padding: 5px 3px 5px 8px; }
QToolButton#deed:hover { background: $hover; }
QToolButton#deed:focus { border: 2px solid $accent; padding: 4px 2px 4px 7px; }
QToolButton#deed[menu="arrow"] { padding-right: 22px; }
QToolButton#deed[menu="arrow"]:focus { padding-right: 21px; }
QToolButton[menu="arrow"]::menu-indicator { image: url("$arrow_down"); width: 10px; height: 10px; right: 7px;
    subcontrol-origin: padding; subcontrol-position: right center; }
QToolButton#deed:disabled { border-color: $line; background: transparent; }
QToolButton#disclosure { padding: 4px 6px 4px 0; color: $text_soft; }
QToolButton#disclosure:checked { background: transparent; color: $text_soft; }
QToolButton#disclosure:hover { color: $text; background: transparent; }

#rail QToolButton { padding: 5px 10px; text-align: left; color: $text_soft; border-radius: 6px; }
#rail QToolButton:hover { color: $text; }
#rail QToolButton:checked { background: $surface; color: $accent; font-weight: 600; border: 1px solid $line; }
#rail QToolButton:focus { border: 1px solid $accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QTimeEdit, QComboBox {
    background: $surface; border: 1px solid $line_strong; border-radius: 6px; padding: 5px 8px;
    selection-background-color: $accent; selection-color: $on_accent; }
QSpinBox, QDoubleSpinBox, QTimeEdit, QComboBox, QLineEdit { min-height: 18px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
QTimeEdit:focus {
    border: 2px solid $accent; padding: 4px 7px; }
QTimeEdit:disabled, QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled,
QComboBox:disabled {
    background: $window; color: $text_soft; border-color: $line; }
QPlainTextEdit[flat="true"], QTextEdit[flat="true"] { border: 0; border-radius: 0; padding: 4px; }
QPlainTextEdit[flat="true"]:focus, QTextEdit[flat="true"]:focus { border: 0; padding: 4px; }
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit, QTimeEdit QLineEdit {
    border: 0; padding: 0; background: transparent; min-height: 0; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url("$arrow_down"); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line_strong; padding: 4px;
    selection-background-color: $accent_soft; selection-color: $text; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QTimeEdit::up-button {
    border: 0; width: 18px; subcontrol-position: top right; }
QSpinBox::down-button, QDoubleSpinBox::down-button, QTimeEdit::down-button {
    border: 0; width: 18px; subcontrol-position: bottom right; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow, QTimeEdit::up-arrow { image: url("$arrow_up"); width: 9px; height: 9px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow, QTimeEdit::down-arrow {
    image: url("$arrow_down"); width: 9px; height: 9px; }

QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid $accent; }
QCheckBox::indicator, QListView::indicator { width: 16px; height: 16px; border: 1px solid $line_strong;
    border-radius: 4px; background: $surface; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $accent; border-color: $accent;
    image: url("$check"); }
QRadioButton::indicator { width: 15px; height: 15px; border: 1px solid $line_strong; border-radius: 8px;
    background: $surface; }
QRadioButton::indicator:checked { background: $accent; border: 4px solid $surface; }

QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabWidget { background: transparent; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $text_soft; padding: 8px 12px; border: 0;
    border-bottom: 2px solid transparent; }
QTabBar[kind="tight"]::tab { padding: 8px 5px; }
QTabBar::tear { width: 0; image: none; }
QTabBar::scroller { width: 40px; }
QTabBar QToolButton { background: $surface; border: 1px solid $line; border-radius: 4px; padding: 0; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:focus { background: $accent_soft; }

QAbstractScrollArea::corner { background: transparent; border: 0; }
QTableView, QTreeView, QListView { background: $surface; alternate-background-color: $window; border: 0;
    gridline-color: $line; selection-background-color: $accent_soft; selection-color: $text; }
QTableView::item, QListView::item { padding: 3px 6px; border: 0; }
QTableView::item:selected, QListView::item:selected { background: $accent_soft; color: $text; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section { background: $surface; color: $text_soft; font-size: ${caption}pt; font-weight: 600;
    border: 0; border-bottom: 1px solid $line; padding: 6px 8px; }
QHeaderView::section:vertical { border: 0; color: $text; }
QTableCornerButton::section { background: $surface; border: 0; }

QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > #page { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: 3px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $text_soft; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $accent_soft; }
QProgressBar { background: $line; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QMenuBar { background: $sunken; border-bottom: 1px solid $line; padding: 2px 4px; }
QMenuBar::item { padding: 5px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; border: 1px solid $line_strong; padding: 5px; }
QMenu::item { padding: 6px 22px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $text_off; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
""")


def stylesheet(colours: Colours, sizes: dict[str, float]) -> str:
    """The stylesheet in these colours; `sizes` are points by the name of the type scale."""
    names = {name: getattr(colours, name) for name in colours.__slots__ if isinstance(getattr(colours, name), str)}
    check = "control-check-dark" if colours.dark else "control-check-light"
    drawings = {"arrow_down": "control-chevron-down", "arrow_up": "control-chevron-up", "check": check}
    paths = {name: path(drawing) for name, drawing in drawings.items()}
    return _SHEET.substitute(names, **{name: str(size) for name, size in sizes.items()}, **paths)
