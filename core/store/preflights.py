"""What pre-flights found, kept in the workspace: one file per task, models and start prompt."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from core import files, nested
from core.domain.run_estimate import RunEstimate
from core.domain.runspec import RunSpec
from core.store.atomic import write_atomically

FOLDER = "preflights"


@dataclass(frozen=True, slots=True)
class KeptPreflight:
    """An outlook with the spread of a pre-flight, and when it was made (ISO 8601, with the zone)."""

    made: str
    outlook: RunEstimate


def keep_now(workspace: Path, spec: RunSpec, outlook: RunEstimate) -> KeptPreflight:
    """Keep what a pre-flight of this spec has just found, instead of an earlier one. Raises `WorkspaceError`."""
    found = made_now(outlook)
    file = _file(workspace, spec)
    files.make_folder(file.parent)
    write_atomically(file, nested.encode(found) + b"\n")
    return found


def made_now(outlook: RunEstimate) -> KeptPreflight:
    """What was found just now, not kept."""
    return KeptPreflight(datetime.now().astimezone().isoformat(timespec="seconds"), outlook)


def find(workspace: Path, spec: RunSpec) -> KeptPreflight | None:
    """What an earlier pre-flight found for the same rows, models, reading and start prompt; `None` without one.

    A file that cannot be read is as good as none: a pre-flight takes minutes and can be made again.
    """
    try:
        return nested.decode(files.read(_file(workspace, spec)), type=KeptPreflight)
    except (OSError, msgspec.DecodeError):
        return None


def _file(workspace: Path, spec: RunSpec) -> Path:
    """Method, parameters and budget change what a run costs, and nothing of what a pre-flight measures."""
    models = sorted(f"{role.value}:{ref.sha256}" for role, ref in spec.models.items())
    reading = spec.reading.value + (" to the label" if spec.stops_at_label else "")
    facts = (spec.task_fingerprint, spec.test_fingerprint, *models, reading, spec.seed_prompts[0].text)
    name = hashlib.sha256("\0".join(facts).encode()).hexdigest()[:16]
    return workspace / FOLDER / f"{name}.json"
