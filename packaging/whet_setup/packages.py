"""Installing with pip: pinned files by hash from an index or a fetched folder, and wheels that were built here."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from whet_setup.children import Children
from whet_setup.locks import read_lock
from whet_setup.speech import Progress
from whet_setup.steps import Stamps

LLAMA = "llama-cpp-python"
_LOCKED = ("--no-deps", "--require-hashes", "--only-binary", ":all:")


@dataclass(frozen=True, slots=True)
class Packages:
    """The pip of one environment. `wheels` is a fetched folder: then no index is asked."""

    python: Path
    children: Children
    stamps: Stamps
    wheels: Path | None = None

    def install_lock(self, lock: Path, *, into: Path | None = None) -> None:
        """Install a lock's pins, here or into another environment; llama.cpp's is left out: it has to be built."""
        with tempfile.TemporaryDirectory(prefix="whet-") as folder, self.stamps.changing():
            wish = write_wish(lock, Path(folder))
            index = [] if self.wheels is None else ["--no-index", "--find-links", str(self.wheels / "wheels")]
            target = ["--python", str(into)] if into else []
            self._pip(*target, "install", *_LOCKED, *index, "-r", str(wish))

    def install_wheel(self, wheel: Path) -> None:
        """Install one wheel that lies here; what it depends on is there already."""
        with self.stamps.changing():
            self._pip("install", "--no-deps", "--force-reinstall", "--no-index", str(wheel))

    def download_lock(self, lock: Path, folder: Path) -> None:
        """Download the files that a lock pins for this system and this Python into a folder."""
        with tempfile.TemporaryDirectory(prefix="whet-") as scratch:
            wish = write_wish(lock, Path(scratch))
            self._pip("download", *_LOCKED, "-r", str(wish), "-d", str(folder))

    def _pip(self, *arguments: str) -> None:
        shown = Progress()
        try:
            self.children.module(self.python, "pip", "--disable-pip-version-check", *arguments, on_line=shown.pip_line)
        finally:
            shown.clear()


def write_wish(lock: Path, folder: Path) -> Path:
    """A requirements file with the pins of a lock, without llama.cpp's."""
    wish = folder / "requirements.txt"
    wish.write_text("\n".join(pin.requirement() for pin in read_lock(lock) if pin.name != LLAMA), "utf-8")
    return wish
