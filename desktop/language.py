"""The language of the window: Qt's translation files, the person's choice or else the system's language."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from shiboken6 import isValid

from core.paths import resources

SYSTEM = ""
"""The person leaves it to the system."""

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
"""What the window speaks, each in its own words."""

SOURCE = "en"
"""What the sources are written in."""

_TRADITIONAL = {"Hant", "TW", "HK", "MO"}
"""Their readers are better served by English than by the other script."""

_worn: list[QTranslator] = []
_current = SOURCE


def spoken_now() -> str:
    """The language that `speak` was called with last."""
    return _current


def spoken(chosen: str, system: QLocale | None = None) -> str:
    """The language for a choice: itself, or the first of the system's that the window speaks, or English."""
    if chosen in LANGUAGES:
        return chosen
    for wanted in (system or QLocale.system()).uiLanguages():
        language, *parts = wanted.replace("_", "-").split("-")
        if language == "zh" and _TRADITIONAL & set(parts):
            return SOURCE
        if language == "zh":
            return "zh_CN"
        if language == SOURCE:
            return SOURCE
    return SOURCE


def speak(application: QCoreApplication, chosen: str = SYSTEM) -> str:
    """Translate everything that is made from now on, Qt's own words too; which language that is.

    Numbers and dates follow the language where the person chose one, else the system.
    """
    global _current  # noqa: PLW0603 - an application speaks one language at a time
    for translator in _worn:
        if isValid(translator):  # it goes with the application that wore it
            application.removeTranslator(translator)
    _worn.clear()
    language = _current = spoken(chosen)
    QLocale.setDefault(QLocale(language) if chosen else QLocale.system())
    for folder, name in ((_qt_folder(), "qtbase"), (resources() / "translations", "whet")):
        translator = QTranslator(application)
        if translator.load(f"{name}_{language}", str(folder)):
            application.installTranslator(translator)
            _worn.append(translator)
    return language


def _qt_folder() -> Path:
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
