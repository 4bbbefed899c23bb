"""Pictures one behind the other become one file that moves."""

from pathlib import Path

import pytest
from animation import Frame, write_animation
from PySide6.QtGui import QColor, QImage, QImageReader
from PySide6.QtWidgets import QApplication

from core.paths import resources


def picture(colour: str, width: int = 40) -> QImage:
    made = QImage(width, 30, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    return made


def test_that_an_animation_shows_its_frames_for_their_time(tmp_path: Path, qapp: QApplication) -> None:
    to = tmp_path / "moving.webp"
    frames = [Frame(picture("red"), 100), Frame(picture("red"), 50), Frame(picture("blue"), 700)]
    assert write_animation(frames, to) == to.stat().st_size
    reader = QImageReader(str(to))
    assert (reader.supportsAnimation(), reader.imageCount()) == (True, 2)
    seen = []
    while not (image := reader.read()).isNull():
        at = image.pixelColor(20, 15)
        seen.append((at.red() > 200, at.blue() > 200, reader.nextImageDelay()))
    assert seen == [(True, False, 150), (False, True, 700)]


@pytest.mark.parametrize("width", [39, 41])
def test_that_an_odd_size_is_kept(tmp_path: Path, qapp: QApplication, width: int) -> None:
    write_animation([Frame(picture("red", width), 10), Frame(picture("blue", width), 10)], tmp_path / "odd.webp")
    assert QImageReader(str(tmp_path / "odd.webp")).size().width() == width


def test_that_the_readme_s_animation_is_of_twenty_seconds_and_small(qapp: QApplication) -> None:
    file = resources() / "docs" / "tour.webp"
    reader, shown = QImageReader(str(file)), 0
    while not reader.read().isNull():
        shown += reader.nextImageDelay()
    assert 15_000 <= shown <= 25_000
    assert file.stat().st_size <= 2_000_000
