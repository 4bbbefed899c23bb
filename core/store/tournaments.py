"""Tournaments in a workspace: a folder each, with what was asked for and which runs there are already."""

import secrets
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from core import files, names, nested
from core.domain.tournament import Match, Tournament
from core.errors import RunError, UsageError
from core.said import Said
from core.store.atomic import write_atomically
from core.store.locks import holding
from core.store.runs import RunFolder
from core.store.workspace import Workspace

_FILE = "tournament.json"
_PATIENCE = 20.0  # seconds; a change takes milliseconds


class TournamentFolder:
    """A tournament on disk. Its runs lie among the workspace's others."""

    def __init__(self, path: Path, workspace: Workspace) -> None:
        self.path = path
        self._workspace = workspace

    @property
    def id(self) -> str:
        """Its name."""
        return self.path.name

    def read(self) -> Tournament:
        """What was asked for. Raises `RunError` if it cannot be read."""
        try:
            return nested.decode(files.read(self.path / _FILE), type=Tournament)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            raise RunError(
                Said("The tournament {id} cannot be read: {error}.", id=self.id, error=error),
                kept="Its runs are kept.",
                hint="It is damaged, or was written by a newer version of Whet.",
            ) from error

    def run_of(self, match: Match) -> RunFolder | None:
        """The run of a match, if it was begun and is still there."""
        name = self.read().runs.get(match.key)
        folder = self._workspace.runs_folder / name if name and names.is_plain(name) else None
        return RunFolder(folder) if folder is not None and (folder / "spec.json").is_file() else None

    def keep_run(self, match: Match, run: RunFolder) -> None:
        """Remember which run a match has."""
        with holding(self.path / "tournament.lock", timeout=_PATIENCE):
            self._keep_run(match, run)

    def _keep_run(self, match: Match, run: RunFolder) -> None:
        tournament = self.read()
        self._write(replace(tournament, runs={**tournament.runs, match.key: run.id}))

    def keep(self, name: str, content: bytes) -> Path:
        """Keep a result beside it; where it lies."""
        write_atomically(self.path / name, content)
        return self.path / name

    def _write(self, tournament: Tournament) -> None:
        content = msgspec.json.format(nested.encode(tournament), indent=1) + b"\n"
        write_atomically(self.path / _FILE, content)


def new_tournament(workspace: Workspace, tournament: Tournament, name: str = "") -> TournamentFolder:
    """A fresh folder for a tournament; named by the time unless a name is given."""
    began = datetime.now(UTC).astimezone().strftime("%Y-%m-%d-%H%M")
    path = _folder(workspace) / (name or f"{began}-{secrets.token_hex(2)}")
    if not names.is_plain(path.name) or path.exists():
        raise UsageError(
            Said("A tournament cannot be called “{name}”, or there is one of this name.", name=name), hint=names.RULE
        )
    files.make_folder(path)
    folder = TournamentFolder(path, workspace)
    folder._write(tournament)  # noqa: SLF001 - made here
    return folder


def find_tournament(workspace: Workspace, name: str) -> TournamentFolder:
    """A tournament by its id, the beginning of it, or “last”. Raises `UsageError` unless it is exactly one."""
    known = sorted(file.parent for file in _folder(workspace).glob(f"*/{_FILE}"))
    found = known[-1:] if name == "last" else [path for path in known if name and path.name.startswith(name)]
    if len(found) != 1:
        names = ", ".join(path.name for path in known) or "none"
        raise UsageError(
            Said("“{name}” names {found} tournaments.", name=name, found=len(found)),
            hint=Said("There are: {names}.", names=names),
        )
    return TournamentFolder(found[0], workspace)


def listed(workspace: Workspace) -> list[TournamentFolder]:
    """The tournaments of a workspace, the latest first."""
    found = sorted((file.parent for file in _folder(workspace).glob(f"*/{_FILE}")), reverse=True)
    return [TournamentFolder(path, workspace) for path in found]


def _folder(workspace: Workspace) -> Path:
    return workspace.folder / "tournaments"
