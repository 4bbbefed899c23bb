"""Where things lie: the product's own resources (source tree, wheel, frozen app) and the person's folders."""

import os
import sys
from pathlib import Path

import platformdirs

_APP = "Whet"


def resources() -> Path:
    """The folder `resources/` of the source tree, of the installed wheel, or of the frozen application."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "resources"
    installed = Path(__file__).parent / "_resources"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "resources"


def sample_tasks() -> list[Path]:
    """The folders of the sample tasks, by name."""
    return sorted(file.parent for file in (resources() / "samples").glob("*/task.toml"))


def bundled_model() -> Path | None:
    """The model that the product carries; `None` if this installation lacks it."""
    return next(iter(sorted((resources() / "models").glob("*.gguf"))), None)


def user_folder() -> Path:
    """Settings, the list of known models and the ledger of opened tests: per user, never inside a workspace.

    `WHET_HOME` overrides it (tests, portable installations).
    """
    override = os.environ.get("WHET_HOME")
    return Path(override) if override else Path(platformdirs.user_data_dir(_APP, appauthor=False))


def default_workspace() -> Path:
    """The workspace that is used when none is named. `WHET_WORKSPACE` overrides it."""
    override = os.environ.get("WHET_WORKSPACE")
    return Path(override) if override else user_folder() / "workspace"
