"""The language of the window: Qt's translation files, the person's choice or else the system's language."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from shiboken6 import isValid

from core import language as spoken_by_core
from core.language import SOURCE
from core.paths import resources

__all__ = ["SOURCE", "SYSTEM", "languages", "speak", "spoken", "spoken_now"]

SYSTEM: Final = ""
"""The person leaves it to the system."""

_ENGLISH: Final = "English"

_worn: list[QTranslator] = []
_current = SOURCE


def spoken_now() -> str:
    """The language that `speak` was called with last."""
    return _current


def languages() -> dict[str, str]:
    """What can be spoken, each in its own words; a file more is a language more (`core.language`)."""
    return {
        code: _ENGLISH if code == SOURCE else QLocale(code).nativeLanguageName() or code
        for code in spoken_by_core.languages()
    }


def spoken(chosen: str, system: QLocale | None = None) -> str:
    """The language for a choice: itself, or the first of the system's that the window speaks, or English."""
    if chosen in spoken_by_core.languages():
        return chosen
    wanted = (system or QLocale.system()).uiLanguages()
    return next(filter(None, map(spoken_by_core.near, wanted)), SOURCE)


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
    qt = QTranslator(application)
    made = (qt if qt.load(f"qtbase_{language}", str(_qt_folder())) else None, _of_file(application, language))
    for translator in filter(None, made):
        application.installTranslator(translator)
        _worn.append(translator)
    return language


def _of_file(application: QCoreApplication, language: str) -> QTranslator | None:
    """What comes with the program is compiled; a person's own file is read as it is."""
    folder = resources() / "translations"
    file = spoken_by_core.files().get(language, folder)
    if file.parent not in {folder, folder.parent}:
        return _FileTranslator(application, file)
    compiled = QTranslator(application)
    return compiled if compiled.load(f"whet_{language}", str(folder)) else None


class _FileTranslator(QTranslator):
    """Speaks from the file that people edit, without a step in between."""

    def __init__(self, parent: QCoreApplication, file: Path) -> None:
        super().__init__(parent)
        self._texts = spoken_by_core.read(file)

    def isEmpty(self) -> bool:
        """Qt leaves out those that are."""
        return not self._texts

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The text, in the form for one where the language has two; nothing for what it lacks."""
        del disambiguation
        forms = self._texts.get((context, source))
        return None if forms is None else forms[0 if n == 1 else -1]


def _qt_folder() -> Path:
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
