"""Every file and folder of a workspace replaced by a link to a file of the person: none may be read into the workspace
or changed."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from core.bench.attacks import made
from core.bench.attacks.commands import whet

_SECRET = "private-canary-7d1f"  # noqa: S105 - a word that stands in no other file
_LATER = (
    ".whet.lock", ".whet.lock.pid", "deeds.jsonl", "ledger.jsonl", "preflights", "comparisons", ".trash",
    "tasks/own/.task.lock", "tasks/own/.task.lock.pid",
)  # fmt: skip
_IN_ONE = 6
_IN_RUN = ("writer.lock", "writer.lock.pid", "events.jsonl", "certificate.json", "sealed-flips.json", "review.json")


def attack(folder: Path, say: Callable[[str], None], *, full: bool) -> tuple[int, int]:
    """Places tried, and canaries that were read or touched."""
    base = made.workspace(folder)
    run = made.run_of(base).relative_to(base)
    places = sorted(
        {
            *(path.relative_to(base) for path in base.rglob("*") if path.name != "whet.json"),
            *map(Path, _LATER),
            *(run / name for name in _IN_RUN),
        }
    )
    touched = 0
    groups = [[place] for place in places] if full else _apart(places)
    for number, group in enumerate(groups):
        for hard in (False, True) if full else (number % 2 == 1,):
            say(f"{'hard ' if hard else ''}links at {', '.join(map(str, group))[:120]}")
            touched += _tried(folder, group, run, hard=hard, full=full)
    return len(places), touched


def _apart(places: list[Path]) -> list[list[Path]]:
    """Groups of places none of which lies in another: one pass over a workspace tries several."""
    groups: list[list[Path]] = []
    for place in places:
        for group in groups:
            if (
                not any(place.is_relative_to(other) or other.is_relative_to(place) for other in group)
                and len(group) < 6
            ):
                group.append(place)
                break
        else:
            groups.append([place])
    return groups


def _tried(folder: Path, group: list[Path], run: Path, *, hard: bool, full: bool) -> int:
    place, home = made.copy(folder, "linked"), folder / "home"
    canaries = [_canary(folder, place / each, number, hard=hard) for number, each in enumerate(group)]
    before = [_content(canary) for canary in canaries]
    at = ("--workspace", place)
    commands: list[tuple[str | Path, ...]] = [
        ("export", "last", "--output", folder / "out.txt"),
        ("resume", run.name, "--model", made.model()),
        ("try", "own", "--prompt", "Say it.", "--model", made.model()),
        ("show", "last"),
    ]
    for words in commands if full else commands[:2]:
        whet(*words, *at, home=home, seconds=60)
    changed = sum(_content(canary) != then for canary, then in zip(canaries, before, strict=True))
    return changed + _copied(place)


def _canary(folder: Path, place: Path, number: int, *, hard: bool) -> Path:
    """A file or folder of the person, and a link to it in the place."""
    canary = folder / f"canary-{number}"
    shutil.rmtree(canary, ignore_errors=True)
    canary.unlink(missing_ok=True)
    if place.is_dir():
        shutil.copytree(place, canary)
        (canary / "private.txt").write_text(_SECRET)
        shutil.rmtree(place)
    else:
        kept = place.read_bytes() if place.exists() else b""
        canary.write_bytes(kept + _SECRET.encode() + b"\n")
        place.unlink(missing_ok=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    if hard and canary.is_file():
        os.link(canary, place)
    else:
        place.symlink_to(canary)
    return canary


def _content(canary: Path) -> object:
    if canary.is_dir():
        return sorted((str(path), path.read_bytes() if path.is_file() else b"") for path in canary.rglob("*"))
    return canary.read_bytes()


def _copied(place: Path) -> int:
    """Files of the workspace that hold what was private, and are no link."""
    own = (path for path in place.rglob("*") if path.is_file() and not path.is_symlink() and path.stat().st_nlink == 1)
    return sum(_SECRET.encode() in path.read_bytes() for path in own)
