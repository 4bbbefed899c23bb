"""Colours by meaning."""

import dataclasses
import re

import pytest
from PySide6.QtCore import QFile
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.colours import DARK, LIGHT, Colours, colours
from desktop.icons import icon, path
from desktop.plots.lineage_paint import readable_on
from desktop.stylesheet import stylesheet
from desktop.theme import Appearance, Theme, _palette

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])

PAIRS = (
    ("text", "window"), ("text", "surface"), ("text", "sunken"), ("text", "hover"), ("text", "accent_soft"),
    ("text_soft", "line"), ("text_off", "hover"), ("text_off", "accent_soft"), ("text_soft", "accent_soft"),
    ("text_soft", "hover"), ("text_soft", "window"), ("text_soft", "surface"), ("text_soft", "sunken"),
    ("accent", "surface"),
    ("accent", "accent_soft"), ("on_accent", "accent"), ("on_accent", "accent_hover"), ("good", "good_soft"),
    ("warn", "warn_soft"), ("bad", "bad_soft"), ("inserted", "inserted_soft"), ("deleted", "deleted_soft"),
    ("moved", "moved_soft"),
    ("text", "good_soft"), ("text", "warn_soft"), ("text", "bad_soft"),
)  # fmt: skip


def luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(first: QColor, second: QColor) -> float:
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@THEMES
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_that_text_has_a_contrast_of_4_5_to_1(theme: Colours, ink: str, ground: str) -> None:
    assert contrast(QColor(getattr(theme, ink)), QColor(getattr(theme, ground))) >= 4.5


@THEMES
def test_that_every_text_of_the_stylesheet_has_a_contrast_of_4_5_to_1(theme: Colours) -> None:
    """On the ground of its own rule, or on each that what has none may stand on."""
    sizes = dict.fromkeys(("caption", "body", "strong", "title", "headline", "code"), 10.0)
    low, texts = [], 0
    for rule in re.finditer(r"([^{}]+)\{([^{}]*)\}", stylesheet(theme, sizes)):
        ink = re.search(r"(?<![-\w])color: (#\w+)", rule[2])
        ground = re.search(r"(?<!selection-)background(?:-color)?: (#\w+)", rule[2])
        grounds = [ground[1]] if ground else [theme.window, theme.surface, theme.sunken]
        for behind in grounds if ink else ():
            texts += 1
            if contrast(QColor(ink[1]), QColor(behind)) < 4.5:
                low.append((rule[1].strip(), ink[1], behind))
    assert texts > 40
    assert not low


@THEMES
def test_that_no_palette_has_a_text_below_4_5_to_1(theme: Colours) -> None:
    made = _palette(theme)
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    pairs = ((role.WindowText, role.Window), (role.Text, role.Base), (role.ButtonText, role.Button))
    pairs += ((role.PlaceholderText, role.Base), (role.HighlightedText, role.Highlight), (role.Link, role.Base))
    for where in (group.Active, group.Inactive, group.Disabled):
        for ink, ground in pairs:
            assert contrast(made.color(where, ink), made.color(where, ground)) >= 4.5, (where, ink)


@THEMES
def test_that_scores_grow_in_contrast_from_worst_to_best(theme: Colours) -> None:
    surface = QColor(theme.surface)
    steps = [contrast(theme.score_colour(place / 10), surface) for place in range(11)]
    assert steps == sorted(steps)


@THEMES
def test_that_a_score_can_be_read_on_its_own_colour(theme: Colours) -> None:
    for place in range(21):
        ground = theme.score_colour(place / 20)
        assert contrast(readable_on(ground, theme), ground) >= 4.5


@THEMES
def test_that_the_stylesheet_names_drawings_that_exist(theme: Colours) -> None:
    sizes = dict.fromkeys(("caption", "body", "strong", "title", "headline", "code"), 10.0)
    sheet = stylesheet(theme, sizes)
    assert "$" not in sheet
    drawings = re.findall(r'url\("(.+?)"\)', sheet)
    assert drawings
    assert all(QFile.exists(drawing) for drawing in drawings)


def test_that_every_colour_is_a_colour() -> None:
    for theme in (LIGHT, DARK):
        for field in dataclasses.fields(theme):
            value = getattr(theme, field.name)
            if isinstance(value, str):
                assert QColor(value).isValid(), field.name


def test_that_the_person_s_choice_wins_over_the_system_s(qapp: QApplication) -> None:
    theme = Theme(qapp)
    theme.choose(Appearance.DARK)
    assert colours() is DARK
    assert qapp.palette().window().color() == QColor(DARK.window)
    theme.choose(Appearance.LIGHT)
    assert colours() is LIGHT


def test_that_a_drawing_takes_the_colour_it_is_asked_for(qapp: QApplication) -> None:
    image = icon("stop", "#ff0000").pixmap(32, 32).toImage()
    inked = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 200
    ]
    assert inked
    assert all(pixel.red() > 200 and pixel.green() < 60 for pixel in inked)
    assert path("stop") == "icons:stop.svg"
