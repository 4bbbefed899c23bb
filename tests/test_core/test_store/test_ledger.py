"""The ledger: a sealed test is opened once, under whatever name."""

import subprocess
import sys
from pathlib import Path

import pytest

from core.domain.example import Example, fingerprint
from core.errors import SealedTestError, WorkspaceError
from core.store.ledger import Ledger
from core.store.workspace import Workspace, open_workspace

_ROWS = tuple(Example(row, f"question {row}", (str(row),)) for row in range(40))

_RACER = """
import sys
from core.errors import SealedTestError
from core.store.ledger import Ledger
sys.stdin.readline()
try:
    Ledger().record("f", ["r1", "r2"], sys.argv[1])
    print("opened")
except SealedTestError:
    print("refused")
"""


def _keys(rows: tuple[Example, ...]) -> list[str]:
    return [row.key for row in rows]


def test_that_a_second_run_is_refused_and_told_when_and_by_which_run(workspace: Workspace) -> None:
    mark = fingerprint(_ROWS)
    assert workspace.ledger.opened(mark, _keys(_ROWS)) is None
    opening = workspace.ledger.record(mark, _keys(_ROWS), "run-a", task="t")
    assert workspace.ledger.opened(mark) == opening
    with pytest.raises(SealedTestError, match=r"These sealed rows were opened on 20.* UTC by the run run-a.*new rows"):
        workspace.ledger.record(mark, _keys(_ROWS), "run-b")


def test_that_the_same_run_may_come_back_for_its_own_rows(workspace: Workspace) -> None:
    first = workspace.ledger.record("f", _keys(_ROWS), "run-a")
    assert workspace.ledger.record("f", _keys(_ROWS), "run-a") == first
    assert workspace.ledger.openings() == [first]


def test_that_renaming_reordering_and_reimporting_rows_does_not_seal_them_again(workspace: Workspace) -> None:
    workspace.ledger.record(fingerprint(_ROWS), _keys(_ROWS), "run-a")
    renumbered = tuple(Example(row.row + 7, row.input, row.answers) for row in reversed(_ROWS))
    with pytest.raises(SealedTestError):
        workspace.ledger.record(fingerprint(renumbered), _keys(renumbered), "run-b", task="other name")


def test_that_a_test_sharing_rows_with_an_opened_one_is_refused_with_their_number(workspace: Workspace) -> None:
    workspace.ledger.record(fingerprint(_ROWS[:25]), _keys(_ROWS[:25]), "run-a")
    other = _ROWS[20:]
    seen = workspace.ledger.opened(fingerprint(other), _keys(other))
    assert seen is not None
    assert seen.shared_with(_keys(other)) == 5
    with pytest.raises(SealedTestError, match="5 of these 20 sealed rows were opened"):
        workspace.ledger.record(fingerprint(other), _keys(other), "run-b")
    workspace.ledger.record(fingerprint(_ROWS[25:]), _keys(_ROWS[25:]), "run-b")


def test_that_another_workspace_of_the_same_user_knows_and_so_does_another_user_of_the_same_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_workspace(tmp_path / "one", create=True) as workspace:
        workspace.ledger.record("f", ["r"], "run-a")
    with open_workspace(tmp_path / "two", create=True) as workspace, pytest.raises(SealedTestError):
        workspace.ledger.record("f", ["r"], "run-b")
    monkeypatch.setenv("WHET_HOME", str(tmp_path / "somebody else"))
    with open_workspace(tmp_path / "one") as workspace, pytest.raises(SealedTestError):
        workspace.ledger.record("f", ["r"], "run-b")


def test_that_an_opening_that_cannot_be_noted_leaves_the_test_sealed(tmp_path: Path) -> None:
    (tmp_path / "user").write_text("a file where the folder should be")
    with pytest.raises((WorkspaceError, OSError)):
        Ledger(user=tmp_path / "user").record("f", ["r"], "run-a")
    (tmp_path / "user2" / "ledger.jsonl").mkdir(parents=True)
    with pytest.raises(WorkspaceError):
        Ledger(user=tmp_path / "user2").record("f", ["r"], "run-a")


def test_that_a_line_cut_by_a_crash_neither_seals_nor_blocks_anything(user_folder: Path) -> None:
    ledger = Ledger()
    ledger.record("f", ["r1"], "run-a")
    whole = (user_folder / "ledger.jsonl").read_bytes()
    (user_folder / "ledger.jsonl").write_bytes(whole + whole[:50])
    ledger.record("g", ["r2"], "run-b")
    assert [opening.fingerprint for opening in ledger.openings()] == ["f", "g"]


def test_that_of_many_runs_racing_for_one_test_exactly_one_opens_it() -> None:
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", _RACER, f"run-{number}"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for number in range(4)
    ]
    said = [racer.communicate("go\n")[0].strip() for racer in racers]
    assert sorted(said) == ["opened", "refused", "refused", "refused"]
