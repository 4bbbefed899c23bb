"""Where things lie: the product's own resources (source tree, wheel, frozen app) and the person's folders."""

import hashlib
import os
import sys
from pathlib import Path

import platformdirs

_APP = "Whet"
DEMONSTRATION = "whet-demo"
"""Name of the bundled model: what it does says nothing of another model."""

STARTER = "SmolLM2-135M-Instruct.Q4_1"
"""Name of the starter model: a real small one, for a person's own tasks. Set-up fetches it; it is not bundled."""

_STARTER_SAMPLE = "sentence-topic"


def resources() -> Path:
    """The folder `resources/` of the source tree, of the installed wheel, or of the frozen application."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "resources"
    installed = Path(__file__).parent / "_resources"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "resources"


def sample_tasks() -> list[Path]:
    """The folders of the sample tasks that the bundled model knows, by name."""
    return [folder for folder in every_sample() if folder.name != _STARTER_SAMPLE]


def every_sample() -> list[Path]:
    """The folders of all sample tasks, by name: for recognizing one."""
    return sorted(file.parent for file in (resources() / "samples").glob("*/task.toml"))


def starter_sample() -> Path:
    """The folder of the sample task that was made for the starter model."""
    return resources() / "samples" / _STARTER_SAMPLE


def offered_samples() -> list[Path]:
    """The folders of the sample tasks that can be run here, the one for a first try first: that of the starter model
    if it is there."""
    return [*([starter_sample()] if starter_model() else []), *sample_tasks()]


def bundled_model() -> Path | None:
    """The demonstration model that the product carries; `None` if this installation lacks it."""
    return _model(DEMONSTRATION)


def tiny_model() -> Path | None:
    """A model of the same recipe for tests and benches that only need *a* model: what it says means nothing."""
    return _model("whet-tiny")


def starter_model() -> Path | None:
    """The starter model in the person's folder of models; `None` if it was not fetched."""
    file = models_folder() / f"{STARTER}.gguf"
    return file if file.is_file() else None


def _model(name: str) -> Path | None:
    file = resources() / "models" / f"{name}.gguf"
    return file if file.is_file() else None


def user_folder() -> Path:
    """Settings, the list of known models and the ledger of opened tests: per user, never inside a workspace.

    `WHET_HOME` overrides it (tests, portable installations).
    """
    override = os.environ.get("WHET_HOME")
    return Path(override) if override else Path(platformdirs.user_data_dir(_APP, appauthor=False))


def models_folder() -> Path:
    """Where models go that are fetched without naming a folder."""
    return user_folder() / "models"


def answers_folder() -> Path:
    """Where answers of models are kept, per user: never inside a workspace, which may be given away."""
    return user_folder() / "answers"


def owner_of(workspace: Path) -> str:
    """The name under which answers are kept for a workspace: it says where it lies to nobody."""
    return hashlib.sha256(str(workspace.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def default_workspace() -> Path:
    """The workspace that is used when none is named. `WHET_WORKSPACE` overrides it."""
    override = os.environ.get("WHET_WORKSPACE")
    return Path(override) if override else user_folder() / "workspace"
