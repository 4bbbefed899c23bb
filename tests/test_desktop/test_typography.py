"""Two typefaces come with Whet, with letters for Latin, Greek and Cyrillic; prompts are set in the fixed one."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from core.paths import resources
from desktop import typography
from desktop.app import Whet
from desktop.colours import colour, colours
from desktop.pages.names import NEW_RUN, PLAYGROUND
from desktop.typography import CODE, TEXT, Type, font
from desktop.widgets.text_block import PromptText

Opened = Callable[..., Whet]
FILES = sorted((resources() / "fonts").glob("*.ttf"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_that_a_typeface_draws_latin_greek_and_cyrillic(file: object) -> None:
    face = QRawFont(str(file), 16.0)
    missing = [letter for letter in "Whet ÄßéłŐ ΑΩαω АЯаяё {}…“”−≤≥→" if not face.supportsCharacter(ord(letter))]
    assert not missing


def test_that_each_typeface_has_its_licence_beside_it() -> None:
    families = {file.stem.split("-")[0] for file in FILES}
    assert len(families) == 2
    for family in families:
        words = (resources() / "fonts" / f"{family}-OFL.txt").read_text("utf-8")
        assert "SIL Open Font License" in words


def test_that_text_and_prompts_are_drawn_in_them(qapp: QApplication) -> None:
    typography.use_folder(resources() / "fonts")
    typography.dress(qapp)
    assert QFontInfo(font(Type.BODY)).family() == TEXT
    assert QFontInfo(font(Type.CODE)).family() == CODE
    assert font(Type.TITLE).weight() == QFont.Weight.DemiBold
    metrics = QFontMetricsF(font(Type.CODE))
    assert metrics.horizontalAdvance("iiii") == pytest.approx(metrics.horizontalAdvance("WWWW"))


def test_that_the_scale_has_its_steps_in_order(qapp: QApplication) -> None:
    points = typography.sizes()
    assert points["caption"] < points["body"] < points["title"] < points["headline"]


def test_that_placeholders_are_coloured_wherever_a_prompt_is_shown(qtbot: QtBot) -> None:
    shown = PromptText("A prompt")
    qtbot.addWidget(shown)
    shown.show_text("Say what {{input}} is, as {{ desk }} would. {not} {{}}")
    assert coloured(shown) == ["{{input}}", "{{ desk }}"]


def coloured(field: QPlainTextEdit) -> list[str]:
    block = field.document().firstBlock()
    wanted = colour(colours().accent)
    return [
        block.text()[each.start : each.start + each.length]
        for each in block.layout().formats()
        if each.format.foreground().color() == wanted
    ]


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_that_the_prompt_has_room(open_whet: Opened, silent: list[str], qtbot: QtBot, size: tuple[int, int]) -> None:
    window = open_whet(engine=silent).window
    window.resize(*size)
    widths = {}
    for name, field in ((NEW_RUN, window.new_run.prompt.editor), (PLAYGROUND, window.playground.question.prompt)):
        window.show_page(name)
        qtbot.waitUntil(field.isVisible)
        qtbot.wait(50)
        widths[name] = field.width()
    assert min(widths.values()) >= 600, widths


def test_that_in_a_wide_window_lines_stand_in_the_middle(open_whet: Opened, silent: list[str], qtbot: QtBot) -> None:
    window = open_whet(engine=silent).window
    window.resize(1920, 1080)
    window.show_page("settings")
    qtbot.wait(50)
    inside = window.settings._area.widget()
    left, right = inside.x(), window.settings._area.viewport().width() - inside.geometry().right() - 1
    assert left > 100
    assert abs(left - right) <= 1
